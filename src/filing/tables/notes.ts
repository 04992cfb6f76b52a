import type { TableNote } from '../filing.js';
import { isNumericText } from '../read/table-lines.js';

/** A note mark behind a label: "(1)", "⁽¹⁾", "*". */
const NOTE_MARK = /\s*(?:[⁽(](?:[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|\*|[a-z])[⁾)]|\*+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*$/u;

/** A label as identity and reading see it: the note marks behind it taken off. */
export function withoutNoteMark(label: string): string {
  let bare = label.trim();
  while (NOTE_MARK.test(bare) && !isNumericText(bare)) bare = bare.replace(NOTE_MARK, '');
  return bare === '' ? label.trim() : bare;
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
    if (block.kind === 'page-number') continue;
    const mark = noteMarkOf(block.text);
    if (mark === undefined) break;
    notes.push({ mark, text: block.text, block: index });
  }
  return notes;
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
