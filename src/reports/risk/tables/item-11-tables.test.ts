import { describe, expect, it } from 'vitest';
import {
  BASE,
  FACTORS,
  LOAN,
  METHOD,
  market,
  PAYABLE,
  REGISTER,
  register,
} from '../../../../test/item-11-register.js';
import { item11, type OtherMarkets } from '../../../risk/index.js';
import { item11Lists } from './item-11-lists.js';
import { item11Tables } from './item-11-tables.js';
import type { ReportTable } from './report-table.js';

const SHOW = { currency: 'JPY', size: 1, text: 'JPY' };
const DATA = item11(REGISTER, { asOf: '2008-02-29' });
const TABLES = item11Tables(DATA, SHOW);

function table(title: string, tables: readonly ReportTable[] = TABLES): ReportTable {
  const found = tables.find((each) => withoutUnit(each.title) === title);
  if (found === undefined)
    throw new Error(`no table ${title} in ${tables.map((each) => each.title).join('; ')}`);
  return found;
}

function withoutUnit(title: string): string {
  return title.replace(/ \(JPY\)$/, '');
}

function row(of: ReportTable, start: string): readonly string[] {
  return of.rows.find((cells) => cells[0]?.startsWith(start) === true) ?? [];
}

describe('the tables of Item 11', () => {
  it('stand in the order of the form, trading apart, every row as wide as its header', () => {
    expect(TABLES.map(({ title }) => withoutUnit(title))).toEqual([
      'By expected maturity: exchange rates, trading',
      'By expected maturity: interest rates, other than trading',
      'By expected maturity: exchange rates, other than trading',
      'Held without maturity: equity prices, other than trading',
      'Sensitivity: exchange rates, trading',
      'Sensitivity: interest rates, other than trading',
      'Sensitivity: exchange rates, other than trading',
      'Sensitivity: commodity prices, other than trading',
      'Sensitivity: equity prices, other than trading',
      'Value at risk: trading, 99%, 10 trading days',
      'Value at risk: other than trading, 99%, 10 trading days',
      'What a holder has for each ADS (U.S. dollars)',
    ]);
    for (const { columns, rows } of TABLES) {
      expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([columns.length]));
    }
  });

  it('head the years by number, and say which months they are, after a leap day too', () => {
    const headers = table('By expected maturity: interest rates, other than trading').columns.map(
      ({ head }) => head,
    );
    expect(headers.slice(1)).toEqual([
      '2009',
      '2010',
      '2011',
      '2012',
      '2013',
      'Thereafter',
      'Total',
      'Fair value',
    ]);
    expect(TABLES[0]?.notes[0]).toBe(
      'A year stands for the twelve months that end in it: 2009 for those to 2009-02-28.',
    );
    const [undated] = item11Tables(item11(REGISTER), SHOW);
    expect(undated?.columns[1]?.head).toBe('Year 1');
  });

  it('print principal with its rates below', () => {
    const rates = table('By expected maturity: interest rates, other than trading');
    expect(row(rates, 'Notes')).toEqual(['Notes', '400', '–', '600', '–', '–', '–', '1,000', '−1,018']);
    expect(rates.rows[0]).toEqual(['Debt, fixed rate', ...Array(8).fill('')]);
    const at = rates.rows.findIndex((cells) => cells[0] === 'Debt, fixed rate: total');
    expect(rates.rows[at + 1]).toEqual([
      '· average interest rate',
      '3%',
      '',
      '3.5%',
      '',
      '',
      '5%',
      '3.667%',
      '',
    ]);
    const currencies = table('By expected maturity: exchange rates, other than trading');
    expect(currencies.rows[0]?.[0]).toBe('Owed in USD (USD; fair value in JPY)');
    expect(row(currencies, 'Payable')).toEqual(['Payable', '20', '–', '–', '–', '–', '30', '50', '−6,000']);
  });

  it('print what is not known as a dash with its reason', () => {
    const undated = item11(register([market('r', 'interest-rate', [{ ...LOAN, maturities: [] }])]));
    const rates = table(
      'By expected maturity: interest rates, other than trading',
      item11Tables(undated, SHOW),
    );
    expect(row(rates, 'Bank loan').slice(-2)).toEqual(['2,000', '–']);
    expect(rates.notes).toContain('No fair value of Bank loan: no maturities are given.');
  });

  it('print value at risk with sum, diversification, and the statement', () => {
    const risk = table('Value at risk: other than trading, 99%, 10 trading days');
    expect(risk.rows.map((cells) => cells[0])).toEqual([
      'Interest rates',
      'Exchange rates',
      'Equity prices',
      'Sum of the categories',
      'Diversification',
      'Together',
    ]);
    expect(row(risk, 'Diversification')[1]).toMatch(/^−/);
    expect(risk.notes[0]).toContain('Losses are positive. Horizon 10 trading days');
    expect(table('Value at risk: trading, 99%, 10 trading days').rows).toHaveLength(1);
  });

  it('print no digit finer than the error, and an open end as such', () => {
    const drawn = register([...REGISTER.risks], {
      market: { factors: FACTORS, method: { ...METHOD, method: 'monte-carlo' } },
    });
    const risk = table(
      'Value at risk: other than trading, 99%, 10 trading days',
      item11Tables(item11(drawn, { draws: 1000 }), SHOW),
    );
    const [, value = '', error = ''] = row(risk, 'Together');
    expect(error).toMatch(/^([2-9]0|1[0-9])$/);
    expect(Number(value.replace(',', '')) % (error.startsWith('1') ? 1 : 10)).toBe(0);
  });

  it('have columns of last year where there is one', () => {
    const more = register([market('exchange', 'foreign-exchange', [PAYABLE])]);
    const tables = item11Tables(item11(more, { prior: DATA }), SHOW);
    expect(
      table('By expected maturity: exchange rates, other than trading', tables)
        .columns.slice(-2)
        .map(({ head }) => head),
    ).toEqual(['Total, last year', 'Fair value, last year']);
    expect(
      row(table('Sensitivity: exchange rates, other than trading', tables), 'the usd').slice(-3),
    ).toEqual(['−600', '−600', '0']);
    expect(
      table('Value at risk: other than trading, 99%, 10 trading days', tables).columns.at(-1)?.head,
    ).toBe('Last year');
  });

  it('print shares without columns of years', () => {
    expect(table('Held without maturity: equity prices, other than trading').rows).toEqual([
      ['Shares', 'Equity securities', '6,800', '6,800'],
    ]);
  });

  it('say once what holds for several, and the statement with each value at risk', () => {
    const notes = TABLES.flatMap((each) => each.notes);
    expect(notes.filter((note) => note.startsWith('A year stands for'))).toHaveLength(1);
    expect(notes.filter((note) => note.startsWith('A loss is a fall'))).toHaveLength(2);
  });

  it('print the year’s value at risk by day, and one horizon a table', () => {
    const levels = [130, 110, 125];
    const HISTORY = {
      days: Array.from({ length: 30 }, (_, at) => at),
      levels: Array.from({ length: 30 }, (_, at) => 120 + (at % 2)),
      source: 'made',
      warnings: [],
    };
    const markets: OtherMarkets = {
      on: (day) => ({
        day,
        factors: FACTORS.map((each) =>
          each.id === 'usd'
            ? { ...each, level: levels[Number(day.slice(5, 7)) % 3] ?? each.level, history: HISTORY }
            : each,
        ),
        missing: [],
      }),
      dollarAfter: () => ({
        day: '2008-07-07',
        rate: 108,
        fromDay: '2008-02-29',
        fromRate: 120,
        source: 'H.10 rates of JPY/USD',
      }),
    };
    const tables = item11Tables(item11(REGISTER, { asOf: '2008-02-29', markets }), SHOW);
    const year = table('Value at risk over the year: other than trading, 99%, 10 trading days', tables);
    expect(year.columns.map(({ head }) => head).slice(1)).toEqual([
      'Average',
      'High',
      'Low',
      '2007-05-31',
      '2007-08-31',
      '2007-11-30',
      '2008-02-29',
    ]);
    const [average = 0, high = 0, low = 0, ...points] = row(year, 'Exchange rates')
      .slice(1)
      .map((cell) => Number(cell.replaceAll(',', '')));
    expect(high).toBe(Math.max(...points));
    expect(low).toBe(Math.min(...points));
    expect(Math.abs(average - points.reduce((sum, each) => sum + each, 0) / 4)).toBeLessThanOrEqual(1);
    for (const { title, columns } of tables) {
      const words = `${title} ${columns.map(({ head }) => head).join(' ')}`;
      expect(/10 trading days/.test(words) && /1 trading day(?!s)|of a year/.test(words)).toBe(false);
    }
    const holder = table('What a holder has for each ADS (U.S. dollars)', tables);
    expect(
      row({ ...holder, rows: holder.rows.filter((cells) => cells[2] === 'to 2008-07-07') }, 'Value'),
    ).toEqual(['Value', 'the usd', 'to 2008-07-07', '108', '10', '11.11', '11.1%']);
    expect(holder.notes.at(-1)).toContain('from JPY 120 to JPY 108 (−10.00%) on 2008-07-07');
  });

  it('print the dollars of an ADS', () => {
    expect(row(table('What a holder has for each ADS (U.S. dollars)'), 'Value')).toEqual([
      'Value',
      'the usd',
      '10% up',
      '132',
      '10',
      '9.091',
      '−9.09%',
    ]);
  });
});

describe('what stands below the tables', () => {
  it('is how they were measured, what is left out, and what is to be written', () => {
    expect(item11Lists(DATA).map(({ title }) => title)).toEqual([
      'How this was measured',
      'What is left out, and what is assumed',
    ]);
    const more = register([market('exchange', 'foreign-exchange', [PAYABLE])]);
    const half = register([
      market('exchange', 'foreign-exchange', [{ ...PAYABLE, amount: -25, maturities: [] }]),
    ]);
    const lists = item11Lists(item11(half, { prior: item11(more) }));
    expect(lists.at(-1)?.title).toBe('Still to write: reasons for material changes from last year');
    expect(lists.at(-1)?.items[0]).toContain(
      'Fair value of Payable (foreign-exchange, other): 50% smaller than last year',
    );
  });

  it('says where there is nothing to disclose', () => {
    const none = item11(register([], { base: { ...BASE, ads: null } }));
    expect(item11Tables(none, SHOW)).toEqual([]);
    expect(item11Lists(none)[0]?.items[0]).toContain('no risk of kind "market"');
  });
});
