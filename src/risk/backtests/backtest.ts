import { binomialTest } from './binomial-test.js';
import { conditionalCoverageTest, independenceTest } from './christoffersen.js';
import { kupiecTest } from './kupiec.js';
import { trafficLight, type Zone } from './traffic-light.js';

/** Days of one period of the traffic light. */
const PERIOD = 250;

export interface BacktestResult {
  readonly days: number;
  readonly exceptions: number;
  readonly share: number;
  /** Exact two-sided p-value of the number of exceptions. */
  readonly exactPValue: number;
  readonly kupiecPValue: number;
  /** Exact, given the number of exceptions. */
  readonly independencePValue: number;
  readonly christoffersenPValue: number;
  readonly conditionalPValue: number;
  /** Whole periods of 250 days in each zone. */
  readonly zones: Readonly<Record<Zone, number>>;
}

/** Losses against the value at risk that was foretold for each: an exception is a loss above it. */
export function backtest(losses: Float64Array, valuesAtRisk: Float64Array, level: number): BacktestResult {
  const exceptions = losses.map((loss, day) => (loss > (valuesAtRisk[day] as number) ? 1 : 0));
  const count = exceptions.reduce((sum, each) => sum + each, 0);
  // 1 − 0.99 is not 0.01 in doubles.
  const probability = Number((1 - level).toPrecision(12));
  const independence = independenceTest(exceptions);
  return {
    days: losses.length,
    exceptions: count,
    share: count / losses.length,
    exactPValue: binomialTest(losses.length, count, probability).pValue,
    kupiecPValue: kupiecTest(losses.length, count, probability).pValue,
    independencePValue: independence.exactPValue,
    christoffersenPValue: independence.pValue,
    conditionalPValue: conditionalCoverageTest(exceptions, probability).pValue,
    zones: zonesOf(exceptions, probability),
  };
}

function zonesOf(exceptions: Float64Array, probability: number): Record<Zone, number> {
  const zones = { green: 0, yellow: 0, red: 0 };
  for (let from = 0; from + PERIOD <= exceptions.length; from += PERIOD) {
    const count = exceptions.subarray(from, from + PERIOD).reduce((sum, each) => sum + each, 0);
    zones[trafficLight(PERIOD, count, probability).zone]++;
  }
  return zones;
}
