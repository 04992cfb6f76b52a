/*
 * The same rate or amount is printed twice, and not the same. One of the two places is wrong, or was not updated.
 * Where they agree it is no confirmation, since two copies of one wrong number agree too: status `agrees`, letter IC.
 *
 * Authority: AICPA AS 2710 / ISA 720 (other information is consistent with the statements); common tie-out practice.
 */
import type { Figure, Filing } from '../filing/filing.js';
import { type Day, isInstant, lastDayOf } from '../value/index.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
  type Severity,
} from './check.js';
import { factMentions, type Mention, type MentionsBySeries } from './engine/fact-mentions.js';
import { groupedBy } from './engine/grouped.js';
import { isOwnLabel } from './engine/labelled.js';
import { partiesOf, printedValue } from './engine/parties.js';
import { periodName } from './engine/period-name.js';
import { printedSlip, sizeAgrees } from './engine/printed-agreement.js';
import { inTable } from './engine/surroundings.js';
import { numberOf } from './rates/official.js';

const meta: CheckMeta = {
  id: 'tie-out',
  title: 'The same rate or amount in two places agrees',
  severity: 'error',
  basis: 'tie-out practice; PCAOB AS 2710 and ISA 720 on other information',
  since: '0.1.0',
  needs: [],
};

const messages = {
  rate: 'Unexpected {printed} as the {fact}, expected {expected} as printed elsewhere. Check both places against the source.',
  amount:
    'Unexpected {printed} as {fact}, expected {expected} as printed elsewhere. Check both places against the books.',
};

type MessageId = keyof typeof messages;

/** A tick names this many other places at most. */
const MOST_INPUTS = 5;
/** A finding names this many places at most. */
const MOST_PLACES = 12;
/** What is printed with more different values than this is not one fact. */
const MOST_VALUES = 20;

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const mentions = factMentions(filing, context.otherRates);
  const groups = groupedBy(mentions, ({ fact }) => fact);
  const inTables = mentions.filter(({ figure }) => inTable(figure));
  const periods = groupedBy(inTables, ({ series }) => series);
  const facts = [...groups.values()].filter((group) => group.length > 1 && comparable(group));
  return {
    ticks: facts.flatMap(agreements),
    findings: facts.flatMap((group) => contradictions(ownLabelled(group, filing), periods)),
    undecided: [],
    notRun: facts.length === 0 ? 'no rate or amount is stated in two places' : null,
  };
}

/**
 * Whether the mentions can be held against each other. Amounts are, where a sentence states one and where no table or
 * sentence gives the fact two values: there the label does not say all (two segments, two classes of shares).
 */
function comparable(group: readonly Mention[]): boolean {
  if (group.some(({ figure }) => numberOf(figure.value) === null)) return false;
  if (new Set(group.map(printedValue)).size > MOST_VALUES) return false;
  if (group[0]?.kind === 'rate') return true;
  if (group.every(({ figure }) => inTable(figure))) return false;
  const values = new Map<string, Figure>();
  return group.every(({ figure }) => {
    const { where } = figure;
    const place = 'table' in where ? where.table : `${where.block}.${where.sentence}`;
    const other = values.get(place) ?? figure;
    values.set(place, other);
    return sizeAgrees(other, figure);
  });
}

