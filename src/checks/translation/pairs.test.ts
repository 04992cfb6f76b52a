import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { pairedSentences } from './pairs.js';

/** Local amount and dollars of each pair, the one printed second with a star. */
function pairsIn(text: string, chinese = false): string[] {
  return pairedSentences(readFiling(text), chinese).flatMap(({ pairs }) =>
    pairs.map(({ local, dollars, translated, currency }) =>
      translated === 'dollars'
        ? `${currency} ${local.text} → ${dollars.text}`
        : `${currency} ${dollars.text} → ${local.text}`,
    ),
  );
}

describe('pairs of a local amount and dollars', () => {
  it.each([
    ['Sales were ¥29.7 billion ($252.8 million).', ['JPY ¥29.7 billion → $252.8 million']],
    ['Sales were RMB6.5 million (US$1.0 million).', ['CNY RMB6.5 million → US$1.0 million']],
    ['Sales were US$1.0 million (RMB6.5 million).', ['CNY US$1.0 million → RMB6.5 million']],
    ['Sales were €3.0 million, or approximately $3.3 million.', ['EUR €3.0 million → $3.3 million']],
    ['Sales were £3.0 million (equivalent to $4.3 million).', ['GBP £3.0 million → $4.3 million']],
    ['We paid NT$320 million, which is equivalent to US$10 million.', ['TWD NT$320 million → US$10 million']],
    ['We paid HK$78.0 million (approximately US$10.0 million).', ['HKD HK$78.0 million → US$10.0 million']],
    [
      'We paid A$2.0 million (US$1.5 million) and S$3.0 million (US$2.2 million).',
      ['AUD A$2.0 million → US$1.5 million', 'SGD S$3.0 million → US$2.2 million'],
    ],
    [
      'We paid R$5.0 million (US$2.1 million) and ₩900 million (US$0.8 million).',
      ['BRL R$5.0 million → US$2.1 million', 'KRW ₩900 million → US$0.8 million'],
    ],
    ['We paid CHF 5.0 million (US$5.1 million).', ['CHF CHF 5.0 million → US$5.1 million']],
    ['The dividend was ¥5.00 per share ($0.04 per share).', ['JPY ¥5.00 → $0.04']],
    ['It rose from ¥20 million to ¥30 million ($0.25 million).', ['JPY ¥30 million → $0.25 million']],
    [
      'It will be ¥1.0 billion to ¥1.5 billion ($8.5 million to $12.8 million).',
      ['JPY ¥1.0 billion → $8.5 million', 'JPY ¥1.5 billion → $12.8 million'],
    ],
    [
      'They were ¥10 million, ¥20 million and ¥30 million ($0.1 million, $0.2 million and $0.3 million, respectively).',
      ['JPY ¥10 million → $0.1 million', 'JPY ¥20 million → $0.2 million', 'JPY ¥30 million → $0.3 million'],
    ],
  ])('%s', (text, pairs) => {
    expect(pairsIn(text)).toEqual(pairs);
  });

  it.each([
    'We issued $6,500 million and €2,430 million of notes.',
    'We bought bonds of €750 million for $772 million.',
    'Sales rose by ¥5.0 billion to ¥9.0 billion, against costs of $3.0 million.',
    'The dividend was ¥5.00 per share ($0.10 per ADS).',
    'Sales were ¥10 million and ¥20 million ($1, $2 and $3).',
    'Sales were €3.0 million (¥360 million).',
  ])('none in: %s', (text) => {
    expect(pairsIn(text)).toEqual([]);
  });

  it('hears what a bare sign means', () => {
    const text = 'All references to "$" in this report are to Canadian dollars. We paid $39,900 (US$31,202).';
    expect(pairsIn(text)).toEqual(['CAD $39,900 → US$31,202']);
    expect(pairsIn('We paid ¥6.5 million (US$1.0 million).', true)).toEqual([
      'CNY ¥6.5 million → US$1.0 million',
    ]);
  });
});
