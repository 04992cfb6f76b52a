import { describe, expect, it } from 'vitest';
import { formatDay, monthOf, parseDay, spanOf } from '../value/index.js';
import { loadSourceCsv } from './loaders/source-csv.js';
import { namedRateSource } from './named-source.js';

const TEXT = `# source: Bank of Canada
# names: BoC
date,CAD/USD,EUR/GBP
2025-12-24,1.3700,1.15
2025-12-26,1.3800,
2025-12-30,1.3600,1.16
2025-12-31,1.3900,
2026-01-02,1.4000,
`;

const source = namedRateSource(loadSourceCsv(Buffer.from(TEXT), { name: 'boc.csv' }));

describe('an imported source', () => {
  it('says what it is and how far it goes', () => {
    expect([source.name, source.names, source.currencies]).toEqual([
      'Bank of Canada',
      ['Bank of Canada', 'BoC'],
      ['CAD', 'EUR', 'GBP'],
    ]);
    expect(formatDay(source.asOf)).toBe('2026-01-02');
    expect(source.series('JPY/USD')).toBeNull();
  });

  it('has each pair in both directions, the other one by exact inverses', () => {
    const day = parseDay('2025-12-24');
    const given = source.series('CAD/USD');
    const inverse = source.series('USD/CAD');
    expect(given?.on(day)?.ratio.toString()).toBe('137/100');
    expect(inverse?.on(day)?.ratio.toString()).toBe('100/137');
    expect([given?.inverted, inverse?.inverted, inverse?.currency]).toEqual([false, true, 'CAD']);
    expect([given?.decimals, given?.rateName]).toEqual([4, 'rate of the Bank of Canada']);
    expect(source.series('GBP/EUR')?.on(day)?.ratio.toString()).toBe('20/23');
    expect(source.series('CAD/USD')).toBe(given);
  });

  it('takes weekends, January 1 and December 25 for closed, and no other day', () => {
    const series = source.series('CAD/USD');
    const gap = (first: string, last: string) => series?.gap(spanOf(parseDay(first), parseDay(last)));
    expect(gap('2025-12-25', '2026-01-04')).toBeNull();
    expect(gap('2025-12-23', '2025-12-31')).toBe('the rates begin on 2025-12-24');
    expect(gap('2025-12-24', '2026-01-05')).toBe('the rates end on 2026-01-02');
    expect(source.series('EUR/GBP')?.gap(monthOf(2025, 12))).toBe('the rates begin on 2025-12-24');
  });

  it('refuses to be one without a rate', () => {
    const loaded = loadSourceCsv(Buffer.from(TEXT), { name: 'boc.csv' });
    expect(() => namedRateSource({ ...loaded, series: [] })).toThrow(
      'Unexpected source Bank of Canada without a rate',
    );
  });
});
