import { meanOf } from '../simulation/moments.js';

/** The trials of the largest losses, and those about as large as the value at risk. */
export interface Tail {
  readonly trials: number;
  readonly level: number;
  /** How many trials are in the tail proper: the first of `order`. */
  readonly count: number;
  /** Trials from the largest loss down, a quarter further than the tail. Equal losses stand in the order of trials. */
  readonly order: Int32Array;
  /** Which of `order` are about as large as the value at risk, from and up to (not with). */
  readonly near: readonly [from: number, to: number];
}

/** How far to each side of its end trials count as near the value at risk, as a part of the tail. */
const NEAR = 0.25;

/** Of changes of a measure (a loss is negative), the worst 1 − level. */
export function tailOf(changes: Float64Array, level: number): Tail {
  const trials = changes.length;
  const count = Math.max(1, Math.min(trials, Math.round(trials * (1 - level))));
  const reach = Math.max(1, Math.round(count * NEAR));
  const wanted = Math.min(trials, count + reach);
  const sorted = changes.slice().sort();
  const least = sorted[wanted - 1] as number;
  const order = worstTrials(changes, least).slice(0, wanted);
  return { trials, level, count, order, near: [Math.max(0, count - reach), wanted] };
}

function worstTrials(changes: Float64Array, atMost: number): Int32Array {
  const found: number[] = [];
  for (let trial = 0; trial < changes.length; trial++) {
    if ((changes[trial] as number) <= atMost) found.push(trial);
  }
  return Int32Array.from(found).sort((a, b) => (changes[a] as number) - (changes[b] as number) || a - b);
}

/** The mean over the tail, with its standard error. */
export interface TailMean {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Mean over the tail of an amount of each trial of `tail.order`. The error is that of an expected shortfall's part:
 * its influence function is (x − E[x | loss = VaR]) over the tail, divided by the tail's probability, since the end of
 * the tail is estimated too. Source: Glasserman 2005, "Measuring marginal risk contributions in credit portfolios",
 * Journal of Computational Finance 9(2).
 */
export function tailMean(amounts: Float64Array, { trials, count, near }: Tail): TailMean {
  const atEnd = meanOf(amounts, near[0], near[1]);
  const mean = meanOf(amounts, 0, count);
  let squares = 0;
  for (let i = 0; i < count; i++) squares += ((amounts[i] as number) - atEnd) ** 2;
  const scale = trials / count;
  const variance = (squares * scale * scale) / trials - (mean - atEnd) ** 2;
  return { mean, standardError: Math.sqrt(Math.max(0, variance) / trials) };
}

/** Mean of an amount where the loss is near the value at risk, with its standard error. */
export function nearMean(amounts: Float64Array, { near: [from, to] }: Tail): TailMean {
  const mean = meanOf(amounts, from, to);
  let squares = 0;
  for (let i = from; i < to; i++) squares += ((amounts[i] as number) - mean) ** 2;
  const count = to - from;
  return { mean, standardError: count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count) };
}

/**
 * Standard error of the value at risk as an order statistic: sqrt(p (1 − p) / n) over the density, which is that of the
 * losses near it (Serfling 1980, 2.3.3). `losses` in the order of the tail.
 */
export function valueAtRiskError(losses: Float64Array, { trials, count, near: [from, to] }: Tail): number {
  const width = (losses[from] as number) - (losses[to - 1] as number);
  const chance = count / trials;
  if (to - from < 2) return Number.NaN;
  return (Math.sqrt((chance * (1 - chance)) / trials) * width * trials) / (to - from - 1);
}
