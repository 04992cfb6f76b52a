import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../src/checks/index.js';
import { readFiling } from '../src/filing/index.js';
import { noonBuyingRates } from '../src/rates/index.js';

const page = readFileSync(new URL('../examples/annual-report/kitano-denki.htm', import.meta.url), 'utf8');
const filing = readFiling(page, { path: 'kitano-denki.htm' });
const result = check(filing, { rates: noonBuyingRates() });

describe('the example as a web page', () => {
  it('has its planted errors found, and nothing else', () => {
    const found = result.findings
      .filter(({ severity }) => severity !== 'info')
      .map((finding) => [finding.check, page.slice(finding.start, finding.end), finding.expected]);
    expect(found).toEqual([
      ['exchange-rate-table', '108.13', '108.31'],
      ['date', 'June 21, 2018', 'Thursday'],
    ]);
  });

  it('has every other rate of its table ticked', () => {
    const rates = result.figures.filter(({ figure }) => figure.unit === 'JPY/USD' && 'table' in figure.where);
    expect(rates.filter(({ figure }) => figure.where && /\d\.\d/.test(figure.text))).toHaveLength(44);
    expect(rates.filter(({ status }) => status === 'ticked')).toHaveLength(43);
  });

  it('has its outline, risk factors, tables and tagged facts read', () => {
    expect(filing.outline.filter(({ kind }) => kind === 'item').map(({ id }) => id)).toEqual([
      'item-1',
      'item-2',
      'item-3',
      'item-4',
      'item-5',
    ]);
    expect(filing.riskFactors.map(({ group }) => group)).toEqual([
      'Risks of Our Markets',
      'Risks of Our Markets',
      'Risks of Our Operations',
      'Risks of Our Operations',
    ]);
    expect(filing.tables.map(({ rows }) => rows.length).slice(1)).toEqual([9, 14]);
    const loss = filing.facts.find(({ concept, negated }) => concept === 'us-gaap:NetIncomeLoss' && negated);
    expect(loss?.value).toBe('-1386000000');
  });

  it('has the same figures without its tags', () => {
    const bare = page.replace(/<\/?ix:non\w+[^>]*>/g, '').replace(/<ix:header>.*<\/ix:header>/s, '');
    const told = (each: typeof filing) =>
      each.figures.map(({ text, value, unit, period, label }) => ({ text, value, unit, period, label }));
    expect(told(readFiling(bare))).toEqual(told(filing));
  });
});
