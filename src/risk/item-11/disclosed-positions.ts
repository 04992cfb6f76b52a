import { distributionOf } from '../distributions/distribution-of.js';
import type { HoldingSpec } from '../models/holding/holding-spec.js';
import type { MarketFactor } from '../models/market/market-factor.js';
import type { Position, PricePosition } from '../models/market/market-spec.js';
import type { ResolvedRegister } from '../resolved-register.js';
import type { MarketGroup } from './item-11-data.js';

/** Ids of factors of the register have no point. */
const OWN_LAW = 'holding.';

/** Whether a factor stands for the law of one security, and no price of the market. */
export function isOwnLaw({ id }: Pick<MarketFactor, 'id'>): boolean {
  return id.startsWith(OWN_LAW);
}

/** A position with the group that Item 11 shows it in. */
export interface DisclosedPosition extends MarketGroup {
  readonly risk: string;
  readonly position: Position;
}

/** All that Item 11 covers: the register's market risks, and the securities among its holdings. */
export interface DisclosedPositions {
  readonly positions: readonly DisclosedPosition[];
  /** The register's, and one for each security whose value has a law of its own. */
  readonly factors: readonly MarketFactor[];
  /** Holdings that are no market risk of this Item: equity method, cost; and why. */
  readonly leftOut: readonly string[];
}

/**
 * Collects the positions. Securities through other comprehensive income or income are equity prices, other than
 * trading, at their carrying amount; one with a law of its own is measured by a factor with the deviation of that law.
 */
export function disclosedPositions({ risks, market }: ResolvedRegister): DisclosedPositions {
  const positions: DisclosedPosition[] = [];
  const factors: MarketFactor[] = [...market.factors];
  const leftOut: string[] = [];
  for (const { id, model } of risks) {
    if (model.kind === 'market') {
      const { category, purpose } = model;
      positions.push(...model.positions.map((position) => ({ risk: id, category, purpose, position })));
    }
    if (model.kind !== 'holding') continue;
    const security = securityOf(id, model);
    if (typeof security === 'string') {
      leftOut.push(security);
      continue;
    }
    positions.push({ risk: id, category: 'equity-price', purpose: 'other', position: security.position });
    if (security.factor !== null) factors.push(security.factor);
  }
  return { positions, factors, leftOut };
}

function securityOf(
  id: string,
  { accounting, carrying, line, value }: HoldingSpec,
): { position: PricePosition; factor: MarketFactor | null } | string {
  if (accounting === 'equity-method' || accounting === 'cost') {
    return `"${id}" is left out: it is carried ${accounting === 'cost' ? 'at cost' : 'by the equity method'}, not at a market price`;
  }
  const position = { position: 'price', name: id, basis: 'balance', amount: carrying, line } as const;
  if (value !== null && 'factor' in value) {
    return { position: { ...position, factor: value.factor, beta: value.beta }, factor: null };
  }
  const deviation = value === null ? 0 : Math.sqrt(distributionOf(value).variance);
  if (!Number.isFinite(deviation)) return `"${id}" is left out: the law of its value has no finite deviation`;
  const factor: MarketFactor = {
    id: `${OWN_LAW}${id}`,
    name: `price of ${id}`,
    quantity: 'price',
    level: carrying,
    history: null,
    volatility: deviation,
    forced: null,
  };
  return { position: { ...position, factor: factor.id, beta: 1 }, factor };
}

/** The groups that have positions, in the order in which the form names the categories, trading first. */
export function groupsOf(
  positions: readonly DisclosedPosition[],
): (MarketGroup & { positions: DisclosedPosition[] })[] {
  return PURPOSES.flatMap((purpose) =>
    CATEGORIES.flatMap((category) => {
      const found = positions.filter((each) => each.category === category && each.purpose === purpose);
      return found.length === 0 ? [] : [{ category, purpose, positions: found }];
    }),
  );
}

const PURPOSES = ['trading', 'other'] as const;
const CATEGORIES = ['interest-rate', 'foreign-exchange', 'commodity-price', 'equity-price'] as const;
