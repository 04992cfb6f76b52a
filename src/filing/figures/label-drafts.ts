import type { Draft, Reading } from './drafts.js';
import type { LabelKind } from './mentions.js';
import type { Run, Token } from './tokens.js';

/**
 * A label from one token up to another, printed from `start` to `end`. Its value is its first whole number: 3 for "3.D",
 * 20 for "20-F", but 4.1 for "4.1".
 */
export function label(
  run: Run,
  from: number,
  next: number,
  start: number,
  end: number,
  labelKind: LabelKind,
): Draft {
  const match = /\d+(?:,\d{3})*(?:\.\d+(?![\d.]))?/.exec(run.text.slice(start, Math.min(end, start + 60)));
  const [whole = '0', fraction = ''] = (match?.[0] ?? '0').replaceAll(',', '').split('.');
  return {
    start,
    end,
    from,
    next,
    numeral: { digits: whole + fraction, decimals: fraction.length, form: 'plain' },
    negative: false,
    power: null,
    unit: 'pure',
    currency: null,
    labelKind,
  };
}

/** The label that a pattern, sticky, finds at a number; null where it finds none. */
export function labelByPattern(run: Run, at: number, pattern: RegExp, kind: LabelKind): Reading | null {
  const start = run.startAt(at);
  pattern.lastIndex = start;
  if (!pattern.test(run.text)) return null;
  const end = pattern.lastIndex;
  return single(label(run, at, tokenAfter(run, at, end), start, end, kind));
}

/** A label that is one token. */
export function tokenLabel(run: Run, at: number, kind: LabelKind): Reading {
  return single(label(run, at, at + 1, run.startAt(at), run.endAt(at), kind));
}

export function single(draft: Draft): Reading {
  return { drafts: [draft], next: draft.next };
}

/** The first token, from one on, that begins at an offset or behind it. */
export function tokenAfter(run: Run, at: number, offset: number): number {
  let index = at;
  while (index < run.length && run.startAt(index) < offset) index += 1;
  return index;
}

/** Whether a token is a bare run of digits. */
export function isDigits(token: Token | undefined): token is Token {
  return token?.kind === 'number' && /^\d+$/.test(token.text);
}
