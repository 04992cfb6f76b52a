import { describe, expect, it } from 'vitest';
import { Decimal, parseDay } from '../../value/index.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import type { TranslationOptions } from './convenience-translation.js';
import {
  type BaseValue,
  type LineToTranslate,
  type TableToTranslate,
  translatedTable,
} from './translated-table.js';
import { translationRate } from './translation-rate.js';

const RATE = translationRate(noonBuyingRates(), { from: 'JPY', to: 'USD' }, parseDay('2006-03-31'));
const MARCH = parseDay('2006-03-31');

/** Lines in millions of yen: "Net sales 702946", "Loss (300)", "Other —", "Assets:". */
function lines(...texts: string[]): LineToTranslate[] {
  return texts.map((text) => {
    const [, label = '', cell = ''] = /^(.*?)(?: (\(?[\d.]+\)?|—))?$/.exec(text) ?? [];
    return { label, level: 0, cells: cell === '' ? [] : [cell], base: baseOf(cell) };
  });
}

function baseOf(cell: string): BaseValue {
  if (cell === '') return { kind: 'blank', what: null };
  if (cell === '—') return { kind: 'dash', text: cell };
  const brackets = cell.startsWith('(');
  const number = Decimal.parse(cell.replace(/[()]/g, ''));
  const value = (brackets ? number.negated() : number).times(Decimal.of(10n ** 6n));
  return { kind: 'amount', value, decimals: number.scale, brackets };
}

function tableOf(rows: readonly LineToTranslate[], more: Partial<TableToTranslate> = {}): TableToTranslate {
  return {
    title: null,
    currency: 'JPY',
    power: 6,
    columns: ['Year ended March 31, 2006'],
    column: 0,
    periodEnd: MARCH,
    isLatest: true,
    lines: rows,
    ...more,
  };
}

function translate(rows: readonly LineToTranslate[], options: Partial<TranslationOptions> = {}) {
  return translatedTable(tableOf(rows), { rate: RATE, ...options });
}

function notesOf(id: string, rows: readonly LineToTranslate[], options: Partial<TranslationOptions> = {}) {
  return translate(rows, options).notes.flatMap((note) => (note.id === id ? [note.text] : []));
}

describe('a translated table', () => {
  it('translates each line from its own amount and keeps dashes, brackets and blanks', () => {
    const { lines: done, units } = translate(
      lines('Assets:', 'Net sales 702946', 'Loss (300)', 'Small loss (40)', 'Other —', 'Rounded 12.5'),
    );
    expect(done.map(({ translated }) => translated?.text ?? null)).toEqual([
      null,
      '5,984',
      '(3)',
      '0',
      null,
      '0.1',
    ]);
    expect(units).toEqual({ base: 'millions of Japanese yen', translated: 'millions of U.S. dollars' });
  });

  it('prints in another magnitude, but per-share amounts in whole units and cents', () => {
    const perShare: LineToTranslate = {
      label: 'Dividends per share',
      level: 0,
      cells: ['22.5'],
      base: { kind: 'per-share', value: Decimal.parse('22.5'), decimals: 1, brackets: false },
    };
    const { lines: done, units } = translate([...lines('Net sales 702946'), perShare], {
      power: 3,
      decimals: 1,
    });
    expect(done.map(({ translated }) => translated?.text)).toEqual(['5,983,537.6', '0.19']);
    expect(units.translated).toBe('thousands of U.S. dollars');
  });

  it('shows every line at the latest rate too', () => {
    const latest = translationRate(noonBuyingRates(), { from: 'JPY', to: 'USD' }, parseDay('2006-07-07'));
    const [line] = translate(lines('Net sales 702946'), { latest }).lines;
    expect(line?.atLatest?.text).toBe('6,167');
  });
});

describe('the notes on a table', () => {
  it('say where translated lines do not add to their total', () => {
    const rows = lines(
      'Net sales 702946',
      'Cost (489538)',
      'Gross profit 213408',
      'Expenses (174120)',
      'Income 39288',
    );
    expect(notesOf('lines-do-not-add', rows)).toEqual([
      'Income: the translated lines come to 335, the translated total is 334; each is rounded from its own amount.',
    ]);
  });

  it('also where costs stand without brackets', () => {
    const rows = lines('Gross profit 213408', 'Expenses 174120', 'Income 39288');
    expect(notesOf('lines-do-not-add', rows)).toHaveLength(1);
  });

  it('take no sum across the label of a group, and none of small totals', () => {
    expect(
      notesOf('lines-do-not-add', lines('Gross profit 213408', 'Group', 'Expenses 174120', 'Income 39288')),
    ).toEqual([]);
    expect(notesOf('lines-do-not-add', lines('One 40', 'Two 41', 'Three 81'), { decimals: 0 })).toEqual([]);
    expect(notesOf('lines-do-not-add', lines('One 140', 'Two 141', 'Three 281'))).toEqual([]);
    expect(notesOf('lines-do-not-add', lines('One 160', 'Two 160', 'Three 320'))).toEqual([
      'Three: the translated lines come to 2, the translated total is 3; each is rounded from its own amount.',
    ]);
  });

  it('stay readable for any number of totals and blanks', () => {
    const totals = Array.from({ length: 20 }, (_, index) =>
      lines(`Group ${'x'.repeat(index)}:`, 'a 160', 'b 160', 'c 320'),
    );
    expect(notesOf('lines-do-not-add', totals.flat()).at(-1)).toBe(
      '8 more totals differ so from their translated lines.',
    );
    const counts = Array.from(
      { length: 20 },
      (_, index): LineToTranslate => ({
        label: `n${index}`,
        level: 0,
        cells: ['5'],
        base: { kind: 'blank', what: 'a count' },
      }),
    );
    expect(notesOf('lines-left-blank', counts)[0]).toContain('n11 (a count); and 8 more.');
  });

  it('warn of an earlier period and of another day than the balance sheet’s', () => {
    const ids = (more: Partial<TableToTranslate>) =>
      translatedTable(tableOf(lines('Net sales 702946'), more), { rate: RATE })
        .notes.filter(({ severity }) => severity === 'warning')
        .map(({ id }) => id);
    expect(ids({})).toEqual([]);
    expect(ids({ isLatest: false })).toEqual(['earlier-period']);
    expect(ids({ periodEnd: parseDay('2005-12-31') })).toEqual(['other-balance-sheet-date']);
    expect(ids({ periodEnd: null })).toEqual([]);
    const bareYears = (columns: string[]) => ids({ periodEnd: null, columns, column: 0 });
    expect(bareYears(['2006'])).toEqual([]);
    expect(bareYears(['Fiscal 2005'])).toEqual([]);
    expect(bareYears(['2007'])).toEqual(['other-balance-sheet-date']);
    expect(bareYears(['FY2004'])).toEqual(['other-balance-sheet-date']);
  });
});
