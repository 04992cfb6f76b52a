import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, TABLE_OPENS } from './edgar-tags.js';
import { BLANK, CAPITAL, DIGIT, GAP, LEADER, PAGE, RULE, SMALL, splitLines, TAB } from './lines.js';

const NAMES: readonly [flag: number, name: string][] = [
  [DIGIT, 'digit'],
  [GAP, 'gap'],
  [TAB, 'tab'],
  [LEADER, 'leader'],
  [RULE, 'rule'],
  [BLANK, 'blank'],
  [PAGE, 'page'],
  [SMALL, 'small'],
  [CAPITAL, 'capital'],
];

/** Each line: its text, and what it has. */
function seen(source: string): string[] {
  const lines = splitLines(source);
  return Array.from({ length: lines.count }, (_, line) => {
    const flags = NAMES.filter(([flag]) => lines.has(line, flag)).map(([, name]) => name);
    return `${lines.textOf(line)}: ${flags.join(' ')}`;
  });
}

describe('splitLines', () => {
  it('takes every kind of line end, mixed, and keeps offsets', () => {
    expect(seen('a\r\nb\rc\n \n\t\n\nd\fe')).toEqual([
      'a: small',
      'b: small',
      'c: small',
      ': blank',
      'd: page small',
      'e: small',
    ]);
  });

  it('sees what each line has', () => {
    expect(seen('Sales....  1,234\n  ---  ====\nA\tb\nTwo  words\n- - -\nno. 5 of 6.')).toEqual([
      'Sales....  1,234: digit gap leader small capital',
      '---  ====: gap rule',
      'A\tb: tab small capital',
      'Two  words: gap small capital',
      '- - -: ',
      'no. 5 of 6.: digit small',
    ]);
  });

  it('takes EDGAR mark-up for white space, and what follows it for text', () => {
    const lines = splitLines('<PAGE>   12\n<TABLE>\n<S>   <C>   <C>\n<CAPTION> Sales\na < b\n<b>');
    expect(Array.from({ length: lines.count }, (_, line) => lines.textOf(line))).toEqual([
      '',
      '',
      '',
      'Sales',
      'a < b',
      '<b>',
    ]);
    expect(lines.has(0, PAGE)).toBe(true);
    expect([...lines.tags.slice(1, 3)]).toEqual([TABLE_OPENS, COLUMNS]);
  });

  it('sees gaps between words, none behind them, and leaders with spaces between the dots', () => {
    expect(seen('Two  \nA  b  \nA \tb \n  12 \t \na . . . 5\na.b. .')).toEqual([
      'Two: small capital',
      'A  b: gap small capital',
      'A \tb: gap tab small capital',
      '12: digit tab',
      'a . . . 5: digit leader small',
      'a.b. .: leader small',
    ]);
  });

  it('counts runs of digits', () => {
    expect(splitLines('1,234.5 and 6\n7').digitRuns).toBe(5);
  });

  it('holds every visible character of any text, in order', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('\n', '\r', '\f', ' ', '  ', '\t', '\u00a0', '...', '---', '12', '\u2003'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('').replaceAll('<', '(');
        const lines = splitLines(source);
        let held = '';
        for (let line = 0; line < lines.count; line += 1) held += lines.textOf(line);
        // Control characters are white space to us; so are the byte-order mark and the line separators.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
        const visible = (text: string) => text.replace(/[\s\u0000-\u001f]/g, '');
        expect(visible(held)).toBe(visible(source));
      }),
    );
  });
});
