import type { Figure, Filing } from '../../filing/filing.js';
import { decimalText, type Quantity } from '../arithmetic/quantity.js';
import { reprint } from '../arithmetic/reprint.js';
import type { CheckOutcome, FindingDraft, Grade, TickLetter } from '../check.js';
import { oncePerFiling } from '../engine/once.js';
import { type JudgedPlace, judge, moneyThatHolds, signature } from './judge.js';
import { filingSums, type SumPlace, type SumRelation } from './relations.js';
import { repairOf } from './repair.js';

export interface JudgedSum {
  readonly relation: SumRelation;
  readonly judged: readonly JudgedPlace[];
}

/** The sums of a filing, each judged at all its positions; shared by the checks that report them. */
export const judgedSums = oncePerFiling((filing: Filing): readonly JudgedSum[] => {
  const { relations, habit } = filingSums(filing);
  const witnesses = new Map<string, number>();
  for (const relation of relations) {
    const own = signature(relation);
    witnesses.set(own, (witnesses.get(own) ?? 0) + moneyThatHolds(relation, habit));
  }
  return relations.map((relation) => ({ relation, judged: judge(relation, habit, witnesses) }));
});

type SumTick = CheckOutcome['ticks'][number];

/** What a check says of some of the sums: ticks with its letter for those that hold, a finding for each that does not. */
export function sumOutcome<MessageId extends string>(
  filing: Filing,
  own: ReadonlySet<SumRelation>,
  letter: TickLetter,
  message: MessageId,
): Pick<CheckOutcome<MessageId>, 'ticks' | 'findings'> {
  const ticks: SumTick[] = [];
  const findings: FindingDraft<MessageId>[] = [];
  const sums = judgedSums(filing).filter(({ relation }) => own.has(relation));
  const fewest = fewestLines(sums);
  for (const { relation, judged } of sums) {
    for (const { place, verdict, slack } of judged) {
      if (verdict === 'exact' || verdict === 'rounding') {
        const isNearest = (figure: string) => fewest.get(lineKey(relation, figure)) === place.terms.length;
        addTicks(ticks, place, letter, verdict, isNearest);
      } else if (verdict !== 'unjudged') {
        const isConjecture = verdict === 'conjecture';
        findings.push({ ...finding(relation, judged, place, slack, message), isConjecture });
      }
    }
  }
  return { ticks, findings };
}

/**
 * Of the sums that hold, the fewest lines of one that a figure is a line of. A statement of changes adds up from each
 * balance to the next, and from the first to the last as well: the nearest says all.
 */
function fewestLines(sums: readonly JudgedSum[]): Map<string, number> {
  const fewest = new Map<string, number>();
  for (const { relation, judged } of sums) {
    for (const { place, verdict } of judged) {
      if (verdict !== 'exact' && verdict !== 'rounding') continue;
      for (const { quantity } of place.terms) {
        const key = lineKey(relation, quantity.figure.id);
        const known = fewest.get(key);
        if (known === undefined || place.terms.length < known) fewest.set(key, place.terms.length);
      }
    }
  }
  return fewest;
}

function lineKey({ direction }: SumRelation, figure: string): string {
  return `${direction} ${figure}`;
}

/**
 * A sum that holds exactly confirms its total and each of its lines: another last digit of any of them would break it. One
 * that holds but for rounding confirms its total alone, since any line may be the one that is off. `isNearest` tells of a
 * line whether it is in no smaller sum.
 */
function addTicks(
  ticks: SumTick[],
  place: SumPlace,
  letter: TickLetter,
  grade: Grade,
  isNearest: (figure: string) => boolean,
): void {
  const { total, terms } = place;
  const all = [total, ...terms.map(({ quantity }) => quantity)].map(({ figure }) => ({ figure: figure.id }));
  const formula = formulaOf(place);
  for (const [index, { figure: id }] of all.entries()) {
    if (index > 0 && (grade !== 'exact' || !isNearest(id))) continue;
    ticks.push({
      figure: id,
      tick: {
        letter,
        support: 'recomputed',
        grade,
        formula: index === 0 ? `sum of ${terms.length} lines: ${formula}` : `a line of the sum ${formula}`,
        inputs: all.filter((_, at) => at !== index),
        recomputed: recomputed(place, index),
      },
    });
  }
}

/** What the other figures of the sum give for the total (0) or for a line. */
function recomputed({ total, terms, difference, exponent }: SumPlace, index: number): string {
  const term = terms[index - 1];
  const { coefficient, exponent: own } = term?.quantity ?? total;
  const steps = coefficient === 0 ? 0 : coefficient * 10 ** (own - exponent);
  const change = (difference ?? 0) * (term === undefined ? -1 : term.sign);
  return decimalText(steps + change, exponent);
}

