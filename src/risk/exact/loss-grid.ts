import { type CompoundPart, compoundGrid, compoundGridOfAtoms } from './compound-grid.js';
import { type Discretisation, discretise } from './discretise.js';
import { panjer } from './panjer.js';

/**
 * A cumulative distribution on the multiples of a cell, with what lies between them as a straight line: exact for
 * points on the grid, and for a continuous part up to the square of the cell.
 */
export interface LossGrid {
  readonly method: 'panjer' | 'fft';
  readonly cell: number;
  /** Every loss below this is on the grid. */
  readonly reach: number;
  /** P(S ≤ j · cell). */
  readonly upTo: Float64Array;
  /** P(S < j · cell). */
  readonly below: Float64Array;
  /** The integral of P(S ≤ s) over s from 0 to j · cell. */
  readonly integral: Float64Array;
}

/** Whether Panjer's recursion serves: one event, Poisson or negative binomial, whose first term is no underflow. */
export function allowsRecursion(parts: readonly CompoundPart[]): boolean {
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0 || only.claim.length !== 1) return false;
  const { frequency, claim } = only;
  return claim[0]?.probability === 1 && frequency.panjer.a >= 0 && frequency.none(0) > 1e-280;
}

export interface LossGridSize {
  readonly cell: number;
  readonly count: number;
  readonly discretisation: Discretisation;
  readonly method: 'panjer' | 'fft';
  /** Whether every amount is a multiple of the cell: the law is one of points. */
  readonly isLattice: boolean;
}

/** The law of a sum of compound parts; of `lower` and `upper` as points, of `unbiased` with what lies between them. */
export function lossGrid(parts: readonly CompoundPart[], size: LossGridSize): LossGrid {
  const { cell, count, discretisation, method, isLattice } = size;
  const masses =
    method === 'panjer'
      ? recursion(parts, cell, count, discretisation)
      : compoundGrid(parts, cell, count, discretisation);
  const isOfPoints = isLattice || discretisation !== 'unbiased';
  return {
    method,
    cell,
    reach: (count - 1) * cell,
    ...sums(masses, isOfPoints ? masses : pointsOf(parts, cell, count), cell),
  };
}

/** A mass that is no point is spread evenly over half a cell on either side, and that of 0 over the first cell. */
function sums(
  masses: Float64Array,
  points: Float64Array,
  cell: number,
): Pick<LossGrid, 'upTo' | 'below' | 'integral'> {
  const count = masses.length;
  const upTo = new Float64Array(count);
  const below = new Float64Array(count);
  const integral = new Float64Array(count);
  let ofPoints = 0;
  let spreadBefore = 0;
  for (let j = 0; j < count; j++) {
    const point = points[j] as number;
    const spread = Math.max(0, (masses[j] as number) - point);
    const under = j === 0 ? 0 : ofPoints + spreadBefore + spread / 2;
    ofPoints += point;
    spreadBefore += spread;
    below[j] = Math.min(1, under);
    upTo[j] = Math.min(1, under + point);
    if (j > 0) {
      integral[j] =
        (integral[j - 1] as number) + (cell * ((upTo[j - 1] as number) + (below[j] as number))) / 2;
    }
  }
  return { upTo, below, integral };
}

/** P(S ≤ loss), for a loss below the reach. */
export function cdfOn({ cell, upTo, below }: LossGrid, loss: number): number {
  const place = loss / cell;
  const nearest = Math.round(place);
  if (Math.abs(place - nearest) <= 1e-12 * nearest) return upTo[nearest] as number;
  const j = Math.floor(place);
  const [from, to] = [upTo[j] as number, below[j + 1] as number];
  return from + (place - j) * (to - from);
}

/** The integral of P(S ≤ s) over s from 0 to a loss below the reach. */
export function integralOn(grid: LossGrid, loss: number): number {
  const { cell, upTo, integral } = grid;
  const j = Math.floor(loss / cell);
  const width = loss - j * cell;
  return (integral[j] as number) + (width * ((upTo[j] as number) + cdfOn(grid, loss))) / 2;
}

/** The least loss s with P(S ≤ s) ≥ p; p is reached on the grid. */
export function quantileOn({ cell, upTo, below }: LossGrid, p: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] as number) >= p) high = middle;
    else low = middle + 1;
  }
  if (low === 0) return 0;
  const [from, to] = [upTo[low - 1] as number, below[low] as number];
  return p > to ? low * cell : (low - 1 + (p - from) / (to - from)) * cell;
}

function recursion(
  parts: readonly CompoundPart[],
  cell: number,
  count: number,
  discretisation: Discretisation,
): Float64Array {
  const [part] = parts;
  const severity = part?.claim[0]?.severity;
  if (part === undefined || severity === undefined) throw new Error('A recursion needs one event');
  return panjer(part.frequency, discretise(severity, cell, count, discretisation));
}

/** The part of the law that comes from points alone; where the only point is 0, the years without a loss. */
function pointsOf(parts: readonly CompoundPart[], cell: number, count: number): Float64Array {
  const severities = parts.flatMap(({ claim }) => claim.map(({ severity }) => severity));
  if (severities.some(({ atoms }) => atoms.some(({ at }) => at > 0))) {
    return compoundGridOfAtoms(parts, cell, count);
  }
  const out = new Float64Array(count);
  out[0] = parts.reduce((product, { frequency, claim }) => product * frequency.none(nothingOf(claim)), 1);
  return out;
}

/** P(a claim is 0). */
function nothingOf(claim: CompoundPart['claim']): number {
  return claim.reduce((product, { probability, severity }) => {
    const zero = severity.atoms.find(({ at }) => at === 0)?.probability ?? 0;
    return product * (1 - probability + probability * zero);
  }, 1);
}
