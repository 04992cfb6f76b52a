import type { Filing } from '../../filing/filing.js';
import { isInstant, lastDayOf, type Period } from '../../value/index.js';
import type { Quantity } from '../arithmetic/quantity.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { JudgedPlace } from './judge.js';
import { type JudgedSum, judgedSums } from './outcome.js';

/** The closing balance of one year and the opening balance of the next, in neighbouring columns of one table. */
export interface CarriedBalance {
  readonly closing: Quantity;
  readonly opening: Quantity;
  /** Label of the closing balance. */
  readonly label: string;
  readonly agrees: boolean;
  /** The closing balance foots from its own opening and movements. */
  readonly closingFoots: boolean;
  /** How many other balances of the table are carried forward unchanged. */
  readonly others: number;
}

/** Every balance that a roll-forward with years side by side carries from one column to the next. */
export function carriedBalances(filing: Filing): CarriedBalance[] {
  return judgedSums(filing).flatMap((sum) =>
    sum.relation.isRollForward && sum.relation.direction === 'rows' ? carriedIn(sum) : [],
  );
}

function carriedIn({ relation, judged }: JudgedSum): CarriedBalance[] {
  const pairs = judged.slice(1).flatMap((right, index) => {
    const left = judged[index];
    return left === undefined ? [] : pairOf(relation.table.columns, left, right);
  });
  const agreeing = pairs.filter(({ closing, opening }) => equal(closing, opening)).length;
  return pairs.map(({ closing, opening, foots }) => {
    const agrees = equal(closing, opening);
    return {
      closing,
      opening,
      label: relation.total.label,
      agrees,
      closingFoots: foots,
      others: agreeing - Number(agrees),
    };
  });
}

type Columns = JudgedSum['relation']['table']['columns'];

function pairOf(
  columns: Columns,
  left: JudgedPlace,
  right: JudgedPlace,
): { closing: Quantity; opening: Quantity; foots: boolean }[] {
  if (outerHeading(columns, left) !== outerHeading(columns, right)) return [];
  const apart = daysApart(left, right);
  if (apart === null || Math.abs(apart) < 350 || Math.abs(apart) > 380) return [];
  const [earlier, later] = apart > 0 ? [left, right] : [right, left];
  const first = later.place.terms[0];
  if (first === undefined || !first.line.words.isOpening) return [];
  const opening = first.quantity;
  const closing = earlier.place.total;
  if (opening.exponent !== closing.exponent || opening.figure.unit !== closing.figure.unit) return [];
  return [{ closing, opening, foots: earlier.verdict === 'exact' }];
}

/** What stands above the years: "Pension" over 2023 and 2022. */
function outerHeading(columns: Columns, { place }: JudgedPlace): string {
  return (columns[place.position]?.labelPath ?? []).slice(0, -1).join('/');
}

/** From the day of the left closing balance to that of the right one. */
function daysApart(left: JudgedPlace, right: JudgedPlace): number | null {
  const [from, to] = [left, right].map(({ place }) => place.total.figure.period);
  return from == null || to == null ? null : lastDay(to) - lastDay(from);
}

function lastDay(period: Period): number {
  return isInstant(period) ? period.instant : lastDayOf(period);
}

function equal(a: Quantity, b: Quantity): boolean {
  return a.coefficient === b.coefficient;
}

/** Whether the two differ by a slip of the hand: openings that are restated differ otherwise. */
export function isCarriedWrong({ closing, opening, agrees }: CarriedBalance): boolean {
  return !agrees && typingSlip(opening.coefficient, closing.coefficient) !== null;
}
