import type { MarketFactor } from '../models/market/market-factor.js';
import type { Position } from '../models/market/market-spec.js';
import {
  exposureOf,
  type FactorIndex,
  factorOf,
  requirePosition,
  variablePrincipal,
} from '../models/market/position-exposure.js';
import { valuedPosition } from '../models/market/position-value.js';
import type { Base } from '../waterfall/base.js';
import {
  type DisclosedPosition,
  type DisclosedPositions,
  groupsOf,
  isOwnLaw,
} from './disclosed-positions.js';
import type { SensitivityGroup, SensitivityRow } from './item-11-data.js';
import type { PriorItem11 } from './prior-item-11.js';

/** The least change that the form accepts without a reason: 10% of a rate or price at the end of the year. */
const SHARE = 0.1;
/** Of interest rates beside it: 10% of a rate near zero is next to nothing. */
const PARALLEL = 0.01;

/** A hypothetical change, the same for every factor of a quantity. */
export interface Shock {
  readonly name: string;
  change(factor: MarketFactor): number;
}

/** 10% up and down; of interest rates, 10% of the level and 100 basis points. */
export function shocksOf(quantity: MarketFactor['quantity']): readonly Shock[] {
  return quantity === 'interest-rate' ? RATE_SHOCKS : PRICE_SHOCKS;
}

const PRICE_SHOCKS: readonly Shock[] = [
  { name: '10% up', change: () => SHARE },
  { name: '10% down', change: () => -SHARE },
];

const RATE_SHOCKS: readonly Shock[] = [
  // Up means up, of a negative rate too.
  { name: '10% of the rate up', change: ({ level }) => SHARE * Math.abs(level) },
  { name: '10% of the rate down', change: ({ level }) => -SHARE * Math.abs(level) },
  { name: '100 basis points up', change: () => PARALLEL },
  { name: '100 basis points down', change: () => -PARALLEL },
];

/** What a shock does: to fair values, to income of a whole year before tax, and to other comprehensive income. */
type Moved = Pick<SensitivityRow, 'fairValue' | 'income' | 'otherComprehensiveIncome'>;

/**
 * Alternative 2: what a change of each market rate or price does to fair values and to a year's income, one factor at a
 * time, the others as they are; and for groups of several factors, all together.
 */
export function sensitivityGroups(
  { positions }: DisclosedPositions,
  factors: FactorIndex,
  base: Base,
  prior: PriorItem11['sensitivity'],
): SensitivityGroup[] {
  const before = new Map(prior.flatMap(({ rows }) => rows).map((row) => [row.key, row]));
  const comprehensive = new Set(
    base.lines.filter(({ kind }) => kind === 'other-comprehensive-income').map(({ id }) => id),
  );
  return groupsOf(positions).flatMap(({ category, purpose, positions: held }) => {
    const rows = rowsOf(held, factors, comprehensive).map((row) => {
      const key = `${category}/${purpose}/${row.key}`;
      return { ...row, key, prior: movedOnly(before.get(key)) };
    });
    return rows.length === 0 ? [] : [{ category, purpose, rows }];
  });
}

function rowsOf(
  held: readonly DisclosedPosition[],
  factors: FactorIndex,
  comprehensive: ReadonlySet<string>,
): SensitivityRow[] {
  const byFactor = new Map<MarketFactor, Position[]>();
  for (const { position } of held) {
    requirePosition(position);
    if (position.position === 'ads') continue;
    const factor = factorOf(factors, position.factor, position);
    byFactor.set(factor, [...(byFactor.get(factor) ?? []), position]);
  }
  const rows = [...byFactor].flatMap(([factor, positions]) =>
    shocksOf(factor.quantity).map((shock) => {
      const change = shock.change(factor);
      return {
        ...rowHead(factor.id, shock, change),
        factor: factor.id,
        name: factor.name,
        // Of a law that stands for a price the level is the carrying amount, which is no price.
        level: isOwnLaw(factor) ? null : factor.level,
        ...moved(positions, change, factors, comprehensive),
      };
    }),
  );
  return byFactor.size < 2 ? rows : [...rows, ...togetherRows(rows)];
}

function rowHead(id: string, shock: Shock, change: number) {
  return { key: `${id}/${shock.name}`, shock: shock.name, change, prior: null };
}

/** All factors of the group at once: the sums, because each position moves with one factor. */
function togetherRows(rows: readonly SensitivityRow[]): SensitivityRow[] {
  return [...new Set(rows.map(({ shock }) => shock))].map((shock) => {
    const parts = rows.filter((row) => row.shock === shock);
    const sum = (of: keyof Moved) => parts.reduce((total, part) => total + part[of], 0);
    return {
      key: `all/${shock}`,
      factor: null,
      name: 'all together',
      level: null,
      shock,
      change: parts[0]?.change ?? 0,
      fairValue: sum('fairValue'),
      income: sum('income'),
      otherComprehensiveIncome: sum('otherComprehensiveIncome'),
      prior: null,
    };
  });
}

function moved(
  positions: readonly Position[],
  change: number,
  factors: FactorIndex,
  comprehensive: ReadonlySet<string>,
): Moved {
  let [fairValue, income, otherComprehensiveIncome] = [0, 0, 0];
  for (const position of positions) {
    fairValue += valuedPosition(position, factors)?.change(change) ?? 0;
    if (position.position === 'ads') continue;
    const booked = bookedChange(position, change, factors);
    if (comprehensive.has(position.line)) otherComprehensiveIncome += booked;
    else income += booked;
  }
  return { fairValue, income, otherComprehensiveIncome };
}

/** What reaches the position's line within a year: a balance's change of value, a whole year of flows and of variable interest. */
function bookedChange(
  position: Exclude<Position, { position: 'ads' }>,
  change: number,
  factors: FactorIndex,
): number {
  if (position.position === 'rate') return variablePrincipal(position) * change;
  return exposureOf(position, factorOf(factors, position.factor, position)) * change;
}

function movedOnly(row: Moved | undefined): SensitivityRow['prior'] {
  if (row === undefined) return null;
  const { fairValue, income, otherComprehensiveIncome } = row;
  return { fairValue, income, otherComprehensiveIncome };
}
