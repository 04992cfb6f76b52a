import { Fraction } from '../../value/index.js';
import type { ChangeStatement } from './change-statement.js';
import { hedgeOf } from './lead.js';
import { exactly, ONE, over, plus, type Range, times } from './range.js';
import type { Part, Relation } from './relation.js';
import type { TextFigure, TextSentence } from './text-sentence.js';
import { isBreaker } from './word-classes.js';

/** "$640 million, 3.2 times the $200 million of 2023": the multiple is the first amount over the second. */
export function multipleRelations(sentence: TextSentence): Relation[] {
  const { figures, gaps } = sentence;
  return figures.flatMap((figure, index): Relation[] => {
    const [part, whole] = [figures[index - 1], figures[index + 1]];
    if (figure.unit !== 'multiple' || part === undefined || whole === undefined || part.unit !== whole.unit)
      return [];
    const words = [...(gaps[index] ?? []), ...(gaps[index + 1] ?? [])];
    const isOneStatement = words.length <= 12 && !words.some((token) => isBreaker(token) || token === 'and');
    return isOneStatement ? [multiple(sentence, part, whole, figure)] : [];
  });
}

function multiple(sentence: TextSentence, part: TextFigure, whole: TextFigure, factor: TextFigure): Relation {
  const parts = [part, whole, factor].map(
    (figure): Part => ({
      figure,
      hedge: hedgeOf(sentence.gaps[sentence.figures.indexOf(figure)] ?? []),
    }),
  );
  const solve = (index: number, [a, b, c]: readonly Range[]): Range | null => {
    if (a === undefined || b === undefined || c === undefined) return null;
    return index === 2 ? over(a, b) : index === 0 ? times(b, c) : over(a, c);
  };
  const work = `${part.text} is ${factor.text} times ${whole.text}`;
  return { kind: 'multiple', parts, solve, confirms: [2], binding: 'likely', work };
}

/** Words that state a multiple, as the bounds of what they may mean in tenths. */
const MULTIPLIERS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['doubled', [17, 24]],
  ['doubling', [17, 24]],
  ['tripled', [26, 35]],
  ['tripling', [26, 35]],
  ['quadrupled', [35, 46]],
  ['halved', [4, 6]],
]);

/** "Doubled to $10 million from $5 million": confirms neither level, but one of them is wrong where they are far from it. */
export function multiplierRelation(
  { to, from, loose }: ChangeStatement,
  sentence: TextSentence,
  first: number,
): Relation | null {
  if (to === null || from === null || loose || to.figure.unit !== from.figure.unit) return null;
  const gap = sentence.gaps[first] ?? [];
  const word = gap.slice(-8).find((token) => MULTIPLIERS.has(token));
  const bounds = MULTIPLIERS.get(word ?? '');
  if (bounds === undefined || gap.includes('than')) return null;
  const ratio: Range = {
    low: Fraction.of(BigInt(bounds[0]), 10n),
    high: Fraction.of(BigInt(bounds[1]), 10n),
  };
  const solve = (index: number, [a, b]: readonly Range[]): Range | null => {
    if (a === undefined || b === undefined) return null;
    return index === 0 ? times(b, ratio) : over(a, ratio);
  };
  const work = `${from.figure.text} to ${to.figure.text} is “${word}”`;
  return { kind: 'multiple', parts: [to, from], solve, confirms: [], binding: 'stated', work };
}

/** The mean of equal weights, for "an average of". */
export function averageRelations(sentence: TextSentence): Relation[] {
  const { figures, gaps } = sentence;
  return figures.flatMap((figure, index): Relation[] => {
    const gap = gaps[index] ?? [];
    const isAverage =
      gap.includes('average') && gap.slice(gap.indexOf('average')).every((token) => AVERAGE_LEAD.has(token));
    if (!isAverage || index < 2) return [];
    const listed = runBefore(figures, index);
    if (listed.length < 2) return [];
    const parts = [figure, ...listed].map(
      (each): Part => ({ figure: each, hedge: hedgeOf(gaps[figures.indexOf(each)] ?? []) }),
    );
    const count = exactly(Fraction.of(BigInt(listed.length)));
    const solve = (at: number, known: readonly Range[]): Range | null => {
      const [mean = exactly(ONE), ...others] = known;
      if (at === 0) return over(others.reduce(plus), count);
      const rest = others.filter((_, other) => other !== at - 1).reduce(plus);
      const total = times(mean, count);
      return { low: total.low.minus(rest.high), high: total.high.minus(rest.low) };
    };
    const work = `${figure.text} is the mean of ${listed.map(({ text }) => text).join(', ')}`;
    return [{ kind: 'average', parts, solve, confirms: [0], binding: 'likely', work }];
  });
}

/** The figures of the same unit right before one. */
function runBefore(figures: readonly TextFigure[], index: number): TextFigure[] {
  const unit = figures[index]?.unit;
  const run: TextFigure[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const figure = figures[at] as TextFigure;
    if (figure.unit !== unit || figure.range !== null) break;
    run.unshift(figure);
  }
  return run;
}

const AVERAGE_LEAD = new Set(['average', 'of', 'an', 'the', 'or', 'for', 'was']);
