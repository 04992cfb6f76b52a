import { InputError } from '../../../value/index.js';
import { exponentials } from '../../random/exponential-function.js';
import type { RiskContext } from '../../simulation/risk-context.js';
import type { Block, EffectTarget, RiskSampler } from '../../simulation/risk-sampler.js';
import type { MarketMethod } from './market-factor.js';
import type { AdsPosition, MarketSpec, Position } from './market-spec.js';
import {
  AVERAGE_SHARE,
  exposureOf,
  type FactorIndex,
  factorIndex,
  factorOf,
  requirePosition,
  variablePrincipal,
  yearRate,
} from './position-exposure.js';

/** Adds the effect of one position on one target to a column of the block. */
interface PositionEffect {
  readonly target: EffectTarget;
  addTo(block: Block, out: Float64Array): void;
}

/**
 * The effects over the year of positions that move with the market. To income, or wherever its line goes: the change
 * of what a balance or forward in another currency is worth, of listed shares and commodities, of a year's revenue or
 * cost in another currency, and of variable interest. The fair value of fixed interest moves nothing here: it is for
 * Item 11 (see `positionTreatment`). An ADS moves by the logarithms of the share price and of the dollars that a unit of
 * the reporting currency buys.
 *
 * Throws `InputError` for a position that names an unknown factor or line, or contradicts itself.
 */
export function marketSampler(spec: MarketSpec, risk: string, context: RiskContext): RiskSampler {
  const factors = factorIndex(context.factors);
  const lines = new Set(context.base.lines.map(({ id }) => id));
  const parts = spec.positions.flatMap((position) => {
    requirePosition(position);
    requireLine(position, lines, risk);
    return effectsOf(position, factors, context.method.accrual);
  });
  const targets = new Map(parts.map(({ target }) => [targetKey(target), target]));
  const keys = [...targets.keys()];
  const columnOf = parts.map(({ target }) => keys.indexOf(targetKey(target)));
  return {
    risk,
    effects: [...targets.values()],
    after: [],
    momentsBelow: Number.POSITIVE_INFINITY,
    simulate(block, columns, occurrences) {
      for (const column of columns) column.fill(0, 0, block.trials);
      parts.forEach((part, at) => {
        part.addTo(block, columns[columnOf[at] as number] as Float64Array);
      });
      // A market moves; it does not occur.
      occurrences?.fill(0, 0, block.trials);
    },
  };
}

function effectsOf(
  position: Position,
  factors: FactorIndex,
  accrual: MarketMethod['accrual'],
): PositionEffect[] {
  if (position.position === 'ads') return adsEffects(position, factors);
  const factor = factorOf(factors, position.factor, position);
  const { id } = factor;
  const target = { line: position.line };
  if (position.position === 'rate') {
    const principal = variablePrincipal(position) * yearRate(1, accrual);
    return principal === 0
      ? []
      : [{ target, addTo: (block, out) => addTimes(out, block.factor(id), principal, block.trials) }];
  }
  const exposure = exposureOf(position, factor);
  const add = position.basis === 'flow' && accrual === 'year-average' ? addFlow : addTimes;
  return [{ target, addTo: (block, out) => add(out, block.factor(id), exposure, block.trials) }];
}

function adsEffects(position: AdsPosition, factors: FactorIndex): PositionEffect[] {
  const rate = factorOf(factors, position.rateFactor, position).id;
  const effects: PositionEffect[] = [
    // The factor counts units of the reporting currency for a dollar: more of them, fewer dollars for each.
    {
      target: { ads: 'rate' },
      addTo: (block, out) => addLogarithm(out, block.factor(rate), -1, block.trials),
    },
  ];
  if (position.priceFactor === null) return effects;
  const price = factorOf(factors, position.priceFactor, position).id;
  effects.push({
    target: { ads: 'price' },
    addTo: (block, out) => addLogarithm(out, block.factor(price), 1, block.trials),
  });
  return effects;
}

function addTimes(out: Float64Array, change: Float64Array, times: number, trials: number): void {
  for (let trial = 0; trial < trials; trial++) {
    out[trial] = (out[trial] as number) + times * (change[trial] as number);
  }
}

/** A flow of the year moves by (1 + change)^(1/√3) − 1: what the average of the year does (see `MarketMethod.accrual`). */
function addFlow(out: Float64Array, change: Float64Array, exposure: number, trials: number): void {
  const average = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) average[trial] = Math.log1p(change[trial] as number);
  exponentials(average, 0, trials, 0, AVERAGE_SHARE);
  for (let trial = 0; trial < trials; trial++) {
    out[trial] = (out[trial] as number) + exposure * ((average[trial] as number) - 1);
  }
}

function addLogarithm(out: Float64Array, change: Float64Array, sign: number, trials: number): void {
  for (let trial = 0; trial < trials; trial++) {
    out[trial] = (out[trial] as number) + sign * Math.log1p(change[trial] as number);
  }
}

function targetKey(target: EffectTarget): string {
  return 'line' in target ? `line ${target.line}` : `ads ${target.ads}`;
}

function requireLine(position: Position, lines: ReadonlySet<string>, risk: string): void {
  if (position.position === 'ads' || lines.has(position.line)) return;
  throw new InputError(
    'bad-option',
    `Position "${position.name}" of risk "${risk}" goes to the line "${position.line}", expected one of ${[...lines].slice(0, 30).join(', ')}`,
  );
}
