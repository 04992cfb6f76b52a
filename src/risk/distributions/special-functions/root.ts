/** Iterations of Newton's method before bisection alone goes on: it takes three to six. */
const NEWTON_STEPS = 60;
const MOST_STEPS = 1200;

/**
 * The root of an increasing function by Newton's method, kept between bounds that are learnt on the way: a step that
 * leaves them becomes a bisection. Accurate to the last bits of a double that the function itself carries.
 *
 * @param evaluate value and slope at a place
 * @param start where to begin; any finite number will do
 */
export function rootOfIncreasing(
  evaluate: (place: number) => readonly [value: number, slope: number],
  start: number,
): number {
  let low = -Infinity;
  let high = Infinity;
  let place = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [value, slope] = evaluate(place);
    if (value === 0) return place;
    if (value < 0) low = Math.max(low, place);
    else high = Math.min(high, place);
    let next = place - value / slope;
    if (!(next > low && next < high) || step > NEWTON_STEPS) next = between(low, high, place);
    if (Math.abs(next - place) <= 2e-16 * Math.max(Math.abs(place), 1e-300) || next === low || next === high)
      return next;
    place = next;
  }
  return place;
}

/** The middle of the bounds; where one is not known yet, ever larger steps away from the other. */
function between(low: number, high: number, place: number): number {
  if (low === -Infinity) return place - 2 * Math.max(1, Math.abs(place));
  if (high === Infinity) return place + 2 * Math.max(1, Math.abs(place));
  return low + (high - low) / 2;
}
