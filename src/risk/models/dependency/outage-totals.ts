import type { DiagramProbability } from './diagram-probability.js';
import type { SharedHit, SharedOutageLaw } from './shared-outage-law.js';
import type { Part } from './structure.js';

/** The state of all parts at one time, and with which weight it counts. */
export interface Moment {
  readonly weight: number;
  /** The weight by another rule of integration. */
  readonly checkWeight: number;
  /** Of each variable: the probability that its node is out by a failure of its own. */
  readonly unavailability: Float64Array;
  /** Patterns of shared outages, see {@link SharedOutageLaw}. */
  patterns(without?: SharedHit): Float64Array;
}

/** Weighted sums over moments for one function "the service works". */
export interface OutageTotals {
  /** Time out, and the same by the other rule of integration. */
  out: number;
  outCheck: number;
  /** Outages begun. */
  outages: number;
  /** By variable: outages begun by this node's own failure; its Birnbaum importance; time out that would not be if it never failed. */
  readonly begun: Float64Array;
  readonly birnbaum: Float64Array;
  readonly spared: Float64Array;
  /** The same by shared event; no Birnbaum importance, because an event has no state. */
  readonly begunByEvent: Float64Array;
  readonly sparedByEvent: Float64Array;
}

/** Patterns of shared outages are no more exact than this. */
export const NEGLIGIBLE = 1e-15;

/**
 * Sums of unavailability, of the frequency of outages and of importances over moments.
 *
 * The frequency is Σ λ · P(the part works and the service works with it, but not without it): for nodes λ A ∂P/∂A, the
 * derivative being Birnbaum's importance (Barlow & Proschan, Stochastic Processes and their Applications 3, 1975).
 * For a shared event it is its rate times the fall of P(the service works) when it strikes.
 */
export function outageTotals(
  works: DiagramProbability,
  parts: readonly Part[],
  failuresPerYear: Float64Array,
  shared: SharedOutageLaw,
  moments: Iterable<Moment>,
): OutageTotals {
  const totals = noTotals(parts.length, shared.events.length);
  const free = freeBits(parts, shared);
  // Of each variable: the probability that it is out.
  const isOut = new Float64Array(parts.length);
  const derivatives = new Float64Array(parts.length);
  for (const moment of moments) {
    const patterns = moment.patterns();
    for (const [pattern, chance] of patterns.entries()) {
      if (chance < NEGLIGIBLE) continue;
      setStates(isOut, moment, free, pattern);
      derivatives.fill(0);
      const weight = moment.weight * chance;
      const serviceOut = works.ofWithDerivatives(isOut, derivatives);
      totals.out += weight * serviceOut;
      totals.outCheck += moment.checkWeight * chance * serviceOut;
      addNodes(totals, weight, failuresPerYear, moment.unavailability, isOut, derivatives);
    }
    for (const [index, event] of shared.events.entries()) addEvent(index, event, moment, patterns);
  }
  for (const begun of [totals.begun, totals.begunByEvent])
    totals.outages += begun.reduce((sum, count) => sum + count, 0);
  for (const index of shared.events.keys())
    totals.sparedByEvent[index] = totals.out - (totals.sparedByEvent[index] as number);
  return totals;

  /** Outages that the event begins; and, in `sparedByEvent`, the time out that there would be without it. */
  function addEvent(index: number, event: SharedHit, moment: Moment, patterns: Float64Array): void {
    const without = moment.patterns(event);
    // An event that happens once cannot have happened already when it strikes.
    for (const [pattern, chance] of (event.forced ? without : patterns).entries()) {
      if (chance < NEGLIGIBLE) continue;
      setStates(isOut, moment, free, pattern);
      const before = works.of(isOut);
      strike(isOut, event, free);
      add(totals.begunByEvent, index, moment.weight * chance * event.rate * (works.of(isOut) - before));
    }
    for (const [pattern, chance] of without.entries()) {
      if (chance < NEGLIGIBLE) continue;
      setStates(isOut, moment, free, pattern);
      add(totals.sparedByEvent, index, moment.weight * chance * works.of(isOut));
    }
  }
}

/** P(the service is out just after an event has struck, when everything worked before). */
export function outByStrike(
  works: DiagramProbability,
  parts: readonly Part[],
  shared: SharedOutageLaw,
  event: SharedHit,
): number {
  const isOut = new Float64Array(parts.length);
  strike(isOut, event, freeBits(parts, shared));
  return works.of(isOut);
}

function noTotals(parts: number, events: number): OutageTotals {
  return {
    out: 0,
    outCheck: 0,
    outages: 0,
    begun: new Float64Array(parts),
    birnbaum: new Float64Array(parts),
    spared: new Float64Array(parts),
    begunByEvent: new Float64Array(events),
    sparedByEvent: new Float64Array(events),
  };
}

/** Of each variable the bit of its node in the patterns; 0 where no event hits it. */
function freeBits(parts: readonly Part[], shared: SharedOutageLaw): Int32Array {
  return Int32Array.from(parts, ({ index }) => {
    const bit = shared.nodes.indexOf(index);
    return bit < 0 ? 0 : 1 << bit;
  });
}

function setStates(isOut: Float64Array, moment: Moment, free: Int32Array, pattern: number): void {
  for (let variable = 0; variable < isOut.length; variable++) {
    const bit = free[variable] as number;
    isOut[variable] = (pattern & bit) === bit ? (moment.unavailability[variable] as number) : 1;
  }
}

function strike(isOut: Float64Array, event: SharedHit, free: Int32Array): void {
  for (const { bit, probability } of event.hits) {
    const variable = free.indexOf(1 << bit);
    if (variable < 0) continue;
    const before = isOut[variable] as number;
    isOut[variable] = before + (1 - before) * probability;
  }
}

function addNodes(
  totals: OutageTotals,
  weight: number,
  failuresPerYear: Float64Array,
  unavailability: Float64Array,
  isOut: Float64Array,
  derivatives: Float64Array,
): void {
  for (let variable = 0; variable < isOut.length; variable++) {
    const works = 1 - (isOut[variable] as number);
    if (works === 0) continue;
    const gain = weight * (derivatives[variable] as number);
    add(totals.begun, variable, gain * works * (failuresPerYear[variable] as number));
    add(totals.birnbaum, variable, gain);
    add(totals.spared, variable, gain * (unavailability[variable] as number));
  }
}

function add(to: Float64Array, at: number, amount: number): void {
  to[at] = (to[at] as number) + amount;
}
