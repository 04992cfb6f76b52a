import { BLANK, LEADER, type Lines, RULE, SMALL, TAB } from './lines.js';

const NARROWEST = 60;
const WIDEST = 140;
/** Of all lines of prose, so many are no longer than the text is wide. */
const SHARE = 0.8;
/** Prose begins near the margin; rows of tables would tell of their own width. */
const PROSE_INDENT = 12;
/** White space before a line that is centred rather than indented, and how far its middle may be off. */
const LEAST_INDENT = 8;
const OFF = 5;

/** How many characters wide a text is set: most of its lines are no longer. */
export function textWidth(lines: Lines): number {
  const lengths = new Int32Array(WIDEST + 1);
  let total = 0;
  for (let line = 0; line < lines.count; line += 1) {
    if (
      lines.has(line, BLANK | RULE | LEADER | TAB) ||
      !lines.has(line, SMALL) ||
      lines.indent(line) >= PROSE_INDENT
    )
      continue;
    const to = (lines.lasts[line] ?? 0) - (lines.starts[line] ?? 0);
    if (to > WIDEST || to < NARROWEST) continue;
    lengths[to] = (lengths[to] ?? 0) + 1;
    total += 1;
  }
  let seen = 0;
  for (let length = 0; length <= WIDEST; length += 1) {
    seen += lengths[length] ?? 0;
    if (total > 0 && seen >= SHARE * total) return length;
  }
  return NARROWEST;
}

/** Whether every line of a block stands in the middle of the text. */
export function centredBetween(lines: Lines, start: number, end: number, width: number): boolean {
  if (end <= start || lines.has(start, RULE)) return false;
  for (let line = start; line < end; line += 1) {
    if (lines.has(line, RULE)) continue;
    const indent = lines.indent(line);
    if (indent < LEAST_INDENT) return false;
    if (Math.abs(indent + lines.length(line) / 2 - width / 2) > OFF) return false;
  }
  return true;
}
