import type { FoundSum, SumTerm } from './found-sum.js';
import type { LineMatrix, SumLine } from './line-matrix.js';
import { MOST_TERMS, OpenLines } from './open-lines.js';
import {
  BY_NUMBERS_ALONE,
  FOR_A_FAILURE,
  failsBySlip,
  isEnough,
  neededEvidence,
  type Reading,
  withFailureBySlip,
} from './reading.js';

/** Up to this many lines, one may be skipped or enter with the other sign. */
const MOST_VARIED = 24;
/** Up to this many lines, all signs are tried. */
const MOST_SIGNED = 6;
/** What a reading with other signs must show more where the label names no difference. */
const UNLIKELY = 1.5;
/** Amounts below this agree by chance. */
const MOST_SMALL = 20;
/** A position counts for this many digits at most. */
const MOST_DIGITS = 6;
/** What a reading costs that ends where a group begins: of those there are few. */
const AT_BOUNDARY = 0.3;
/** A total is this many steps off at most where a report rounds its totals apart. */
export const MOST_TOLERANCE = 2;
/** What positions with a single line beside zeros count for, all together. */
const FOR_SINGLES = 1.5;

type Manner = 'plain' | 'labelled' | 'first less rest' | 'turned' | 'signs';

/**
 * Finds the lines of one total among the lines that are open: those not yet added up in another total, nearest first.
 * A reading is a run of open lines with signs; it is held against all positions at once, and the one with the most
 * evidence is taken. Work for a total: lines × positions, and lines² × 2 where plain readings fail.
 */
export class SumSearch {
  private readonly lines: OpenLines;
  private readonly tolerance: number;
  /** By position: the sum so far, those of its parts that a label takes off, how many parts are not zero. */
  private readonly sums: Float64Array;
  private readonly deducted: Float64Array;
  private readonly filled: Int16Array;
  /** By position: total less sum, of the reading at hand and of the one that is varied. */
  private readonly left: Float64Array;
  private readonly base: Float64Array;
  private readonly signs = new Int8Array(MOST_TERMS);
  private best: Reading | null = null;
  private fails = 0;
  private agreeing = 0;
  private unlikely = 0;
  private isPlainOnly = false;
  /** Whether a position that was looked at is a step or two off: a tolerance might find other sums. */
  sawNearMiss = false;

  /**
   * `tolerance`: how many steps off still agree, in a report whose totals are rounded apart from their lines. `isTotal`
   * tells the lines that are known to be totals.
   */
  constructor(matrix: LineMatrix, tolerance: number, isTotal: (line: number) => boolean) {
    const width = matrix.positions.length;
    this.lines = new OpenLines(matrix, isTotal);
    this.tolerance = tolerance;
    this.sums = new Float64Array(width);
    this.deducted = new Float64Array(width);
    this.filled = new Int16Array(width);
    this.left = new Float64Array(width);
    this.base = new Float64Array(width);
  }

  /** The best reading of a line as the total of open lines, the nearest last in `open`; null where none holds. */
  find(total: number, open: readonly number[], strictness: number): FoundSum | null {
    const line = this.lines.matrix.lines[total];
    if (line === undefined || !this.lines.fill(total, open)) return null;
    const { isTotal, isDifference, isClosing } = line.words;
    const needed = neededEvidence(line, this.lines.line(0)) + strictness;
    this.unlikely = isTotal || isDifference || isClosing ? 0 : UNLIKELY;
    // A line that does not say that it is a difference is a part of the total above it: "Total, of which …".
    this.isPlainOnly = needed >= BY_NUMBERS_ALONE;
    const best = this.bestReading(needed);
    if (best !== null && isEnough(best, needed)) return this.toSum(total, best);
    const withSlip = best === null ? null : withFailureBySlip(best, this.lines);
    if (withSlip !== null && isEnough(withSlip, needed)) return this.toSum(total, withSlip);
    return this.copyOf(total, line) ?? (strictness === 0 ? this.assumed(total, line) : null);
  }

