import type { Figure } from '../../filing/filing.js';
import { Fraction } from '../../value/index.js';
import { hedgeOf } from './lead.js';
import { exactly, minus, plus, type Range, sizeOf, ZERO } from './range.js';
import type { Binding, Part, Relation } from './relation.js';
import type { TextFigure, TextSentence } from './text-sentence.js';

/** These say that the parts behind are all of the whole. */
const CONSISTS = new Set('consisting consisted consists comprised comprising comprises composed'.split(' '));
/** These say that parts follow, all or some. */
const HOLDS = new Set(
  'including includes included include which whom split represents represented between'.split(' '),
);
const TOTALS = new Set(
  'total totaling totalling totaled totalled aggregate aggregating combined together'.split(' '),
);
const REMAINS = new Set('remaining remainder leaving left rest balance available unused'.split(' '));

const MOST_PARTS = 14;

/**
 * Sums that a sentence states: a whole and then its parts, parts and then their total, or a whole, what was used of it
 * and what remains. Found by their words and their values: where the parts do not add up, only words that leave no
 * other reading make the sentence wrong.
 */
export function sumRelations(sentence: TextSentence): Relation[] {
  const relations: Relation[] = [];
  const taken = new Set<Figure>();
  const add = (relation: Relation | null): void => {
    if (relation === null || relation.parts.some(({ figure }) => taken.has(figure))) return;
    for (const { figure } of relation.parts) taken.add(figure);
    relations.push(relation);
  };
  const { figures } = sentence;
  if (figures.length < 3) return [];
  for (let index = 0; index < figures.length; index += 1) {
    add(partsBehind(sentence, index));
    add(partsBefore(sentence, index));
    add(remainder(sentence, index));
  }
  return relations;
}

/** "$705 was allocated, of which $339, $289 and $77 to …": the whole first. */
function partsBehind(sentence: TextSentence, at: number): Relation | null {
  const whole = sentence.figures[at] as TextFigure;
  const gap = sentence.gaps[at + 1] ?? [];
  const isAll = gap.some((token) => CONSISTS.has(token));
  if (!isAll && !gap.some((token) => HOLDS.has(token)) && gap.at(-1) !== '(') return null;
  const run = likeFigures(sentence, at + 1, whole);
  for (let count = 2; count <= run.length; count += 1) {
    if (addsUp(whole, run.slice(0, count))) return sum(sentence, whole, run.slice(0, count), 'likely');
  }
  const listed = listedParts(sentence, at + 1, run);
  if (listed.length < 2 || !isWhole(sentence, at, listed, isAll)) return null;
  return sum(sentence, whole, listed, 'likely');
}

/**
 * Whether the parts must come to the whole: after "consisting of" and "of which"; after "including" only where they come
 * to more, for parts never do. The sentence has no other amount of that kind.
 */
function isWhole(
  { figures, gaps }: TextSentence,
  at: number,
  parts: readonly TextFigure[],
  isAll: boolean,
): boolean {
  const whole = figures[at] as TextFigure;
  if (figures.filter((figure) => isLike(whole, figure)).length !== parts.length + 1) return false;
  const closes = (token: string) => OPEN.has(token) && !(token === 'respectively' && parts.length >= 3);
  if (gaps.some((gap, index) => index > at + 1 && gap.some(closes))) return false;
  const gap = gaps[at + 1] ?? [];
  const others = gap.filter((token) => OPEN.has(token));
  if (others.length === 0)
    return isAll || gap.some((token, index) => token === 'which' && gap[index - 1] === 'of');
  const total = parts.reduce((sum, part) => sum.plus(sizeOf(part)), ZERO);
  return others.every((token) => HOLDS.has(token)) && parts.length >= 3 && total.compare(sizeOf(whole)) > 0;
}

/** Not all of the parts follow, or what follows is not added. */
const OPEN = new Set(
  'primarily mainly including includes included offset less adjusted net partially excluding other respectively'.split(
    ' ',
  ),
);

/** The parts up to the one that "and" leads to. */
function listedParts(
  { figures, gaps }: TextSentence,
  from: number,
  run: readonly TextFigure[],
): TextFigure[] {
  const last = run.findIndex(
    (figure, index) => index > 0 && (gaps[figures.indexOf(figure, from)] ?? []).includes('and'),
  );
  return last < 0 ? [] : run.slice(0, last + 1);
}

