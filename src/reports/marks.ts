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

/** The letters beside a figure's sign. Agreement adds nothing to other work, and a figure that differs carries none. */
export function markLetters(checked: CheckedFigure): TickLetter[] {
  const letters = checked.status === 'ticked' || checked.status === 'agrees' ? lettersOf(checked) : [];
  const work = checked.status === 'ticked' ? letters.filter((letter) => letter !== 'IC') : letters;
  return work.length > 0 ? work : letters;
}

/** The mark of a figure: "✓OF", "=IC", "✗"; empty for what is unsupported. */
export function markOf(checked: CheckedFigure): string {
  return STATUS_SIGNS[checked.status] + markLetters(checked).join(',');
}

/** A mark that fits between two columns: two letters, or one and "+" for more, outside work first: "✓TS,F", "✓TS+". */
export function shortMarkOf(checked: CheckedFigure): string {
  const letters = markLetters(checked);
  if (letters.length < 2) return markOf(checked);
  const isWithin = (letter: TickLetter): number => (WITHIN.has(letter) ? 1 : 0);
  const shown = [...letters].sort((a, b) => isWithin(a) - isWithin(b)).slice(0, letters.length > 2 ? 1 : 2);
  return `${STATUS_SIGNS[checked.status]}${shown.join(',')}${letters.length > 2 ? '+' : ''}`;
}

/** Letters of the work that a table's own figures do for each other. */
const WITHIN: ReadonlySet<TickLetter> = new Set<TickLetter>(['F', 'CF', 'RC', 'IC']);

/** How many figures are amounts: every status but `label`. */
export function amountCount({ ticked, agrees, differs, unsupported }: CheckSummary): number {
  return ticked + agrees + differs + unsupported;
}

/** A plain decimal for people: "29700000000" as "29,700,000,000"; anything else, a date, as it is. */
export function groupedDigits(value: string): string {
  const match = /^(-?\d{5,})(\.\d+)?$/.exec(value);
  if (match === null) return value;
  return `${(match[1] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}${match[2] ?? ''}`;
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

/** The same as a sentence; empty where the message says both, or neither is stated. */
export function expectationSentence(finding: Finding): string {
  const { message, printed, expected } = finding;
  const isSaid = message.includes(printed) && message.includes(expected);
  return hasExpectation(finding) && !isSaid ? `Printed ${printed}, expected ${expected}.` : '';
}

/**
 * What a reader needs who sees nothing but a line of text: the message, what was printed and expected where the
 * message does not say it, the likeliest cause likewise.
 */
export function findingSentences(finding: Finding): string[] {
  const { message, cause } = finding;
  const expectation = expectationSentence(finding);
  const isCauseSaid = cause === null || message.includes(cause);
  return [
    message,
    ...(expectation === '' ? [] : [expectation]),
    ...(isCauseSaid ? [] : [`Likely cause: ${cause}.`]),
  ];
}
