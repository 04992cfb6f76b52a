import { describe, expect, it } from 'vitest';
import type { CellOptions } from './mentions.js';
import { readCell } from './read-cell.js';

function read(text: string, options: CellOptions): string[] {
  return readCell(text, options).map((figure) => {
    const label = figure.labelKind === undefined ? '' : `${figure.labelKind} `;
    return `${label}${text.slice(figure.start, figure.end)} = ${figure.value} ${figure.unit}`;
  });
}

const MILLIONS: CellOptions = { unit: 'JPY', scale: 6 };

describe('readCell', () => {
  it.each([
    ['1,234', '1,234 = 1234000000 JPY'],
    ['(322)', '(322) = -322000000 JPY'],
    ['(1)', '(1) = -1000000 JPY'],
    ['1,234 (1)', '1,234 = 1234000000 JPY', 'footnote-mark (1) = 1 pure'],
    ['(322)(2)', '(322) = -322000000 JPY', 'footnote-mark (2) = 2 pure'],
    ['1,234*', '1,234 = 1234000000 JPY'],
    ['5⁽¹⁾', '5 = 5000000 JPY', 'footnote-mark ⁽¹⁾ = 1 pure'],
    ['(1,234', '(1,234 = -1234000000 JPY'],
    ['$ (1,234)', '$ (1,234) = -1234000000 USD'],
    ['△5', '△5 = -5000000 JPY'],
    ['-', '- = 0 JPY'],
    ['—', '— = 0 JPY'],
    ['--', '-- = 0 JPY'],
    ['---', '--- = 0 JPY'],
    ['nil', 'nil = 0 JPY'],
    ['$ —', '$ — = 0 USD'],
    ['– %', '– % = 0 percent'],
    ['(5.0%)', '(5.0%) = -5.0 percent'],
    ['12.5%', '12.5% = 12.5 percent'],
    ['2.1x', '2.1x = 2.1 multiple'],
    ['$5 million', '$5 million = 5000000 USD'],
    ['2005', '2005 = 2005000000 JPY'],
    ['1–9', '1 = 1000000 JPY', '9 = 9000000 JPY'],
    ['see Note 5', 'note 5 = 5 pure'],
    ['N/A'],
    ['$'],
    [''],
  ])('reads %j', (text, ...figures) => {
    expect(read(text, MILLIONS)).toEqual(figures);
  });

  it('gives a printed sign the unit of its column where they agree', () => {
    expect(read('¥134.77', { unit: 'JPY/USD', scale: 0 })).toEqual(['¥134.77 = 134.77 JPY/USD']);
    expect(read('Won 1,130.60', { unit: 'KRW/USD', scale: 0 })).toEqual(['Won 1,130.60 = 1130.60 KRW/USD']);
    expect(read('¥12.50', { unit: 'JPY/share', scale: 6 })).toEqual(['¥12.50 = 12.50 JPY/share']);
  });

  it('takes a letter for a sign only where the table is in its currency', () => {
    expect(read('R10.49', { unit: 'ZAR/USD', scale: 0 })).toEqual(['R10.49 = 10.49 ZAR/USD']);
    expect(read('W1,130.60', { unit: 'KRW/USD', scale: 0 })).toEqual(['W1,130.60 = 1130.60 KRW/USD']);
    expect(read('Y 117.48', { unit: 'JPY/USD', scale: 0 })).toEqual(['Y 117.48 = 117.48 JPY/USD']);
    expect(read('R10.49', { unit: 'JPY/USD', scale: 0 })).toEqual([]);
  });

  it('does not scale percentages, rates and amounts per share', () => {
    expect(read('5', { unit: 'percent', scale: 6 })).toEqual(['5 = 5 percent']);
    expect(read('118.07', { unit: 'JPY/USD', scale: 6 })).toEqual(['118.07 = 118.07 JPY/USD']);
  });

  it('names both ends of a range', () => {
    expect(readCell('3.50% - 4.25%', MILLIONS).map((figure) => figure.rangeOf)).toEqual([1, 0]);
  });

  it('reads a year without a unit as a label', () => {
    expect(read('2005', { unit: null, scale: 0 })).toEqual(['year 2005 = 2005 date']);
  });

  it('takes the numbers of a heading for labels', () => {
    const heading: CellOptions = { unit: null, scale: 0, heading: true };
    expect(read('Average ⁽¹⁾', heading)).toEqual(['footnote-mark ⁽¹⁾ = 1 pure']);
    expect(read('July (through July 7, 2006)', heading)).toEqual(['year July 7, 2006 = 2006-07-07 date']);
    expect(read('5% notes due 2010', heading)).toEqual(['5% = 5 percent', 'year 2010 = 2010 date']);
  });
});
