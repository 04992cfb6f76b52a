import { hedgeOf } from './lead.js';
import { exactly, HUNDRED, minus, over, plus, type Range, sizeOf, times, ZERO } from './range.js';
import type { Binding, Part, Relation } from './relation.js';
import type { TextFigure, TextSentence } from './text-sentence.js';
import { isBreaker, isChangeWord, isFiller } from './word-classes.js';

/**
 * "$339 million, or 48% of the $705 million", "$339 million of the $705 million, or 48%", "of the $705 million, $339 million
 * (48%)": the percentage is the part over the whole.
 */
export function shareRelations(sentence: TextSentence): Relation[] {
  const { figures } = sentence;
  return figures.flatMap((figure, index): Relation[] => {
    if (figure.unit !== 'percent' || figure.range !== null) return [];
    const [part, whole] = partAndWhole(sentence, index) ?? [];
    return part === undefined || whole === undefined ? [] : [share(sentence, part, whole, figure)];
  });
}

function partAndWhole({ figures, gaps }: TextSentence, at: number): readonly [TextFigure, TextFigure] | null {
  const [second, first, next] = [figures[at - 2], figures[at - 1], figures[at + 1]];
  if (first === undefined || first.range !== null || !isRestating(gaps[at] ?? [])) return null;
  const behind = gaps[at + 1] ?? [];
  if (behind[0] === 'of' && next !== undefined && next.unit === first.unit && isShort(behind))
    return [first, next];
  if (second === undefined || second.unit !== first.unit || second.range !== null) return null;
  const between = gaps[at - 1] ?? [];
  // Of "$339 million of the $705 million" the second is the whole, of "of the $705 million, $339 million" the first.
  if (between[0] === 'of' && isShort(between)) return [second, first];
  const before = gaps[at - 2] ?? [];
  return isOfThe(before) &&
    !between.some((token) => isBreaker(token) || isChangeWord(token) || token === 'and')
    ? [first, second]
    : null;
}

/** "or 48%", "(48%", "represented 48%": the figure before once more. */
function isRestating(tokens: readonly string[]): boolean {
  const words = tokens.filter(
    (token) => token !== ',' && !isFiller(token) && token !== 'approximately' && token !== 'about',
  );
  return words.length > 0 && words.length <= 2 && words.every((word) => RESTATING.has(word));
}

const RESTATING = new Set(
  'or ( representing represented represents which accounted accounting accounts constituted constituting constitutes'.split(
    ' ',
  ),
);

function isShort(tokens: readonly string[]): boolean {
  return tokens.length <= 6 && !tokens.some((token) => isBreaker(token) || token === ',' || token === 'and');
}

function isOfThe(tokens: readonly string[]): boolean {
  const at = tokens.lastIndexOf('of');
  return at >= 0 && tokens.slice(at).every((token) => isFiller(token) || token === 'approximately');
}

function share(sentence: TextSentence, part: TextFigure, whole: TextFigure, percent: TextFigure): Relation {
  const toPart = (figure: TextFigure): Part => ({
    figure,
    hedge: hedgeOf(sentence.gaps[sentence.figures.indexOf(figure)] ?? []),
  });
  const solve = (index: number, [a, b, rate]: readonly Range[]): Range | null => {
    if (a === undefined || b === undefined || rate === undefined) return null;
    if (index === 2) {
      const ratio = over(a, b);
      return ratio === null ? null : times(ratio, exactly(HUNDRED));
    }
    const ratio = over(rate, exactly(HUNDRED));
    if (ratio === null) return null;
    return index === 0 ? times(b, ratio) : over(a, ratio);
  };
  const work = `${part.text} of ${whole.text} is ${percent.text}`;
  return {
    kind: 'share',
    parts: [part, whole, percent].map(toPart),
    solve,
    confirms: [2],
    binding: 'likely',
    work,
  };
}

/** Percentages of one sentence that are all of a whole: they add up to 100, one after the other or in turn. */
export function wholeRelations(sentence: TextSentence): Relation[] {
  const percents = sentence.figures.filter(
    ({ unit, range, text }) => unit === 'percent' && range === null && !text.includes('point'),
  );
  if (percents.length < 2 || percents.some((figure) => isNone(figure))) return [];
  if (percents.some((figure) => hedgeOf(sentence.gaps[sentence.figures.indexOf(figure)] ?? []) === 'bound'))
    return [];
  const groups = addingUp(percents) ?? inTurn(percents);
  if (groups === null) return [];
  return groups.map((group) => wholeOf(sentence, group, 'open'));
}

/** 0% and 100% are bounds rather than shares. */
function isNone(figure: TextFigure): boolean {
  const size = sizeOf(figure);
  return size.compare(ZERO) === 0 || size.compare(HUNDRED) >= 0;
}

function addingUp(percents: readonly TextFigure[]): TextFigure[][] | null {
  const groups: TextFigure[][] = [];
  let open: TextFigure[] = [];
  let total = ZERO;
  for (const figure of percents) {
    open.push(figure);
    total = total.plus(sizeOf(figure));
    if (total.compare(HUNDRED) > 0) return null;
    if (total.compare(HUNDRED) < 0) continue;
    if (open.length < 2) return null;
    groups.push(open);
    open = [];
    total = ZERO;
  }
  return open.length === 0 ? groups : null;
}

function inTurn(percents: readonly TextFigure[]): TextFigure[][] | null {
  if (percents.length % 2 !== 0 || percents.length < 4) return null;
  const groups = [0, 1].map((turn) => percents.filter((_, index) => index % 2 === turn));
  return groups.every((group) => addingUp(group)?.length === 1) ? groups : null;
}

function wholeOf(sentence: TextSentence, group: readonly TextFigure[], binding: Binding): Relation {
  const parts = group.map(
    (figure): Part => ({
      figure,
      hedge: hedgeOf(sentence.gaps[sentence.figures.indexOf(figure)] ?? []),
    }),
  );
  const solve = (index: number, known: readonly Range[]): Range => {
    const others = known.filter((_, at) => at !== index).reduce(plus, exactly(ZERO));
    return minus(exactly(HUNDRED), others);
  };
  const work = `${group.map(({ text }) => text).join(' + ')} = 100%`;
  return { kind: 'whole', parts, solve, confirms: parts.map((_, index) => index), binding, work };
}
