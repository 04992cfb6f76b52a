import { reprint } from '../arithmetic/reprint.js';
import type { FindingDraft } from '../check.js';
import { groupedBy } from '../engine/grouped.js';
import { periodName } from '../engine/period-name.js';
import { type AmountFact, nameOf } from './amount-facts.js';
import type { Contradiction } from './differences.js';
import { statementName } from './statements.js';

/** A finding names this many places at most. */
const MOST_PLACES = 12;

/**
 * Findings of contradictions: one for each place that several others contradict, else one for each two places. The
 * engine settles which of the two is wrong; both are suspects, the statement last.
 */
export function contradictionFindings<Id extends string>(
  contradictions: readonly Contradiction[],
  message: Id,
): FindingDraft<Id>[] {
  const counts = new Map<string, number>();
  for (const { at, against } of contradictions) {
    for (const { figure } of [at, against]) counts.set(figure.id, (counts.get(figure.id) ?? 0) + 1);
  }
  const often = ({ figure }: AmountFact) => counts.get(figure.id) ?? 0;
  const turned = contradictions.map((each) =>
    often(each.against) > often(each.at) ? { ...each, at: each.against, against: each.at } : each,
  );
  return [...groupedBy(turned, ({ at }) => at.figure.id).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [findingOf(first, group, message)];
  });
}

function findingOf<Id extends string>(
  first: Contradiction,
  group: readonly Contradiction[],
  message: Id,
): FindingDraft<Id> {
  const { at, against, cause } = first;
  const others = group.map((each) => each.against);
  const repairs = Object.fromEntries([
    [at.figure.id, repairOf(at, against)],
    ...others.map((other) => [other.figure.id, repairOf(other, at)]),
  ]);
  const expected = repairs[at.figure.id] ?? against.figure.text;
  return {
    message,
    values: { printed: at.figure.text, expected, fact: factName(at), place: placeName(against) },
    ...(group.every(({ isNear }) => isNear) ? { severity: 'warning' as const } : {}),
    at: at.figure.id,
    suspects: [at, ...others].map(({ figure }) => figure.id),
    repairs,
    printed: at.figure.text,
    expected,
    cause,
    related: others.slice(0, MOST_PLACES).map((other) => ({
      figure: other.figure.id,
      start: other.figure.start,
      end: other.figure.end,
      note: placeName(other),
    })),
    evidence: [
      ...[at, ...others].slice(0, MOST_PLACES).map((place) => `${placeName(place)}: ${place.figure.text}`),
      reasonOf(first),
    ],
  };
}

/** The number of the one in the manner of the other, at the step of that. */
function repairOf({ figure, quantity }: AmountFact, meant: AmountFact): string {
  const shift = meant.quantity.exponent - quantity.exponent;
  const size = Math.abs(meant.quantity.coefficient);
  const steps = shift >= 0 ? size * 10 ** shift : Math.round(size / 10 ** -shift);
  return reprint(figure, quantity.coefficient < 0 ? -steps : steps);
}

function factName(fact: AmountFact): string {
  const label = nameOf(fact) || 'amount';
  const { period } = fact.figure;
  return period === null ? label : `${label} of ${periodName(period)}`;
}

function placeName(fact: AmountFact): string {
  const { table, statement } = fact.series;
  if (table === null) return 'in a sentence';
  const label = nameOf(fact) || 'a line';
  return statement === null ? `“${label}” in another table` : `“${label}” in the ${statementName(statement)}`;
}

function reasonOf({ because, agreements }: Contradiction): string {
  if (because === 'periods') {
    return agreements === 1
      ? 'the two lines agree in the other period'
      : `the two lines agree in ${agreements} other periods`;
  }
  if (because === 'column') return `the two columns agree in ${agreements} other lines`;
  if (because === 'sentence') return 'the same sentence stands elsewhere with the other amount';
  return 'the sentence gives it the label of the line';
}