  private bestReading(needed: number): Reading | null {
    this.best = null;
    this.tryPlain();
    if (needed < BY_NUMBERS_ALONE && !this.isSettled()) {
      const [pilot, second] = this.lines.pilots();
      this.tryVaried('plain', pilot, second);
      this.tryVaried('first less rest', pilot, second);
      this.trySigns(pilot, second);
    }
    return this.best;
  }

  private isSettled(): boolean {
    return this.best !== null && this.best.fails === 0;
  }

  /** All open lines back to each one: as printed, with the signs of their labels, the furthest less the others. */
  private tryPlain(): void {
    const { lines } = this;
    const count = lines.items.length;
    const tries = Math.log10(count + 2);
    let hasDeducted = false;
    this.reset();
    for (let item = 0; item < count; item++) {
      this.add(item);
      if (this.holdAgainst(item, 1, 0, 0)) {
        this.weigh(item + 1, lines.isBoundary(item + 1) ? AT_BOUNDARY : tries, 'plain');
      }
      if (this.isPlainOnly) continue;
      if (item > 0) this.trySigned(item, tries, hasDeducted);
      if (lines.isDeducted(item)) {
        this.deduct(item);
        hasDeducted = lines.active.some((position) => this.deducted[position] !== 0);
      }
    }
  }

  /** The lines back to one: with the signs of their labels, the furthest less the others, all turned. */
  private trySigned(item: number, tries: number, hasDeducted: boolean): void {
    if (hasDeducted && this.holdAgainst(item, 1, -2, 0)) {
      const cost = this.lines.isBoundary(item + 1) ? AT_BOUNDARY : tries;
      this.weigh(item + 1, cost + 0.5, 'labelled');
    }
    if (this.holdAgainst(item, -1, 0, 2)) this.weigh(item + 1, tries + 0.5, 'first less rest');
    if (this.holdAgainst(item, -1, 0, 0)) this.weigh(item + 1, tries + 1, 'turned');
  }

  /** One line of a run skipped or turned. */
  private tryVaried(manner: 'plain' | 'first less rest', pilot: number, second: number): void {
    const { lines } = this;
    const count = Math.min(lines.items.length, MOST_VARIED);
    const cost = Math.log10(2 * count * count + 2);
    const sign = manner === 'plain' ? 1 : -1;
    this.reset();
    for (let item = 0; item < count; item++) {
      this.add(item);
      if (item < 2) continue;
      this.holdAgainst(item, sign, 0, manner === 'plain' ? 0 : 2);
      this.base.set(this.left);
      const [atPilot = 0, atSecond = 0] = [this.base[pilot], this.base[second]];
      for (let varied = 0; varied < item; varied++) {
        for (const by of [sign, 2 * sign]) {
          const fits = atPilot + by * lines.part(varied, pilot) === 0;
          if (!fits && atSecond + by * lines.part(varied, second) !== 0) continue;
          this.varyLine(varied, by);
          this.weigh(item + 1, cost, manner, varied, Math.abs(by) === 1 ? 0 : -Math.sign(by));
        }
      }
    }
  }

  /** A line taken out (`by` 1 or -1) or turned (2 or -2) in the reading whose differences are in `base`. */
  private varyLine(varied: number, by: number): void {
    const { lines, base, left } = this;
    for (const position of lines.active) {
      left[position] = (base[position] ?? 0) + by * lines.part(varied, position);
    }
  }

  /** Every choice of signs in a short run. */
  private trySigns(pilot: number, second: number): void {
    const { lines, signs } = this;
    const count = Math.min(lines.items.length, MOST_SIGNED);
    this.reset();
    for (let item = 0; item < count; item++) {
      this.add(item);
      for (let choice = 1; item > 1 && choice < 1 << item; choice++) {
        if (this.leftOfSigns(item, choice, pilot) !== 0 && this.leftOfSigns(item, choice, second) !== 0)
          continue;
        for (const position of lines.active) this.left[position] = this.leftOfSigns(item, choice, position);
        for (let at = 0; at <= item; at++) signs[at] = at < item && (choice >> at) & 1 ? -1 : 1;
        this.weigh(item + 1, 2, 'signs');
      }
    }
  }

