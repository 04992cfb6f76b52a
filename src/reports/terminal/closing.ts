import { type CheckResult, TICK_LETTERS, type Undecided } from '../../checks/index.js';
import { amountCount, lettersOf, markLetters, STATUS_SIGNS, verdict } from '../marks.js';
import { wrapAfter } from './layout.js';
import type { Page } from './page.js';

/** Letters of the ticks in the report, checks that could not decide or did not run, and the summary. */
export function closingLines(page: Page, evidence: boolean): string[] {
  return [
    ...legendLines(page, evidence),
    ...undecidedLines(page),
    ...notRunLines(page),
    ...summaryLines(page),
  ];
}

/** The letters that the report shows: those of the marks, and with the evidence those of every tick. */
function legendLines(page: Page, evidence: boolean): string[] {
  const used = new Set(page.result.figures.flatMap(evidence ? lettersOf : markLetters));
  const differs = page.result.figures.some(({ status }) => status === 'differs');
  const agrees = page.result.figures.some(({ status }) => status === 'agrees');
  const ticked = page.result.figures.some(({ status }) => status === 'ticked');
  const entries = [
    ...(ticked ? [`${STATUS_SIGNS.ticked} ticked`] : []),
    ...(agrees ? [`${STATUS_SIGNS.agrees} agrees, not ticked`] : []),
    ...(differs ? [`${STATUS_SIGNS.differs} differs`] : []),
    ...Object.entries(TICK_LETTERS)
      .filter(([letter]) => used.has(letter as keyof typeof TICK_LETTERS))
      .map(([letter, meaning]) => `${letter} ${meaning}`),
  ];
  return entries.length === 0 ? [] : wrapAfter('Legend: ', `${entries.join('; ')}.`, page.columns);
}

function undecidedLines(page: Page): string[] {
  return [...countedReasons(page.result.undecided)].flatMap(([reason, count]) =>
    wrapAfter('Undecided: ', `${count === 1 ? '1 figure' : `${count} figures`}, ${reason}`, page.columns),
  );
}

function countedReasons(undecided: readonly (Undecided & { readonly check: string })[]): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const { check, reason } of undecided) {
    const text = `${check}: ${reason}`;
    reasons.set(text, (reasons.get(text) ?? 0) + 1);
  }
  return reasons;
}

function notRunLines(page: Page): string[] {
  return page.result.checksNotRun.flatMap(({ check, reason }) =>
    wrapAfter('Did not run: ', `${check}: ${reason}`, page.columns),
  );
}

function summaryLines(page: Page): string[] {
  const { summary } = page.result;
  const { bold, red, green, yellow } = page.colors;
  const paint = summary.errors > 0 ? red : summary.warnings > 0 ? yellow : green;
  return wrapAfter('', summaryText(page.result), page.columns).map((line) => bold(paint(line)));
}

/** "No errors. 63 amounts: 50 ticked, 0 agree, 0 differ, 13 unsupported (9 of them dates); 40 labels." */
export function summaryText({ summary, figures }: CheckResult): string {
  const { ticked, agrees, differs, unsupported, labels, errors, warnings } = summary;
  const dates = figures.filter(({ status, figure }) => status === 'unsupported' && figure.unit === 'date');
  const ofThem = dates.length === 0 ? '' : ` (${dates.length} of them dates)`;
  return (
    `${verdict(errors, warnings)} ${amountCount(summary)} amounts: ${ticked} ticked, ${agrees} agree, ` +
    `${differs} differ, ${unsupported} unsupported${ofThem}; ${labels} labels.`
  );
}
