/*
 * The figures of an exchange-rate table contradict each other: a low above its average, a month's high above that of
 * its year. One of the two is misprinted, whatever the source; no rates are needed to see it.
 *
 * Authority: arithmetic. A mean and a last value lie between the lowest and the highest, and a year holds its months.
 */
import type { Figure, Filing } from '../filing/filing.js';
import type { Span } from '../value/index.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { periodName } from './engine/period-name.js';
import { comparePrinted } from './engine/printed-agreement.js';
import { numberOf } from './rates/official.js';
import { type RateCell, rateTables } from './rates/rate-cells.js';
import {
  type Conflict,
  connectedConflicts,
  involves,
  mostInvolved,
  sameSpan,
} from './rates/rate-conflicts.js';

const meta: CheckMeta = {
  id: 'rate-range',
  title: 'Highs, lows, averages and period-ends of a rate fit each other',
  severity: 'error',
  basis: 'arithmetic: low ≤ average ≤ high, low ≤ period-end ≤ high, and a year bounds its months',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  range:
    'Unexpected {label} {printed}, expected {expected}: {reason}. Check both figures against the source.',
  exchanged:
    'Unexpected high {printed} below the low {other} of {period}, expected them the other way round. Check the order of the columns.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const tables = rateTables(filing);
  const findings = tables.flatMap(({ cells }) => {
    const readable = cells.filter((cell) => cell.span !== null && numberOf(cell.figure.value) !== null);
    return connectedConflicts(readable).flatMap(explain);
  });
  return {
    ticks: [],
    findings,
    undecided: [],
    notRun: tables.length === 0 ? 'no exchange-rate table' : null,
  };
}

/**
 * The fewest figures that explain the conflicts: the one in most of them is held wrong, and its conflicts are one
 * finding; where two are in equally many, both are suspects.
 */
function explain(conflicts: readonly Conflict[]): FindingDraft<MessageId>[] {
  const findings: FindingDraft<MessageId>[] = [];
  let open = [...conflicts];
  while (open.length > 0) {
    const [first, second] = mostInvolved(open);
    if (first === undefined) break;
    const own = open.filter(
      (each) => involves(each, first) || (second !== undefined && involves(each, second)),
    );
    findings.push(findingOf(own, second === undefined ? [first] : [first, second]));
    open = open.filter((each) => !own.includes(each));
  }
  return findings;
}

function findingOf(conflicts: readonly Conflict[], suspects: readonly Figure[]): FindingDraft<MessageId> {
  const exchanged = conflicts.find(
    ({ lesser, greater }) =>
      suspects.length === 2 &&
      lesser.statistic === 'low' &&
      greater.statistic === 'high' &&
      sameSpan(lesser, greater),
  );
  const first = conflicts[0];
  if (first === undefined) throw new Error('a finding needs a conflict');
  const common = {
    suspects: suspects.map((figure) => figure.id),
    evidence: conflicts.map(lineOf),
    related: relatedOf(conflicts, suspects),
  };
  if (exchanged !== undefined && conflicts.length > 1) {
    const { lesser, greater } = exchanged;
    return {
      message: 'exchanged',
      values: { printed: greater.figure.text, other: lesser.figure.text, period: nameOf(greater.span) },
      at: greater.figure.id,
      printed: greater.figure.text,
      expected: lesser.figure.text,
      cause: 'high and low exchanged',
      ...common,
      suspects: [greater.figure.id, lesser.figure.id],
    };
  }
  const suspect = suspects.find((figure) => involves(first, figure)) ?? first.greater.figure;
  const [cell, other] =
    suspect === first.lesser.figure ? [first.lesser, first.greater] : [first.greater, first.lesser];
  const expected = expectation(first, cell, other);
  return {
    message: 'range',
    values: {
      label: `${cell.statistic} of ${nameOf(cell.span)}`,
      printed: cell.figure.text,
      expected,
      reason: reasonOf(first),
    },
    at: cell.figure.id,
    printed: cell.figure.text,
    expected,
    ...common,
  };
}

