import type { RandomStream } from '../random/random-stream.js';

/**
 * Where an effect of a risk goes: to a line of the base by its id, or to the value of an ADS in dollars, as a change of
 * the logarithm of the share price or of the dollars that a unit of the reporting currency buys.
 */
export type EffectTarget = { readonly line: string } | { readonly ads: 'price' } | { readonly ads: 'rate' };

/** A block of trials that is being simulated: what a sampler may ask of the others. Trials are numbered from 0. */
export interface Block {
  readonly index: number;
  readonly trials: number;
  /** The random numbers of this block for a purpose: "risk/outage/severity". Ask once for a purpose and block. */
  stream(purpose: string): RandomStream;
  /** How often a shared event occurs in each trial. */
  sharedEvent(id: string): Int32Array;
  /** The change of a market factor over the horizon in each trial, as a fraction of its level today (0.1 is 10% up); of an interest rate, in absolute terms (0.01 is one percentage point up). */
  factor(id: string): Float64Array;
  /** Uniform numbers of a variable that is tied to others by a correlation; null where it is tied to none. */
  tied(variable: string): Float64Array | null;
  /** How often another risk occurs in each trial: of a risk that `after` names. */
  occurrences(risk: string): Int32Array;
}

/** One risk made ready to simulate. Made anew in each thread from plain data; keeps no state between blocks. */
export interface RiskSampler {
  readonly risk: string;
  /** Where its effects go: a column for each. */
  readonly effects: readonly EffectTarget[];
  /** Risks that must be simulated before this one, because they raise it. */
  readonly after: readonly string[];
  /** Moments of every order below this are finite for each effect (a Pareto of shape 1.5 without a limit: 1.5). */
  readonly momentsBelow: number;
  /**
   * Writes each effect of the block's trials into its column, in units of the reporting currency: what raises income
   * is positive, a loss negative. `columns[k][0..block.trials)`; not cleared before. `occurrences` takes how often the
   * risk occurs in each trial, where another risk asks for it; else null.
   */
  simulate(block: Block, columns: readonly Float64Array[], occurrences: Int32Array | null): void;
  /**
   * The few trials that `simulate` gave effects in the last block; null, or no such function, where any may have one.
   * Then the block's cost is by what happened, not by trial.
   */
  readonly touched?: () => TouchedTrials | null;
}

/** The first `count` of these, each at least once; in every other trial all effects are 0. */
export interface TouchedTrials {
  readonly trials: Int32Array;
  readonly count: number;
}
