import type { Figure } from '../../filing/filing.js';
import { Decimal } from '../../value/index.js';
import type { CheckOutcome, Grade, RelatedPlace } from '../check.js';
import type { LaneCell } from './lanes.js';
import type { PrintedNumber } from './printed-number.js';

/** A tick of a recalculated figure: what it was computed from, and what came out. */
export function recalculated(
  cell: LaneCell,
  grade: Grade,
  formula: string,
  inputs: readonly LaneCell[],
  result: PrintedNumber,
): CheckOutcome['ticks'][number] {
  return {
    figure: cell.quantity.figure.id,
    tick: {
      letter: 'RC',
      support: 'recomputed',
      grade,
      formula,
      inputs: inputs.map(({ quantity }) => ({ figure: quantity.figure.id })),
      recomputed: grade === 'exact' ? cell.quantity.figure.value : exactValueOf(cell, result),
    },
  };
}

/** A number in the measure of a printed cell as an exact value: the scale of the cell applied. */
function exactValueOf({ quantity, printed }: LaneCell, { coefficient, exponent }: PrintedNumber): string {
  const decimals = -(quantity.exponent + exponent - printed.exponent);
  return decimals >= 0
    ? Decimal.of(BigInt(coefficient), decimals).toString()
    : Decimal.of(BigInt(coefficient) * 10n ** BigInt(-decimals), 0).toString();
}

export function relatedTo({ id, start, end }: Figure, note: string): RelatedPlace {
  return { figure: id, start, end, note };
}