  private leftOfSigns(item: number, choice: number, position: number): number {
    const { lines } = this;
    let left = (lines.totals[position] ?? 0) - lines.part(item, position);
    for (let at = 0; at < item; at++) {
      left += (choice >> at) & 1 ? lines.part(at, position) : -lines.part(at, position);
    }
    return left;
  }

  private reset(): void {
    for (const position of this.lines.active) {
      this.sums[position] = 0;
      this.deducted[position] = 0;
      this.filled[position] = 0;
    }
  }

  private add(item: number): void {
    for (const position of this.lines.active) {
      const part = this.lines.part(item, position);
      this.sums[position] = (this.sums[position] ?? 0) + part;
      if (part !== 0) this.filled[position] = (this.filled[position] ?? 0) + 1;
    }
  }

  private deduct(item: number): void {
    for (const position of this.lines.active) {
      this.deducted[position] = (this.deducted[position] ?? 0) + this.lines.part(item, position);
    }
  }

  /**
   * Puts total less reading into `left`: the sum of the lines and of those that a label takes off so many times, and the
   * furthest line. Whether any position agrees, or would in a report that rounds its totals apart.
   */
  private holdAgainst(item: number, sums: number, deducted: number, furthest: number): boolean {
    const { active, totals } = this.lines;
    let agrees = false;
    for (const position of active) {
      let sum = sums * (this.sums[position] ?? 0);
      if (deducted !== 0) sum += deducted * (this.deducted[position] ?? 0);
      if (furthest !== 0) sum += furthest * this.lines.part(item, position);
      const left = (totals[position] ?? 0) - sum;
      this.left[position] = left;
      if (left <= MOST_TOLERANCE && left >= -MOST_TOLERANCE) agrees = true;
    }
    return agrees;
  }

  /** Takes the reading whose differences are in `left` where it has more evidence than the best so far. */
  private weigh(count: number, cost: number, manner: Manner, varied = -1, variedSign = 0): void {
    const isPlain = manner === 'plain' && varied < 0;
    const evidence = this.gained() - cost - (isPlain ? 0 : this.unlikely);
    if (this.agreeing === 0 || (this.best !== null && evidence <= this.best.evidence)) return;
    const signs = new Int8Array(count);
    for (let item = 0; item < count; item++) {
      signs[item] = item === varied ? variedSign : this.signOf(item, count, manner);
    }
    this.best = { signs, evidence, fails: this.fails, agreeing: this.agreeing, isPlain };
  }

  private signOf(item: number, count: number, manner: Manner): number {
    if (manner === 'plain') return 1;
    if (manner === 'turned') return -1;
    if (manner === 'signs') return this.signs[item] ?? 1;
    if (item === count - 1) return 1;
    return manner === 'first less rest' || this.lines.isDeducted(item) ? -1 : 1;
  }

  /** The digits that agree, less something for each position that fails; -99 where too many do. */
  private gained(): number {
    let digits = 0;
    let singles = 0;
    let last = Number.NaN;
    this.fails = 0;
    this.agreeing = 0;
    for (const position of this.lines.active) {
      const size = Math.abs(this.lines.totals[position] ?? 0);
      const off = Math.abs(this.left[position] ?? 0);
      const agrees = this.agrees(off, size);
      if (agrees && size === last) continue;
      if (agrees) last = size;
      if (agrees && (this.filled[position] ?? 0) < 2) singles += Number(size >= MOST_SMALL);
      else digits += this.digitsAt(position, off, size, agrees);
    }
    if (singles > 0 && this.agreeing < 2) {
      this.agreeing++;
      digits += FOR_SINGLES;
    }
    const isPair = this.fails === 1 && this.agreeing === 1;
    return this.fails * 2 > this.agreeing && !isPair ? -99 : digits;
  }