function relatedOf(conflicts: readonly Conflict[], suspects: readonly Figure[]) {
  const others = conflicts
    .flatMap(({ lesser, greater }) => [lesser, greater])
    .filter(({ figure }, index, all) => all.findIndex((each) => each.figure === figure) === index)
    .filter(({ figure }) => (suspects.length > 1 ? figure !== suspects[0] : !suspects.includes(figure)));
  return others.map(({ figure, statistic, span }) => ({
    figure: figure.id,
    start: figure.start,
    end: figure.end,
    note: `${statistic} of ${nameOf(span)}`,
  }));
}

function expectation({ relation }: Conflict, cell: RateCell, other: RateCell): string {
  if (relation === '=') return other.figure.text;
  const atMost = comparePrinted(cell.figure, other.figure) > 0;
  return `${atMost ? 'at most' : 'at least'} ${other.figure.text}`;
}

function reasonOf({ lesser, greater, relation }: Conflict): string {
  if (relation === '=') return 'the last month of a year ends on the same day as the year';
  if (sameSpan(lesser, greater))
    return `the ${lesser.statistic} of a period does not exceed its ${greater.statistic}`;
  return lesser.statistic === 'high'
    ? 'the high of a year is at least that of each of its months'
    : 'the low of a year is at most that of each of its months';
}

function lineOf({ lesser, greater, relation }: Conflict): string {
  const name = (cell: RateCell) => `${cell.statistic} of ${nameOf(cell.span)} ${cell.figure.text}`;
  return `expected ${name(lesser)} ${relation} ${name(greater)}`;
}

function nameOf(span: Span | null): string {
  return span === null ? 'an unknown period' : periodName(span);
}

const limits = [
  'Only the figures of one table are compared with each other.',
  'Where figures are printed to different decimals they are compared at the fewer.',
  'A low and a high that are both wrong, but in order, are not seen without official rates.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'A table that fits together',
    text: [
      'Exchange rates used by Kitano Denki Co., Ltd., in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2006\t¥120.93\t¥104.41\t¥113.67\t¥117.48',
      'Calendar year 2006\t\t\t\t',
      'February\t¥118.95\t¥115.82\t¥117.86\t¥115.82',
      'March\t119.07\t115.89\t117.28\t117.48',
    ].join('\n'),
  },
  {
    name: 'A year’s high below its months’ highs',
    text: [
      'Exchange rates used by Kitano Denki Co., Ltd., in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2006\t¥102.93\t¥104.41\t¥113.67\t¥117.48',
      'Calendar year 2006\t\t\t\t',
      'February\t¥118.95\t¥115.82\t¥117.86\t¥115.82',
      'March\t119.07\t115.89\t117.28\t117.48',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected high of the year ended March 31, 2006 ¥102.93, expected at least ¥104.41: the low of a period does not exceed its high. Check both figures against the source.',
        at: '¥102.93',
        suspects: ['¥102.93'],
      },
    ],
  },
  {
    name: 'High and low in the wrong order',
    text: [
      'Exchange rates used by Kitano Denki Co., Ltd., in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2006\t¥104.41\t¥120.93\t¥113.67\t¥117.48',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected high ¥104.41 below the low ¥120.93 of the year ended March 31, 2006, expected them the other way round. Check the order of the columns.',
        at: '¥104.41',
        suspects: ['¥104.41', '¥120.93'],
        cause: 'high and low exchanged',
      },
    ],
  },
  {
    name: 'The last month ends on another rate than its year',
    text: [
      'Exchange rates used by Kitano Denki Co., Ltd., in yen per U.S. $1.00:',
      '',
      '\tHigh\tLow\tAverage\tPeriod-end',
      'Fiscal year ended March 31,\t\t\t\t',
      '2006\t¥120.93\t¥104.41\t¥113.67\t¥117.84',
      'Calendar year 2006\t\t\t\t',
      'March\t¥119.07\t¥115.89\t¥117.28\t¥117.48',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected period-end of March 2006 ¥117.48, expected ¥117.84: the last month of a year ends on the same day as the year. Check both figures against the source.',
        at: '¥117.48',
        suspects: ['¥117.48', '¥117.84'],
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
