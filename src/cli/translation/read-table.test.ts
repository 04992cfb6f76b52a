import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../filing/limits.js';
import { formatDay } from '../../value/index.js';
import { readTableToTranslate, type TableChoice } from './read-table.js';

function read(text: string, more: Partial<TableChoice> = {}) {
  return readTableToTranslate(new TextEncoder().encode(text), {
    path: 'table.txt',
    isCsv: false,
    currency: undefined,
    to: 'USD',
    column: undefined,
    tableNumber: undefined,
    limits: DEFAULT_LIMITS,
    ...more,
  });
}

/** Label, kind and value of each line. */
function linesOf(text: string, more: Partial<TableChoice> = {}) {
  return read(text, more).lines.map(({ label, base }) => [
    label,
    base.kind,
    'value' in base ? base.value.toString() : base.kind === 'blank' ? base.what : base.text,
  ]);
}

const TABBED = `Results of Kitano Denki (in millions of yen, except per share data)

\tYear ended March 31, 2005\tYear ended March 31, 2006
Sales\t1,200\t1,300
Loss\t(12)\t(13.5)
Other\t5\t—
Net income per share\t12.50\t13.25
Weighted average shares used per share\t900\t910
Employees\t300\t310
Return on equity (%)\t4.1\t4.3
Margin\t5.0%\t5.1%
Note\tsee below\t
`;

describe('lines in another unit than their column', () => {
  const kinds = (text: string, more: Partial<TableChoice> = {}) =>
    read(text, more).lines.map(({ label, base }) => [
      label,
      'value' in base ? `${base.value} in ${base.power}` : base.kind === 'blank' ? base.what : base.text,
    ]);

  it('keep the power of ten that their label states, and amounts in cents are left alone', () => {
    const text = `Results (in millions of yen)

\tYear ended March 31, 2005\tYear ended March 31, 2006
Sales\t1,200\t1,300
Donations (in thousands)\t1,100\t1,250
Net income per share (sen)\t12.5\t13.1
`;
    expect(kinds(text)).toEqual([
      ['Sales', '1300000000 in 6'],
      ['Donations (in thousands)', '1250000 in 3'],
      ['Net income per share (sen)', 'in cents or the like: translate it apart'],
    ]);
  });

  it('take thousands of a shared name of currencies from the title, where the user says whose', () => {
    const text = `Balance sheet as of December 31 (in thousands of pesos)

                      2016          2017
Cash             Ps. 1,234     Ps. 2,345
Debt                 5,678         6,789
`;
    expect(kinds(text, { currency: 'MXN' })[0]).toEqual(['Cash', '2345000 in 3']);
  });
});

describe('percentages without a sign', () => {
  const table = (...rows: string[]) => linesOf(`(in millions of yen)\n\n\t2005\t2006\n${rows.join('\n')}\n`);

  it('follow one with a sign at the head of their group', () => {
    const held = 'held to be a percentage as those above it are';
    expect(table('Sales\t900\t910', 'Ratios:', 'Margin\t5.0%\t5.1%', 'Return\t4.1\t4.3')).toEqual([
      ['Sales', 'amount', '910000000'],
      ['Ratios:', 'blank', null],
      ['Margin', 'blank', 'a proportion'],
      ['Return', 'blank', held],
    ]);
  });

  it('are no amounts of a thousand or more, nor what follows those', () => {
    expect(table('Growth\t5%\t6%', 'Sales\t1,900\t1,910', 'Other\t12\t15')).toEqual([
      ['Growth', 'blank', 'a proportion'],
      ['Sales', 'amount', '1910000000'],
      ['Other', 'amount', '15000000'],
    ]);
  });
});

