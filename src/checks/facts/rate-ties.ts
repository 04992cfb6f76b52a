import type { Filing } from '../../filing/filing.js';
import { type Day, isInstant, lastDayOf } from '../../value/index.js';
import type { CheckContext, CheckOutcome, FindingDraft, Severity } from '../check.js';
import { groupedBy } from '../engine/grouped.js';
import { periodName } from '../engine/period-name.js';
import { printedAgree, printedSlip } from '../engine/printed-agreement.js';
import { inTable } from '../engine/surroundings.js';
import { numberOf } from '../rates/official.js';
import { type MentionsBySeries, type RateMention, rateMentions } from './rate-mentions.js';
import { partiesOf, printedValue } from './rate-parties.js';

type RateTies = Pick<CheckOutcome<'rate'>, 'ticks' | 'findings'>;

/** A tick names this many other places at most. */
const MOST_INPUTS = 5;
/** A finding names this many places at most. */
const MOST_PLACES = 12;
/** What is printed with more different values than this is not one rate. */
const MOST_VALUES = 20;

/** Exchange rates that the report states twice: agreement ticks nothing, and what differs is a finding. */
export function rateTies(filing: Filing, context: CheckContext): RateTies {
  const mentions = rateMentions(filing, context.otherRates);
  const groups = groupedBy(mentions, ({ fact }) => fact);
  const periods = groupedBy(
    mentions.filter(({ figure }) => inTable(figure)),
    ({ series }) => series,
  );
  const facts = [...groups.values()].filter((group) => group.length > 1 && comparable(group));
  return {
    ticks: facts.flatMap(agreements),
    findings: facts.flatMap((group) => contradictions(group, periods)),
  };
}

function comparable(group: readonly RateMention[]): boolean {
  if (group.some(({ figure }) => numberOf(figure.value) === null)) return false;
  return new Set(group.map(printedValue)).size <= MOST_VALUES;
}

function agreements(group: readonly RateMention[]): RateTies['ticks'][number][] {
  return partiesOf(group).flatMap((party) => {
    const finest = party.reduce((most, { figure }) => Math.max(most, figure.decimals), -Infinity);
    const head = party.slice(0, MOST_INPUTS + 1);
    return party.flatMap((mention) => {
      const others = head.filter((other) => other !== mention).slice(0, MOST_INPUTS);
      const [first] = others;
      if (first === undefined) return [];
      const tick = {
        letter: 'IC' as const,
        support: 'agreement' as const,
        grade: mention.figure.decimals === finest ? ('exact' as const) : ('rounding' as const),
        formula: `printed elsewhere as the same ${mention.name}`,
        inputs: others.map(({ figure }) => ({ figure: figure.id })),
        recomputed: first.figure.value,
      };
      return [{ figure: mention.figure.id, tick }];
    });
  });
}

/** The mentions outside the largest party that agrees are suspects; where no party is larger, all are. */
function contradictions(group: readonly RateMention[], periods: MentionsBySeries): FindingDraft<'rate'>[] {
  const parties = partiesOf(group);
  const [largest, second] = parties;
  if (largest === undefined || second === undefined || withinOneTable(group)) return [];
  const odd = parties.slice(1).flat();
  const suspects = largest.length === second.length ? [...odd, ...largest] : odd;
  const [at, against] = [odd[0], largest[0]];
  if (at === undefined || against === undefined) return [];
  return [
    {
      message: 'rate',
      values: { printed: at.figure.text, fact: at.name, expected: against.figure.text },
      severity: severityOf(group),
      at: at.figure.id,
      suspects: suspects.map(({ figure }) => figure.id).slice(0, 3),
      printed: at.figure.text,
      expected: against.figure.text,
      cause: printedSlip(at.figure, against.figure) ?? otherPeriod(at, against, periods),
      related: group
        .filter((mention) => mention !== at)
        .slice(0, MOST_PLACES)
        .map(({ figure, name }) => ({ figure: figure.id, start: figure.start, end: figure.end, note: name })),
      evidence: [
        ...group.slice(0, MOST_PLACES).map(({ figure, name }) => `${name}: ${figure.text}`),
        ...(group.length > MOST_PLACES ? [`and ${group.length - MOST_PLACES} more places`] : []),
      ],
    },
  ];
}

/** The rate that a table gives for another period, printed here by mistake. */
function otherPeriod(at: RateMention, against: RateMention, periods: MentionsBySeries): string | null {
  if (at.figure.value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length < 3) return null;
  const others = periods.get(at.series) ?? [];
  const end = lastDay(against);
  const found = others.find((other) => lastDay(other) !== end && printedAgree(other.figure, at.figure));
  if (found?.figure.period == null) return null;
  return `the figure of ${periodName(found.figure.period)}`;
}

/** The end of its period: an instant and a span that end together are no two periods. */
function lastDay({ figure: { period } }: RateMention): Day | null {
  if (period === null) return null;
  return isInstant(period) ? period.instant : lastDayOf(period);
}

/** Two mentions of one named source's rate contradict each other; without the name it is only likely. */
function severityOf(group: readonly RateMention[]): Severity {
  return group.every(({ source }) => source !== null) ? 'error' : 'warning';
}

function withinOneTable(group: readonly RateMention[]): boolean {
  const tables = new Set(group.map(({ figure }) => (inTable(figure) ? figure.where.table : figure.id)));
  return tables.size === 1;
}
