import type { TableNote } from '../filing.js';
import { isNumericText, isRuleLine } from '../read/numeric-text.js';

/** A year and no more, a note mark behind it left aside: "2016", "2016 (1)", "2016*". */
const YEAR = /^(?:19|20)\d{2}\s*(?:[⁽(](?:[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|[a-z]|\*)[⁾)]|\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)?$/u;

/** A note mark behind a label: "(1)", "⁽¹⁾", "*". */
const NOTE_MARK = /\s*(?:[⁽(](?:[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|\*|[a-z])[⁾)]|\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*$/u;

/** A label as identity and reading see it: on one line, the note marks behind it taken off. */
export function withoutNoteMark(label: string): string {
  const printed = onOneLine(label.trim());
  if (!mayEndInMark(printed)) return printed;
  const { bare } = splitNoteMarks(printed);
  return bare === '' ? printed : bare;
}

/** Mark-up is often filled to a width, and a line end inside a label is a space to a reader. */
function onOneLine(label: string): string {
  return label.includes('\n') || label.includes('\t') ? label.replace(/\s+/g, ' ') : label;
}

/** Whether a cell is a year with nothing beside it but a note mark: a heading, though it looks like a number. */
export function isYearHeading(text: string): boolean {
  return YEAR.test(text.trim());
}

/** The bare marks behind a label, in order: "1" and "2" of "March (1)(2)"; none for a negative number. */
export function noteMarksOf(label: string): string[] {
  return splitNoteMarks(label).marks;
}

function splitNoteMarks(label: string): { readonly bare: string; readonly marks: string[] } {
  const marks: string[] = [];
  let bare = label.trim();
  for (;;) {
    if (!mayEndInMark(bare)) return { bare, marks };
    const mark = NOTE_MARK.exec(bare)?.[0];
    if (mark === undefined || (isNumericText(bare) && !isYearHeading(bare))) return { bare, marks };
    marks.unshift(plainDigits(mark.replace(/[\s⁽()⁾]/g, '')));
    bare = bare.replace(NOTE_MARK, '');
  }
}

/** Whether the last character is one that ends a mark; of most labels it is a letter. */
function mayEndInMark(label: string): boolean {
  const last = label.charCodeAt(label.length - 1);
  return last === 0x29 || last === 0x2a || last > 0x7a;
}

/** The paragraphs below a table that explain its marks: "(1) …", "* …", "Note: …". */
export function notesBelow(
  blocks: readonly { readonly kind: string; readonly text: string; readonly marker: string | null }[],
  tableBlock: number,
): TableNote[] {
  const notes: TableNote[] = [];
  for (let index = tableBlock + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.kind === 'table' || block.kind === 'heading') break;
    if (block.kind === 'page-number' || isRuleLine(block.text)) continue;
    const mark = noteMarkOf(block.text);
    if (mark === undefined) break;
    notes.push({ mark, text: block.text, block: index });
  }
  return notes;
}

/** Whether a paragraph is a note below a table, or the line that parts notes from it. */
export function isNoteText(text: string): boolean {
  return isRuleLine(text) || noteMarkOf(text) !== undefined;
}

/** The bare mark that a note begins with, null for "Note:" and "Source:", undefined where it is no note. */
function noteMarkOf(text: string): string | null | undefined {
  const match = /^(?:[⁽(]?([\d¹²³⁴⁵⁶⁷⁸⁹⁰a-z*]{1,2})[⁾)]|(\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]+))\s/u.exec(text);
  if (match !== null) return plainDigits(match[1] ?? match[2] ?? '');
  return /^(?:Notes?|Sources?)\s*:/i.test(text) ? null : undefined;
}

function plainDigits(mark: string): string {
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  return [...mark].map((sign) => (raised.includes(sign) ? String(raised.indexOf(sign)) : sign)).join('');
}
