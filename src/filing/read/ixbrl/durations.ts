import { Decimal } from '../../../value/index.js';
import { wordsToNumber } from './words.js';

/**
 * The SEC's durations: of `duryear`, `durmonth`, `durweek`, `durday` and `durhour` the text is a number ("2.5" years is
 * "P2Y6M"), of `durwordsen` words ("two years and six months"). Parts of a unit spill into the next smaller one, a
 * month of 30.4375 days, and are cut off below that. Null for a text that is neither.
 */
export function durationValue(text: string, name: string): string | null {
  if (name === 'durwordsen') return ofWords(text);
  const match = /^\s*(-?)(\d*\.?\d+)\s*$/.exec(text.replaceAll(',', ''));
  if (match === null) return null;
  const printed = match[2] ?? '0';
  const number = Decimal.parse(printed.startsWith('.') ? `0${printed}` : printed);
  const sign = match[1] === '-' && number.sign() !== 0 ? '-' : '';
  const value = ofNumber(number, name);
  return value === null ? null : `${sign}${value}`;
}

function ofNumber(number: Decimal, name: string): string | null {
  switch (name) {
    case 'duryear': {
      const [years, rest] = parted(number, '12');
      const [months, days] = parted(rest, DAYS_A_MONTH);
      return written([years, 'Y'], [months, 'M'], [wholeOf(days), 'D']);
    }
    case 'durmonth': {
      const [months, days] = parted(number, DAYS_A_MONTH);
      return written([months, 'M'], [wholeOf(days), 'D']);
    }
    case 'durweek':
      return written([wholeOf(number.times(Decimal.of(7))), 'D']);
    case 'durday': {
      const [days, hours] = parted(number, '24');
      const whole = wholeOf(hours);
      return whole === 0n ? `P${days}D` : `P${days === 0n ? '' : `${days}D`}T${whole}H`;
    }
    case 'durhour':
      return `PT${wholeOf(number)}H`;
    default:
      return null;
  }
}

const DAYS_A_MONTH = '30.4375';

/** Its whole part, and what is left in the smaller unit of which `size` make one. */
function parted(number: Decimal, size: string): [whole: bigint, rest: Decimal] {
  const whole = wholeOf(number);
  return [whole, number.minus(Decimal.of(whole)).times(Decimal.parse(size))];
}

function wholeOf(number: Decimal): bigint {
  return number.coefficient / 10n ** BigInt(number.scale);
}

/** Units of nothing are left out; where all are nothing, the first stands. */
function written(...parts: readonly (readonly [count: bigint, unit: string])[]): string {
  const kept = parts.filter(([count]) => count !== 0n);
  return `P${(kept.length > 0 ? kept : parts.slice(0, 1)).map(([count, unit]) => `${count}${unit}`).join('')}`;
}

const UNIT_LETTERS = [
  ['year', 'Y'],
  ['month', 'M'],
  ['week', 'W'],
  ['day', 'D'],
] as const;

function ofWords(text: string): string | null {
  const words = text.toLowerCase().trim();
  if (/^(?:no|none|zero|nil)$/.test(words)) return 'P0D';
  const counts = new Map<string, bigint>();
  for (const part of words.split(/,|(?<=\b(?:year|month|week|day)s?)(?:\s+and\b|\s)/)) {
    const match = /^(?:\s*and\s+)?\s*(.+?)[\s\u00a0\u2010-\u2015-]+(year|month|week|day)s?$/.exec(
      part.trim(),
    );
    if (part.trim() === '') continue;
    const count = /^\d+$/.test(match?.[1] ?? '') ? (match?.[1] ?? null) : wordsToNumber(match?.[1] ?? '');
    if (match === null || count === null || counts.has(match[2] as string)) return null;
    counts.set(match[2] as string, BigInt(count));
  }
  if (counts.size === 0) return null;
  const days = (counts.get('day') ?? 0n) + 7n * (counts.get('week') ?? 0n);
  if (counts.has('week') || counts.has('day')) counts.set('day', days);
  counts.delete('week');
  return `P${UNIT_LETTERS.flatMap(([unit, letter]) => (counts.has(unit) ? [`${counts.get(unit)}${letter}`] : [])).join('')}`;
}
