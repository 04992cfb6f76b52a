import type { Filing } from '../../filing/filing.js';

/** Work that several checks share, done once for each filing and forgotten with it. `make` must be pure. */
export function oncePerFiling<Result>(make: (filing: Filing) => Result): (filing: Filing) => Result {
  const made = new WeakMap<Filing, { readonly result: Result }>();
  return (filing) => {
    const known = made.get(filing);
    if (known !== undefined) return known.result;
    const result = make(filing);
    made.set(filing, { result });
    return result;
  };
}
