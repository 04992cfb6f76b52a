import { BLANK, FURNITURE, type Lines, PAGE, RULE } from './lines.js';

/** A line with a page number and nothing else: "12", "- 12 -", "F-7", "FS-12", "Page 3 of 90". */
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:page\s+)?(?:[A-Z]{1,3}-)?\d{1,3}(?:\s+of\s+\d{1,3})?(?:\s*[-–—])?$/i;
/** Beside a page break also these: "iv", "(12)", "A-12". */
const BREAK_NUMBER = /^(?:[ivxl]{1,6}|\(\s?[ivxl\d]{1,4}\s?\))$/i;
/** What stands at the head of a page and says that it goes on. */
const CONTINUED = /\(\s*cont(?:inued|'d|\.)?\s*\.?\)\s*$/i;
/** No page number is longer. */
const LONGEST_NUMBER = 16;
const LONGEST_HEADER = 120;
/** A number at either end, or other white space than one space between words. */
const HAS_MORE = /^\d|\d$|[^\S ]|\s\s|\s$/;
/** Lines at the head of a page that may be its running header, and at its foot. */
const MOST_HEADERS = 4;
const MOST_FOOTERS = 2;
/** So many pages begin, or end, with the same words before we take them for furniture. */
const REPEATED = 3;

/** Whether a line is a page number and no more. */
export function isPageNumber(lines: Lines, line: number): boolean {
  if (lines.length(line) > LONGEST_NUMBER) return false;
  const text = lines.textOf(line);
  return /\d/.test(text) && PAGE_NUMBER.test(text);
}

/**
 * Marks the lines that a page break puts between the parts of a text: page numbers, and the headers and footers that
 * pages repeat or that say "(Continued)". One pass over the breaks, which look at a few lines each.
 */
export function markPageFurniture(lines: Lines): void {
  const breaks: number[] = [];
  for (let line = 0; line < lines.count; line += 1) if (lines.has(line, PAGE)) breaks.push(line);
  if (breaks.length === 0) return;
  const feet = breaks.map((at) => linesAbove(lines, at).map((line) => nearBreak(lines, line)));
  const heads = breaks.map((at) => linesBelow(lines, at).map((line) => nearBreak(lines, line)));
  const atFoot = counted(feet);
  const atHead = counted(heads);
  for (const run of feet) markRun(lines, run, ({ words }) => (atFoot.get(words) ?? 0) >= REPEATED);
  for (const run of heads) {
    markRun(lines, run, ({ words, continued }) => continued || (atHead.get(words) ?? 0) >= REPEATED);
  }
}

/** A line at the head or foot of a page. */
interface NearBreak {
  readonly line: number;
  readonly isNumber: boolean;
  readonly continued: boolean;
  /** Its words without what differs from page to page. */
  readonly words: string;
}

function nearBreak(lines: Lines, line: number): NearBreak {
  const text = lines.textOf(line);
  const isShort = text.length <= LONGEST_NUMBER;
  const continued = text.endsWith(')') && CONTINUED.test(text);
  const bare = (continued ? text.replace(CONTINUED, '') : text).toLowerCase();
  return {
    line,
    isNumber: isShort && (PAGE_NUMBER.test(text) || BREAK_NUMBER.test(text)),
    continued,
    words: HAS_MORE.test(bare)
      ? bare
          .replace(/^\d+\s|\s\d+$/g, '')
          .replace(/\s+/g, ' ')
          .trim()
      : bare,
  };
}

function counted(runs: readonly (readonly NearBreak[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const run of runs) for (const { words } of run) counts.set(words, (counts.get(words) ?? 0) + 1);
  return counts;
}

/** From the page break on, as long as each line is furniture; a heading of two lines may say "(Continued)" on the second. */
function markRun(lines: Lines, run: readonly NearBreak[], repeats: (near: NearBreak) => boolean): void {
  for (const [index, near] of run.entries()) {
    const second = run[index + 1];
    const wraps = second?.line === near.line + 1 && second.continued;
    if (!near.isNumber && !repeats(near) && !wraps) return;
    lines.flags[near.line] = (lines.flags[near.line] ?? 0) | FURNITURE;
  }
}

/** The first lines of the page that begins behind a break; a line of tags ends them. */
function linesBelow(lines: Lines, at: number): number[] {
  const found: number[] = [];
  const first = lines.has(at, BLANK) || !opensPage(lines, at) ? at + 1 : at;
  for (let line = first; line < lines.count && found.length < MOST_HEADERS; line += 1) {
    if ((lines.tags[line] ?? 0) !== 0 || (line > at && lines.has(line, PAGE))) break;
    if (lines.has(line, BLANK | RULE)) continue;
    if (lines.length(line) > LONGEST_HEADER) break;
    found.push(line);
  }
  return found;
}

/** The last lines of the page that a break ends, the last one first. */
function linesAbove(lines: Lines, at: number): number[] {
  const found: number[] = [];
  const last = lines.has(at, BLANK) || opensPage(lines, at) ? at - 1 : at;
  for (let line = last; line >= 0 && found.length < MOST_FOOTERS; line -= 1) {
    if ((lines.tags[line] ?? 0) !== 0 || (line < at && lines.has(line, PAGE))) break;
    if (lines.has(line, BLANK | RULE)) continue;
    if (lines.length(line) > LONGEST_HEADER) break;
    found.push(line);
  }
  return found;
}

/** `<PAGE>` stands before what the line holds, a form feed behind it. */
function opensPage(lines: Lines, line: number): boolean {
  return lines.text.charCodeAt(lines.starts[line] ?? 0) === 0x3c;
}