  private agrees(off: number, size: number): boolean {
    return off === 0 || (off <= this.tolerance && size > MOST_SMALL * off);
  }

  /** What one position adds to the evidence; counts whether it agrees or fails. NaN, where nothing can be read, does neither. */
  private digitsAt(position: number, off: number, size: number, agrees: boolean): number {
    const digits = Math.min(MOST_DIGITS, Math.log10(size + 2));
    if (agrees) {
      this.agreeing++;
      return off === 0 ? digits : digits - FOR_A_FAILURE;
    }
    if (off <= MOST_TOLERANCE && size > MOST_SMALL * off) {
      this.sawNearMiss = true;
      return 0.5 * digits - 0.5;
    }
    if (Number.isNaN(off) || !this.lines.mustAdd(position)) return 0;
    this.fails++;
    return -FOR_A_FAILURE;
  }

  private toSum(total: number, { signs, evidence, fails, isPlain }: Reading): FoundSum {
    const { lines } = this;
    const terms: SumTerm[] = [];
    let count = signs.length;
    while (count < lines.items.length && this.isEmptyBeside(count)) count++;
    for (let item = count - 1; item >= 0; item--) {
      const sign = item < signs.length ? signs[item] : 1;
      if (sign === 1 || sign === -1) terms.push({ line: lines.items[item] ?? 0, sign });
    }
    const words = (line: number) => lines.matrix.lines[line]?.words;
    const isCarried = words(total)?.isClosing === true && words(terms[0]?.line ?? -1)?.isOpening === true;
    return { total, terms, evidence, isPlain, isWhole: fails === 0, isCarried, isAssumed: false };
  }

  /** A line of nothing but zeros that goes on the group of the last one taken belongs to it. */
  private isEmptyBeside(item: number): boolean {
    const [line, next] = [this.lines.line(item - 1), this.lines.line(item)];
    return line !== undefined && line.group === next?.group && this.lines.isEmpty(item);
  }

  /** A line that says that it is a total and repeats the line above it. */
  private copyOf(total: number, { words }: SumLine): FoundSum | null {
    const { lines } = this;
    const isSame = lines.active.every((position) => lines.totals[position] === lines.part(0, position));
    if (!words.isTotal || !isSame) return null;
    const terms: SumTerm[] = [{ line: lines.items[0] ?? 0, sign: 1 }];
    return { total, terms, evidence: 0, isPlain: true, isWhole: true, isCarried: false, isAssumed: false };
  }

  /**
   * A total by its label alone, of all lines back to where its group or its opening balance stands: in a table with a
   * single column of amounts, where a wrong figure leaves nothing that could show the sum. What labels take off is taken
   * off where a slip of the hand explains the difference only so.
   */
  private assumed(total: number, { words }: SumLine): FoundSum | null {
    const { lines } = this;
    const toOpening = words.isClosing ? lines.runToOpening() : 0;
    const isCarried = toOpening > 0;
    const count = isCarried ? toOpening : lines.naturalRun();
    if (count < 3 || !(words.isTotal || isCarried) || lines.positionsWithSums(count) !== 1) return null;
    const plain = new Int8Array(count).fill(1);
    const labelled = plain.map((_, item) => (item < count - 1 && lines.isDeducted(item) ? -1 : 1));
    const signs = !failsBySlip(plain, lines) && failsBySlip(labelled, lines) ? labelled : plain;
    const terms: SumTerm[] = [];
    for (let item = count - 1; item >= 0; item--) {
      terms.push({ line: lines.items[item] ?? 0, sign: signs[item] === -1 ? -1 : 1 });
    }
    const isPlain = signs === plain;
    return { total, terms, evidence: 0, isPlain, isWhole: false, isCarried, isAssumed: true };
  }
}
