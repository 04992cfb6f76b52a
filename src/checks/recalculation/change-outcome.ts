import type { Filing } from '../../filing/filing.js';
import { reprint } from '../arithmetic/reprint.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { CheckOutcome, FindingDraft } from '../check.js';
import { notRun } from '../engine/verdict.js';
import type { ChangeKind, JudgedChange } from './change-formula.js';
import { FormulaTally } from './formula-tally.js';
import { meantFor } from './meant-number.js';
import type { PrintedNumber } from './printed-number.js';
import { recalculated, relatedTo } from './recalculated.js';
import { type ShownLane, shownChanges } from './shown-changes.js';
import { differenceAt, quotientAt } from './verdict.js';

/** Differences of a document that come out exactly, before one that is a unit off counts as wrong. */
const ENOUGH_EXACT = 20;
/** Cells of one lane that fit before one that does not is wrong whatever came about. */
const MANY = 8;

/** Ticks and findings of the differences, or of the percentages, that the tables of a filing state. */
export function changesOf(filing: Filing, kind: ChangeKind): CheckOutcome<'differs'> {
  const lanes = shownChanges(filing);
  const isStrict = kind === 'difference' && comesOutExactly(lanes);
  const outcome: { ticks: CheckOutcome['ticks'][number][]; findings: FindingDraft<'differs'>[] } = {
    ticks: [],
    findings: [],
  };
  const tally = tallyOf(lanes, kind, isStrict);
  let seen = 0;
  for (const lane of lanes) {
    const isShown = lane.isPlain && !tally.fails(keysOf(lane));
    for (const judged of lane.judged) {
      if (judged.kind !== kind) continue;
      seen++;
      if (isMiss(judged, isStrict)) {
        if (isShown) outcome.findings.push(finding(lane, judged));
      } else outcome.ticks.push(...ticksOf(lane, judged));
    }
  }
  if (seen === 0) return notRun('no row or column of a table is headed as such changes');
  return { ...outcome, undecided: [], notRun: null };
}

/** What the plain lanes of each table and of each heading come to. */
function tallyOf(lanes: readonly ShownLane[], kind: ChangeKind, isStrict: boolean): FormulaTally {
  const tally = new FormulaTally();
  for (const lane of lanes) {
    if (!lane.isPlain) continue;
    const own = lane.judged.filter((judged) => judged.kind === kind);
    const misses = own.filter((judged) => isMiss(judged, isStrict)).length;
    tally.add(keysOf(lane), own.length - misses, misses);
  }
  return tally;
}

function keysOf({ lanes: { grid, axis }, lane, shape }: ShownLane): string[] {
  const heading = axis === 'column' ? grid.table.columns[lane]?.labelPath.at(-1) : grid.rows[lane]?.label;
  return [grid.table.id, `${(heading ?? '').toLowerCase().replace(/\d+/g, '')}: ${shape}`];
}

/** Whether this document computes its differences from what it prints: then one unit off is an error. */
function comesOutExactly(lanes: readonly ShownLane[]): boolean {
  let [exact, rounded] = [0, 0];
  for (const { judged } of lanes) {
    for (const { kind, verdict, later } of judged) {
      if (kind !== 'difference' || later.quantity.figure.text.includes('%')) continue;
      if (verdict.agreement === 'exact') exact++;
      else if (verdict.agreement === 'rounding') rounded++;
    }
  }
  return exact >= ENOUGH_EXACT && rounded <= 1;
}

function isMiss({ verdict, later }: JudgedChange, isStrict: boolean): boolean {
  if (verdict.agreement !== 'rounding') return verdict.agreement === null;
  return isStrict && verdict.sharp && !later.quantity.figure.text.includes('%');
}

function ticksOf(lane: ShownLane, judged: JudgedChange): CheckOutcome['ticks'][number][] {
  const { kind, verdict, change, later, earlier, flipped } = judged;
  if (!verdict.sharp || verdict.agreement === null) return [];
  if (kind === 'percent') {
    const formula = `change from ${textOf(earlier)} to ${textOf(later)} in percent`;
    return [recalculated(change, verdict.agreement, formula, [later, earlier], expectedOf(judged))];
  }
  if (verdict.agreement !== 'exact') return [];
  const ticks = [recalculated(change, 'exact', differenceText(judged), [later, earlier], change.printed)];
  const steps = new Set([change, later, earlier].map(({ printed }) => printed.exponent));
  // Of one row the parts are two numbers and their difference; other rows must show that these are the parts.
  if (steps.size > 1 || flipped || lane.fits < 2) return ticks;
  const plus = `${textOf(earlier)} plus the change of ${textOf(change)}`;
  const less = `${textOf(later)} less the change of ${textOf(change)}`;
  return [
    ...ticks,
    recalculated(later, 'exact', plus, [earlier, change], later.printed),
    recalculated(earlier, 'exact', less, [later, change], earlier.printed),
  ];
}

