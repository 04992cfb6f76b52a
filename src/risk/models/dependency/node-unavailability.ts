import type { OutageTime } from './outage-time.js';
import type { YearMesh } from './year-mesh.js';

/**
 * The probability that a node that works at time 0 is out by a failure of its own at each point of the mesh.
 *
 * U(t) = λ ∫₀ᵗ (1 − U(u)) P(D > t − u) du: failures come at the rate λ while it works, and one of time u still lasts.
 * (Renewal equation of an alternating renewal process: Barlow & Proschan, Statistical Theory of Reliability and Life
 * Testing, 1975, chapter 7.) Solved by product integration: 1 − U is taken as its mean over a cell, P(D > ·) is integrated
 * exactly, as a difference of limited means E[min(D, ·)].
 */
export function unavailabilityOverYear(rate: number, time: OutageTime, mesh: YearMesh): Float64Array {
  const { points } = mesh;
  const result = new Float64Array(points.length);
  // Means of 1 − U over the cells that are done.
  const working: number[] = [];
  for (let at = 1; at < points.length; at++) {
    const now = points[at] as number;
    const wholeCells = (at - 1) >> 1;
    const cellStart = 2 * wholeCells;
    let later = time.limitedMean(now);
    let sum = 0;
    for (let cell = 0; cell < wholeCells; cell++) {
      const end = time.limitedMean(now - (points[2 * cell + 2] as number));
      sum += (working[cell] as number) * (later - end);
      later = end;
    }
    // In the cell that `now` lies in, 1 − U goes from its value at the cell's start to the unknown one: solved for.
    const before = 1 - (result[cellStart] as number);
    const value = (rate * (sum + (later * (1 + before)) / 2)) / (1 + (rate * later) / 2);
    result[at] = value;
    if (at % 2 === 0) working.push((before + 1 - value) / 2);
  }
  return result;
}