function agreements(group: readonly Mention[]): CheckOutcome['ticks'][number][] {
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

/** The mentions that can contradict: a rate, and an amount whose label is what the sentence speaks of. */
function ownLabelled(group: readonly Mention[], filing: Filing): readonly Mention[] {
  return group.filter(({ kind, figure }) => kind === 'rate' || isOwnLabel(filing, figure));
}

/**
 * The mentions outside the largest party that agrees are suspects; where no party is larger, all are. Two amounts of
 * one label are often two facts, so a difference counts only where it can be told how it came about.
 */
function contradictions(group: readonly Mention[], periods: MentionsBySeries): FindingDraft<MessageId>[] {
  const parties = partiesOf(group);
  const [largest, second] = parties;
  if (largest === undefined || second === undefined || withinOneTable(group)) return [];
  const odd = parties.slice(1).flat();
  const suspects = largest.length === second.length ? [...odd, ...largest] : odd;
  const [at, against] = [odd[0], largest[0]];
  if (at === undefined || against === undefined) return [];
  const cause = printedSlip(at.figure, against.figure) ?? otherPeriod(at, against, periods);
  if (at.kind === 'amount' && !isTelling(cause, group)) return [];
  return [
    {
      message: at.kind,
      values: { printed: at.figure.text, fact: at.name, expected: against.figure.text },
      severity: severityOf(group),
      at: at.figure.id,
      suspects: suspects.map(({ figure }) => figure.id).slice(0, 3),
      printed: at.figure.text,
      expected: against.figure.text,
      cause,
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

/** Two sentences often speak of two facts that are one digit apart; a table names its facts more strictly. */
function isTelling(cause: string | null, group: readonly Mention[]): boolean {
  if (cause === null) return false;
  return !cause.startsWith('one digit') || group.some(({ figure }) => inTable(figure));
}

/** The figure that a table gives the same label for another period, printed here by mistake. */
function otherPeriod(at: Mention, against: Mention, periods: MentionsBySeries): string | null {
  if (at.figure.value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length < 3) return null;
  const others = periods.get(at.series) ?? [];
  const end = lastDay(against);
  const found = others.find((other) => lastDay(other) !== end && sizeAgrees(other.figure, at.figure));
  if (found?.figure.period == null) return null;
  return `the figure of ${periodName(found.figure.period)}`;
}

/** The end of its period: an instant and a span that end together are no two periods. */
function lastDay({ figure: { period } }: Mention): Day | null {
  if (period === null) return null;
  return isInstant(period) ? period.instant : lastDayOf(period);
}

/** Two mentions of one named source's rate contradict each other; without the name, or a table, it is only likely. */
function severityOf(group: readonly Mention[]): Severity {
  if (group[0]?.kind === 'rate') return group.every(({ source }) => source !== null) ? 'error' : 'warning';
  return group.some(({ figure }) => inTable(figure)) ? 'error' : 'warning';
}

function withinOneTable(group: readonly Mention[]): boolean {
  const tables = new Set(group.map(({ figure }) => (inTable(figure) ? figure.where.table : figure.id)));
  return tables.size === 1;
}

const limits = [
  'A rate in a sentence or table that names two sources, and one that is only supposed or a change, ties to nothing.',
  'Amounts are compared only where the labels are the same words and the period is stated, and at least one stands in a sentence.',
  'What is printed with more than 20 different values is taken for several facts and not compared.',
  'Two cells of one table are left to the checks of tables.',
  'Two amounts that differ are reported only where the difference is a slip of typing or the figure of another period; two facts often share a label.',
  'Amounts are compared without their sign, since a sentence says “loss of” where a table prints brackets.',
  'Where a coarser amount can come of a finer one by rounding or by dropping digits, they agree.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'The same rate in a table and in a sentence',
    text: [
      'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.',
      '',
      'Noon buying rates for Kitano Denki Co., Ltd., in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2006\t¥120.93\t¥104.41\t¥113.67\t¥117.48',
    ].join('\n'),
    ticked: ['¥117.48', '¥117.48'],
  },
  {
    name: 'Another rate in the sentence than in the table',
    text: [
      'The noon buying rate on March 31, 2006 was ¥117.84 per U.S. $1.00.',
      '',
      'Noon buying rates for Kitano Denki Co., Ltd., in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2006\t¥120.93\t¥104.41\t¥113.67\t¥117.48',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected ¥117.84 as the JPY/USD rate of March 31, 2006, expected ¥117.48 as printed elsewhere. Check both places against the source.',
        at: '¥117.84',
        suspects: ['¥117.84', '¥117.48'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'An amount of the table with two digits swapped in a sentence',
    text: [
      'Results of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2005\t2006',
      'Fiscal year ended March 31,\t\t',
      'Operating income\t¥1,482\t¥1,638',
      '',
      'For the fiscal year ended March 31, 2006, our operating income was ¥1,683 million.',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected ¥1,683 million as operating income of the year ended March 31, 2006, expected ¥1,638 as printed elsewhere. Check both places against the books.',
        at: '¥1,683 million',
        suspects: ['¥1,683 million', '¥1,638'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'An amount of what is recorded in a balance is not the balance',
    text: [
      'Balance sheet of Harbor Lane Foods, Inc. (in millions of dollars)',
      '',
      '\t2005\t2006',
      'As of March 31,\t\t',
      'Accumulated other comprehensive income\t$517\t$300',
      '',
      'As of March 31, 2006, gains recorded in accumulated other comprehensive income were $301 million.',
    ].join('\n'),
  },
  {
    name: 'The change of an amount is not the amount',
    text: [
      'Income statement of Harbor Lane Foods, Inc. (in millions of dollars)',
      '',
      '\t2005\t2006',
      'Year ended December 31,\t\t',
      'Cost of sales\t$2,160\t$2,376',
      '',
      'For the year ended December 31, 2006, cost of sales increased by $2,367 million.',
    ].join('\n'),
  },
  {
    name: 'Two sources in one sentence tie to nothing',
    text: 'On March 31, 2006, the TTM rate of our bank was ¥117.47 per U.S. $1.00, and the noon buying rate was ¥117.48 per U.S. $1.00.',
  },
  {
    name: 'The rate of a bank does not contradict the noon buying rate',
    text: [
      'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.',
      '',
      'The telegraphic transfer middle rate of our bank on March 31, 2006 was ¥117.47 per U.S. $1.00.',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
