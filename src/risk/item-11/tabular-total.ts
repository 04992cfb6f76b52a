import type { ByMaturity, TabularRow, TermRow } from './item-11-data.js';

/** What the key of a total ends in. */
export const TOTAL_KEY = '/total';

/** The total of rows of one kind and unit: amounts and fair values added, rates and prices weighted by the amounts. */
export function totalRow(key: string, rows: readonly TabularRow[]): TabularRow {
  const [first] = rows;
  const unvalued = rows.filter(({ fairValue }) => fairValue === null).map(({ name }) => name);
  return {
    key: `${key}${TOTAL_KEY}`,
    name: `${first?.kind ?? ''}: total`,
    kind: first?.kind ?? '',
    isTotal: true,
    matures: first?.matures ?? true,
    unit: first?.unit ?? '',
    amounts: combined(
      rows.map(({ amounts }) => amounts),
      sumOf,
    ),
    terms: (first?.terms ?? []).map((term, at) => averageOf(term, at, rows)),
    fairValue: unvalued.length > 0 ? null : sumOf(rows.map(({ fairValue }) => fairValue)),
    fairValueWhy: unvalued.length > 0 ? `none of ${unvalued.join(', ')}` : null,
    prior: null,
  };
}

function averageOf({ name, unit }: TermRow, at: number, rows: readonly TabularRow[]): TermRow {
  const weights = rows.map(({ amounts }) => amounts);
  const rates = rows.map(({ terms }) => terms[at]?.values ?? { years: [], thereafter: null, total: null });
  const products = rates.map((values, row) =>
    combined([values, weights[row] as ByMaturity], ([rate, amount]) =>
      rate === null || rate === undefined || amount === null || amount === undefined ? null : rate * amount,
    ),
  );
  const [sum, weight] = [combined(products, sumOf), combined(weights, sumOf)];
  const values = combined([sum, weight], ([product, amount]) =>
    product === null || product === undefined || !amount ? null : product / amount,
  );
  return { name, unit, values };
}

/** Cell by cell of several rows. */
function combined(
  rows: readonly ByMaturity[],
  combine: (cells: (number | null)[]) => number | null,
): ByMaturity {
  const years = rows[0]?.years ?? [];
  return {
    years: years.map((_, year) => combine(rows.map((row) => row.years[year] ?? null))),
    thereafter: combine(rows.map(({ thereafter }) => thereafter)),
    total: combine(rows.map(({ total }) => total)),
  };
}

/** Null where there is nothing to add. */
function sumOf(cells: readonly (number | null)[]): number | null {
  const known = cells.filter((cell) => cell !== null);
  return known.length === 0 ? null : known.reduce((sum, cell) => sum + cell, 0);
}
