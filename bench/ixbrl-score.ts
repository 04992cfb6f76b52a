/** Compares the figures of a filing with the numbers that its page is tagged with. */
import type { Figure, Filing, SourceSpan } from '../src/filing/index.js';
import { Decimal, isInstant, type Period, samePeriod } from '../src/value/index.js';
import { NOTHING, type NumberTag, type Range, scaled } from './ixbrl-tags.js';
import { sameUnit } from './ixbrl-units.js';

export const KINDS = ['found', 'magnitude', 'unit', 'period'] as const;
export type Kind = (typeof KINDS)[number];

/** What became of one tag. */
export interface Outcome {
  readonly tag: NumberTag;
  /** The one figure that covers its digits; null where there is none, or not exactly one. */
  readonly figure: Figure | null;
  /** By kind, why it is missed; a kind that is right, or that the tag says nothing of, is left out. */
  readonly misses: Partial<Record<Kind, string>>;
}

/** Whether a tag counts: seen on the page, and a number, a dash or a spelled-out number. */
export function counts({ hidden, spans, text }: NumberTag): boolean {
  return !hidden && spans.length > 0 && !NOTHING.test(text);
}

/** Of the tags that count, in order of the page. */
export function outcomesOf(filing: Filing, tags: readonly NumberTag[]): Outcome[] {
  const { amounts, labels } = claims(filing);
  const outcomes = tags.filter(counts).map((tag): Outcome => {
    const printed = tag.digits.length > 0 ? tag.digits : tag.spans;
    const owners = ownersOf(amounts, printed);
    const figure = owners.length === 1 ? (filing.figures[owners[0] as number] ?? null) : null;
    const lost = lostBy(filing, tag, printed, owners, ownersOf(labels, printed));
    if (figure === null || lost !== null) return { tag, figure, misses: allMissed(tag, lost ?? 'nothing') };
    const misses: Partial<Record<Kind, string>> = {};
    const magnitude = magnitudeMiss(figure, tag);
    const unit = unitMiss(figure, tag);
    const period = periodMiss(figure.period, tag.period);
    if (magnitude !== null) misses.magnitude = magnitude;
    if (unit !== null) misses.unit = unit;
    if (period !== null) misses.period = period;
    return { tag, figure, misses };
  });
  return rightForOne(outcomes);
}

/**
 * A number may be tagged for several periods at once, as the par value of shares in two balance sheets is. A figure has
 * one period, and is right where it is one of them.
 */
function rightForOne(outcomes: readonly Outcome[]): Outcome[] {
  const right = new Set<Figure>();
  for (const { figure, tag, misses } of outcomes)
    if (figure !== null && tag.period !== null && misses.period === undefined) right.add(figure);
  return outcomes.map((outcome) => {
    const { period, ...misses } = outcome.misses;
    const { figure } = outcome;
    return period !== undefined && figure !== null && right.has(figure) ? { ...outcome, misses } : outcome;
  });
}

/** What is not found has no magnitude, unit or period either; the last two only where the tag has them. */
function allMissed({ unit, period }: NumberTag, why: string): Partial<Record<Kind, string>> {
  const after = 'not found';
  return {
    found: why,
    magnitude: after,
    ...(unit === null ? {} : { unit: after }),
    ...(period === null ? {} : { period: after }),
  };
}

/** By character of the source, the index of the figure that it belongs to, plus 1; 0 for none, -1 for several. */
function claims({ source, figures }: Filing): { amounts: Int32Array; labels: Int32Array } {
  const amounts = new Int32Array(source.text.length);
  const labels = new Int32Array(source.text.length);
  for (const [index, { role, spans }] of figures.entries()) {
    const owner = role === 'amount' ? amounts : labels;
    for (const [start, end] of spans)
      for (let at = start; at < end; at += 1) owner[at] = owner[at] === 0 ? index + 1 : -1;
  }
  return { amounts, labels };
}

/** Indexes of the figures that hold any of these characters; -2 stands for a character with several. */
function ownersOf(owner: Int32Array, ranges: readonly Range[]): number[] {
  const found = new Set<number>();
  for (const [start, end] of ranges)
    for (let at = start; at < end; at += 1) if (owner[at] !== 0) found.add((owner[at] as number) - 1);
  return [...found];
}

