import { describe, expect, it } from 'vitest';
import { Decimal, parseDay } from '../../../value/index.js';
import { noonBuyingRates } from '../../noon-buying-rates.js';
import { convenienceTranslation } from '../convenience-translation.js';
import { type TableToTranslate, translatedTable } from '../translated-table.js';
import { translationRate } from '../translation-rate.js';
import { formatTranslation } from './index.js';

const YEN = { from: 'JPY', to: 'USD' };
const RATE = translationRate(noonBuyingRates(), YEN, parseDay('2006-03-31'));
const LATEST = translationRate(noonBuyingRates(), YEN, parseDay('2006-07-07'));

const AMOUNTS = convenienceTranslation(
  [
    {
      text: '¥29.7 billion',
      value: Decimal.of(29700000000n),
      decimals: 1,
      power: 9,
      brackets: false,
      per: null,
    },
    { text: '¥45.30', value: Decimal.parse('45.30'), decimals: 2, power: 0, brackets: false, per: 'share' },
  ],
  { rate: RATE, latest: LATEST },
);

const million = Decimal.of(10n ** 6n);
const TABLE: TableToTranslate = {
  title: 'Sales & <profit>',
  currency: 'JPY',
  power: 6,
  columns: ['Year ended March 31, 2005', 'Year ended March 31, 2006'],
  column: 1,
  periodEnd: parseDay('2006-03-31'),
  isLatest: true,
  lines: [
    { label: 'Income:', level: 0, cells: [], base: { kind: 'blank', what: null } },
    {
      label: '=cmd|x',
      level: 1,
      cells: ['1,500', '(1,600)'],
      base: { kind: 'amount', value: million.times(Decimal.of(-1600)), decimals: 0, brackets: true },
    },
    { label: '- Other', level: 1, cells: ['△5', '—'], base: { kind: 'dash', text: '—' } },
    { label: 'Margin', level: 1, cells: ['5.0%', '5.6%'], base: { kind: 'blank', what: 'a proportion' } },
  ],
};
const TRANSLATED = { ...translatedTable(TABLE, { rate: RATE }), wording: 'For <convenience>.', notes: [] };

describe('the forms of a translated table', () => {
  it('terminal', () => {
    expect(formatTranslation(TRANSLATED, 'terminal', 80)).toBe(
      [
        'Sales & <profit>',
        '(In millions of Japanese yen; the translated column in millions of U.S. dollars)',
        '',
        '               Japanese yen      Japanese yen      U.S. dollars',
        '                 (millions)        (millions)        (millions)',
        '                 Year ended        Year ended        Year ended',
        '                  March 31,         March 31,         March 31,',
        '                       2005              2006              2006',
        'Income:',
        '  =cmd|x              1,500           (1,600)              (14)',
        '  - Other                △5                 —                 —',
        '  Margin               5.0%              5.6%',
        '',
        'For <convenience>.',
        '',
        'Rate: ¥117.48 per U.S. $1.00 on Friday, March 31, 2006 (H.10, noon buying rate)',
        '',
      ].join('\n'),
    );
  });

  it('terminal leaves out columns that find no room, and says so', () => {
    const narrow = formatTranslation(TRANSLATED, 'terminal', 46);
    expect(narrow).toContain('(1 other columns found no room; the other formats have them)');
    expect(narrow).not.toContain('1,500');
    expect(narrow).toMatch(/=cmd\|x +\(1,600\) +\(14\)\n/);
    expect(() => formatTranslation(TRANSLATED, 'terminal', 1)).not.toThrow();
  });

  it('markdown', () => {
    expect(formatTranslation(TRANSLATED, 'markdown')).toBe(
      [
        '**Sales & \\<profit\\>**',
        '',
        '(In millions of Japanese yen; the translated column in millions of U.S. dollars)',
        '',
        '|             | Year ended March 31, 2005 | Year ended March 31, 2006 | U.S. dollars (millions): Year ended March 31, 2006 |',
        '|:------------|--------------------------:|--------------------------:|---------------------------------------------------:|',
        '| **Income:** |                           |                           |                                                    |',
        '| =cmd\\|x     |                     1,500 |                   (1,600) |                                               (14) |',
        '| - Other     |                        △5 |                         — |                                                  — |',
        '| Margin      |                      5.0% |                      5.6% |                                                    |',
        '',
        'For \\<convenience\\>.',
        '',
      ].join('\n'),
    );
  });

  it('html, in ASCII, nothing of the table read as markup', () => {
    const html = formatTranslation(TRANSLATED, 'html');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is tested
    expect(html).toMatch(/^[\x00-\x7f]*$/);
    expect(html).toContain('>Sales &#38; &#60;profit&#62; (In millions of Japanese yen;');
    expect(html).toContain('<p>For &#60;convenience&#62;.</p>');
    const bare = html.replace(/ style="[^"]*"/g, '');
    expect(bare).toContain('<th scope="rowgroup" colspan="4">Income:</th>');
    expect(bare).toContain('<td>(1,600)</td>\n      <td>(14)</td>');
    expect(bare).toContain('<td>&#8212;</td>\n      <td>&#8212;</td>');
    expect(bare.match(/<td>[^<]*<\/td>/g)).toHaveLength(9 + 1);
  });

  it('csv, plain figures and no field that a spreadsheet would run', () => {
    expect(formatTranslation(TRANSLATED, 'csv')).toBe(
      [
        'label,"Year ended March 31, 2005","Year ended March 31, 2006","U.S. dollars (millions): Year ended March 31, 2006",rate,rate_unit,rate_date,source',
        'Income:,,,,,,,',
        "'=cmd|x,1500,-1600,-14,117.48,JPY/USD,2006-03-31,H.10",
        "'- Other,-5,0,0,,,,",
        'Margin,5.0%,5.6%,,,,,',
        '',
      ].join('\n'),
    );
  });

  it('json, enough to form each line again', () => {
    const { table, rate } = JSON.parse(formatTranslation(TRANSLATED, 'json'));
    expect(rate).toMatchObject({ unit: 'JPY/USD', value: '117.48', date: '2006-03-31', official: true });
    expect(table).toMatchObject({ column: 'Year ended March 31, 2006', power: 6, translatedPower: 6 });
    expect(table.lines[1]).toMatchObject({
      kind: 'amount',
      value: '-1600000000',
      translated: {
        text: '(14)',
        value: '-14000000',
        formula: '-1600000000 / 117.48',
        exact: '-40000000000/2937',
        power: 6,
        decimals: 0,
      },
      latest: null,
    });
    expect(table.lines[2]).toMatchObject({ kind: 'dash', value: null, translated: null });
  });
});

