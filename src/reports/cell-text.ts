/**
 * The text of a cell as one line. A figure that mark-up splits over cells ("(322" and ")", "$" and "5") is put together
 * as it looks on the page.
 */
export function cellLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.includes(' ') && line.length <= LONGEST_FIGURE ? line.replace(LOOSE, '') : line;
}

/** Longer than this a cell is words. */
const LONGEST_FIGURE = 40;

/** The space between a bracket, a sign of a currency or a percent sign and the digits or the dash beside it. */
const LOOSE = /(?<=[\d)—–-]) (?=[)%])|(?<=^\(?[$¥€£]) (?=[\d(.—–-])|(?<=\() (?=[\d$¥€£])/g;