function lostBy(
  { figures, source }: Filing,
  { digits }: NumberTag,
  printed: readonly Range[],
  owners: readonly number[],
  labels: readonly number[],
): string | null {
  const [owner, ...others] = owners;
  const label = figures[labels[0] ?? -1];
  if (owner === undefined) return label === undefined ? 'no figure' : `a label, ${label.unit}`;
  const figure = figures[owner];
  if (others.length > 0 || figure === undefined) return 'several figures';
  if (!coversAll(figure.spans, printed)) return 'a figure of part of it';
  if (digits.length === 0) return null;
  const [ours, theirs] = [figure.spans, digits].map((spans) => digitsOf(source.text, spans));
  return ours === theirs ? null : `a figure of more than it, ${figure.unit}`;
}

function coversAll(spans: readonly SourceSpan[], ranges: readonly Range[]): boolean {
  return ranges.every(([from, to]) => spans.some(([start, end]) => start <= from && to <= end));
}

function digitsOf(source: string, spans: readonly SourceSpan[]): string {
  return spans
    .map(([start, end]) => source.slice(start, end).replace(/&#?\w+;/g, ''))
    .join('')
    .replace(/\D/g, '');
}

/** Signs apart: a tag's sign is that of its concept, ours is the printed one. */
function magnitudeMiss({ unit, value }: Figure, tag: NumberTag): string | null {
  if (unit === 'date') return 'a date';
  const expected = tag.value ?? Decimal.ZERO;
  const ours = scaled(Decimal.parse(value).abs(), unit === 'percent' ? -2 : unit === 'bp' ? -4 : 0);
  if (ours.equals(expected.abs())) return null;
  // A pure number without "%" beside it may be tagged as the ratio that it is: 0.25 as 0.25.
  for (let power = 1; power <= 12; power += 1) {
    if (scaled(ours, power).equals(expected.abs())) return `10^${power} too small`;
    if (scaled(ours, -power).equals(expected.abs())) return `10^${power} too large`;
  }
  return 'another number';
}

function unitMiss(figure: Figure, { unit }: NumberTag): string | null {
  return unit === null || sameUnit(unit, figure.unit) ? null : `${figure.unit}, not ${unitClass(unit)}`;
}

/** Measures that filers invent differ at every filer. */
function unitClass(unit: string): string {
  return unit.includes(':') ? 'a measure of its own' : unit;
}

function periodMiss(ours: Period | null, tagged: Period | null): string | null {
  if (tagged === null || samePeriod(ours, tagged)) return null;
  if (ours === null) return isInstant(tagged) ? 'none, not an instant' : `none, not ${lengthOf(tagged)}`;
  if (isInstant(tagged) !== isInstant(ours)) {
    const [a, b] = [ours, tagged].map((period) => (isInstant(period) ? period.instant : period.until - 1));
    return `${lengthOf(ours)}, not ${lengthOf(tagged)}${a === b ? ', same end' : ''}`;
  }
  if (isInstant(tagged) || isInstant(ours)) {
    const days = isInstant(ours) && isInstant(tagged) ? ours.instant - tagged.instant : 0;
    return `an instant ${apart(days)}`;
  }
  if (ours.until === tagged.until) return `${lengthOf(ours)}, not ${lengthOf(tagged)}, same end`;
  if (lengthOf(ours) !== lengthOf(tagged)) return `${lengthOf(ours)}, not ${lengthOf(tagged)}`;
  return `${lengthOf(tagged)} ${apart(ours.until - tagged.until)}`;
}

function lengthOf(period: Period): string {
  if (isInstant(period)) return 'an instant';
  const days = period.until - period.start;
  const months = Math.round(days / 30.44);
  return days < 27 ? 'days' : months === 12 ? 'a year' : `${months} months`;
}

function apart(days: number): string {
  const years = Math.round(days / 365.25);
  const near = Math.abs(days - years * 365.25) < 8;
  if (near && years !== 0) return `${Math.abs(years)} years too ${years > 0 ? 'late' : 'early'}`;
  return Math.abs(days) < 8 ? 'some days apart' : 'elsewhere';
}
