import type { Filing } from '../../filing/filing.js';
import { hedgeOf } from './lead.js';
import { exactly, HUNDRED, isNegative, over, type Range, times } from './range.js';
import type { Relation } from './relation.js';
import { factOn, lastDayOfFigure, type TableLines } from './table-lines.js';
import type { TextFigure, TextSentence } from './text-sentence.js';
import { isNumberToken } from './tokens.js';
import { isBreaker, isFiller, isOtherMeasure, isTimeWord } from './word-classes.js';

/** A percentage is tied to an amount by these, right before it. */
const TIES = new Set(
  'or represented representing represents which ( were was is are equal accounted accounting for constituted and'.split(
    ' ',
  ),
);

/**
 * "Goodwill was $1.6 billion and represented 25% of total assets": the percentage is the amount over the total that a
 * table states for that time. One relation for each line of that name.
 */
export function tableShares(sentence: TextSentence, lines: TableLines, filing: Filing): Relation[][] {
  const { figures, gaps } = sentence;
  const found: Relation[][] = [];
  for (let index = 1; index < figures.length; index += 1) {
    const percent = figures[index] as TextFigure;
    const part = figures[index - 1] as TextFigure;
    const behind = gaps[index + 1] ?? [];
    if (percent.unit !== 'percent' || behind[0] !== 'of' || !isTied(gaps[index] ?? []) || isNegative(part))
      continue;
    if (part.range !== null || percent.range !== null || !/^[A-Z]{3}$/.test(part.unit)) continue;
    if (gaps.some((gap) => gap.some(isOtherMeasure))) continue;
    const day = lastDayOfFigure(part, sentence, filing);
    const named = lines.named(nameBehind(behind), part.unit);
    if (day === null || named.length === 0) continue;
    const relations = named.flatMap((series) => {
      const whole = factOn(series.cells, day, null)?.figure ?? null;
      if (whole === null || isNegative(whole)) return [];
      const parts = [
        { figure: part, hedge: hedgeOf(gaps[index - 1] ?? []) },
        { figure: whole, hedge: 'none' as const },
        { figure: percent, hedge: hedgeOf(gaps[index] ?? []) },
      ];
      const work = `${part.text} of ${whole.text}, the line “${series.own.text}”, is ${percent.text}`;
      return [
        { kind: 'share' as const, parts, solve: solveShare, confirms: [2], binding: 'open' as const, work },
      ];
    });
    if (relations.length > 0) found.push(relations);
  }
  return found;
}

/** Parts: part, whole, percentage of the whole. */
export function solveShare(index: number, [part, whole, rate]: readonly Range[]): Range | null {
  if (part === undefined || whole === undefined || rate === undefined) return null;
  const share = over(rate, exactly(HUNDRED));
  if (index === 2) {
    const ratio = over(part, whole);
    return ratio === null ? null : times(ratio, exactly(HUNDRED));
  }
  if (share === null) return null;
  return index === 0 ? times(whole, share) : over(part, share);
}

/** Nothing but words that tie a percentage to the amount before it stands between. */
function isTied(tokens: readonly string[]): boolean {
  const words = tokens.filter(
    (token) => !isFiller(token) && !isTimeWord(token) && !isNumberToken(token) && token !== ',',
  );
  return (
    words.length <= 4 &&
    words.every(
      (token) => TIES.has(token) || token === 'approximately' || token === 'about' || token === 'which',
    )
  );
}

/** The name of the whole: the words behind "of", up to where another clause begins. */
function nameBehind(tokens: readonly string[]): string[] {
  const name: string[] = [];
  for (const token of tokens.slice(1)) {
    if (token === ',' || token === ')' || token === ';' || token === 'and' || NAME_ENDS.has(token)) break;
    if (isBreaker(token) && token !== 'net') break;
    if (!isTimeWord(token) && !isNumberToken(token) && !OWNERS.has(token)) name.push(token);
    if (name.length > 8) break;
  }
  return name;
}

const NAME_ENDS = new Set('in for at as during compared was were and or from with on'.split(' '));
const OWNERS = new Set("our its the company company's consolidated company’s".split(' '));
