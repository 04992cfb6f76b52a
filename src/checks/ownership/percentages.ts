import type { Figure, Filing } from '../../filing/filing.js';
import { Decimal, Fraction } from '../../value/index.js';
import { reprint } from '../arithmetic/reprint.js';
import type { CheckOutcome, FindingDraft } from '../check.js';
import { textsBeside } from '../engine/surroundings.js';
import { ImpliedRate } from '../translation/implied-rate.js';
import type { Holding, HoldingColumns } from './holdings.js';
import { markDraft } from './marks.js';
import {
  HUNDRED,
  impliedBy,
  meantPercent,
  type Outstanding,
  outstandingOf,
  type Percentage,
  slipOf,
  stepsOf,
} from './outstanding.js';

/** Holds each percentage of a table of holders against the shares beside it and the number outstanding. */
export function percentages(
  filing: Filing,
  { table, lines }: HoldingColumns,
): Pick<CheckOutcome<'percent' | 'mark'>, 'ticks' | 'findings'> {
  const printed = lines.filter(hasPercent);
  const outstanding = outstandingOf(filing, table, printed);
  if (outstanding === null) return { ticks: [], findings: [] };
  const { perPercent } = outstanding;
  const acquirable = countsAcquirable(filing, table);
  const wrong = printed.filter(
    (line) => !agrees(line, perPercent) && !(acquirable && agrees(line, withAcquirable(line, perPercent))),
  );
  return {
    ticks: printed.flatMap((line) => percentTick(line, outstanding)),
    findings: [
      ...wrong.map((line) => percentDraft(line, outstanding)),
      ...lines.flatMap((line) => markDraft(line, outstanding, table.notes)),
    ],
  };
}

function hasPercent(line: Holding): line is Percentage {
  return line.percent !== null;
}

/** Whether the percentage is that of the shares; one that is cut off instead of rounded is none of ours. */
function agrees(line: Percentage, rate: ImpliedRate): boolean {
  if (impliedBy(line).overlaps(rate)) return true;
  const size = ({ value, decimals }: Figure) => ({ value: Decimal.parse(value), decimals });
  return ImpliedRate.ofAmounts(size(line.held), size(line.percent), 'truncated').overlaps(rate);
}

/**
 * What a holder may acquire within sixty days counts as held and as outstanding for that holder alone (Rule
 * 13d-3(d)(1)), so that up to all shares held may be added to those outstanding.
 */
function withAcquirable({ held }: Percentage, { low, high }: ImpliedRate): ImpliedRate {
  const own = Fraction.fromDecimal(Decimal.parse(held.value)).over(HUNDRED);
  return ImpliedRate.between(low, (high ?? low).plus(own));
}

/** Whether the text at a table speaks of options and the like. */
function countsAcquirable(filing: Filing, table: HoldingColumns['table']): boolean {
  return textsBeside(filing, table).some((text) => ACQUIRABLE.test(text));
}

const ACQUIRABLE =
  /\b(?:60|sixty)\s+(?:\(60\)\s+)?days\b|\boptions?\b|\bexercisable\b|\bconvertible\b|\bwarrants?\b/i;

/** A percentage is ticked where the number outstanding gives it, and would not give the next one. */
function percentTick(line: Percentage, outstanding: Outstanding): CheckOutcome['ticks'][number][] {
  const { held, percent } = line;
  const { perPercent, figure, name } = outstanding;
  const ends = [perPercent.low, perPercent.high ?? perPercent.low].map((end) =>
    Fraction.fromDecimal(Decimal.parse(held.value)).over(end).rounded(percent.decimals, 'half-up'),
  );
  const [recomputed] = ends;
  if (recomputed === undefined || !ends.every((end) => end.equals(Decimal.parse(percent.value)))) return [];
  const tick = {
    letter: 'RC' as const,
    support: 'recomputed' as const,
    grade: 'exact' as const,
    formula: `${held.text} of ${name}`,
    inputs: [{ figure: held.id }, ...(figure === null ? [] : [{ figure: figure.id }])],
    recomputed: recomputed.toString(),
  };
  // A line among those that imply the number does not confirm itself where few do.
  return outstanding.figure === null && outstanding.agreeing.size < FEWEST_IMPLYING
    ? []
    : [{ figure: percent.id, tick }];
}

const FEWEST_IMPLYING = 5;

function percentDraft(line: Percentage, outstanding: Outstanding): FindingDraft<'percent'> {
  const { held, percent } = line;
  const { perPercent, name, figure, agreeing } = outstanding;
  const shares = Fraction.fromDecimal(Decimal.parse(percent.value))
    .times(perPercent.low)
    .rounded(0, 'half-up');
  const expected = reprint(percent, stepsOf(meantPercent(line, perPercent), percent.decimals));
  return {
    message: 'percent',
    // Too low by no slip of typing, it may count shares of which the text says nothing.
    severity:
      slipOf(line, perPercent) !== null || !agrees(line, withAcquirable(line, perPercent))
        ? 'error'
        : 'warning',
    values: { printed: percent.text, expected, held: held.text, outstanding: name },
    at: percent.id,
    suspects: [percent.id, held.id],
    repairs: { [percent.id]: expected, [held.id]: reprint(held, stepsOf(shares, held.decimals)) },
    printed: percent.text,
    expected,
    related: [
      { figure: held.id, start: held.start, end: held.end, note: 'the shares held' },
      ...(figure === null
        ? []
        : [{ figure: figure.id, start: figure.start, end: figure.end, note: 'the number outstanding' }]),
    ],
    evidence: [`${agreeing.size} other lines are of ${name}`],
  };
}
