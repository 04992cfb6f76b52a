import picocolors from 'picocolors';
import type { CheckResult, Severity } from '../checks/check.js';
import { formatDayLong } from '../value/index.js';
import { closingLines } from './terminal/closing.js';
import { type FileLine, filesTableLines } from './terminal/files-table.js';
import { findingLines } from './terminal/findings.js';
import { wrapAfter } from './terminal/layout.js';
import { type Page, pageOf } from './terminal/page.js';
import { rateTableLines } from './terminal/rate-tables.js';
import { evidenceLines, otherTickLines } from './terminal/ticks.js';

const NARROWEST = 40;

export type { FileLine } from './terminal/files-table.js';

export interface TerminalOptions {
  /** Width to wrap at; below 40 counts as 40. */
  readonly columns: number;
  readonly color: boolean;
  /** Whether to show the work behind every tick. */
  readonly evidence: boolean;
  /** Lowest severity of the findings shown. */
  readonly severity: Severity;
  /** Whether to leave out what is ticked, so that findings and summary stand together; the work is shown regardless. */
  readonly findingsOnly?: boolean;
}

/**
 * The report for a terminal: findings as a compiler prints errors, exchange-rate tables reprinted with tick marks,
 * ticked figures of sentences, legend, summary; after several files a table of them. Says the same without colour. Ends
 * with a line end.
 */
export function terminalReport(results: readonly CheckResult[], options: TerminalOptions): string {
  const files = results.map((result) => terminalFile(result, options));
  const lines = results.map(({ filing, summary }) => ({ path: filing.source.path, summary }));
  return [...files, ...(results.length > 1 ? [terminalFilesTable(lines, options)] : [])].join('\n');
}

/** The part of one file, for a caller that writes files as they are done, with an empty line between them. */
export function terminalFile(result: CheckResult, options: TerminalOptions): string {
  const page = pageOf(result, widthOf(options), picocolors.createColors(options.color));
  return `${fileLines(page, options).join('\n')}\n`;
}

/** The table that closes a report on several files. */
export function terminalFilesTable(files: readonly FileLine[], options: TerminalOptions): string {
  const colors = picocolors.createColors(options.color);
  return `${filesTableLines(files, widthOf(options), colors).join('\n')}\n`;
}

function widthOf({ columns }: TerminalOptions): number {
  return Math.max(NARROWEST, columns);
}

function fileLines(page: Page, options: TerminalOptions): string[] {
  return [
    ...titleLines(page),
    '',
    ...findingLines(page, options.severity),
    ...tickedLines(page, options),
    ...closingLines(page, options),
  ];
}

function tickedLines(page: Page, { evidence, findingsOnly }: TerminalOptions): string[] {
  if (evidence) return [...rateTableLines(page), ...evidenceLines(page)];
  return findingsOnly === true ? [] : [...rateTableLines(page), ...otherTickLines(page)];
}

function titleLines(page: Page): string[] {
  const { source, cover } = page.result.filing;
  const about = [
    ...(cover.form === null ? [] : [`Form ${cover.form}`]),
    ...(cover.periodEnd === null ? [] : [`fiscal year ended ${formatDayLong(cover.periodEnd)}`]),
    // Another encoding is told by a mark or guessed, and a wrong guess loses figures without a word.
    ...(source.encoding === 'utf-8' ? [] : [`read as ${source.encoding}`]),
  ];
  const title = `${source.path}${about.length === 0 ? '' : `: ${about.join(', ')}`}`;
  return wrapAfter('', title, page.columns).map((line) => page.colors.bold(line));
}
