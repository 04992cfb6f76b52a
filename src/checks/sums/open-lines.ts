import type { Unit } from '../../filing/filing.js';
import { type LineMatrix, type SumLine, UNREADABLE } from './line-matrix.js';

/** A total has this many lines at most; a search looks no further back. */
export const MOST_TERMS = 48;
/** Of the open lines, the last this many are looked at. */
export const FURTHEST_LINE = 160;

/**
 * The lines that may add up to one total, nearest first, with what each adds at each position of the total, all in the
 * finest step printed there. Made once for a matrix and filled anew for each total.
 */
export class OpenLines {
  readonly matrix: LineMatrix;
  readonly width: number;
  /** Lines of the matrix, nearest first. */
  readonly items: number[] = [];
  /** Positions where the total is printed. */
  readonly active: number[] = [];
  /** By item and position, `item * width + position`; NaN where something is printed that is no number. */
  readonly parts: Float64Array;
  /** By position. */
  readonly totals: Float64Array;
  private readonly step: Float64Array;
  private readonly additive: Uint8Array;
  private readonly isTotal: (line: number) => boolean;

  /** `isTotal` tells the lines that are known to be totals. */
  constructor(matrix: LineMatrix, isTotal: (line: number) => boolean) {
    const width = matrix.positions.length;
    this.matrix = matrix;
    this.width = width;
    this.isTotal = isTotal;
    this.parts = new Float64Array(Math.min(MOST_TERMS, matrix.lines.length) * width);
    this.totals = new Float64Array(width);
    this.step = new Float64Array(width);
    this.additive = new Uint8Array(width);
  }

  /** Takes up a total and the open lines before it, the nearest last; false where nothing can be added to it. */
  fill(total: number, open: readonly number[]): boolean {
    this.items.length = 0;
    this.findPositions(total);
    if (this.active.length === 0) return false;
    const furthest = Math.max(0, open.length - FURTHEST_LINE);
    for (let at = open.length - 1; at >= furthest && this.items.length < MOST_TERMS; at--) {
      const line = open[at] ?? 0;
      if (this.joins(total, line)) this.items.push(line);
    }
    for (const position of this.active) this.fillPosition(total, position);
    return this.items.length > 0;
  }

  part(item: number, position: number): number {
    return this.parts[item * this.width + position] ?? 0;
  }

  line(item: number): SumLine | undefined {
    return this.matrix.lines[this.items[item] ?? -1];
  }

  /** Shares of other columns, rates and amounts per share need not add up where the amounts beside them do. */
  mustAdd(position: number): boolean {
    return this.additive[position] === 1;
  }

  /** Whether the label says that a line is taken off and its numbers are printed without brackets. */
  isDeducted(item: number): boolean {
    if (this.line(item)?.words.isDeducted !== true) return false;
    let sum = 0;
    for (const position of this.active) sum += Math.sign(this.part(item, position));
    return sum > 0;
  }

  isEmpty(item: number): boolean {
    return this.active.every((position) => this.part(item, position) === 0);
  }

  /** Whether the first so many lines end where a group, an indent or a balance begins. */
  isBoundary(count: number): boolean {
    const [at = -1, next] = [this.items[count - 1], this.items[count]];
    if (next === undefined || this.isTotal(at) || this.isTotal(next)) return true;
    const [line, above] = [this.line(count - 1), this.line(count)];
    if (line === undefined || above === undefined) return true;
    return line.group !== above.group || above.level < line.level || line.words.isOpening;
  }

  /** How many lines stand between the total and the beginning of their group. */
  naturalRun(): number {
    for (let count = 1; count < this.items.length; count++) if (this.isBoundary(count)) return count;
    return this.items.length;
  }

  /** How many lines stand back to the nearest opening balance, which counts; 0 where there is none. */
  runToOpening(): number {
    for (let item = 0; item < this.items.length; item++)
      if (this.line(item)?.words.isOpening) return item + 1;
    return 0;
  }

  /** At how many positions two or more of the first lines hold something that must add up. */
  positionsWithSums(count: number): number {
    return this.active.filter((position) => {
      let filled = 0;
      for (let item = 0; item < count; item++) if (this.part(item, position) !== 0) filled++;
      return filled > 1 && this.mustAdd(position);
    }).length;
  }

  /** The two positions where the total has the most digits: a reading that fits neither is not looked at. */
  pilots(): readonly [number, number] {
    let [first, second] = [-1, -1];
    let [largest, next] = [-1, -1];
    for (const position of this.active) {
      const size = Math.abs(this.totals[position] ?? 0);
      if (size > largest) {
        [second, next] = [first, largest];
        [first, largest] = [position, size];
      } else if (size > next) [second, next] = [position, size];
    }
    return [Math.max(0, first), second < 0 ? Math.max(0, first) : second];
  }

  private findPositions(total: number): void {
    this.active.length = 0;
    for (let position = 0; position < this.width; position++) {
      const cell = this.matrix.cells[total * this.width + position];
      if (cell == null) continue;
      this.active.push(position);
      this.additive[position] = isAdditive(cell.figure.unit) ? 1 : 0;
      this.step[position] = cell.coefficient === 0 ? Infinity : cell.exponent;
    }
  }

  /** Whether a line holds an amount of the total's kind where the total does; takes note of a finer step. */
  private joins(total: number, line: number): boolean {
    let joined = false;
    for (const position of this.active) {
      const cell = this.matrix.cells[line * this.width + position];
      if (cell == null || !this.areAlike(total, line, position)) continue;
      joined = true;
      if (cell.coefficient !== 0 && cell.exponent < (this.step[position] ?? 0)) {
        this.step[position] = cell.exponent;
      }
    }
    return joined;
  }

  private areAlike(total: number, line: number, position: number): boolean {
    const a = this.matrix.kinds[total * this.width + position] ?? 0;
    const b = this.matrix.kinds[line * this.width + position] ?? 0;
    return a === b || a === 0 || b === 0;
  }

  private fillPosition(total: number, position: number): void {
    const cell = this.matrix.cells[total * this.width + position];
    if (!Number.isFinite(this.step[position] ?? 0)) this.step[position] = cell?.exponent ?? 0;
    const step = this.step[position] ?? 0;
    this.totals[position] = inSteps(cell, step);
    for (let item = 0; item < this.items.length; item++) {
      const line = this.items[item] ?? 0;
      const at = line * this.width + position;
      const isPart = this.areAlike(total, line, position);
      this.parts[item * this.width + position] =
        this.matrix.kinds[at] === UNREADABLE ? Number.NaN : isPart ? inSteps(this.matrix.cells[at], step) : 0;
    }
  }
}

/** What adds up wherever its lines do: amounts of money, shares, numbers of things. */
export function isAdditive(unit: Unit): boolean {
  return unit.length === 3 || unit === 'share' || unit === 'ADS' || unit === 'count' || unit === 'pure';
}

function inSteps(
  cell: { readonly coefficient: number; readonly exponent: number } | null | undefined,
  step: number,
): number {
  if (cell == null || cell.coefficient === 0) return 0;
  if (cell.exponent === step) return cell.coefficient;
  const value = cell.coefficient * 10 ** (cell.exponent - step);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}
