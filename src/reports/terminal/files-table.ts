import type { Colors } from 'picocolors/types.js';
import type { CheckSummary } from '../../checks/check.js';
import { displayWidth, padEnd, padStart, shortenStart } from '../../value/display-width.js';
import { amountCount, totalsText } from '../marks.js';
import { printable } from './layout.js';

/** What the closing table says of a file; `summary` is null for one that could not be read. */
export interface FileLine {
  readonly path: string;
  readonly summary: CheckSummary | null;
}

const HEAD = ['errors', 'warnings', 'ticked', 'amounts'];
/** Between columns. */
const GAP = 2;

/** After the reports of several files: a line each, and the totals. */
export function filesTableLines(files: readonly FileLine[], columns: number, colors: Colors): string[] {
  const rows = files.map(({ summary }) => cells(summary));
  const widths = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const numbers = widths.reduce((sum, width) => sum + width + GAP, 0);
  const longest = Math.max('File'.length, ...files.map(({ path }) => displayWidth(nameOf(path))));
  const room = Math.max(12, Math.min(longest, columns - numbers));
  const line = (name: string, values: readonly string[]) =>
    padEnd(shortenStart(name, room), room) +
    values
      .map((value, at) => padStart(value, (widths[at] ?? 0) + GAP))
      .join('')
      .trimEnd();
  return [
    colors.bold(line('File', HEAD)),
    ...files.map(({ path, summary }, at) => painted(line(nameOf(path), rows[at] ?? []), summary, colors)),
    totals(files, colors),
  ];
}

function cells(summary: CheckSummary | null): string[] {
  if (summary === null) return ['not read', '', '', ''];
  return [summary.errors, summary.warnings, summary.ticked, amountCount(summary)].map(String);
}

function painted(line: string, summary: CheckSummary | null, { red, yellow }: Colors): string {
  if (summary === null || summary.errors > 0) return red(line);
  return summary.warnings > 0 ? yellow(line) : line;
}

function totals(files: readonly FileLine[], { bold, red, yellow, green }: Colors): string {
  const read = files.flatMap(({ summary }) => (summary === null ? [] : [summary]));
  const bad = read.length < files.length || read.some(({ errors }) => errors > 0);
  const paint = bad ? red : read.some(({ warnings }) => warnings > 0) ? yellow : green;
  return bold(paint(totalsText(read, files.length - read.length)));
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : printable(path);
}
