import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabbedText } from './csv-text.js';

describe('CSV as a text with tabs', () => {
  it.each([
    ['a,b,c\n1,2,3\n', 'a\tb\tc\n1\t2\t3\n'],
    ['a,"1,234"\r\n"say ""x""",(5)', 'a\t1,234\t\nsay "x"\t(5)\t\n'],
    ['Title\na;1,5;2\nb;2,5;"3;4"\n', 'Title\t\t\na\t1.5\t2\nb\t2.5\t3;4\n'],
    ['a\t"1,5"\nb\t2', 'a\t1.5\t\nb\t2\t\n'],
    ['"two\nlines\tand tab",1\n', 'two lines and tab\t1\t\n'],
    ['a,\n,1', 'a\t\t\n\t1\t\n'],
    ['', '\t\t\n'],
    ['sep=;\r\na,b;1.234,5;2\r\n', 'a,b\t1,234.5\t2\n'],
    ['sep=|\na|b|c', 'a\tb\tc\n'],
  ])('%j', (csv, expected) => {
    expect(tabbedText(csv, 'x.csv')).toBe(expected);
  });

  it('refuses a quote that does not end and too many fields', () => {
    expect(() => tabbedText('a,b\n"c,1\n', 'x.csv')).toThrow(
      'Cannot read x.csv as CSV: a quote in record 2 does not end',
    );
    expect(() => tabbedText(','.repeat(2000), 'x.csv')).toThrow('line 1 has more than 1000 fields');
  });

  it('keeps any fields, but for white space', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '1', '(', '=') });
    const rows = fc.array(fc.array(field, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (records) => {
        const quoted = records.map((fields) =>
          fields.map((each) => `"${each.replaceAll('"', '""')}"`).join(','),
        );
        const lines = tabbedText(quoted.join('\n'), 'x.csv', 'point').split('\n').slice(0, -1);
        expect(lines).toEqual(records.map((fields) => fields.map((each) => each.trim()).join('\t')));
      }),
    );
  });
});
