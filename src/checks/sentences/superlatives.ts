import type { Block, Filing } from '../../filing/filing.js';
import type { FindingDraft, Undecided } from '../check.js';
import type { AmountFact, Series } from '../facts/amount-facts.js';
import { subjectOf } from './table-changes.js';
import { factOn, lastDayOfFigure, type TableLines, tableLines } from './table-lines.js';
import type { SentenceWithChanges } from './table-verdicts.js';
import type { TextFigure, TextSentence } from './text-sentence.js';

interface Superlative {
  readonly words: string;
  readonly kind: 'highest' | 'lowest' | 'up' | 'down';
  /** Years that it speaks of; null where it does not say ("ever"). */
  readonly years: number | null;
}

const COUNTS = new Map(
  'two three four five six seven eight nine ten'.split(' ').map((word, index) => [word, index + 2] as const),
);
const ORDINALS = new Map(
  'second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, index) => [word, index + 2] as const),
);

const SUPERLATIVE = /highest|lowest|largest|smallest|consecutive|straight|successive/i;
const EXTREME =
  /\b(highest|largest|lowest|smallest)\b[^.;]{0,50}?\b(?:(?:in|of|over|for) (?:the )?(?:last |past |previous |prior )?([a-z]+|\d{1,2}) (?:fiscal )?years\b|(ever|in (?:the|our) (?:company’s |company's )?history))/i;
const RUN = /\bfor (?:the|a) ([a-z]+) (?:consecutive|straight|successive) (?:fiscal )?year\b/i;

export interface Superlatives<Id extends string> {
  readonly findings: readonly FindingDraft<Id>[];
  readonly undecided: readonly Undecided[];
}

/**
 * "The highest in five years", "for the third consecutive year": decided from a line of a table that has the years, listed
 * as undecided where none has.
 */
export function superlatives<Id extends string>(
  sentences: readonly SentenceWithChanges[],
  filing: Filing,
  message: Id,
): Superlatives<Id> {
  const findings: FindingDraft<Id>[] = [];
  const undecided: Undecided[] = [];
  // Asked of a block at once, since few have any.
  let block: Block | null = null;
  let isSuperlative = false;
  for (const { sentence, changes } of sentences) {
    if (sentence.block !== block) isSuperlative = SUPERLATIVE.test(sentence.block.text);
    block = sentence.block;
    if (!isSuperlative) continue;
    const said = superlativeIn(sentence);
    const figure = changes[0] === undefined ? sentence.figures[0] : sentence.figures[changes[0].first];
    if (said === null || figure === undefined) continue;
    const subject = changes[0]?.subject ?? [];
    const values = valuesFor(said, sentence, subject, figure, tableLines(filing), filing);
    const verdict = values === null ? null : isTrue(said, values);
    if (verdict === null)
      undecided.push({ figure: figure.id, reason: `“${said.words}”: no table has all the years` });
    if (verdict === false) findings.push(contradiction(said, figure, values ?? [], message));
  }
  return { findings, undecided };
}

function superlativeIn({ block, figures }: TextSentence): Superlative | null {
  const [start, end] = block.sentences[figures[0]?.where.sentence ?? 0] ?? [0, 0];
  const text = block.text.slice(start, end);
  if (!SUPERLATIVE.test(text)) return null;
  const extreme = EXTREME.exec(text);
  if (extreme !== null) {
    const count = (extreme[2] ?? '').toLowerCase();
    const years = extreme[3] === undefined ? (COUNTS.get(count) ?? (Number(count) || null)) : null;
    const isHigh = /highest|largest/i.test(extreme[1] ?? '');
    return { words: extreme[0], kind: isHigh ? 'highest' : 'lowest', years };
  }
  const run = RUN.exec(text);
  const years = ORDINALS.get((run?.[1] ?? '').toLowerCase());
  if (run === null || years === undefined) return null;
  const isDown = /\b(?:decreas|declin|fell|lower)/i.test(text);
  const isUp = /\b(?:increas|grew|ros|higher)/i.test(text);
  return isUp === isDown ? null : { words: run[0], kind: isUp ? 'up' : 'down', years };
}

/** The values of the years that a superlative speaks of, latest first; null where no line of that name has them all. */
function valuesFor(
  { kind, years }: Superlative,
  sentence: TextSentence,
  subject: readonly string[],
  figure: TextFigure,
  lines: TableLines,
  filing: Filing,
): AmountFact[] | null {
  if (years === null || years > 12) return null;
  const day = lastDayOfFigure(figure, sentence, filing);
  if (day === null) return null;
  const count = kind === 'up' || kind === 'down' ? years + 1 : years;
  for (const series of lines.named(subjectOf(subject), figure.unit)) {
    const values = yearsOf(series, day, count);
    if (values !== null) return values;
  }
  return null;
}

function yearsOf({ cells }: Series, day: number, count: number): AmountFact[] | null {
  const values: AmountFact[] = [];
  for (let back = 0; back < count; back += 1) {
    const fact = factOn(cells, day - Math.round(back * 365.25), values[0]?.months ?? null);
    if (fact === null) return null;
    values.push(fact);
  }
  return values;
}

function isTrue({ kind }: Superlative, values: readonly AmountFact[]): boolean | null {
  const sizes = values.map(({ quantity }) => quantity.coefficient * 10 ** quantity.exponent);
  const [first = 0, ...earlier] = sizes;
  if (kind === 'highest') return earlier.every((size) => size <= first);
  if (kind === 'lowest') return earlier.every((size) => size >= first);
  return sizes
    .slice(1)
    .every((size, at) => (kind === 'up' ? size < (sizes[at] ?? 0) : size > (sizes[at] ?? 0)));
}

function contradiction<Id extends string>(
  { words }: Superlative,
  figure: TextFigure,
  values: readonly AmountFact[],
  message: Id,
): FindingDraft<Id> {
  return {
    message,
    values: { words, printed: figure.text, name: values[0]?.series.own.text ?? '' },
    severity: 'warning',
    at: figure.id,
    suspects: [],
    printed: figure.text,
    expected: '',
    related: values.map(({ figure: { id, start, end } }) => ({
      figure: id,
      start,
      end,
      note: 'a year of the line',
    })),
    evidence: values.map(
      ({ figure: { text } }, back) => `${back === 0 ? 'the year' : `${back} before`}: ${text}`,
    ),
  };
}
