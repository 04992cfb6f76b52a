import { describe, expect, it } from 'vitest';
import { cellKind } from './cell-kind.js';

const KINDS: Readonly<Record<string, readonly string[]>> = {
  empty: ['', ' ', '\u00a0'],
  number: [
    '5',
    '1,234',
    '$ 1,234',
    '(322',
    '(322)',
    '12.5%',
    '¥117.48',
    'US$5',
    '(1)',
    '2,024',
    '1.5x',
    '25 bps',
  ],
  year: ['2024', '2016 (1)', '2029 – 2033', '2029-33'],
  dash: ['-', '—', '– –', '$ —', '—%', 'nil'],
  none: ['N/A', 'n/m', 'NM', '*', '**'],
  open: ['$', '$ (', '(', '¥', 'US$', 'RMB'],
  close: [')', '%', ')%', '% )', 'x'],
  mark: ['(a)', '[b]'],
  words: [
    'Revenues',
    'Level 1',
    '1-30 days',
    '5 years',
    'March 31, 2006',
    'a word and $5',
    `${'9'.repeat(50)}`,
  ],
};

describe('cellKind', () => {
  it.each(Object.entries(KINDS).flatMap(([kind, texts]) => texts.map((text) => [text, kind])))(
    '%j is %s',
    (text, kind) => {
      expect(cellKind(`before ${text} after`, 7, 7 + text.length)).toBe(kind);
    },
  );
});
