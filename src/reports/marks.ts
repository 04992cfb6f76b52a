import type {
  CheckedFigure,
  CheckSummary,
  FigureStatus,
  Finding,
  Severity,
  TickLetter,
} from '../checks/check.js';

/** The sign of each status, readable without colour; an amount without support and a label carry none. */
export const STATUS_SIGNS: Readonly<Record<FigureStatus, string>> = {
  ticked: '✓',
  agrees: '=',
  differs: '✗',
  unsupported: '',
  label: '',
};

export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: 'i' };

/** Letters of a figure's ticks, each once, in the order of the checks: ["OF", "IC"]. */
export function lettersOf({ ticks }: CheckedFigure): TickLetter[] {
  return [...new Set(ticks.filter(({ grade }) => grade !== 'possible').map(({ letter }) => letter))];
}

/** The letters beside a figure's sign. Agreement adds nothing to a tick, and a figure that differs carries none. */
export function markLetters(checked: CheckedFigure): TickLetter[] {
  if (checked.status === 'ticked') return lettersOf(checked).filter((letter) => letter !== 'IC');
  return checked.status === 'agrees' ? lettersOf(checked) : [];
}

/** The mark of a figure: "✓OF", "=IC", "✗"; empty for what is unsupported. */
export function markOf(checked: CheckedFigure): string {
  return STATUS_SIGNS[checked.status] + markLetters(checked).join(',');
}

/** How many figures are amounts: every status but `label`. */
export function amountCount({ ticked, agrees, differs, unsupported }: CheckSummary): number {
  return ticked + agrees + differs + unsupported;
}

/** "1 error", "2 errors". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "2 errors, 1 warning.", "No errors." */
export function verdict(errors: number, warnings: number): string {
  const parts = [errors === 0 ? 'No errors' : counted(errors, 'error')];
  if (warnings > 0) parts.push(counted(warnings, 'warning'));
  return `${parts.join(', ')}.`;
}

/** "12 files checked: 3 errors, 1 warning. 510 of 803 amounts ticked. 1 file could not be read." */
export function totalsText(summaries: readonly CheckSummary[], unread: number): string {
  const sum = (value: (summary: CheckSummary) => number) =>
    summaries.reduce((total, summary) => total + value(summary), 0);
  const found = verdict(
    sum(({ errors }) => errors),
    sum(({ warnings }) => warnings),
  );
  const ticked = `${sum((each) => each.ticked)} of ${sum(amountCount)} amounts ticked.`;
  const failed = unread === 0 ? '' : ` ${counted(unread, 'file')} could not be read.`;
  return `${counted(summaries.length, 'file')} checked: ${found} ${ticked}${failed}`;
}

/** The finding's printed value beside what it should be, where the check states both. */
export function hasExpectation(finding: Finding): boolean {
  return finding.printed !== '' || finding.expected !== '';
}

/**
 * What a reader needs who sees nothing but a line of text: the message, what was printed and expected where the
 * message does not say it, the likeliest cause.
 */
export function findingSentences(finding: Finding): string[] {
  const { message, printed, expected, cause } = finding;
  const isSaid = message.includes(printed) && message.includes(expected);
  return [
    message,
    ...(hasExpectation(finding) && !isSaid ? [`Printed ${printed}, expected ${expected}.`] : []),
    ...(cause === null ? [] : [`Likely cause: ${cause}.`]),
  ];
}
