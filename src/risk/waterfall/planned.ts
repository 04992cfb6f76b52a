import type { Base, Line, MinorityInterest } from './base.js';
import { subsidiaryTaxOn, taxOn } from './tax.js';

/** A minority interest with its lines sorted by how they are taxed. */
export interface CompiledMinority {
  readonly share: number;
  /** Planned income before tax of the part that is shared. */
  readonly planned: number;
  readonly beforeTax: readonly Part[];
  readonly afterTax: readonly Part[];
  readonly comprehensive: readonly Part[];
}

/** So much of the line at `index`. */
export interface Part {
  readonly index: number;
  readonly part: number;
}

export function minorityOf({ share, lines }: MinorityInterest, base: Base): CompiledMinority {
  const parts = lines.map(({ line, part }) => ({
    index: indicesOf(base, ({ id }) => id === line)[0] as number,
    part,
  }));
  const kindOf = ({ index }: Part) => (base.lines[index] as Line).kind;
  const beforeTax = parts.filter((part) => ['revenue', 'cost', 'other'].includes(kindOf(part)));
  return {
    share,
    planned: sumOf(beforeTax, ({ index, part }) => part * income(base.lines[index] as Line)),
    beforeTax,
    afterTax: parts.filter((part) => kindOf(part) === 'equity-method'),
    comprehensive: parts.filter((part) => kindOf(part) === 'other-comprehensive-income'),
  };
}

/** Each measure of the plan itself, in the order of MEASURES. */
export function baseMeasuresOf(base: Base): Float64Array {
  const sum = (kind: Line['kind']) => sumOf(base.lines, (line) => (line.kind === kind ? income(line) : 0));
  const minorities = base.minorities.map((minority) => minorityOf(minority, base));
  const beforeTax = incomeBeforeTax(base);
  const net =
    beforeTax -
    taxOn(beforeTax, base.tax) +
    sum('equity-method') -
    sumOf(minorities, ({ share, planned, afterTax }) => {
      const affiliates = sumOf(afterTax, ({ index, part }) => part * income(base.lines[index] as Line));
      return share * (planned - subsidiaryTaxOn(planned, base.tax) + affiliates);
    });
  const held = sumOf(minorities, ({ share, comprehensive }) =>
    sumOf(comprehensive, ({ index, part }) => share * part * income(base.lines[index] as Line)),
  );
  const comprehensive = (1 - base.tax.rate) * (sum('other-comprehensive-income') - held);
  const { ads } = base;
  return Float64Array.of(
    sum('revenue'),
    sum('revenue') + sum('cost'),
    net,
    comprehensive,
    base.equity + net + comprehensive,
    ads === null ? Number.NaN : (ads.sharePrice * ads.sharesPerAds) / ads.rate,
  );
}

export function incomeBeforeTax(base: Base): number {
  return sumOf(base.lines, (line) => (['revenue', 'cost', 'other'].includes(line.kind) ? income(line) : 0));
}

/** What a line adds to income: a cost is printed positive. */
export function income(line: Line): number {
  return line.kind === 'cost' ? -line.amount : line.amount;
}

export function indicesOf(base: Base, holds: (line: Line) => boolean): number[] {
  return base.lines.flatMap((line, index) => (holds(line) ? [index] : []));
}

export function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
