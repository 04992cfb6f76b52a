import { expect, it } from 'vitest';
import { capturedIo } from '../../test/captured-io.js';
import { displayWidth } from '../value/display-width.js';
import { progressOn } from './progress.js';

it.each([
  ['reports/2006/annual-report-on-form-20-f.txt', 40, 'reading 2 of 5: …ort-on-form-20-f.txt …'],
  ['有価証券報告書/第二十期有価証券報告書.txt', 40, 'reading 2 of 5: …有価証券報告書.txt'],
  ['a\u001b[2J.txt', 60, 'reading 2 of 5: a\\u001b[2J.txt'],
  ['-', 60, 'reading 2 of 5: standard input'],
])('the line of %j fits in %i columns', (path, columns, expected) => {
  const io = capturedIo({ errColumns: columns });
  progressOn(io).show(1, 5, path);
  const line = io.complained().replace('\r\u001b[K', '');
  expect(line.slice(0, expected.length)).toBe(expected);
  expect(displayWidth(line)).toBeLessThan(columns);
});

it.each([
  ['draft.txt', 0, 60, 'reading 3 of 12: draft.txt …'],
  ['draft.txt', 1, 60, 'reading 3 of 12: draft.txt … 1 error'],
  ['drafts/annual-report-on-form-20-f.txt', 12, 45, 'reading 3 of 12: …-form-20-f.txt … 12 errors'],
  ['drafts/annual-report-on-form-20-f.txt', 12, 32, 'reading 3 of 12: …rm-20-f.txt …'],
])('the line of %j with %i errors in %i columns', (path, errors, columns, expected) => {
  const io = capturedIo({ errColumns: columns });
  progressOn(io).show(2, 12, path, errors);
  const line = io.complained().replace('\r\u001b[K', '');
  expect(displayWidth(line)).toBeLessThan(columns);
  expect(line).toBe(expected);
});
