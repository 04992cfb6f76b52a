import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import { check } from './engine/run.js';

// Quadratic work would take minutes and fail by the runner's time limit.
describe('a check of a large document', () => {
  it.each([
    ['exchange-rate-table', 'many tables in one section', tables, 4000],
    ['rate-range', 'many tables in one section', tables, 4000],
    ['tie-out', 'many tables in one section', tables, 4000],
    ['exchange-rate-quote', 'many quotes in one paragraph', quotes, 8000],
    ['tie-out', 'many quotes in one paragraph', quotes, 8000],
    ['tie-out', 'many values of one rate', values, 4000],
    ['date', 'many dates in one sentence', dates, 20_000],
    ['exchange-rate-content', 'many tables in one section', tables, 4000],
    ['convenience-translation', 'many stated rates', statedRates, 3000],
    ['convenience-translation', 'many amounts at one rate', translations, 3000],
    ['footing', 'a table of twenty thousand cells', longTable, 9000],
    ['cross-footing', 'a table of twenty thousand cells', longTable, 9000],
    ['footing', 'a row for each total, and none that adds up', totals, 9000],
  ])('comes to an end: %s, %s', (id, _, text, count) => {
    const filing = readFiling(text(count));
    expect(check(filing, { rates: noonBuyingRates() }, { only: [id] }).figures.length).toBeGreaterThan(count);
  });
});

function tables(count: number): string {
  return 'Yen per $1.00:\n\n\tHigh\tLow\n2005\t121.5\t102.4\n\n'.repeat(count);
}

function quotes(count: number): string {
  return 'The noon buying rate on March 31, 2006 was ¥117.48 per $1.00, '.repeat(count);
}

function values(count: number): string {
  const rates = Array.from({ length: count }, (_, index) => 100 + index / 100);
  return rates.map((rate) => `On March 31, 2006 it was ¥${rate} per $1.00.`).join('\n\n');
}

function statedRates(count: number): string {
  return passages(
    count,
    (index) => `at ¥${100 + index / 100} per U.S.$1.00. Sales were ¥29,700 million ($252.8 million)`,
  );
}

function translations(count: number): string {
  return passages(
    count,
    (index) => `at ¥117.48 per U.S.$1.00. Sales were ¥${29_000 + index} million ($252.8 million)`,
  );
}

function passages(count: number, words: (index: number) => string): string {
  const all = Array.from(
    { length: count },
    (_, index) => `Amounts were translated into U.S. dollars ${words(index)}.`,
  );
  return `Form 20-F of Kitano Denki Co., Ltd.\n\n${all.join('\n\n')}`;
}

function longTable(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => `Line ${row}\t${row * 7 + 11}\t${row * 13 + 5}`);
  return `Harbor Lane Foods, Inc.\n\n\t2024\t2023\n${rows.join('\n')}`;
}

function totals(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, row) => `Net total ${row}\t${row * row + 11}\t${row * 13 + 5}`,
  );
  return `Harbor Lane Foods, Inc.\n\n\t2024\t2023\n${rows.join('\n')}`;
}

function dates(count: number): string {
  return 'March 31, 2005, 2006 and '.repeat(count);
}
