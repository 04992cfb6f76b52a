import type { Finding, Severity } from '../../checks/check.js';
import { displayWidth, padStart } from '../../value/display-width.js';
import { counted, expectationSentence } from '../marks.js';
import { type Excerpt, filingExcerpt } from './excerpt.js';
import { wrapAfter } from './layout.js';
import { type Page, placeText } from './page.js';

/** A related place longer than this, a whole sentence, is named by its note alone. */
const LONGEST_UNDERLINE = 40;

/** Related places shown: the evidence names the others. */
const MOST_RELATED = 6;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The findings at or above a severity, each as a compiler prints an error, with an empty line after each. */
export function findingLines(page: Page, lowest: Severity): string[] {
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(lowest) + 1);
  return page.result.findings
    .filter(({ severity }) => shown.includes(severity))
    .flatMap((finding) => [...findingText(page, finding), '']);
}

/** One finding: what, where, the line with carets below the place, the work. */
export function findingText(page: Page, finding: Finding): string[] {
  const expectation = expectationSentence(finding);
  const indented = (text: string): string[] => wrapAfter('  ', text, page.columns);
  return [
    head(page, finding),
    ...indented(finding.message),
    ...excerptLines(page, finding),
    ...(expectation === '' ? [] : indented(expectation)),
    ...(finding.cause === null ? [] : wrapAfter('  Likely cause: ', finding.cause, page.columns)),
    ...finding.evidence.flatMap((line) => wrapAfter('  - ', line, page.columns)),
  ];
}

function head(page: Page, finding: Finding): string {
  const { bold, red, yellow, cyan } = page.colors;
  const paint = { error: red, warning: yellow, info: cyan }[finding.severity];
  return `${bold(finding.check)}  ${paint(bold(finding.severity))}  ${placeText(page, finding.start)}`;
}

/** The line with carets below the place, then the lines of the related places with their notes. */
function excerptLines(page: Page, finding: Finding): string[] {
  const { filing } = page.result;
  const gutter = String(page.lines.starts.length).length;
  const width = Math.max(30, page.columns - gutter - 5);
  const excerpt = filingExcerpt(filing, page.lines, finding.start, finding.end, width);
  const places = finding.related.map(({ start, end, note }) => ({
    excerpt: filingExcerpt(filing, page.lines, start, end, width),
    note,
  }));
  // Parties on one line, as those of a sum across a row, are told by the evidence: once is enough to see.
  const elsewhere = places.filter(
    (place, index) =>
      place.excerpt.text !== excerpt.text &&
      places.findIndex((other) => other.excerpt.text === place.excerpt.text) === index,
  );
  const shown = elsewhere.length === 0 ? places.slice(0, 1) : elsewhere.slice(0, MOST_RELATED);
  const more = elsewhere.length - shown.length;
  return [
    ...marked(page, gutter, excerpt, ''),
    ...shown.flatMap((place) => marked(page, gutter, place.excerpt, place.note)),
    ...(more > 0
      ? [`  ${' '.repeat(gutter)} ${page.colors.dim('|')} and ${counted(more, 'more place')}`]
      : []),
  ];
}

function marked(page: Page, gutter: number, excerpt: Excerpt, note: string): string[] {
  const { dim, red, cyan } = page.colors;
  const sign = note === '' ? '^' : '-';
  const paint = note === '' ? red : cyan;
  const blank = `  ${' '.repeat(gutter)} ${dim('|')} `;
  const signs =
    note !== '' && excerpt.width > LONGEST_UNDERLINE ? '' : sign.repeat(Math.max(1, excerpt.width));
  const under = ' '.repeat(excerpt.from) + paint(signs);
  const line = `  ${dim(padStart(String(excerpt.line), gutter))} ${dim('|')} ${excerpt.text}`.trimEnd();
  if (note === '') return [line, blank + under];
  const noteColumns = page.columns - gutter - 5;
  const notes = wrapAfter('', note, noteColumns).map((part) => blank + part);
  if (signs === '') return [line, ...notes];
  if (excerpt.from + signs.length + 1 + displayWidth(note) > noteColumns)
    return [line, blank + under, ...notes];
  return [line, `${blank}${under} ${note}`];
}
