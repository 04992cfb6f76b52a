import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkedText } from './checked-text.js';

const folder = new URL('../examples/item-3/', import.meta.url);
const text = readFileSync(new URL('item-3.txt', folder), 'utf8');
const result = checkedText(text);
const printed = new Map(result.figures.map(({ figure }) => [figure.id, figure.text]));

/** Check, the text that the finding points at, what is expected, the likely cause. */
const PLANTED = [
  ['exchange-rate-table', '¥79.00', '78.86', 'average of daily rates instead of month-end rates'],
  ['exchange-rate-table', '105.52', '105.25', 'two adjacent digits swapped'],
  ['exchange-rate-table', '106.90', '112.06', 'high and low exchanged'],
  ['exchange-rate-table', '112.06', '106.90', 'high and low exchanged'],
  ['exchange-rate-quote', '¥112.60', '112.42', 'the rate of March 30, 2016, a neighbouring day'],
  ['convenience-translation', '$1,532 million', '$1,523 million', 'two adjacent digits swapped'],
  ['date', 'September 31, 2018', 'a day from 1 to 30', null],
  ['date', 'June 28, 2016', 'Tuesday', null],
  [
    'cross-reference',
    'Financial Information',
    'Quantitative and Qualitative Disclosures About Market Risk',
    'the title of Item 8',
  ],
];

describe('the example with planted errors', () => {
  it('has each of them found, by the right check and with the right cause, and nothing else', () => {
    const found = result.findings
      .filter(({ severity }) => severity !== 'info')
      .map((finding) => [
        finding.check,
        text.slice(finding.start, finding.end),
        finding.expected,
        finding.cause,
      ]);
    expect(found).toEqual(PLANTED);
  });

  it('has every other rate ticked', () => {
    const rates = result.figures.filter(
      ({ figure }) => figure.unit === 'JPY/USD' && figure.role === 'amount',
    );
    const wrong = rates
      .filter(({ status }) => status !== 'ticked')
      .map(({ figure }) => printed.get(figure.id));
    expect(rates).toHaveLength(48 + 5);
    expect(wrong).toEqual(['¥79.00', '105.52', '106.90', '112.06', '¥112.60']);
  });

  it('has the other dollar amounts ticked', () => {
    const dollars = result.figures.filter(
      ({ figure }) => figure.unit === 'USD' && figure.text.endsWith('illion'),
    );
    expect(dollars.map(({ figure, status }) => [figure.text, status])).toEqual([
      ['$1,532 million', 'differs'],
      ['$3.1 million', 'ticked'],
      ['$221 million', 'ticked'],
      ['$16.9 million', 'ticked'],
      ['$44.5 million', 'ticked'],
      ['$267 million', 'ticked'],
    ]);
  });

  it('has a page that names each', () => {
    const page = readFileSync(new URL('README.md', folder), 'utf8');
    for (const [, at = ''] of PLANTED) expect(page).toContain(at);
  });
});
