/*
 * A year stands twice among the headings of a table, or one is missing, or last year's was left over when the report was
 * rolled forward. The figures below are then read as those of another year.
 *
 * Authority: Regulation S-X Rules 3-01 and 3-02 (the years that are presented); the calendar.
 */
import type { Filing } from '../filing/filing.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { rangeIn } from './engine/surroundings.js';
import { type FaultyRun, faultyRuns, type HeadingRun, headingRuns } from './periods/heading-years.js';
import { type FaultyList, faultyLists } from './periods/listed-years.js';
import { type StaleRun, staleRuns } from './periods/statement-years.js';

const meta: CheckMeta = {
  id: 'period',
  title: 'Years stand in order, each once, and are those of the report',
  severity: 'error',
  basis: 'Regulation S-X Rules 3-01 and 3-02; the calendar',
  since: '0.1.0',
  needs: [],
};

const messages = {
  heading:
    'Unexpected {printed} among the columns {run}, expected {expected}: {cause}. Check the headings against the figures.',
  order:
    'Unexpected order of the columns {run}, expected {expected}. Check the headings against the figures.',
  list: 'Unexpected {printed} in “{list}”, expected {expected}: {cause}. Check whether a year was left over.',
  stale:
    'Unexpected {printed} as the latest year of a statement, expected {expected} as in {others} others and on the cover. Check the headings of this statement.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const runs = headingRuns(filing);
  const findings = [
    ...faultyRuns(runs).map(headingDraft),
    ...staleRuns(filing, runs).map(staleDraft),
    ...faultyLists(filing.blocks).map((list) => listDraft(filing, list)),
  ];
  return { ticks: [], findings, undecided: [], notRun: null };
}

function headingDraft({ headings, fault }: FaultyRun): FindingDraft<MessageId> {
  const years = headings.map(({ year }) => year);
  const cell = headings[fault.at]?.cell ?? headings[0]?.cell;
  const isOrder = fault.kind === 'order';
  const printed = isOrder ? years.join(', ') : String(years[fault.at]);
  const expected = isOrder ? fault.expected.join(', ') : String(fault.expected[fault.at]);
  const cause = fault.kind === 'doubled' ? 'the year stands twice' : 'a year is missing';
  return {
    message: isOrder ? 'order' : 'heading',
    values: { printed, run: years.join(', '), expected, cause },
    severity: fault.kind === 'doubled' ? 'error' : 'warning',
    at: [cell?.start ?? 0, cell?.end ?? 0],
    suspects: [],
    printed,
    expected,
    cause: isOrder ? null : cause,
    related: placesOf(headings),
    evidence: [`the columns are headed ${years.join(', ')}`],
  };
}

function placesOf(headings: HeadingRun['headings']): NonNullable<FindingDraft['related']> {
  return headings.map(({ cell, year }) => ({
    figure: null,
    start: cell.start,
    end: cell.end,
    note: `headed ${year}`,
  }));
}

function staleDraft({ run: { headings }, latest, expected, others }: StaleRun): FindingDraft<MessageId> {
  const cell = headings.find(({ year }) => year === latest)?.cell;
  return {
    message: 'stale',
    values: { printed: String(latest), expected: String(expected), others: String(others) },
    severity: 'warning',
    at: [cell?.start ?? 0, cell?.end ?? 0],
    suspects: [],
    printed: String(latest),
    expected: String(expected),
    cause: 'last year’s headings',
    related: placesOf(headings),
  };
}

function listDraft(filing: Filing, list: FaultyList): FindingDraft<MessageId> {
  const { block, from, to, printed, year, kind, expected } = list;
  const cause = kind === 'doubled' ? 'the year stands twice' : 'a year is missing';
  const meant = expected.length === 0 ? 'each year once' : expected.join(', ');
  return {
    message: 'list',
    values: { printed: year, list: printed, expected: meant, cause },
    severity: kind === 'doubled' ? 'error' : 'warning',
    at: rangeIn(filing, block, from, to),
    suspects: [],
    printed,
    expected: meant,
    cause,
  };
}

const limits = [
  'Headings are compared where they differ in nothing but their year; columns of two years alone are not, since a year may stand over two columns.',
  'A run is reported only where one change would put it in order: columns of several segments repeat their years.',
  'Years that are left out on purpose, such as the year before a pandemic, are a warning.',
  'In running text a list of years is read where a month and day, “fiscal”, “years”, “in” and the like stand before it.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Years in order, by segment and with a change beside them',
    text: [
      'Results of Kitano Denki Co., Ltd. for the fiscal years ended March 31, 2006, 2005 and 2004 (in millions of yen)',
      '',
      '\t2006\t2005\t2004',
      'Fiscal year ended March 31,\t\t\t',
      'Revenues\t49,813\t41,703\t38,780',
      'Net income\t4,754\t2,905\t1,120',
    ].join('\n'),
  },
  {
    name: 'A year that stands twice',
    text: [
      'Results of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2006\t2005\t2005',
      'Fiscal year ended March 31,\t\t\t',
      'Revenues\t49,813\t41,703\t38,780',
      'Net income\t4,754\t2,905\t1,120',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected 2005 among the columns 2006, 2005, 2005, expected 2004: the year stands twice. Check the headings against the figures.',
        at: '2005',
        cause: 'the year stands twice',
      },
    ],
  },
  {
    name: 'Last year’s date left over in a sentence',
    text: 'Inventories of Harbor Lane Foods, Inc. were $12 million and $14 million at December 31, 2022 and 2022.',
    findings: [
      {
        message:
          'Unexpected 2022 in “2022 and 2022”, expected 2022, 2021: the year stands twice. Check whether a year was left over.',
        at: '2022 and 2022',
        cause: 'the year stands twice',
      },
    ],
  },
  {
    name: 'A year left out of a list',
    text: 'Minato Foods Co., Ltd. paid taxes of ¥12 million, ¥14 million and ¥15 million in the years ended March 31, 2006, 2004 and 2003.',
    findings: [
      {
        message:
          'Unexpected 2006 in “2006, 2004 and 2003”, expected 2005, 2004, 2003: a year is missing. Check whether a year was left over.',
        at: '2006, 2004 and 2003',
        cause: 'a year is missing',
      },
    ],
  },
  {
    name: 'Years that are no run',
    text: 'Kitano Denki Co., Ltd. repaid notes due in 2010, 2011 and 2013. Results of 2005 and 2004 versus 2003 and 2002 differ.',
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
