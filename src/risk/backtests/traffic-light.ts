import { binomialTest } from './binomial-test.js';

export type Zone = 'green' | 'yellow' | 'red';

export interface TrafficLight {
  readonly zone: Zone;
  /** P(X ≤ exceptions) for a model that is right. */
  readonly cumulative: number;
  /** What the Basel committee adds to the multiplication factor of 3; null for other than 250 days at 99%. */
  readonly plusFactor: number | null;
}

/** Where the zones begin, in cumulative probability. */
const YELLOW = 0.95;
const RED = 0.9999;
const PLUS_FACTORS = [0, 0, 0, 0, 0, 0.4, 0.5, 0.65, 0.75, 0.85, 1];

/**
 * The zone of so many exceptions: green below a cumulative probability of 95%, red from 99.99%. The number itself counts
 * in its cumulative probability.
 * Source: Basel Committee on Banking Supervision, "Supervisory framework for the use of backtesting in conjunction with
 * the internal models approach to market risk capital requirements", January 1996.
 */
export function trafficLight(days: number, exceptions: number, probability: number): TrafficLight {
  const cumulative = binomialTest(days, exceptions, probability).tooFew;
  const zone = cumulative < YELLOW ? 'green' : cumulative < RED ? 'yellow' : 'red';
  const isStandard = days === 250 && Math.abs(probability - 0.01) < 1e-9;
  return {
    zone,
    cumulative,
    plusFactor: isStandard ? (PLUS_FACTORS[Math.min(exceptions, 10)] ?? null) : null,
  };
}
