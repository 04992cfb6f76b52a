import { type CheckResult, TICK_LETTERS } from '../../checks/index.js';
import { amountCount, counted, lettersOf, markLetters, STATUS_SIGNS, verdict } from '../marks.js';
import { countedUndecided } from '../undecided.js';
import { wrapAfter } from './layout.js';
import type { Page } from './page.js';

/** Of the checks that did not run: more would push the findings off the screen. */
const MOST_REASONS = 2;
/** Of their names. */
const MOST_NAMED = 6;

/** Of the options of a report, those that its end depends on. */
interface ClosingOptions {
  readonly evidence: boolean;
  readonly findingsOnly?: boolean;
}

/** Letters of the ticks in the report, checks that could not decide or did not run, and the summary. */
export function closingLines(page: Page, { evidence, findingsOnly }: ClosingOptions): string[] {
  return [
    ...(findingsOnly === true && !evidence ? [] : legendLines(page, evidence)),
    ...undecidedLines(page),
    ...notRunLines(page, evidence),
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
  return countedUndecided(page.result).flatMap(({ check, reason, figures }) =>
    wrapAfter('Undecided: ', `${counted(figures, 'figure')}, ${check}: ${reason}`, page.columns),
  );
}

/** With their reasons where these are few or asked for: most checks do not run on most excerpts, which is no news. */
function notRunLines({ result: { checksNotRun }, columns }: Page, evidence: boolean): string[] {
  if (evidence || checksNotRun.length <= MOST_REASONS) {
    return checksNotRun.flatMap(({ check, reason }) =>
      wrapAfter('Did not run: ', `${check}: ${reason}`, columns),
    );
  }
  const names = checksNotRun.map(({ check }) => check).join(', ');
  const which = checksNotRun.length > MOST_NAMED ? `${checksNotRun.length} checks` : names;
  return wrapAfter('Did not run: ', `${which} (--evidence says why)`, columns);
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
