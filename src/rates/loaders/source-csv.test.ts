import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, Decimal, formatDay, InputError, parseDay } from '../../value/index.js';
import { type DeclaredSource, type LoadedSource, loadSourceCsv } from './source-csv.js';

const BANK = { source: 'Bank of Canada', unit: 'CAD/USD' };

function load(text: string, declared: DeclaredSource = {}): LoadedSource {
  const today = parseDay('2026-11-23');
  return loadSourceCsv(Buffer.from(text), { name: 'boc.csv', declared, today });
}

/** `2006-01-03 1.1625`, a line a rate, and the days without. */
function linesOf(series: LoadedSource['series'][number] | undefined) {
  const rates = Array.from(series?.rates.days ?? [], (day, index) => {
    const rate = Decimal.of(series?.rates.coefficients[index] ?? 0, series?.decimals);
    return `${formatDay(day as Day)} ${rate}`;
  });
  return [...rates, ...Array.from(series?.noData ?? [], (day) => formatDay(day as Day))];
}

describe('a CSV of another source', () => {
  it('says what it is in # lines, weekends allowed', () => {
    const loaded = load(`# source: Bank of Canada
# names: BoC; Bank of Canada noon rate ;BOC
# unit: CAD/USD
# description: noon rates of the Bank of Canada
# url: https://www.bankofcanada.ca/
# sha256: left to others
# a remark
date,rate
2006-01-03,1.1625
2006-01-04,
2006-01-07,1.15
`);
    expect(loaded).toMatchObject({
      source: 'Bank of Canada',
      names: ['Bank of Canada', 'BoC', 'Bank of Canada noon rate'],
      description: 'noon rates of the Bank of Canada',
      url: 'https://www.bankofcanada.ca/',
    });
    expect(loaded.series.map(({ unit }) => unit)).toEqual(['CAD/USD']);
    expect(linesOf(loaded.series[0])).toEqual(['2006-01-03 1.1625', '2006-01-07 1.1500', '2006-01-04']);
  });

  it('has a column a unit, in any order, beside others, newest day first', () => {
    const text =
      'EUR per USD,Remark,Date,CAD/USD\r\n0.8,"x, y",2006-01-04,1.15\r\n0.9,,2006-01-03,1.1625\r\n\r\n';
    const { series, description, url } = load(text, { source: 'Minato Bank' });
    expect(series.map(({ unit }) => unit)).toEqual(['EUR/USD', 'CAD/USD']);
    expect(linesOf(series[0])).toEqual(['2006-01-03 0.9', '2006-01-04 0.8']);
    expect(linesOf(series[1])).toEqual(['2006-01-03 1.1625', '2006-01-04 1.1500']);
    expect([description, url]).toEqual(['exchange rates of Minato Bank', null]);
  });

  it('may have been through a spreadsheet, and declared in part', () => {
    const text =
      '\ufeff"# source: Kitano ""K"" Bank",\r\n# unit: JPY/USD,\r\nDate,Rate\r\n2006-01-03,116.25\r\n';
    const loaded = load(text, { unit: 'jpy per usd', names: ['KB', 'kb'], source: 'kitano "k" bank' });
    expect(loaded.names).toEqual(['Kitano "K" Bank', 'KB']);
    expect(linesOf(loaded.series[0])).toEqual(['2006-01-03 116.25']);
  });

  it('is read as it stands where the Bank of Canada made it', () => {
    const loaded = load(`"TERMS AND CONDITIONS"
"https://www.example.com/terms"

"SERIES"
"id","label","description"
"FXUSDCAD","USD/CAD","one U.S. dollar, in ours"

"OBSERVATIONS"
"date","FXAUSDCAD","FXEURCAD","FXMYRCAD","FXUSDCAD"
"2025-08-01","1.4","1.5890","","1.3750"
"2025-08-04","","1.5905","",""
`);
    expect(loaded.names[0]).toBe('Bank of Canada');
    expect(loaded.series.map(({ unit }) => unit)).toEqual(['CAD/EUR', 'CAD/USD']);
    expect(linesOf(loaded.series[1])).toEqual(['2025-08-01 1.3750', '2025-08-04']);
  });

  it('reads back what was written, in either order of days', () => {
    const rates = fc.array(fc.option(fc.integer({ min: 10_000, max: 99_999 }), { freq: 6 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        rates,
        fc.nat(15_000),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (values, first, isReversed, eol) => {
          fc.pre(values.some((value) => value !== null));
          const days = values.map((_, index) => formatDay((first + index * 3) as Day));
          const texts = values.map((value) => (value === null ? null : Decimal.of(value, 4).toString()));
          const rows = days.map((day, index) => `${day},${texts[index] ?? 'n/a'}`);
          const table = ['date,rate', ...(isReversed ? rows.reverse() : rows), ''].join(eol);
          const expected = [
            ...days.flatMap((day, index) => (texts[index] === null ? [] : [`${day} ${texts[index]}`])),
            ...days.filter((_, index) => texts[index] === null),
          ];
          expect(linesOf(load(table, BANK).series[0])).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes a last row without a line end where no digit can be missing', () => {
    expect(linesOf(load('date,rate\n2006-01-03,1.1625\n2006-01-04,1.1500', BANK).series[0])).toHaveLength(2);
    expect(linesOf(load('rate,date\n1.1625,2006-01-03', BANK).series[0])).toHaveLength(1);
    for (const cut of [
      'date,rate\n2006-01-03,1.1625\n2006-01-04,1.15',
      'date,rate\n2006-01-03,116\n2006-01-04,11',
    ]) {
      expect(() => load(cut, BANK)).toThrow(
        'end of the file within a row in boc.csv, line 3; expected a line end',
      );
    }
  });
});

describe('a CSV of another source is refused', () => {
  const ROW = 'date,rate\n2006-01-03,1.16\n';

  it.each<[string, string, DeclaredSource, string, string]>([
    [
      'without its name',
      ROW,
      { unit: 'CAD/USD' },
      'bad-option',
      'Cannot load boc.csv without the name of its source',
    ],
    ['of a name without letters', ROW, { ...BANK, source: '12' }, 'bad-option', 'source "12"'],
    ['named as the Federal Reserve', ROW, { ...BANK, source: 'H.10' }, 'bad-option', 'name "H.10"'],
    [
      'called the noon buying rate',
      ROW,
      { ...BANK, names: ['Noon Buying Rates'] },
      'bad-option',
      'name "Noon Buying Rates"',
    ],
    [
      'named in two ways',
      `# source: Minato Bank\n${ROW}`,
      BANK,
      'bad-option',
      'source "Bank of Canada" for boc.csv; expected "Minato Bank", as the file says itself',
    ],
    [
      'of two units',
      `# unit: USD/CAD\n${ROW}`,
      BANK,
      'bad-option',
      'unit "CAD/USD" for boc.csv; expected "USD/CAD"',
    ],
    ['of a unit that is none', ROW, { ...BANK, unit: 'CAD' }, 'bad-option', 'unit "CAD"'],
    ['of one currency', ROW, { ...BANK, unit: 'CAD/CAD' }, 'bad-option', 'unit "CAD/CAD"'],
    [
      'of no unit',
      ROW,
      { source: 'Bank of Canada' },
      'bad-rates-file',
      'rates of an unknown unit in boc.csv, line 1, column rate',
    ],
    ['without dates', 'rate,x\n1.1,2\n', BANK, 'bad-rates-file', 'header "rate,x" without a column of dates'],
    [
      'with two columns of dates',
      'date,day,rate\n2006-01-03,3,1.1\n',
      BANK,
      'bad-rates-file',
      'with two columns of dates',
    ],
    [
      'without rates',
      'date,price\n2006-01-03,1.1\n',
      BANK,
      'bad-rates-file',
      'header "date,price" without rates',
    ],
    [
      'with a pair in both directions',
      'date,CAD/USD,USD/CAD\n2006-01-03,1.1,0.9\n',
      BANK,
      'bad-rates-file',
      'second column of that pair, beside "CAD/USD" in boc.csv, line 1, column USD/CAD',
    ],
    ['without rows', 'date,rate\n', BANK, 'bad-rates-file', 'table without a row'],
    [
      'with # lines alone',
      '# source: x',
      BANK,
      'bad-rates-file',
      'expected a table of rates below the # lines',
    ],
    [
      'with a column without a rate',
      'date,rate\n2006-01-03,\n',
      BANK,
      'bad-rates-file',
      'columns without a rate in boc.csv, line 1',
    ],
    [
      'with a short row',
      'date,rate\n2006-01-03\n',
      BANK,
      'bad-rates-file',
      'row of 1 fields in boc.csv, line 2; expected 2',
    ],
    [
      'with a thousands separator',
      'date,rate\n2006-01-03,"1,162.5"\n',
      BANK,
      'bad-rates-file',
      'comma in "1,162.5" in boc.csv, line 2, column rate',
    ],
    ['with a decimal comma', 'date,rate\n2006-01-03,"1,1625"\n', BANK, 'bad-rates-file', 'comma in "1,1625"'],
    [
      'with text',
      `# unit: CAD/USD\n${ROW}2006-01-04,high\n`,
      BANK,
      'bad-rates-file',
      'rate "high" in boc.csv, line 4, column rate',
    ],
    [
      'with days in no order',
      `${ROW}2006-01-09,1.1\n2006-01-05,1.2\n`,
      BANK,
      'bad-rates-file',
      'day out of order, "2006-01-05" after 2006-01-09',
    ],
    ['with a day twice', `${ROW}2006-01-03,1.1\n`, BANK, 'bad-rates-file', 'day twice'],
    ['with a day to come', `${ROW}2027-01-05,1.1\n`, BANK, 'bad-rates-file', 'which is yet to come'],
    [
      'with a slip of the decimal point',
      `${ROW}2006-01-04,116.0\n`,
      BANK,
      'bad-rates-file',
      'rate 116.00 of 2006-01-04, after 1.16 in boc.csv, line 3, column rate',
    ],
    ['as a web page', '<!doctype html>\n', BANK, 'bad-rates-file', 'it is a web page'],
    ['as a workbook', 'PK\x03\x04 and so on', BANK, 'bad-rates-file', 'it is a zip or an Excel workbook'],
    [
      'parted by semicolons',
      'date;rate\n',
      BANK,
      'bad-rates-file',
      'semicolons between the columns in boc.csv, line 1',
    ],
    ...['5/15/2026', '15.05.2026', '15-May-26', '46157', '####'].map(
      (day): [string, string, DeclaredSource, string, string] => [
        `with a spreadsheet's ${day}`,
        `${ROW}${day},1.1\n`,
        BANK,
        'bad-rates-file',
        `day "${day}" in boc.csv, line 3; expected one such as 2006-03-31 (a spreadsheet may have rewritten it`,
      ],
    ),
    [
      'with a rate as a power',
      `${ROW}2006-01-04,1.2E+00\n`,
      BANK,
      'bad-rates-file',
      '117.48 (a spreadsheet may',
    ],
    ['empty', '', BANK, 'bad-rates-file', 'it is empty'],
    [
      'of the Bank of Canada, without its table',
      '"SERIES"\n"id","label"\n',
      {},
      'bad-rates-file',
      'a block headed OBSERVATIONS',
    ],
  ])('%s', (_, text, declared, code, message) => {
    expect(() => load(text, declared)).toThrow(expect.objectContaining({ name: 'InputError', code }));
    expect(() => load(text, declared)).toThrow(message);
  });

  it('or loaded, whatever byte was changed', () => {
    const whole = Buffer.from(`# source: Minato Bank\n# unit: CAD/USD\n${ROW}2006-01-04,1.17\n`);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        const bytes = Buffer.from(whole);
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        try {
          const { series } = loadSourceCsv(bytes, { name: 'x.csv' });
          expect(series[0]?.rates.days.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
