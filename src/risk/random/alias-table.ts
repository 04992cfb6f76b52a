/**
 * Turns a uniform number into index i with probability `chance[i]`, in the same time however many there are: its whole
 * part in columns names a column, the rest decides between the column's own index and its alias (A. Walker, 1977; the table by M. Vose, IEEE TSE 17(9), 1991).
 *
 * @param chance positive, summing to 1
 */
export function aliasTable(chance: Float64Array): (uniform: number) => number {
  const n = chance.length;
  const own = Float64Array.from(chance, (probability) => probability * n);
  const alias = Int32Array.from(chance, (_, index) => index);
  const small: number[] = [];
  const large: number[] = [];
  for (let index = 0; index < n; index++) ((own[index] as number) < 1 ? small : large).push(index);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() as number;
    const more = large[large.length - 1] as number;
    alias[less] = more;
    own[more] = (own[more] as number) - (1 - (own[less] as number));
    if ((own[more] as number) < 1) small.push(large.pop() as number);
  }
  // What is left misses 1 by rounding alone.
  for (const index of [...small, ...large]) own[index] = 1;
  return (uniform) => {
    const place = uniform * n;
    // A uniform just below 1 may round up to n.
    const column = Math.min(Math.floor(place), n - 1);
    return place - column < (own[column] as number) ? column : (alias[column] as number);
  };
}
