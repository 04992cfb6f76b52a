import type { CompoundPart } from './compound-grid.js';
import { compoundMoments } from './compound-moments.js';
import type { Discretisation } from './discretise.js';
import { GridLadder } from './grid-ladder.js';
import { cdfOn, integralOn, type LossGrid, quantileOn } from './loss-grid.js';
import type { LossLaw } from './loss-law.js';

/**
 * The law of a year's total loss, S ≥ offset, without simulation; the offset is 0 but where gains are in the sum.
 *
 * Severities are discretised so that their mean stays, compounded by Panjer's recursion or by Fourier transform, and
 * the continuous part of the result is read between the cells by its straight line. `bounds` brackets the true quantile:
 * it comes from rounding every severity down, and up.
 */
export class ExactLaw implements LossLaw {
  readonly mean: number;
  readonly deviation: number;
  readonly skewness: number;
  readonly method: 'panjer' | 'fft';
  private readonly grids: GridLadder;
  private readonly offset: number;

  constructor(parts: readonly CompoundPart[], offset = 0) {
    const { mean, deviation, skewness } = compoundMoments(parts);
    this.mean = mean + offset;
    this.deviation = deviation;
    this.skewness = skewness;
    this.grids = new GridLadder(parts);
    this.method = this.grids.method;
    this.offset = offset;
  }

  cdf(loss: number): number {
    const above = loss - this.offset;
    if (!(above >= 0)) return 0;
    const grid = this.gridAround(above);
    return above < grid.reach ? cdfOn(grid, above) : lastOf(grid);
  }

  quantile(p: number): number {
    return this.quantileBy(p, 'unbiased');
  }

  bounds(p: number): readonly [low: number, high: number] {
    if (this.grids.isLattice) return [this.quantile(p), this.quantile(p)];
    return [this.quantileBy(p, 'lower'), this.quantileBy(p, 'upper')];
  }

  /** A third of what twice as large a cell would change, as the error grows with the square of the cell. */
  errorAt(p: number): number {
    if (this.grids.isLattice) return 0;
    const [fine, coarse] = [this.quantileBy(p, 'unbiased'), this.quantileBy(p, 'unbiased', 2)];
    return fine === coarse ? 0 : Math.abs(fine - coarse) / 3;
  }

  cellAt(p: number): number {
    return this.grids.gridFor(placeOfQuantile(p), 'unbiased').cell;
  }

  valueAtRisk(level: number): number {
    return this.quantile(level);
  }

  expectedShortfall(level: number): number {
    const at = this.quantile(level);
    return Number.isFinite(this.mean) && Number.isFinite(at)
      ? at + this.stopLoss(at) / (1 - level)
      : Number.POSITIVE_INFINITY;
  }

  /** The mean less what lies below, so that no grid need hold the tail. */
  stopLoss(retention: number): number {
    const above = retention - this.offset;
    if (!(above > 0 && Number.isFinite(this.mean))) return this.mean - retention;
    const grid = this.gridAround(above);
    return above < grid.reach ? Math.max(0, this.mean - retention + integralOn(grid, above)) : 0;
  }

  private quantileBy(p: number, discretisation: Discretisation, coarser: 1 | 2 = 1): number {
    if (!(p >= 0 && p < 1)) return p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
    const grid = this.grids.gridFor(placeOfQuantile(p), discretisation, coarser);
    return lastOf(grid) > p ? this.offset + quantileOn(grid, p) : Number.POSITIVE_INFINITY;
  }

  private gridAround(above: number): LossGrid {
    return this.grids.gridFor(({ reach, cell }) => (reach > above ? above / cell : null), 'unbiased');
  }
}

function placeOfQuantile(p: number): (grid: LossGrid) => number | null {
  return (grid) => (lastOf(grid) > p ? quantileOn(grid, p) / grid.cell : null);
}

function lastOf({ upTo }: LossGrid): number {
  return upTo.at(-1) as number;
}
