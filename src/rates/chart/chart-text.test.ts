import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import { BrailleGrid } from './braille-grid.js';
import { chartText } from './chart-text.js';
import { type RateChartOptions, rateChart } from './rate-chart.js';

const MARCH = { month: 3, day: 31 };
const FIVE_YEARS: RateChartOptions = {
  currency: 'JPY',
  fiscalYearEnd: MARCH,
  years: [2002, 2003, 2004, 2005, 2006],
  through: parseDay('2006-07-07'),
};

function linesOf(options: RateChartOptions, columns = 80, color = false): string[] {
  const text = chartText(rateChart(noonBuyingRates(), options), { columns, rows: 12, color });
  expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

describe('the sketch of a chart', () => {
  it('has the figures of the fiscal years below the line', () => {
    const lines = linesOf(FIVE_YEARS);
    expect(lines).toContain('High             134.77      133.40       120.55       114.30       120.93');
    expect(lines).toContain('Average          125.64      121.10       112.75       107.28       113.67');
    expect(lines.join('\n')).toMatch(
      /Fiscal year {2}├─+ 2002 ─+┤├─+ 2003 ─+┤├─+ 2004 ─+┤├─+ 2005 ─+┤├─+ 2006 ─+┤\n/,
    );
    expect(lines).toContain('Latest practicable date: 113.98 on July 7, 2006.');
  });

  it('puts marks of the axis and the line at one height', () => {
    const from = parseDay('2006-06-01');
    const lines = linesOf({ currency: 'JPY', from, to: from });
    const dotted = lines.find((line) => /[\u2800-\u28ff]/.test(line));
    const row = lines.indexOf(dotted ?? '');
    // 112.43 is nearer to 112 than to any other mark.
    const marks = lines.flatMap((line, index) => (line.includes('┤') ? [{ line, index }] : []));
    marks.sort((a, b) => Math.abs(a.index - row) - Math.abs(b.index - row));
    expect(marks[0]?.line).toMatch(/^112 ┤/);
  });

  it('leaves out figures that have no room, and names years now and then', () => {
    const text = linesOf({ currency: 'JPY', fiscalYearEnd: MARCH }).join('\n');
    expect(text).not.toMatch(/^Average {3}/m);
    expect(text).toMatch(/^Fiscal year .* 2006 ─* 2016 ─* 2026 *$/m);
  });

  it.each([
    ['five fiscal years', FIVE_YEARS],
    ['a whole series', { currency: 'VES' }],
    ['the inverse', { unit: 'USD/JPY' }],
    ['a day', { currency: 'KRW', from: parseDay('2006-06-01'), to: parseDay('2006-06-01') }],
    ['marks', { ...FIVE_YEARS, marks: [parseDay('2001-04-02'), parseDay('2006-07-07')] }],
  ])('keeps %s within the columns', (_, options) => {
    for (const columns of [40, 61, 80, 200]) {
      const lines = linesOf(options, columns);
      expect(lines.filter((line) => line.length > columns)).toEqual([]);
      expect(lines.join('')).not.toMatch(/NaN|undefined/);
    }
  });

  it('says the same without colour', () => {
    const colored = linesOf(FIVE_YEARS, 80, true).join('\n');
    expect(colored).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    const plain = colored.replace(/\u001b\[\d+m/g, '');
    expect(plain.replace(/ +$/gm, '')).toBe(linesOf(FIVE_YEARS).join('\n'));
  });
});

describe('a grid of braille dots', () => {
  it('draws lines in eight directions and ignores what lies outside', () => {
    const grid = new BrailleGrid(2, 1);
    grid.line(0, 0, 3, 3);
    expect([grid.sign(0, 0), grid.sign(1, 0)]).toEqual(['⠑', '⢄']);
    const other = new BrailleGrid(2, 1);
    other.line(3, 3, 0, 0);
    other.dot(-1, 0);
    other.dot(4, 0);
    other.dot(0, 4);
    expect([other.sign(0, 0), other.sign(1, 0)]).toEqual(['⠑', '⢄']);
    expect(new BrailleGrid(1, 1).sign(0, 0)).toBeNull();
  });
});
