/*
 * The same rate or amount is printed twice, and not the same. One of the two places is wrong, or was not updated.
 * A place that agrees with the financial statements is ticked, letter TS. Where neither place is in them it is no
 * confirmation, since two copies of one wrong number agree too: status `agrees`, letter IC.
 *
 * Authority: AICPA AS 2710 / ISA 720 (other information is consistent with the statements); common tie-out practice.
 */
import type { Filing } from '../filing/filing.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
} from './check.js';
import { contradictionFindings } from './facts/contradiction-findings.js';
import { contradictionsOf } from './facts/contradictions.js';
import { rateTies } from './facts/rate-ties.js';
import { areStatements } from './facts/statements.js';
import { tieTicks } from './facts/tie-ticks.js';
import { tiesOf } from './facts/ties.js';

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

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const rates = rateTies(filing, context);
  const ties = tiesOf(filing).ties.filter(({ coarse, fine }) => !areStatements(coarse.series, fine.series));
  const differing = contradictionsOf(filing).filter(
    ({ at, against }) => !areStatements(at.series, against.series),
  );
  const ticks = [...rates.ticks, ...tieTicks(ties, ({ series }) => series.statement === null)];
  const findings = [...rates.findings, ...contradictionFindings(differing, 'amount')];
  return {
    ticks,
    findings,
    undecided: [],
    notRun: ticks.length + findings.length === 0 ? 'no rate or amount is stated in two places' : null,
  };
}

const limits = [
  'A rate in a sentence or table that names two sources, and one that is only supposed or a change, ties to nothing.',
  'An equal amount ties only where unit, end of the period and telling words of the label agree; two digits tie only under the whole label.',
  'Of two amounts that differ one is reported only where the places are one fact: the two lines agree in their other periods, the two columns in five other lines, the two sentences word for word, or the sentence has the very label of the line.',
  'Two amounts that differ are reported only where the difference is a slip of typing, a factor of 1,000 or the figure of another period; a difference in the last digit only where the labels leave no doubt, and one unit of it as a warning.',
  'Two cells of one table are left to the checks of tables, two statements to articulation.',
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
          'Unexpected ¥1,683 million as operating income of the year ended March 31, 2006, expected ¥1,638 million as printed elsewhere. Check both places against the books.',
        at: '¥1,683 million',
        suspects: ['¥1,683 million', '¥1,638'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'A line of the discussion differs from the statement in one of three years',
    text: [
      'Item 7. Management’s Discussion and Analysis',
      '',
      'Results of Harbor Lane Foods, Inc. (in thousands of dollars)',
      '',
      '\tYear ended December 31, 2006\tYear ended December 31, 2005\tYear ended December 31, 2004',
      'Net sales\t$412,908\t$387,115\t$360,274',
      'Cost of sales\t268,390\t253,216\t240,688',
      '',
      'Item 8. Financial Statements and Supplementary Data',
      '',
      'CONSOLIDATED STATEMENTS OF INCOME',
      '',
      '(in thousands of dollars)',
      '',
      '\tYear ended December 31, 2006\tYear ended December 31, 2005\tYear ended December 31, 2004',
      'Net sales\t$412,908\t$387,115\t$360,274',
      'Cost of sales\t268,390\t253,261\t240,688',
      'Gross profit\t144,518\t133,854\t119,586',
      'Net income\t$31,204\t$28,977\t$24,650',
    ].join('\n'),
    ticked: [
      '$412,908',
      '$387,115',
      '$360,274',
      '268,390',
      '240,688',
      '$412,908',
      '$387,115',
      '$360,274',
      '268,390',
      '240,688',
    ],
    findings: [
      {
        message:
          'Unexpected 253,216 as Cost of sales of the year ended December 31, 2005, expected 253,261 as printed elsewhere. Check both places against the books.',
        at: '253,216',
        suspects: ['253,216', '253,261'],
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
