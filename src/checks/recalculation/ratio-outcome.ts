import { reprint } from '../arithmetic/reprint.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { CheckOutcome, FindingDraft, Severity } from '../check.js';
import { FormulaTally } from './formula-tally.js';
import type { LaneCell } from './lanes.js';
import { meantFor } from './meant-number.js';
import type { PrintedNumber } from './printed-number.js';
import { type JudgedRatio, type JudgedRatios, judgeCells, type RatioCells } from './ratio-lanes.js';
import { recalculated, relatedTo } from './recalculated.js';
import { quotientAt } from './verdict.js';

/** What a check says of a ratio beside the numbers. */
export interface RatioWords {
  /** What the ratio is called. */
  readonly label: string;
  /** What is divided. */
  readonly dividend: string;
}

interface RatioPolicy<Ratios extends JudgedRatios> {
  /** Whether a cell that does not fit is wrong. */
  isWrong(ratios: Ratios, judged: JudgedRatio): boolean;
  /** The names of a cell and its dividend, where they are not those of their lanes. */
  words?(ratios: Ratios, judged: JudgedRatio): RatioWords;
  /** Of a finding; that of the check where absent. */
  severity?(ratios: Ratios): Severity;
  /** Whether other cells confirm what is divided by, so that it cannot be the wrong one. */
  readonly isDivisorKnown?: boolean;
}

/** What the ratios of one check become: ticks where they fit, findings where the check holds a cell wrong. */
export function ratiosOf<Ratios extends JudgedRatios>(
  found: readonly Ratios[],
  policy: RatioPolicy<Ratios>,
): Pick<CheckOutcome<'differs'>, 'ticks' | 'findings'> {
  const ticks: CheckOutcome['ticks'][number][] = [];
  const findings: FindingDraft<'differs'>[] = [];
  const tally = tallyOf(found, policy);
  for (const ratios of found) {
    const isShown = !tally.fails(keysOf(ratios));
    for (const judged of ratios.judged) {
      const { agreement, sharp } = judged.verdict;
      if (agreement === null) {
        if (isShown && policy.isWrong(ratios, judged)) findings.push(finding(ratios, judged, policy));
      } else if (sharp) {
        const { quotient, dividend, divisor } = judged;
        const { dividend: over } = wordsOf(ratios, judged, policy);
        const formula = `${over} divided by ${divisorName(ratios)}`;
        ticks.push(
          recalculated(quotient, agreement, formula, [dividend, divisor], expectedOf(ratios, judged)),
        );
      }
    }
  }
  return { ticks, findings };
}

/** What the ratios of each table and of each label come to; a miss that the check would not hold wrong counts nothing. */
function tallyOf<Ratios extends JudgedRatios>(
  found: readonly Ratios[],
  policy: RatioPolicy<Ratios>,
): FormulaTally {
  const tally = new FormulaTally();
  for (const ratios of found) {
    const misses = ratios.judged.filter(
      (judged) => judged.verdict.agreement === null && policy.isWrong(ratios, judged),
    ).length;
    tally.add(keysOf(ratios), ratios.fits, misses);
  }
  return tally;
}

function keysOf(ratios: JudgedRatios): string[] {
  const { grid, axis } = ratios.lanes;
  const label = nameOf(ratios, ratios.lane);
  const named = `${label} of ${divisorName(ratios)}`.toLowerCase().replace(/\d+/g, '');
  return [`${grid.table.id} ${axis}`, named];
}

function wordsOf<Ratios extends JudgedRatios>(
  ratios: Ratios,
  judged: JudgedRatio,
  { words }: RatioPolicy<Ratios>,
): RatioWords {
  if (words !== undefined) return words(ratios, judged);
  return { label: nameOf(ratios, ratios.lane), dividend: nameOf(ratios, ratios.formula.dividend) };
}

/** Whether the cells of a lane show its formula: two that fit, or all of a longer lane but one. */
export function isShown({ fits, misses }: JudgedRatios): boolean {
  return fits >= 2 && misses * 2 <= fits;
}

