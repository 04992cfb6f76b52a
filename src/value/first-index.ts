/**
 * The first index, of `count` things in order, for which something holds; `count` where it holds for none. What holds
 * for one must hold for all after it: found by halving.
 */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
