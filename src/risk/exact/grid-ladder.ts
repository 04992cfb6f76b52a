import type { CompoundPart } from './compound-grid.js';
import type { Discretisation } from './discretise.js';
import { commonDivisor, firstReach } from './grid-size.js';
import { allowsRecursion, type LossGrid, lossGrid } from './loss-grid.js';

/** Cells of a grid; more where so many claims come together that each cell's error adds up. */
const CELLS = 32_768;
const CELLS_OF_MANY = 131_072;
const MANY_CLAIMS = 500;
/** A further grid reaches so many times as far as the one before. */
const GROWTH = 8;
const FARTHEST = 11;
const NEAREST = -16;
/** What is read below so many cells is read from a finer grid, if that reaches it. */
const FINE_ENOUGH = 64;
/** A law of points keeps its cell, and its grids grow in length; the first is as fast by recursion as by transform. */
const FEWEST_POINTS = 2048;
const FARTHEST_OF_POINTS = 3;

/** Where on a grid something is read, in cells; null where the grid does not reach it. */
export type PlaceOnGrid = (grid: LossGrid) => number | null;

/**
 * Grids of one law, each reaching eight times as far as the one before, made when asked for. None needs to hold the
 * whole law: a sum with an amount beyond the grid lies beyond it too.
 */
export class GridLadder {
  /** Of the first grid; one of more than 2,048 points takes the transform. */
  readonly method: 'panjer' | 'fft';
  /** Whether the law is one of points on a grid, and so without any error of discretisation. */
  readonly isLattice: boolean;
  private readonly parts: readonly CompoundPart[];
  /** What every amount with probability of its own is a multiple of; null where there is no such number. */
  private readonly divisor: number | null;
  private readonly firstReach: number;
  private readonly cells: number;
  private readonly made = new Map<string, LossGrid>();

  constructor(parts: readonly CompoundPart[]) {
    this.parts = parts;
    this.firstReach = firstReach(parts);
    this.divisor = commonDivisor(parts);
    const severities = parts.flatMap(({ claim }) => claim.map(({ severity }) => severity));
    const isOfPoints = severities.every(({ continuous }) => continuous === null);
    const farthest = FEWEST_POINTS * GROWTH ** FARTHEST_OF_POINTS * (this.divisor ?? 0);
    this.isLattice = isOfPoints && this.firstReach < farthest / GROWTH;
    this.method = this.isLattice && allowsRecursion(parts) ? 'panjer' : 'fft';
    const claims = parts.reduce((sum, { frequency }) => sum + frequency.mean, 0);
    this.cells = claims > MANY_CLAIMS ? CELLS_OF_MANY : CELLS;
  }

  /** The finest grid that reaches a place, or the last. `coarser`: with cells twice as large. */
  gridFor(placeOn: PlaceOnGrid, discretisation: Discretisation, coarser: 1 | 2 = 1): LossGrid {
    const farthest = this.isLattice ? FARTHEST_OF_POINTS : FARTHEST;
    let level = 0;
    let grid = this.grid(level, discretisation, coarser);
    while (placeOn(grid) === null && level < farthest) grid = this.grid(++level, discretisation, coarser);
    while (!this.isLattice && level <= 0 && level > NEAREST && isNearStart(placeOn(grid))) {
      const finer = this.grid(--level, discretisation, coarser);
      if (placeOn(finer) === null) break;
      grid = finer;
    }
    return grid;
  }

  private grid(level: number, discretisation: Discretisation, coarser: 1 | 2): LossGrid {
    const key = `${level} ${discretisation} ${coarser}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const { cell, count, method } = this.sizeOf(level);
    const size = { cell: cell * coarser, count: count / coarser, method, discretisation };
    const grid = lossGrid(this.parts, { ...size, isLattice: this.isLattice });
    this.made.set(key, grid);
    return grid;
  }

  private sizeOf(level: number): { cell: number; count: number; method: 'panjer' | 'fft' } {
    const { divisor, cells } = this;
    if (this.isLattice && divisor !== null) {
      const count = FEWEST_POINTS * GROWTH ** level;
      return { cell: divisor, count, method: level === 0 ? this.method : 'fft' };
    }
    const wanted = (this.firstReach * GROWTH ** level) / cells;
    const fits = divisor !== null && divisor >= wanted;
    return { cell: fits ? divisor / Math.ceil(divisor / wanted) : wanted, count: cells, method: 'fft' };
  }
}

function isNearStart(place: number | null): boolean {
  return place !== null && place > 0 && place < FINE_ENOUGH;
}
