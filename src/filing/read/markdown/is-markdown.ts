/** A rendering of this length shows its marks. */
const WINDOW = 262_144;
/** Fewer marks than these may stand in any text. */
const ENOUGH = 3;
const DELIMITER_ROW = /^[ ]{0,3}\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)+\|?[ ]*$/;
const PIPE_ROW = /^[ ]{0,3}\|.*\|[ ]*$/;
const HEADING = /^#{1,6}[ ]+\S/;
/** Lines longer than this are not looked at whole. */
const LONGEST_LOOK = 2000;
/** EDGAR's marks for plain text. */
const EDGAR = /^<(?:PAGE|TABLE|CAPTION|S|C)>/im;

/** Whether a text is Markdown, by its marks: headings with number signs, rows between pipes, the line below a table's head. */
export function isMarkdown(text: string, start: number, end: number): boolean {
  const window = text.slice(start, Math.min(end, start + WINDOW));
  if (EDGAR.test(window)) return false;
  let marks = 0;
  for (const sign of ['#', '|']) {
    let at = window.startsWith(sign) ? 0 : lineWith(window, sign, 0);
    while (at >= 0 && marks < ENOUGH) {
      marks += marksOf(lineAt(window, at));
      at = lineWith(window, sign, at + 1);
    }
  }
  return marks >= ENOUGH;
}

function lineWith(text: string, sign: string, from: number): number {
  const at = text.indexOf(`\n${sign}`, from);
  return at < 0 ? -1 : at + 1;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, Math.min(end < 0 ? text.length : end, at + LONGEST_LOOK)).replace(/\r$/, '');
}

function marksOf(line: string): number {
  if (DELIMITER_ROW.test(line)) return ENOUGH;
  return HEADING.test(line) || PIPE_ROW.test(line) ? 1 : 0;
}
