import type { NamedRateSource } from '../../rates/rate-source.js';

/** Words for one of the several rates that a bank sets in a day. "Noon" is none: who imports a source knows its hour. */
const KINDS: readonly RegExp[] = [
  /\bTTS\b|\b(?:selling|offer(?:ed)?|ask(?:ing)?)\b/i,
  /\bTTB\b|\b(?<!\bnoon\s+)(?:buying|bid)\b/i,
  /\b(?:cash|notes?)\b/i,
  /\bopening\b/i,
  /\bclosing\b/i,
  /\b(?:intra-?day|highest|lowest)\b/i,
  /\b\d{1,2}(?::\d\d)?\s*[ap]\.?m\b/i,
];
/** A kind of rate, and not the sale of something: "selling and buying rates", "closing spot exchange rate". */
const PHRASE =
  /\b(?:(?:TTS|TTB)\b|(?:selling|offer(?:ed)?|ask(?:ing)?|(?<!\bnoon\s+)buying|bid|cash|notes?|opening|closing|intra-?day|highest|lowest|\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?)(?:,?\s+[\w-]+){0,3}?\s+(?:rates?|quotations?)\b)/gi;

/**
 * Whether a text speaks of a kind of rate that neither the names nor the description of an imported source tell of: its
 * selling rate, say, where only "MUFG Bank" was imported, which may be the middle rate.
 */
export function isOtherKind(text: string, { names, description }: NamedRateSource): boolean {
  const phrases = text.match(PHRASE)?.join(' ');
  if (phrases === undefined) return false;
  const known = [...names, description ?? ''].join(' ');
  return KINDS.some((kind) => kind.test(phrases) && !kind.test(known));
}
