import type { Filing, Section } from '../../filing/filing.js';
import { groupedBy } from '../engine/grouped.js';
import { blockOf } from '../engine/surroundings.js';
import { type AmountFact, sentenceOfFact } from './amount-facts.js';
import { significantDigits } from './equal-values.js';

/** Two amounts in sentences that stand between the very same words, and differ. */
export interface TwinPhrase {
  readonly left: AmountFact;
  readonly right: AmountFact;
}

/** Words of the phrase before and after the amount. */
const BEFORE = 4;
const AFTER = 2;
/** Shorter phrases are the same by chance. */
const FEWEST_LETTERS = 20;
/** A form of words that is said more often is said of several things. */
const MOST_TWINS = 4;

/**
 * Amounts that a report says twice in one form of words, in the discussion and in the notes, for one day and in one
 * unit, and not alike. `agree` says whether two places can state one value.
 */
export function twinPhrases(
  filing: Filing,
  facts: readonly AmountFact[],
  agree: (a: AmountFact, b: AmountFact) => boolean,
): TwinPhrase[] {
  const notes = sectionsOfNotes(filing.outline);
  const inNotes = (fact: AmountFact) => notes.has(blockOf(filing, fact.figure)?.section ?? '');
  const inSentences = facts.filter(({ series }) => series.table === null);
  // Phrases are read only where two sentences call an amount of one day the same.
  const named = groupedBy(inSentences, nameKey);
  const said = [...named.values()].flatMap((own) =>
    own.every((fact) => fact.series.place === own[0]?.series.place) ||
    own.every((fact) => isSame(fact, own[0]))
      ? []
      : own.flatMap((fact) => keyedBy(fact, phraseAround(filing, fact))),
  );
  if (said.length === 0) return [];
  const sentences = groupedBy(inSentences, sentenceOfFact);
  return [...groupedBy(said, ({ key }) => key).values()].flatMap((group) => {
    const places = new Set(group.map(({ fact }) => fact.series.place));
    if (places.size < 2 || group.length > MOST_TWINS || places.size < group.length) return [];
    const found: TwinPhrase[] = [];
    for (const [index, { fact: left }] of group.entries()) {
      const right = group[index + 1]?.fact;
      if (right === undefined || agree(left, right) || !isTelling(left, right)) continue;
      const [own, other] = [left, right].map((fact) => sentences.get(sentenceOfFact(fact)) ?? []);
      const isOneInNotes = inNotes(left) !== inNotes(right);
      if (areTold(own ?? [], other ?? [], isOneInNotes, agree)) found.push({ left, right });
    }
    return found;
  });
}

/** Amounts printed alike do not differ, whatever stands around them. */
function isSame({ quantity: a }: AmountFact, first: AmountFact | undefined): boolean {
  const b = first?.quantity;
  return a.exponent === b?.exponent && Math.abs(a.coefficient) === Math.abs(b.coefficient);
}

/** What an amount is of, as one number: its day, its unit, what its sentence calls it. */
function nameKey({ day, series: { unitNumber, label } }: AmountFact): number {
  return (day * 256 + unitNumber) * 2 ** 20 + label.line;
}

function keyedBy(
  fact: AmountFact,
  phrase: string | null,
): { readonly fact: AmountFact; readonly key: string }[] {
  return phrase === null ? [] : [{ fact, key: `${nameKey(fact)}.${phrase}` }];
}

/** Whether two digits of one tell, or three where their sentences give them no name. */
function isTelling(left: AmountFact, right: AmountFact): boolean {
  const digits = Math.max(significantDigits(left.quantity), significantDigits(right.quantity));
  return digits >= (left.series.label.words.length === 0 ? 3 : 2);
}

/**
 * Whether two sentences tell one thing: all amounts but one of the shorter stand in the longer, and one of them tells.
 * Where there is no other amount, the notes say again what the discussion says.
 */
function areTold(
  left: readonly AmountFact[],
  right: readonly AmountFact[],
  isOneInNotes: boolean,
  agree: (a: AmountFact, b: AmountFact) => boolean,
): boolean {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (shorter.length === 1) return isOneInNotes;
  const shared = shorter.filter((a) => longer.some((b) => a.series.unit === b.series.unit && agree(a, b)));
  return (
    shared.length === shorter.length - 1 && shared.some(({ quantity }) => significantDigits(quantity) >= 2)
  );
}

/** The words around an amount, digits left out; null where they are too few to tell. */
function phraseAround(filing: Filing, { figure }: AmountFact): string | null {
  const block = blockOf(filing, figure);
  const { where } = figure;
  if (block === null || !('at' in where)) return null;
  const [start, end] = block.sentences[where.sentence] ?? [0, block.text.length];
  const from = Math.max(start, where.at - 90);
  const until = where.at + figure.text.length;
  const before = wordsOf(block.text.slice(from, where.at)).slice(-BEFORE);
  const after = wordsOf(block.text.slice(until, Math.min(end, until + 45))).slice(0, AFTER);
  const phrase = `${before.join(' ')}|${after.join(' ')}`;
  return phrase.length < FEWEST_LETTERS ? null : phrase;
}

/** Runs of letters, in lower case. */
function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32;
    const isLetter = (code >= 97 && code <= 122) || code > 191;
    if (isLetter && start < 0) start = at;
    if (!isLetter && start >= 0) {
      words.push(lower.slice(start, at));
      start = -1;
    }
  }
  return words;
}

/** Ids of the notes to the statements and of all that stands below them. */
function sectionsOfNotes(outline: readonly Section[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = outline.map((section) => ({ section, isNote: false }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const isNote = next.isNote || next.section.kind === 'note';
    if (isNote) found.add(next.section.id);
    for (const section of next.section.children) open.push({ section, isNote });
  }
  return found;
}
