import type { CurrencyCode, RateUnit } from '../../value/index.js';
import { type MentionOptions, readMentions, readRateOrScale } from '../figures/index.js';
import type { Row, Unit } from '../filing.js';
import { holdsDigit } from '../plain-characters.js';
import type { LogicalRow } from './logical-rows.js';

/** What a table, or a line before it, states of its numbers. */
export interface StatedUnits {
  readonly unit: CurrencyCode | RateUnit | null;
  /** Power of ten of amounts of money. */
  readonly scale: number | null;
  /** Power of ten of numbers of shares: "in millions, except per share data" scales them too. */
  readonly shareScale: number | null;
}

const MAY_STATE =
  /illion|ousand|000|[$€£¥￥₹₩₤]|dollar|euro|yen|renminbi|rupee|peso|pound|franc|kron|won\b|real\b|rand\b|\b[A-Z]{3}\b/;

/** Reads what lines and signs state, each distinct one once. */
export class UnitStatements {
  private readonly known = new Map<string, StatedUnits | null>();
  private readonly signs = new Map<string, readonly (CurrencyCode | RateUnit)[]>();
  private readonly options: MentionOptions;

  constructor(options: MentionOptions) {
    this.options = options;
  }

  of(text: string): StatedUnits | null {
    let stated = this.known.get(text);
    if (stated === undefined) {
      stated = MAY_STATE.test(text) ? this.read(text) : null;
      this.known.set(text, stated);
    }
    return stated;
  }

  /** The currencies and rates that a cell with such a sign prints. */
  ofSign(sign: string, cell: string): readonly (CurrencyCode | RateUnit)[] {
    // "$ -" prints no currency that can be told, "$ 5" does.
    const key = DIGIT.test(cell) ? sign : cell;
    let units = this.signs.get(key);
    if (units === undefined) {
      units = readMentions(cell, this.options).flatMap(({ role, unit }) =>
        role === 'amount' && isCurrencyOrRate(unit) ? unit : [],
      );
      this.signs.set(key, units);
    }
    return units;
  }

  private read(text: string): StatedUnits | null {
    const found = readRateOrScale(text, this.options);
    if (typeof found === 'string') return { unit: found, scale: 0, shareScale: null };
    const shareScale = shareScaleOf(text, found?.scale ?? null);
    if (found === null) return shareScale === null ? null : { unit: null, scale: null, shareScale };
    return { unit: found.currency, scale: found.scale, shareScale };
  }
}

const DIGIT = /\d/;
const SHARES_IN =
  /\bshares?\b(?![^;()]{0,60}\b(?:dollars|amounts in)\b)[^;()$]{0,60}?\b(?:in|expressed in|reflected in)\s(thousands|millions|billions)\b/i;
/** "Dollars in millions" says nothing of shares; "dollars and shares in millions" does. */
const OF_SHARES = /\b(thousands|millions|billions) of (?:common |ordinary )?shares\b/i;
const OF_MONEY_ONLY =
  /(?:\bdollars|\$|€|£|¥|\bcurrency)\s?(?:amounts\s)?in\s(?:thousands|millions|billions)\b/i;
const EXCEPT = /\b(?:except|other than|excluding|excepting)\b([^)]*)/i;

/** "shares in thousands"; "in millions, except per share data" (shares too); "except share and per share data" (not). */
function shareScaleOf(text: string, scale: number | null): number | null {
  const own = SHARES_IN.exec(text)?.[1] ?? OF_SHARES.exec(text)?.[1];
  if (own !== undefined) return { t: 3, m: 6, b: 9 }[own.charAt(0).toLowerCase()] ?? null;
  if (scale === null) return null;
  if (OF_MONEY_ONLY.test(text)) return 0;
  const except = EXCEPT.exec(text)?.[1];
  if (except === undefined) return scale;
  return /\bshares?\b|\bunits?\b/i.test(
    except.replace(/\bper[\s-](?:\w+[\s-])?(?:shares?|unit|ads)\b/gi, ' '),
  )
    ? 0
    : scale;
}

/** The currency or rate of the only kind that cells print with their own sign, or null where they print none or several. */
export function printedUnit(
  text: string,
  rows: readonly LogicalRow[],
  shown: readonly Pick<Row, 'kind'>[],
  statements: UnitStatements,
): CurrencyCode | RateUnit | null {
  const seen = new Set<string>();
  let only: CurrencyCode | RateUnit | null = null;
  for (let index = 0; index < rows.length; index += 1) {
    if (shown[index]?.kind !== 'data') continue;
    for (const { from, to, column } of (rows[index] as LogicalRow).cells) {
      const sign = column === 0 ? '' : signOf(text, from, to);
      // "$ -" would tell no amount, and its sign be taken for one that was looked at.
      if (sign === '' || seen.has(sign) || !holdsDigit(text, from, to)) continue;
      seen.add(sign);
      for (const unit of statements.ofSign(sign, text.slice(from, to))) {
        if (only !== null && only !== unit) return null;
        only = unit;
      }
    }
  }
  return only;
}

/** What stands before the first digit of a cell and is no bracket, dash or space; the whole of a longer cell. */
function signOf(text: string, from: number, to: number): string {
  if (to - from > 40) return '';
  if (isBareNumber(text, from, to)) return '';
  let at = from;
  let sign = '';
  for (; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) break;
    if (code !== 0x20 && code !== 0x28 && code !== 0x2d && code !== 0x09) sign += text.charAt(at);
  }
  const rest = /[^\d\s.,()%-]/.test(text.slice(at, to));
  return rest ? text.slice(from, to) : sign;
}

/** Digits, points and commas, nothing before them but a space, a bracket, a hyphen: most cells. */
function isBareNumber(text: string, from: number, to: number): boolean {
  let seen = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) seen = true;
    else if (code === 0x2c || code === 0x2e || code === 0x29 || code === 0x25) {
      if (!seen) return false;
    } else if (code !== 0x20 && code !== 0x28 && code !== 0x2d && code !== 0x09) return false;
  }
  return true;
}

export function isCurrencyOrRate(unit: Unit): unit is RateUnit | CurrencyCode {
  return /^[A-Z]{3}(?:\/[A-Z]{3})?$/.test(unit) && unit !== 'ADS';
}

/** What holds for all bare numbers of a table. */
export interface TableUnits {
  readonly unit: Unit | null;
  /** Power of ten of its amounts, and of its numbers of shares. */
  readonly scale: number;
  readonly shareScale: number;
  /** Whether it, or a line right before it, states a scale or a currency. */
  readonly statesMoney: boolean;
  /** Whether its caption speaks of rates or percentages. */
  readonly isOfRates: boolean;
}

/** Whether a number has too many digits to be in thousands or millions: it is printed in full, whatever the table says. */
export function isPrintedInFull(digits: number, scale: number): boolean {
  return digits + scale >= MOST_PLACES;
}

/** A hundred billion and more: no report counts so many shares. */
const MOST_PLACES = 12;