/** A formula prints this many lines at most. */
const MOST_PRINTED = 8;

/** "9,860 + 1,722 + 4,427 + 7,519 + 1,854 = 25,382". */
export function formulaOf({ total, terms }: SumPlace): string {
  const shown = terms.slice(0, MOST_PRINTED).map(({ quantity, sign }, index) => {
    const operator = sign < 0 ? '− ' : index === 0 ? '' : '+ ';
    return operator + bare(quantity.figure);
  });
  if (terms.length > MOST_PRINTED) shown.push('+ …');
  return `${shown.join(' ')} = ${bare(total.figure)}`;
}

function bare({ text }: Figure): string {
  return text.trim();
}

function finding<MessageId extends string>(
  relation: SumRelation,
  judged: readonly JudgedPlace[],
  place: SumPlace,
  slack: number,
  message: MessageId,
): FindingDraft<MessageId> {
  const parties = partiesOf(place, slack);
  const [first] = parties as [Party];
  const { total } = relation;
  const name = total.label === '' ? 'the total' : `“${total.label}”`;
  const holding = judged.filter(({ verdict }) => verdict === 'exact' || verdict === 'rounding').length;
  const printed = first.figure.text;
  return {
    message,
    ...(Math.abs(place.difference ?? 0) === 1 ? ONE_UNIT_OFF : {}),
    values: { printed, expected: first.repair, total: name, lines: String(place.terms.length) },
    at: first.figure.id,
    suspects: parties.map(({ figure }) => figure.id),
    repairs: Object.fromEntries(parties.map(({ figure, repair }) => [figure.id, repair])),
    printed,
    expected: first.repair,
    cause: first.slip,
    related: parties.slice(1, MOST_PLACES).map(({ figure, role }) => ({
      figure: figure.id,
      start: figure.start,
      end: figure.end,
      note: role,
    })),
    evidence: [
      ...workOf(place),
      ...(holding === 0
        ? []
        : [`the same sum holds at ${holding} other ${placesName(relation, holding)} of the table`]),
    ],
  };
}

/** One unit off is nearly always the issuer's rounding, also where all else foots: worth a look, never a tick. */
const ONE_UNIT_OFF = { severity: 'warning' } as const;

/** A finding names this many places at most. */
const MOST_PLACES = 16;

interface Party {
  readonly figure: Figure;
  readonly repair: string;
  readonly slip: string | null;
  readonly role: string;
}

/** All figures of a sum that fails, those first that a slip of the hand would explain; the total before its lines. */
function partiesOf({ total, terms, difference, exponent }: SumPlace, slack: number): readonly Party[] {
  const gap = difference ?? 0;
  const party = (quantity: Quantity, change: number, role: string): Party => {
    const { steps, slip } = repairOf(quantity, change, exponent, slack);
    return { figure: quantity.figure, repair: printedRepair(quantity, steps, change, exponent), slip, role };
  };
  const parties = [
    party(total, -gap, 'the total'),
    ...terms.map(({ quantity, sign }) => party(quantity, sign * gap, 'a line of the sum')),
  ];
  return [...parties.filter(({ slip }) => slip !== null), ...parties.filter(({ slip }) => slip === null)];
}

function printedRepair(quantity: Quantity, steps: number | null, change: number, exponent: number): string {
  const { figure, coefficient, exponent: own } = quantity;
  if (steps !== null) return reprint(figure, steps);
  return decimalText((coefficient === 0 ? 0 : coefficient * 10 ** (own - exponent)) + change, exponent);
}

function workOf(place: SumPlace): string[] {
  const shown = place.terms
    .slice(0, MOST_PLACES)
    .map(({ line, quantity, sign }) => `${sign < 0 ? '−' : '+'} ${bare(quantity.figure)}  ${line.label}`);
  const more = place.terms.length - shown.length;
  const stated = `= ${decimalSum(place)}, printed ${bare(place.total.figure)}`;
  return more > 0 ? [...shown, `and ${more} more lines`, stated] : [...shown, stated];
}

function decimalSum({ total, difference, exponent }: SumPlace): string {
  const isZero = total.coefficient === 0;
  const steps = (isZero ? 0 : total.coefficient * 10 ** (total.exponent - exponent)) - (difference ?? 0);
  return isZero || total.exponent === exponent ? reprint(total.figure, steps) : decimalText(steps, exponent);
}

function placesName({ direction }: SumRelation, count: number): string {
  const name = direction === 'rows' ? 'column' : 'row';
  return count === 1 ? name : `${name}s`;
}