/** "$1 million and $2 million, for a total of $3 million". */
function partsBefore(sentence: TextSentence, at: number): Relation | null {
  const gap = sentence.gaps[at] ?? [];
  if (at < 2 || !gap.some((token) => TOTALS.has(token))) return null;
  const whole = sentence.figures[at] as TextFigure;
  const before = sentence.figures
    .slice(Math.max(0, at - MOST_PARTS), at)
    .filter((figure) => isLike(whole, figure));
  for (let count = 2; count <= before.length; count += 1) {
    if (addsUp(whole, before.slice(-count))) return sum(sentence, whole, before.slice(-count), 'likely');
  }
  return null;
}

/** "used $5.7 billion of the $11.0 billion, leaving $5.3 billion": three figures, the largest of which is the whole. */
function remainder(sentence: TextSentence, at: number): Relation | null {
  const { figures, gaps } = sentence;
  const last = figures[at];
  if (
    last === undefined ||
    at < 2 ||
    ![...(gaps[at] ?? []), ...(gaps[at + 1] ?? []).slice(0, 8)].some((token) => REMAINS.has(token))
  ) {
    return null;
  }
  const [first, second, ...more] = figures.filter((figure) => figure !== last && isLike(last, figure));
  if (first === undefined || second === undefined || more.length > 0) return null;
  const [whole, used] = sizeOf(first).compare(sizeOf(second)) >= 0 ? [first, second] : [second, first];
  return addsUp(whole, [used, last]) ? sum(sentence, whole, [used, last], 'likely') : null;
}

/** The figures from an index on that are of the same kind, up to the end of the list. */
function likeFigures({ figures, gaps }: TextSentence, from: number, whole: TextFigure): TextFigure[] {
  const found: TextFigure[] = [];
  for (let index = from; index < figures.length && found.length < MOST_PARTS; index += 1) {
    const figure = figures[index] as TextFigure;
    if (index > from && (gaps[index] ?? []).some((token) => ENDS.has(token))) break;
    if (isLike(whole, figure)) found.push(figure);
  }
  return found;
}

const ENDS = new Set('compared versus'.split(' '));

function isLike(whole: TextFigure, figure: TextFigure): boolean {
  return (
    figure.unit === whole.unit &&
    figure.unit !== 'percent' &&
    figure.unit !== 'pure' &&
    figure.range === null &&
    SUMMED.test(figure.unit)
  );
}

/** Amounts, shares and counted things; not prices, and not durations. */
const SUMMED = /^(?:[A-Z]{3}|share|ADS|count)$/;

function addsUp(whole: TextFigure, parts: readonly TextFigure[]): boolean {
  let total = ZERO;
  let finest = whole.decimals;
  for (const part of parts) {
    total = total.plus(sizeOf(part));
    finest = Math.max(finest, part.decimals);
  }
  if (significant(whole) < 2 && parts.length < 3)
    return total.equals(sizeOf(whole)) && whole.decimals <= finest;
  const step = Fraction.of(1n, 2n).times(stepOfFigure(whole));
  const off = total.minus(sizeOf(whole));
  return off.compare(step) <= 0 && ZERO.minus(off).compare(step) <= 0;
}

function stepOfFigure({ decimals }: TextFigure): Fraction {
  const power = 10n ** BigInt(Math.abs(decimals));
  return decimals > 0 ? Fraction.of(1n, power) : Fraction.of(power);
}

function significant({ value }: TextFigure): number {
  return value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}

function sum(
  { figures, gaps }: TextSentence,
  whole: TextFigure,
  parts: readonly TextFigure[],
  binding: Binding,
): Relation {
  const toPart = (figure: TextFigure): Part => ({
    figure,
    hedge: hedgeOf(gaps[figures.indexOf(figure)] ?? []),
  });
  const all = [whole, ...parts].map(toPart);
  const solve = (index: number, known: readonly Range[]): Range => {
    const [total = exactly(ZERO), ...others] = known;
    if (index === 0) return others.reduce(plus, exactly(ZERO));
    return others.reduce((left, part, at) => (at === index - 1 ? left : minus(left, part)), total);
  };
  const work = `${parts.map(({ text }) => text).join(' + ')} = ${whole.text}`;
  return { kind: 'sum', parts: all, solve, confirms: all.map((_, index) => index), binding, work };
}
