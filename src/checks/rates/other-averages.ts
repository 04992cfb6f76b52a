import { Fraction, isYear, monthsOf } from '../../value/index.js';
import type { Recomputable } from './recomputation.js';

/**
 * A line for the evidence of a year's average that does not agree: what the other usual ways of averaging give, so that
 * a reader sees at once whether one of them was meant. None of them is what former Item 3.A.3 asks for.
 */
export function otherAverages({ cell, span, series }: Recomputable): string[] {
  if (cell.statistic !== 'average' || !isYear(span)) return [];
  const { decimals } = cell.figure;
  const months = monthsOf(span);
  const isWhole = months[0]?.start === span.start && months.at(-1)?.until === span.until;
  if (!isWhole || months.some((month) => series.gap(month) !== null)) return [];
  const mean = (values: readonly Fraction[]) => Fraction.mean(values).rounded(decimals, 'half-up');
  const ofMonth = (name: 'average' | 'high' | 'low') =>
    months.map((month) => series.statistic(name, month, 'daily').value);
  const ofYear = (method: 'daily' | 'month-end') =>
    series.statistic('average', span, method).value.rounded(decimals, 'half-up');
  return [
    `Other means: of month-end rates ${ofYear('month-end')}, of daily rates ${ofYear('daily')}, of the months’ averages ${mean(ofMonth('average'))}, of the months’ highs and lows ${mean([...ofMonth('high'), ...ofMonth('low')])}`,
  ];
}