function finding<Ratios extends JudgedRatios>(
  ratios: Ratios,
  judged: JudgedRatio,
  policy: RatioPolicy<Ratios>,
): FindingDraft<'differs'> {
  const { quotient, dividend, divisor } = judged;
  const { figure } = quotient.quantity;
  const expected = reprint(figure, expectedOf(ratios, judged).coefficient);
  const { label, dividend: over } = wordsOf(ratios, judged, policy);
  const under = divisorName(ratios);
  const parties = policy.isDivisorKnown === true ? [quotient, dividend] : [quotient, dividend, divisor];
  return {
    message: 'differs',
    values: {
      printed: figure.text,
      expected,
      label,
      quotient: figure.text,
      dividend: dividend.quantity.figure.text,
      divisor: divisor.quantity.figure.text,
      whole: under,
    },
    ...(policy.severity === undefined ? {} : { severity: policy.severity(ratios) }),
    at: figure.id,
    suspects: parties.map(({ quantity }) => quantity.figure.id),
    repairs: { [figure.id]: expected, ...dividendRepair(ratios, judged) },
    printed: figure.text,
    expected,
    related: [relatedTo(dividend.quantity.figure, over), relatedTo(divisor.quantity.figure, under)],
    evidence: [
      `${over} ${dividend.quantity.figure.text} divided by ${under} ${divisor.quantity.figure.text} is ${expected}`,
      ...ratios.judged
        .filter(({ verdict }) => verdict.agreement !== null)
        .slice(0, 3)
        .map((other) => `likewise ${workOf(other)}`),
    ],
  };
}

/** What would have to be divided, where a slip of one digit explains it. */
function dividendRepair(ratios: JudgedRatios, judged: JudgedRatio): Record<string, string> {
  const meant = meantDividend(ratios, judged);
  const { figure } = judged.dividend.quantity;
  return meant === null ? {} : { [figure.id]: reprint(figure, meant) };
}

function meantDividend(ratios: JudgedRatios, judged: JudgedRatio): number | null {
  const { dividend } = judged;
  return meantFor(dividend.printed.coefficient, (meant) =>
    fits(ratios, {
      ...judged,
      dividend: { ...dividend, printed: { ...dividend.printed, coefficient: meant } },
    }),
  );
}

function fits({ formula, percent }: JudgedRatios, cells: RatioCells): boolean {
  return judgeCells(cells, formula.power, percent)?.agreement === 'exact';
}

/**
 * Whether a slip of one digit in one of the three figures explains that they do not fit. What no slip explains is rather
 * another relation than the one that the other cells seem to show.
 */
export function isSlip(ratios: JudgedRatios, judged: JudgedRatio): boolean {
  const { quotient, divisor } = judged;
  if (typingSlip(quotient.printed.coefficient, expectedOf(ratios, judged).coefficient) !== null) {
    return Math.abs(quotient.printed.coefficient) >= 10;
  }
  if (meantDividend(ratios, judged) !== null) return true;
  const { printed } = divisor;
  return (
    meantFor(printed.coefficient, (meant) =>
      fits(ratios, { ...judged, divisor: { ...divisor, printed: { ...printed, coefficient: meant } } }),
    ) !== null
  );
}

function workOf({ quotient, dividend, divisor }: JudgedRatio): string {
  const text = ({ quantity }: LaneCell) => quantity.figure.text;
  return `${text(dividend)} divided by ${text(divisor)} is ${text(quotient)}`;
}

function expectedOf(
  { percent, formula }: JudgedRatios,
  { quotient, dividend, divisor }: JudgedRatio,
): PrintedNumber {
  const { exponent, coefficient } = quotient.printed;
  const over = {
    coefficient: Math.abs(dividend.printed.coefficient),
    exponent: dividend.printed.exponent + formula.power,
  };
  const under = { ...divisor.printed, coefficient: Math.abs(divisor.printed.coefficient) };
  const size = quotientAt(over, under, percent ? exponent - 2 : exponent).coefficient;
  return { coefficient: coefficient < 0 ? 0 - size : size, exponent };
}

function divisorName({ formula: { divisor }, lanes: { axis } }: JudgedRatios): string {
  return plain(divisor.name, axis);
}

function nameOf({ lanes: { axis, grid } }: JudgedRatios, lane: number): string {
  const own = axis === 'row' ? grid.rows[lane]?.label : grid.table.columns[lane]?.labelPath.join(', ');
  return plain(own ?? '', axis);
}

function plain(label: string, axis: 'row' | 'column'): string {
  const name = label.replace(/\s+/g, ' ').trim().slice(0, 100);
  return name === '' ? `the ${axis}` : name;
}
