import { displayWidth, padEnd, padStart, shorten } from '../../value/display-width.js';
import { type CoverageLine, coverageBySection, ticksByCheck } from '../coverage.js';
import { wrapAfter } from './layout.js';
import type { Page } from './page.js';

const HEADINGS = ['ticked', 'agree', 'differ', 'unsupported'] as const;
const WIDTHS = [8, 8, 8, 13] as const;
const WIDEST_TITLE = 60;

/** A whole report has too many ticks to list: how many amounts are ticked in each part of it, and by which check. */
export function coverageLines(page: Page): string[] {
  const lines = coverageBySection(page.result);
  const room = page.columns - 2 - WIDTHS.reduce((sum, width) => sum + width, 0);
  const title = Math.min(WIDEST_TITLE, room, Math.max(...lines.map((line) => displayWidth(line.title))));
  const checks = ticksByCheck(page.result).map(([check, figures]) => `${check} ${figures}`);
  return [
    page.colors.bold(`  ${' '.repeat(title)}${columnsOf(HEADINGS)}`),
    ...lines.map((line) => `  ${padEnd(shorten(line.title, title), title)}${numbers(line)}`),
    ...wrapAfter('  Ticked by: ', `${checks.join(', ')}.`, page.columns),
    ...wrapAfter(
      '  ',
      '"tickmark explain FILE FIGURE" shows the work behind one; --evidence lists all of it.',
      page.columns,
    ),
    '',
  ];
}

function numbers({ counts }: CoverageLine): string {
  const { ticked, agrees, differs, unsupported } = counts;
  return columnsOf([ticked, agrees, differs, unsupported].map(String));
}

function columnsOf(texts: readonly string[]): string {
  return texts.map((text, at) => padStart(text, WIDTHS[at] ?? 0)).join('');
}