describe('a table to translate', () => {
  it('is read line by line: amounts, per-share amounts, dashes, counts and proportions', () => {
    expect(linesOf(TABBED)).toEqual([
      ['Sales', 'amount', '1300000000'],
      ['Loss', 'amount', '-13500000'],
      ['Other', 'dash', '—'],
      ['Net income per share', 'per-share', '13.25'],
      ['Weighted average shares used per share', 'blank', 'a count'],
      ['Employees', 'blank', 'a count'],
      ['Return on equity (%)', 'blank', 'a proportion'],
      ['Margin', 'blank', 'a proportion'],
      ['Note', 'blank', null],
    ]);
    const { currency, power, columns, column, periodEnd, isLatest } = read(TABBED);
    expect([currency, power, column, isLatest]).toEqual(['JPY', 6, 1, true]);
    expect(columns).toEqual(['Year ended March 31, 2005', 'Year ended March 31, 2006']);
    expect(periodEnd === null ? null : formatDay(periodEnd)).toBe('2006-03-31');
  });

  it('knows an earlier column, and does not guess when a bare year ends', () => {
    expect(read(TABBED, { column: '2005' }).isLatest).toBe(false);
    const bare = read('in thousands of euros\n\n\t2008\t2009\nSales\t1\t200\nCosts\t2\t300\n');
    expect([bare.currency, bare.power, bare.column, bare.periodEnd]).toEqual(['EUR', 3, 1, null]);
  });

  it('reads CSV, whose first record may state the unit', () => {
    const csv =
      'RMB million\n,"December 31, 2016","December 31, 2017"\n"Cash, net","6,100.5","(6,506.3)"\nDebt,1,2\n';
    expect(linesOf(csv, { isCsv: true })).toEqual([
      ['Cash, net', 'amount', '-6506300000'],
      ['Debt', 'amount', '2000000'],
    ]);
    expect(read(csv, { isCsv: true }).currency).toBe('CNY');
    const single = 'EUR million\n,"June 30, 2010"\nAssets:\nCash,5\nDebt,6\n';
    expect(linesOf(single, { isCsv: true }).map(([label]) => label)).toEqual(['Assets:', 'Cash', 'Debt']);
    expect(read(single, { isCsv: true }).columns[0]).toBe('June 30, 2010');
  });

  const MIXED = `\tYen (millions)\tU.S. dollars (thousands)
\t2006\t2006
Sales\t702,946\t5,983,538
Dividends per share\t22.50\t0.19
`;

  it('leaves a column in dollars as it is, where another is named', () => {
    expect(() => read(MIXED)).toThrow(
      'its columns are in JPY and USD, “U.S. dollars (thousands) 2006” in USD already; choose one with --column',
    );
    const { currency, power, lines } = read(MIXED, { column: 'Yen (millions) 2006' });
    expect([currency, power, lines[0]?.cells]).toEqual(['JPY', 6, ['702,946', '5,983,538']]);
    expect(read(MIXED, { to: 'JPY', column: '2006' })).toMatchObject({ currency: 'USD', power: 3 });
  });

  it('leaves a line in dollars blank and refuses a third currency', () => {
    const text = (unit: string) =>
      `In millions of yen\n\n\tMarch 31, 2005\tMarch 31, 2006\nSales\t1,200\t1,300\nDividends per ADS (${unit})\t0.80\t0.85\n`;
    expect(linesOf(text('U.S. dollars'))[1]).toEqual([
      'Dividends per ADS (U.S. dollars)',
      'blank',
      'in U.S. dollars already',
    ]);
    expect(() => read(text('euros'))).toThrow(
      'its line “Dividends per ADS (euros)” is in EUR, the others in JPY',
    );
  });

  it('knows percentages that print no sign after the first of them', () => {
    const text = `In millions of yen

\tMarch 31, 2005\tMarch 31, 2006
Shares of the market:
  Kitano\t22.3%\t21.8%
  Minato\t34.1\t34.6
Others:
  Abroad\t9.1\t8.3
  Sales\t900\t910
  Orders\t12.5\t13.5
`;
    expect(linesOf(text).map(([label, kind]) => [label, kind])).toEqual([
      ['Shares of the market:', 'blank'],
      ['Kitano', 'blank'],
      ['Minato', 'blank'],
      ['Others:', 'blank'],
      ['Abroad', 'blank'],
      ['Sales', 'amount'],
      ['Orders', 'amount'],
    ]);
  });

  it('takes no notice of what is wrong in another column', () => {
    const text = '\tEUR million\tYen (millions)\nCash\t1,20\t1,300\nDebt\t10\t20\n';
    expect(read(text, { currency: 'JPY' })).toMatchObject({ currency: 'JPY', power: 6, column: 1 });
    expect(() => read(text, { column: 'EUR million' })).toThrow('Unexpected "1,20" in the line “Cash”');
  });

  it('takes the user’s word for a sign that currencies share, and for no other', () => {
    const dollars = '\tMarch 31, 2006\tMarch 31, 2007\nSales\t$1,300\t$1,400\nCosts\t$10\t$20\n';
    expect(read(dollars, { currency: 'CAD' }).currency).toBe('CAD');
    expect(() => read(dollars)).toThrow('it is in USD already; choose another with --column');
    expect(() => read(TABBED, { currency: 'EUR' })).toThrow(
      'Cannot translate table.txt from EUR: its amounts are in JPY',
    );
    expect(() => read('\t2005\t2006\nSales\t1\t2\nCosts\t3\t4\n')).toThrow('add --currency JPY');
    expect(read('\t2005\t2006\nSales\t1\t2\nCosts\t3\t4\n', { currency: 'KRW' }).currency).toBe('KRW');
  });

  it('is one of the file', () => {
    const two = `${TABBED}\nA paragraph that parts the tables from each other.\n\n${TABBED}`;
    expect(() => read(two)).toThrow('it holds several tables; choose with --table-number 1 (“');
    expect(() => read(two, { tableNumber: 3 })).toThrow('it has no table 3; choose with --table-number 1');
    expect(read(two, { tableNumber: 2 }).lines).toHaveLength(9);
    expect(() => read('Only words here.\n')).toThrow(
      'Cannot translate table.txt: it holds no table with amounts',
    );
    const rates = 'Yen per U.S. $1.00\n\n\tHigh\tLow\n2005\t115.01\t103.01\n2006\t120.93\t104.41\n';
    expect(() => read(rates)).toThrow('it holds no table with amounts');
    const wrong = 'In millions of yen\n\n\t2005\t2006\nSales\t1,200\t1,30\nCosts\t10\t20\n';
    expect(() => read(wrong)).toThrow('Unexpected "1,30" in the line “Sales” of table.txt, expected commas');
    const percentages = 'In millions of yen\n\n\t2005\t2006\nMargin\t5%\t6%\nReturn\t7%\t8%\n';
    expect(() => read(percentages)).toThrow('its table holds no amounts of money');
  });

  it('shows control characters, and bounds the columns', () => {
    const hostile = `In millions of yen\n\n\tMarch 31, 2005\tMarch 31, 2006\nSa\u001b[31mles\t1,200\t1,300\nCosts\t10\t20\n`;
    expect(read(hostile).lines[0]?.label).toBe('Sa\\u001b[31mles');
    const wide = `In millions of yen\n\n\t${'2006\t'.repeat(120)}2006\nSales${'\t1'.repeat(121)}\nCosts${'\t1'.repeat(121)}\n`;
    expect(() => read(wide)).toThrow('has 121 columns, more than 100');
  });
});