describe('the forms of translated amounts', () => {
  it('terminal: what is for print first, then the work', () => {
    const text = formatTranslation(AMOUNTS, 'terminal');
    expect(text.split('\n').slice(0, 3)).toEqual([
      '¥29.7 billion ($252.8 million)',
      '¥45.30 ($0.39) per share',
      '',
    ]);
    expect(text).toContain('\nWork: 29700000000 / 117.48 = 252808988.7640…, printed $252.8 million\n');
    expect(text).toContain('on Friday, July 7, 2006, a move of -2.98% (a');
    expect(text).toContain('\nLatest: ¥29.7 billion is $260.6 million at the rate of July 7, 2006\n');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('markdown and html: the amounts and the wording, no notes', () => {
    const markdown = formatTranslation(AMOUNTS, 'markdown');
    expect(markdown).toMatch(
      /^¥29\.7 billion \(\\\$252\.8 million\)\n\n¥45\.30 \(\\\$0\.39\) per share\n\nAmounts in/,
    );
    expect(formatTranslation(AMOUNTS, 'html')).toMatch(/^<p>&#165;29\.7 billion \(\$252\.8 million\)<\/p>\n/);
    for (const format of ['markdown', 'html', 'csv'] as const) {
      expect(formatTranslation(AMOUNTS, format)).not.toMatch(/Rule 3-20|Latest:/);
    }
  });

  it('csv and json', () => {
    expect(formatTranslation(AMOUNTS, 'csv').split('\n').slice(0, 2)).toEqual([
      'amount,value,currency,translated_text,translated,to,rate,rate_unit,rate_date,source,translated_at_latest,latest_rate,latest_rate_date',
      '¥29.7 billion,29700000000,JPY,$252.8 million,252800000,USD,117.48,JPY/USD,2006-03-31,H.10,260600000,113.98,2006-07-07',
    ]);
    expect(JSON.parse(formatTranslation(AMOUNTS, 'json'))).toMatchObject({
      from: 'JPY',
      to: 'USD',
      latest: {
        percent: '-2.98',
        material: '5',
        exceeded: false,
        rate: { value: '113.98', date: '2006-07-07' },
      },
      amounts: [{ text: '¥29.7 billion', translated: { text: '$252.8 million' } }, { per: 'share' }],
    });
  });
});
