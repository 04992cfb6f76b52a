import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import type { CheckSummary } from '../../checks/check.js';
import { displayWidth } from '../../value/display-width.js';
import { filesTableLines } from './files-table.js';

const NOTHING: CheckSummary = {
  figures: 0,
  ticked: 0,
  agrees: 0,
  differs: 0,
  unsupported: 0,
  labels: 0,
  errors: 0,
  warnings: 0,
};
const FILES = [
  { path: 'drafts/item-3.txt', summary: { ...NOTHING, ticked: 1200, unsupported: 34, labels: 9 } },
  { path: '-', summary: { ...NOTHING, warnings: 1 } },
  { path: '有価証券報告書/第二十期有価証券報告書.txt', summary: { ...NOTHING, errors: 10, differs: 10 } },
  { path: 'a\u001b[2J.txt', summary: null },
];
const plain = picocolors.createColors(false);

it('is aligned, within the columns, and says the totals', () => {
  const lines = filesTableLines(FILES, 60, plain);
  expect(lines.slice(0, 3).map((line) => line.replace(/ +/g, ' '))).toEqual([
    'File errors warnings ticked amounts',
    'drafts/item-3.txt 0 0 1200 1234',
    'standard input 0 1 0 0',
  ]);
  expect(lines.slice(0, 5).filter((line) => displayWidth(line) > 60)).toEqual([]);
  const ends = lines.slice(0, 4).map((line) => displayWidth(line));
  expect(new Set(ends).size).toBe(1);
  expect(lines[3]).toMatch(/^….*報告書\.txt +10 +0 +0 +10$/);
  expect(lines[4]).toMatch(/ not read$/);
  expect(lines[4]).not.toContain('\u001b');
  expect(lines.at(-1)).toBe(
    '3 files checked: 10 errors, 1 warning. 1200 of 1244 amounts ticked. 1 file could not be read.',
  );
});
