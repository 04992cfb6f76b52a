import { expect, it } from 'vitest';
import { capturedIo } from '../../test/captured-io.js';
import { displayWidth } from '../reports/terminal/layout.js';
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
