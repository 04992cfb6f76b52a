import { type Draft, finish } from './drafts.js';
import type { CellOptions, Mention } from './mentions.js';
import { isScaledUnit, readPlainCell, unitFor } from './plain-cell.js';
import { mayHoldFigure, readDrafts, readMentions } from './read-mentions.js';
import { isSpace } from './white-space.js';

/**
 * The figures of one table cell, a row label or a column heading.
 *
 * A bare number takes the unit and scale of the options; brackets around the whole mean a negative number, also where
 * the closing one stands in the next cell; a dash or "nil" is zero. Marks behind a number ("(1)", "*") are no part of
 * it. Percentages, rates, per-share amounts, dates and numbers that print their own magnitude are not scaled.
 */
export function readCell(text: string, given: CellOptions): Mention[] {
  const plain = given.heading === true ? null : readPlainCell(text, given);
  if (plain !== null) return [plain];
  if (!MAY_BE_ZERO.test(text) && !mayHoldFigure(text)) return [];
  const currency = /^[A-Z]{3}(?=$|\/)/.exec(given.unit ?? '')?.[0];
  const options = currency === undefined ? given : { letterSign: currency, ...given };
  if (options.heading === true) return readHeading(text, options);
  const end = endOfValue(text);
  const marks = readMarks(text, end);
  const zero = readZero(text.slice(0, end), options);
  if (zero !== null) return [zero, ...marks];
  if (!mayHoldFigure(text)) return [];
  const whole = readWhole(text.slice(0, end), options);
  if (whole !== null) return [...finish([whole]), ...marks];
  const drafts = readDrafts(text, options);
  return finish(isOnlyNumbers(text) ? allInTable(drafts, options) : drafts);
}

/** A heading's bare numbers and dates name its column or row. */
function readHeading(text: string, options: CellOptions): Mention[] {
  return readMentions(text, options).map((mention) => {
    if (mention.role === 'label' || (mention.unit !== 'date' && mention.unit !== 'pure')) return mention;
    return {
      ...mention,
      role: 'label' as const,
      labelKind: mention.unit === 'date' ? ('year' as const) : ('name' as const),
    };
  });
}

const TRAILING_MARKS = /(?:\s{0,4}(?:\((?:\d{1,2}|[a-z])\)|[⁽⁰¹²³⁴-⁹⁾]{1,4}|[*†‡§]{1,4})){1,5}$/;

/** Where the value ends and footnote marks begin; "(1)" alone is a value. */
function endOfValue(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  // Only the end is looked at: marks are short.
  const from = Math.max(0, end - 40);
  const marks = TRAILING_MARKS.exec(text.slice(from, end));
  const start = marks === null ? end : from + marks.index;
  return /[\d—–-]\)?%?\)?$|[%x]$|nil$/i.test(text.slice(Math.max(0, start - 6), start)) ? start : end;
}

function readMarks(text: string, from: number): Mention[] {
  if (text.length === from) return [];
  return finish(readDrafts(`${' '.repeat(from)}${text.slice(from)}`, {})).map((mention) => ({
    ...mention,
    role: 'label' as const,
    labelKind: 'footnote-mark' as const,
  }));
}

const MAY_BE_ZERO = /[‐‑‒–—―−-]|nil/i;
const ENDS_AS_ZERO = /(?:[‐‑‒–—―−-]|l)\s?%?\s?\)?$/i;
const ZERO = /^\s*(?:\(\s?)?([^\s()‐‑‒–—―−-]{0,4}\s{0,3}?)?(-{1,3}|[‐‑‒–—―−]{1,3}|nil)\s?(%?)\s?\)?$/i;

/** "-", "—", "nil", "$ —": a figure of value zero. */
function readZero(text: string, options: CellOptions): Mention | null {
  if (text.length > 40 || !ENDS_AS_ZERO.test(text)) return null;
  const match = ZERO.exec(text);
  if (match === null) return null;
  const sign = (match[1] ?? '').trim();
  const printed = sign === '' ? null : readDrafts(`${sign}0`, options)[0];
  if (sign !== '' && (printed?.currency ?? null) === null) return null;
  const start = text.search(/\S/);
  const unit = match[3] === '%' ? 'percent' : unitFor(printed?.currency ?? null, options);
  return { start, end: text.length, role: 'amount', value: '0', decimals: 0, unit };
}

/** The one number that the text is, brackets and all; null where it is more than that. */
function readWhole(text: string, options: CellOptions): Draft | null {
  if (text.length > 200) return null;
  const isBracketed = /^\s*(?:\S{1,5}\s?)?\(/.test(text) && !/\(.*\(/s.test(text);
  const bare = isBracketed ? text.replace(/[()]/g, ' ') : text;
  const [draft, ...others] = readDrafts(bare, options);
  if (draft === undefined || others.length > 0) return null;
  const isAll = bare.slice(0, draft.start).trim() === '' && bare.slice(draft.end).trim() === '';
  if (!isAll || (draft.labelKind !== undefined && draft.labelKind !== 'enumerator')) return null;
  const start = text.search(/\S/);
  const end = text.trimEnd().length;
  return inTable({ ...draft, start, end, negative: draft.negative || isBracketed }, options);
}

/** The draft with what the table says of its bare numbers. */
function inTable(draft: Draft, options: CellOptions): Draft {
  if (draft.unit === 'date' && draft.date?.length === 4) {
    if (options.unit === null) return { ...draft, labelKind: 'year' };
    const { date, ...number } = draft;
    return inTable({ ...number, unit: null, numeral: { digits: date, decimals: 0, form: 'plain' } }, options);
  }
  if (draft.labelKind !== undefined) return { ...draft };
  const unit =
    draft.unit === null || draft.unit === draft.currency ? unitFor(draft.currency, options) : draft.unit;
  const power = draft.power ?? (isScaledUnit(unit) && draft.unit !== 'percent' ? options.scale : null);
  return { ...draft, unit, power };
}

/** The same for several, the ends of ranges naming each other again. */
function allInTable(drafts: readonly Draft[], options: CellOptions): Draft[] {
  const changed = new Map(drafts.map((draft) => [draft, inTable(draft, options)]));
  for (const draft of changed.values()) {
    const other = draft.rangeOf === undefined ? undefined : changed.get(draft.rangeOf);
    if (other !== undefined) draft.rangeOf = other;
  }
  return [...changed.values()];
}

/** Nothing but numbers and what joins them: "1–9", "3.50% - 4.25%". */
function isOnlyNumbers(text: string): boolean {
  return !/[A-Za-z]{2}/.test(text);
}
