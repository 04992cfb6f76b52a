import { isQuantity, type Quantity, type QuantityTable } from '../quantity/quantity-kind.js';
import { error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { Law } from '../schema/distributions.js';
import { type Amounts, Unresolved } from './amounts.js';

/** A law that is written out, not a bare quantity. */
export type WrittenLaw = Exclude<Law, Quantity>;

/** The parameters of one law as numbers. */
export class LawReader {
  readonly law: WrittenLaw;
  readonly path: RegisterPath;
  readonly amounts: Amounts;
  readonly unit: string | null;

  constructor(law: WrittenLaw, path: RegisterPath, amounts: Amounts) {
    this.law = law;
    this.path = path;
    this.amounts = amounts;
    this.unit = law.unit ?? null;
  }

  number(key: string): number | null {
    const value = (this.law as unknown as Record<string, unknown>)[key];
    if (typeof value !== 'object' || value === null || !isQuantity(value)) return null;
    // The unit is that of the amounts; shapes and weights have none.
    const unit = value.quantity.dimension === 'number' ? null : this.unit;
    return this.amounts.number(value, [...this.path, key], unit);
  }

  required(key: string): number {
    const value = this.number(key);
    if (value !== null) return value;
    throw this.problem(`missing "${key}": ${NEEDS[this.law.distribution] ?? ''}`);
  }

  /** All that is given as plain parameters. */
  numbers(): Record<string, number> {
    const keys = Object.keys(this.law).filter((key) => !['distribution', 'unit', 'quantiles'].includes(key));
    return Object.fromEntries(
      keys.flatMap((key) => {
        const value = this.number(key);
        return value === null ? [] : [[key, value] as const];
      }),
    );
  }

  /** In order of their levels. Values that fall where levels rise are refused. */
  quantiles(table: QuantityTable): { level: number; value: number }[] {
    const at = [...this.path, 'quantiles'];
    const points = table.entries.map(([key, value]) => ({
      key,
      level: this.amounts.key(key, table.table, [...at, key]),
      value: this.amounts.number(value, [...at, key], this.unit),
    }));
    points.sort((one, other) => one.level - other.level);
    for (const [index, { key, level, value }] of points.entries()) {
      const before = points[index - 1];
      if (before === undefined) continue;
      if (level === before.level) {
        throw new Unresolved(
          error(
            'quantiles',
            [...at, key],
            `unexpected quantile ${key}: the same level as ${before.key}`,
            'key',
          ),
        );
      }
      if (value <= before.value) {
        const [low, high] = [before.key, key];
        throw new Unresolved(
          error(
            'quantiles',
            [...at, key],
            `quantiles out of order: that of ${high} must be above that of ${low}; ${swapped(low, high)}`,
          ),
        );
      }
    }
    return points.map(({ level, value }) => ({ level, value }));
  }

  problem(message: string): Unresolved {
    return new Unresolved(error('distribution', this.path, message, 'key'));
  }
}

function swapped(low: string, high: string): string {
  return `are the amounts of ${low} and ${high} interchanged?`;
}

const NEEDS: Readonly<Record<string, string>> = {
  constant: 'a constant takes "value"',
  normal: 'a normal law takes mean and deviation, or quantiles',
  lognormal: 'a lognormal takes mean and deviation, median and sigma, mu and sigma, or quantiles',
  pert: 'a PERT takes low, mode and high, or quantiles',
  triangular: 'a triangular law takes low, mode and high, or quantiles',
  uniform: 'a uniform law takes low and high, or quantiles',
  beta: 'a beta law takes low, high, alpha and beta, or low, high and quantiles',
  gamma: 'a gamma law takes shape and scale, mean and deviation, or quantiles',
  'student-t': 'a Student t takes freedom, location and scale, or freedom and quantiles',
  pareto: 'a Pareto takes minimum and shape, or quantiles',
  gpd: 'a GPD takes shape, scale and threshold, or shape and quantiles',
};
