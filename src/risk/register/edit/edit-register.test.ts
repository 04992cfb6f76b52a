import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../../../value/index.js';
import { editRegister, scalarText } from './edit-register.js';

const SMALL = readFileSync(
  fileURLToPath(new URL('../../../../test/fixtures/register/small.yaml', import.meta.url)),
  'utf8',
);

describe('editRegister', () => {
  it('changes what it is asked to, and no other character', () => {
    const text = `# Ours\n${SMALL}# The end\n`;
    const edited = editRegister(text, [
      { path: ['inputs', 'stake', 'source'], key: 'line', set: 12 },
      { path: ['inputs', 'stake', 'source'], key: 'key', set: 'ab12' },
      { path: ['risks', 'churn'], key: 'heading', set: 'Accounts: gone' },
      { path: ['risks', 'dollars'], key: 'factor', set: 'cd34' },
    ]);
    const expected = text
      .replace('{ figure: ¥820 million }', '{ figure: ¥820 million, line: 12, key: ab12 }')
      .replace('heading: Accounts may leave.', 'heading: "Accounts: gone"')
      .replace('line: other }\nscenarios', 'line: other }\n    factor: cd34\nscenarios');
    expect(edited).toBe(expected);
  });

  it('adds entries after the comments that belong to the last one', () => {
    const text = 'risks:\n  a:\n    b: 1\n    # model: a comment of a\n  # of nobody\n\nc: 1\n';
    expect(editRegister(text, [{ path: ['risks'], add: ['d:', '  e: 2'] }])).toBe(
      'risks:\n  a:\n    b: 1\n    # model: a comment of a\n  d:\n    e: 2\n  # of nobody\n\nc: 1\n',
    );
  });

  it.each([
    ['risks:', 'risks:\n  y: 2\n'],
    ['risks: {} # none\nb: 2', 'risks: # none\n  y: 2\n\nb: 2'],
    ['a: 1', 'a: 1\n\nrisks:\n  y: 2\n'],
    ['risks:\r\n    x: 1\r\n', 'risks:\r\n    x: 1\r\n    y: 2\r\n'],
    ['risks:\n  x: 1', 'risks:\n  x: 1\n  y: 2\n'],
  ])('finds a place in %j', (text, expected) => {
    const edited = editRegister(text, [{ path: ['risks'], add: ['y: 2'] }]);
    expect(edited).toBe(expected);
    expect(parse(edited).risks.y).toBe(2);
  });

  it('keeps two new sections apart', () => {
    const edited = editRegister('risks:', [
      { path: ['inputs'], add: ['x: 1'] },
      { path: ['risks'], add: ['y: 2'] },
    ]);
    expect(parse(edited)).toEqual({ risks: { y: 2 }, inputs: { x: 1 } });
  });

  it('refuses what has no place', () => {
    const add = { path: ['risks'], add: ['y: 2'] };
    expect(() => editRegister('risks: { x: 1 }', [add])).toThrow(
      'it must be a map with a line for each entry',
    );
    expect(() => editRegister('a: 1', [{ path: ['b', 'c'], key: 'd', set: 1 }])).toThrow(InputError);
    expect(() => editRegister('a: [', [add])).toThrow(InputError);
  });
});

describe('scalarText', () => {
  it('reads back as the same text, on a line and in braces', () => {
    const check = (text: string) => {
      expect(parse(`a: ${scalarText(text, 'block')}`).a).toBe(text);
      expect(parse(`{ a: ${scalarText(text)}, b: 1 }`)).toEqual({ a: text, b: 1 });
    };
    for (const text of [
      '¥820 million',
      '12,500',
      '0e12',
      '1e5',
      '007',
      '0x1f',
      'no',
      'null',
      '~',
      'a: b',
      'a #b',
      '-1',
      '- a',
      "Don't",
      'x ',
      '2026-03-31',
      '5%',
      '$name',
      'abc, def',
      '.5',
      '...',
    ])
      check(text);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), check));
  });
});
