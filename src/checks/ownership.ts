/*
 * A holder's percentage is not that of the shares held, or the holdings of the directors do not add up to those of the
 * group. Readers look here for who controls the company.
 *
 * Authority: Form 20-F, Items 6.E and 7.A; Regulation S-K Item 403; Exchange Act Rule 13d-3(d)(1).
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { notRun } from './engine/verdict.js';
import { groups } from './ownership/group-outcome.js';
import { holdingColumns } from './ownership/holdings.js';
import { percentages } from './ownership/percentages.js';

const meta: CheckMeta = {
  id: 'ownership',
  title: 'Percentages of holders are those of the shares held, and groups add up',
  severity: 'error',
  basis: 'Form 20-F, Items 6.E and 7.A; Regulation S-K Item 403; Exchange Act Rule 13d-3(d)(1)',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  percent:
    'Unexpected {printed}, expected {expected}: {held} shares of {outstanding}. Check the shares, the percentage and the number outstanding.',
  mark: 'Unexpected mark {printed} for less than 1%, expected {expected}: {held} shares of {outstanding}. Check the shares and the percentage.',
  group:
    'Unexpected {printed}, expected {expected}: the {count} persons of the group hold {sum} together, its line says {total}. Check the group and its lines.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const columns = holdingColumns(filing);
  if (columns.length === 0) return notRun('no table of holders with percentages');
  const outcomes = columns.flatMap((own): Pick<CheckOutcome<MessageId>, 'ticks' | 'findings'>[] => [
    percentages(filing, own),
    groups(own),
  ]);
  return {
    ticks: outcomes.flatMap(({ ticks }) => ticks),
    findings: outcomes.flatMap(({ findings }) => findings),
    undecided: [],
    notRun: null,
  };
}

const limits = [
  'A table of holders is known by its headings or caption: “beneficially owned”, “shareholders”, “shares held”.',
  'The number outstanding is taken from the cover, the notes and the paragraphs beside the table, or from the lines themselves where at least four in five imply one number; a stated one also where all lines but one fit it, and a slip of typing explains that one.',
  'What a holder may acquire within sixty days counts as outstanding for that holder, so a percentage that is too low by that much is not reported.',
  'A group is added up where its label states as many persons as lines stand above it; holdings in common count once, so only slips of typing are reported.',
];

/** What the examples share: a table of holders of 20,000,000 shares. */
function holders(lines: readonly string[]): string {
  return [
    'Principal shareholders of Kitano Denki Co., Ltd. As of March 31, 2006, 20,000,000 shares were outstanding.',
    '',
    'Name\tNumber of shares held\tPercentage of shares outstanding',
    ...lines,
  ].join('\n');
}

const examples: readonly CheckExample[] = [
  {
    name: 'Percentages of the shares outstanding, and a group',
    text: holders([
      'Hoshino Trust Bank\t4,128,400\t20.64%',
      'Kaori Minami\t1,250,000\t6.25%',
      'Jun Okabe\t310,000\t1.55%',
      'Rei Sawada\t208,400\t1.04%',
      'All directors and officers as a group (3 persons)\t1,768,400\t8.84%',
    ]),
    ticked: ['20.64%', '1,250,000', '6.25%', '310,000', '1.55%', '208,400', '1.04%', '1,768,400', '8.84%'],
  },
  {
    name: 'Two digits swapped in a percentage',
    text: holders([
      'Hoshino Trust Bank\t4,128,400\t20.46%',
      'Kaori Minami\t1,250,000\t6.25%',
      'Jun Okabe\t310,000\t1.55%',
      'Rei Sawada\t208,400\t1.04%',
      'Seto Life Insurance\t1,768,400\t8.84%',
    ]),
    ticked: ['6.25%', '1.55%', '1.04%', '8.84%'],
    findings: [
      {
        message:
          'Unexpected 20.46%, expected 20.64%: 4,128,400 shares of 20,000,000 shares, as stated. Check the shares, the percentage and the number outstanding.',
        at: '20.46%',
        suspects: ['20.46%', '4,128,400'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'A group whose line has two digits swapped',
    text: holders([
      'Kaori Minami\t1,250,000\t6.25%',
      'Jun Okabe\t310,000\t1.55%',
      'Rei Sawada\t208,400\t1.04%',
      'All directors and officers as a group (three persons)\t1,786,400\t8.93%',
    ]),
    ticked: ['6.25%', '1.55%', '1.04%', '8.93%'],
    findings: [
      {
        message:
          'Unexpected 1,786,400, expected 1,768,400: the 3 persons of the group hold 1,768,400 together, its line says 1,786,400. Check the group and its lines.',
        at: '1,786,400',
        suspects: ['1,786,400', '310,000', '208,400'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Few holders: all lines but one are of the number stated, and two digits of that one are swapped',
    text: holders([
      'Hoshino Trust Bank\t4,128,400\t20.6%',
      'Seto Life Insurance\t2,068,400\t13.0%',
      'Kaori Minami\t1,250,000\t6.3%',
    ]),
    ticked: ['20.6%', '6.3%'],
    findings: [
      {
        message:
          'Unexpected 13.0%, expected 10.3%: 2,068,400 shares of 20,000,000 shares, as stated. Check the shares, the percentage and the number outstanding.',
        at: '13.0%',
        suspects: ['13.0%', '2,068,400'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Shares that a holder may acquire count for that holder alone',
    text: holders([
      'Hoshino Trust Bank\t4,128,400\t20.64%',
      'Kaori Minami\t1,250,000\t6.25%',
      'Jun Okabe\t310,000\t1.55%',
      'Rei Sawada\t208,400\t1.04%',
      'Aya Toyama\t2,000,000\t9.52%',
      '',
      'Shares under options that are exercisable within 60 days count as held and as outstanding for their holder.',
    ]),
    ticked: ['20.64%', '6.25%', '1.55%', '1.04%'],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
