import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { type ExchangeRateTable, exchangeRateTable } from '../exchange-rate-table.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import { formatExchangeRateTable } from './index.js';

const WON = exchangeRateTable(noonBuyingRates(), {
  currency: 'KRW',
  fiscalYearEnd: { month: 12, day: 31 },
  years: [2005],
  months: [
    { year: 2006, month: 6 },
    { year: 2006, month: 7 },
  ],
  through: parseDay('2006-07-07'),
});
/** One note, so that the goldens show the form and not the notes, which have a test of their own. */
const TABLE: ExchangeRateTable = { ...WON, footnotes: [{ mark: '(1)', text: 'Averages of <daily> rates.' }] };

describe('the forms of a table', () => {
  it('terminal', () => {
    expect(formatExchangeRateTable(TABLE, 'terminal', 60)).toBe(
      [
        'Exchange rates: South Korean won per U.S. $1.00',
        '',
        '                      High      Low  Average (1)  Period-end',
        'Year ended December 31,',
        '  2005           ₩1,059.80  ₩997.00    ₩1,023.20   ₩1,010.00',
        'Calendar year 2006',
        '  June             ₩961.80  ₩942.70      ₩954.45     ₩948.50',
        '  July (through',
        '  July 7, 2006)     949.20   944.50       946.98      947.60',
        '',
        '(1) Averages of <daily> rates.',
        '',
      ].join('\n'),
    );
  });

  it.each(['USD/KRW', 'VES/USD', 'USD/VES'])('terminal keeps within 80 columns for %s', (unit) => {
    const options = { unit, months: [{ year: 2021, month: 9 }], through: parseDay('2021-09-29') };
    const text = formatExchangeRateTable(exchangeRateTable(noonBuyingRates(), options), 'terminal', 80);
    const lengths = text.split('\n').map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(80);
  });

  it('markdown', () => {
    expect(formatExchangeRateTable(TABLE, 'markdown')).toBe(
      [
        '**Exchange rates: South Korean won per U.S. \\$1.00**',
        '',
        '|                             |      High |     Low | Average (1) | Period-end |',
        '|:----------------------------|----------:|--------:|------------:|-----------:|',
        '| **Year ended December 31,** |           |         |             |            |',
        '| 2005                        | ₩1,059.80 | ₩997.00 |   ₩1,023.20 |  ₩1,010.00 |',
        '| **Calendar year 2006**      |           |         |             |            |',
        '| June                        |   ₩961.80 | ₩942.70 |     ₩954.45 |    ₩948.50 |',
        '| July (through July 7, 2006) |    949.20 |  944.50 |      946.98 |     947.60 |',
        '',
        '(1) Averages of \\<daily\\> rates.',
        '',
      ].join('\n'),
    );
  });

  it('html, in ASCII, with row and column headings', () => {
    const html = formatExchangeRateTable(TABLE, 'html');
    expect(html).toMatch(/^<table [\s\S]*<\/table>\n<p>/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is tested
    expect(html).toMatch(/^[\x00-\x7f]*$/);
    expect(html).toContain('<p>(1) Averages of &#60;daily&#62; rates.</p>');
    const withoutStyles = html.replace(/ style="[^"]*"/g, '');
    expect(withoutStyles).toContain('<th scope="rowgroup" colspan="5">Calendar year 2006</th>');
    expect(withoutStyles).toContain(
      '<th scope="row">July (through July 7, 2006)</th>\n      <td>949.20</td>',
    );
    expect(withoutStyles.match(/<td>[^<]+<\/td>/g)).toHaveLength(12);
    expect(withoutStyles).toContain('<td>&#8361;1,059.80</td>');
  });

  it('csv', () => {
    expect(formatExchangeRateTable(TABLE, 'csv')).toBe(
      [
        'group,label,first_day,last_day,average_method,high,low,average,period_end,unit,source',
        '"Year ended December 31,",2005,2005-01-01,2005-12-31,month-end,1059.80,997.00,1023.20,1010.00,KRW/USD,H.10',
        'Calendar year 2006,June,2006-06-01,2006-06-30,daily,961.80,942.70,954.45,948.50,KRW/USD,H.10',
        'Calendar year 2006,"July (through July 7, 2006)",2006-07-01,2006-07-07,daily,949.20,944.50,946.98,947.60,KRW/USD,H.10',
        '',
      ].join('\n'),
    );
  });

  it('json, with what each figure rests on', () => {
    const json = JSON.parse(formatExchangeRateTable(TABLE, 'json'));
    expect(json).toMatchObject({
      unit: 'KRW/USD',
      inverted: false,
      decimals: 2,
      source: { name: 'H.10', asOf: '2026-07-24', lastDay: '2026-03-27', unit: 'KRW/USD' },
      footnotes: [{ mark: '(1)', text: 'Averages of <daily> rates.' }],
    });
    const july = json.groups[1].rows[1];
    expect(july).toMatchObject({
      label: 'July (through July 7, 2006)',
      period: '2006-07-01/2006-07-07',
      averageMethod: 'daily',
    });
    expect(july.figures[2]).toEqual({
      name: 'average',
      value: '946.98',
      observations: 4,
      inputs: [
        { date: '2006-07-03', value: '944.50' },
        { date: '2006-07-05', value: '946.60' },
        { date: '2006-07-06', value: '949.20' },
        { date: '2006-07-07', value: '947.60' },
      ],
    });
  });
});

describe('the notes of a table', () => {
  it('state method, direction, source and date', () => {
    expect(WON.footnotes.map(({ mark, text }) => [mark, text])).toEqual([
      [
        '(1)',
        'For fiscal years, the average of the rates on the last day of each month of the period that has a rate. ' +
          'For calendar months, the average of the daily rates of the period.',
      ],
      [null, 'Period-end: the rate on the last day of the period that has one.'],
      [
        null,
        'Source: daily noon buying rates in New York City for cable transfers, certified by the Federal Reserve ' +
          'Bank of New York and published by the Federal Reserve Board in its H.10 release. South Korean won per ' +
          'U.S. $1.00. Rates held as of July 24, 2026, of this currency through March 27, 2026.',
      ],
    ]);
  });
});