function differenceText({ flipped, later, earlier }: JudgedChange): string {
  return flipped ? `${textOf(earlier)} less ${textOf(later)}` : `${textOf(later)} less ${textOf(earlier)}`;
}

function finding(lane: ShownLane, judged: JudgedChange): FindingDraft<'differs'> {
  const { change, later, earlier, kind } = judged;
  const figure = change.quantity.figure;
  const expected = reprint(figure, expectedOf(judged).coefficient);
  return {
    message: 'differs',
    values: {
      printed: figure.text,
      expected,
      label: labelOf(lane, judged),
      change: figure.text,
      later: textOf(later),
      earlier: textOf(earlier),
    },
    ...(kind === 'percent' && lane.fits < MANY && !isSlip(judged) ? { severity: 'warning' as const } : {}),
    at: figure.id,
    suspects: [change, later, earlier].map(({ quantity }) => quantity.figure.id),
    repairs: { [figure.id]: expected, ...(kind === 'difference' ? partRepairs(judged) : meantParts(judged)) },
    printed: figure.text,
    expected,
    related: [
      relatedTo(later.quantity.figure, 'the later'),
      relatedTo(earlier.quantity.figure, 'the earlier'),
    ],
    evidence: [
      kind === 'difference'
        ? `${differenceText(judged)} is ${expected}`
        : `the change from ${textOf(earlier)} to ${textOf(later)} is ${expected}`,
      `${lane.support} other changes under such headings come out so`,
    ],
  };
}

/** What the parts of a difference would have to be, where all three are printed to the same step. */
function partRepairs({ change, later, earlier }: JudgedChange): Record<string, string> {
  const [c, a, b] = [change.printed, later.printed, earlier.printed];
  if (c.exponent !== a.exponent || a.exponent !== b.exponent) return {};
  return {
    [later.quantity.figure.id]: reprint(later.quantity.figure, b.coefficient + c.coefficient),
    [earlier.quantity.figure.id]: reprint(earlier.quantity.figure, a.coefficient - c.coefficient),
  };
}

/** The parts of a percentage as they may have been meant, where a slip of one digit explains the miss. */
function meantParts(judged: JudgedChange): Record<string, string> {
  const repairs: Record<string, string> = {};
  for (const part of ['later', 'earlier'] as const) {
    const { quantity, printed } = judged[part];
    const meant = meantFor(printed.coefficient, (coefficient) =>
      fitsWith({ ...judged, [part]: { quantity, printed: { ...printed, coefficient } } }),
    );
    if (meant !== null) repairs[quantity.figure.id] = reprint(quantity.figure, meant);
  }
  return repairs;
}

function fitsWith(judged: JudgedChange): boolean {
  return expectedOf(judged).coefficient === judged.change.printed.coefficient;
}

/** Whether a slip of one digit in one of the three figures explains the miss. */
function isSlip(judged: JudgedChange): boolean {
  const { coefficient } = judged.change.printed;
  if (Math.abs(coefficient) >= 10 && typingSlip(coefficient, expectedOf(judged).coefficient) !== null)
    return true;
  return Object.keys(meantParts(judged)).length > 0;
}

/** The change as it comes out, at the step of what is printed. */
function expectedOf({ kind, change, later, earlier, flipped }: JudgedChange): PrintedNumber {
  const { exponent } = change.printed;
  const straight =
    kind === 'difference'
      ? (differenceAt(later.printed, earlier.printed, pointsExponent(change, later)) ?? change.printed)
      : percentOf(later.printed, earlier.printed, exponent);
  const coefficient = flipped ? 0 - straight.coefficient : straight.coefficient;
  return { coefficient, exponent };
}

function pointsExponent(change: JudgedChange['change'], later: JudgedChange['later']): number {
  const isBasisPoints = change.quantity.figure.unit === 'bp' && later.quantity.figure.unit !== 'bp';
  return change.printed.exponent - (isBasisPoints ? 2 : 0);
}

function percentOf(later: PrintedNumber, earlier: PrintedNumber, exponent: number): PrintedNumber {
  const size = { ...earlier, coefficient: Math.abs(earlier.coefficient) };
  const finest = Math.min(later.exponent, earlier.exponent);
  const change = differenceAt(later, earlier, finest);
  return change === null ? { coefficient: 0, exponent } : quotientAt(change, size, exponent - 2);
}

function labelOf({ lanes: { axis, grid } }: ShownLane, { position }: JudgedChange): string {
  const path = axis === 'column' ? [grid.rows[position]?.label] : grid.table.columns[position]?.labelPath;
  const label = (path ?? []).filter((part) => part !== undefined && part !== '').join(', ');
  return label === '' ? 'a change' : label.replace(/\s+/g, ' ').slice(0, 120);
}

function textOf({ quantity }: JudgedChange['change']): string {
  return quantity.figure.text;
}
