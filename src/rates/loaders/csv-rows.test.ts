import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows.js';
import { DEFAULT_LOADER_LIMITS } from './loader-limits.js';

function rowsOf(text: string) {
  return [...csvRows(text, 'rates.csv', DEFAULT_LOADER_LIMITS)];
}

describe('CSV rows', () => {
  it('read back what was written, whatever the fields hold', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '\r', 'é', '.'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, eol) => {
        const written = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','));
        const text = written.map((row) => row + eol).join('');
        const kept = rows.filter((row) => row.some((each) => each.trim() !== ''));
        expect(rowsOf(text).map(({ fields }) => fields)).toEqual(kept);
      }),
    );
  });

  it('count lines, those within quotes as well, and leave out blank ones', () => {
    expect(rowsOf('a,b\r\n\r\n"x\ny",2\n , \n\nlast,3')).toEqual([
      { line: 1, fields: ['a', 'b'], ended: true },
      { line: 3, fields: ['x\ny', '2'], ended: true },
      { line: 7, fields: ['last', '3'], ended: false },
    ]);
  });

  it('keep a quote that stands within a field', () => {
    expect(rowsOf('5" pipe,1\n')[0]?.fields).toEqual(['5" pipe', '1']);
  });

  it.each([
    ['a\n"b', 'Unexpected quote ""b" that is not closed in rates.csv, line 2; expected a second one'],
    ['"a"b,c\n', 'Unexpected text after the closing quote of "a" in rates.csv, line 1'],
    ['x'.repeat(20_000), 'field of 10001 characters in rates.csv, line 1; expected at most 10000'],
    [','.repeat(30_000), 'Unexpected 20001 columns in rates.csv, expected at most 20000'],
  ])('refuse %j', (text, message) => {
    expect(() => rowsOf(text)).toThrow(message);
  });
});
