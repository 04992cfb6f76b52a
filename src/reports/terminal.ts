import picocolors from 'picocolors';
import type { CheckResult, Severity } from '../checks/check.js';
import { formatDayLong } from '../value/index.js';
import { closingLines } from './terminal/closing.js';
import { findingLines } from './terminal/findings.js';
import { wrapAfter } from './terminal/layout.js';
import { type Page, pageOf } from './terminal/page.js';
import { rateTableLines } from './terminal/rate-tables.js';
import { evidenceLines, otherTickLines } from './terminal/ticks.js';

const NARROWEST = 40;

export interface TerminalOptions {
  /** Width to wrap at; below 40 counts as 40. */
  readonly columns: number;
  readonly color: boolean;
  /** Whether to show the work behind every tick. */
  readonly evidence: boolean;
  /** Lowest severity of the findings shown. */
  readonly severity: Severity;
}

/**
 * The report for a terminal: findings as a compiler prints errors, exchange-rate tables reprinted with tick marks,
 * ticked figures of sentences, legend, summary. Says the same without colour. Ends with a line end.
 */
export function terminalReport(results: readonly CheckResult[], options: TerminalOptions): string {
  const colors = picocolors.createColors(options.color);
  const columns = Math.max(NARROWEST, options.columns);
  const files = results.map((result) => fileLines(pageOf(result, columns, colors), options));
  return files.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function fileLines(page: Page, options: TerminalOptions): string[] {
  return [
    ...titleLines(page),
    '',
    ...findingLines(page, options.severity),
    ...rateTableLines(page),
    ...(options.evidence ? evidenceLines(page) : otherTickLines(page)),
    ...closingLines(page, options.evidence),
  ];
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
