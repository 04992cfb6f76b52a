import type { CountLaw } from './count-law.js';

/** Entries of tables that are kept: 16 MB. */
const MOST_KEPT = 2 ** 21;

/** Keeps the laws that a parameter gives, and forgets all of them before they fill the memory. */
export function countLawCache(lawAt: (parameter: number) => CountLaw): (parameter: number) => CountLaw {
  const laws = new Map<number, CountLaw>();
  let kept = 0;
  return (parameter) => {
    const known = laws.get(parameter);
    if (known !== undefined) return known;
    const law = lawAt(parameter);
    if (kept + law.entries > MOST_KEPT) {
      laws.clear();
      kept = 0;
    }
    kept += law.entries;
    laws.set(parameter, law);
    return law;
  };
}
