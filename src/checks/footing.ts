/*
 * A column does not add up: the total and its lines, as printed, contradict each other, while the same total and lines
 * agree in the other columns, or in the same table elsewhere. One of the figures is wrong, or a line is missing.
 *
 * Authority: audit practice (footing; PCAOB AS 1105.18 on recalculation); XBRL Calculations 1.1 on rounded figures.
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { sumOutcome } from './sums/outcome.js';
import { filingSums } from './sums/relations.js';

const meta: CheckMeta = {
  id: 'footing',
  title: 'Columns add up to their totals',
  severity: 'error',
  basis: 'recalculation, PCAOB AS 1105.18; XBRL Calculations 1.1 on rounded figures',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  column:
    'Unexpected {printed}, expected {expected}: {total} is not the sum of its {lines} lines in this column. Check each of them against the books.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const { relations } = filingSums(filing);
  const own = relations.filter(({ direction, isRollForward }) => direction === 'rows' && !isRollForward);
  const outcome = sumOutcome(filing, new Set(own), 'F', 'column');
  return { ...outcome, undecided: [], notRun: own.length === 0 ? 'no table has a total' : null };
}

const limits = [
  'A sum is taken from the table where enough of its columns show it; a table with one column of amounts is held to a total only where its label says so.',
  'A difference is an error only where a slip of the hand in one of the figures explains it: a digit changed, swapped or dropped, a sign, a factor of 1,000; or where a named total of the same lines holds exactly in two other columns.',
  'Totals that are a step off are taken for rounding unless a hundred others foot exactly and none is off.',
  'Columns of percentages and of amounts per share are judged among themselves: they need not add up where the money does.',
  'Two wrong figures in one column that offset each other are not found.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Lines, totals and a total of totals',
    text: [
      'Balance sheet of Harbor Lane Foods, Inc. (in millions of dollars)',
      '',
      '\t2024\t2023',
      'Cash\t$1,204\t$1,118',
      'Receivables\t2,316\t2,287',
      'Inventories\t1,845\t1,902',
      'Total current assets\t5,365\t5,307',
      'Plant and equipment\t4,127\t3,998',
      'Goodwill\t1,050\t1,050',
      'Total assets\t$10,542\t$10,355',
    ].join('\n'),
    ticked: [
      ...['$1,204', '$1,118', '2,316', '2,287', '1,845', '1,902', '5,365', '5,307'],
      ...['4,127', '3,998', '1,050', '1,050', '$10,542', '$10,355'],
    ],
  },
  {
    name: 'Two digits of a line swapped in one column',
    text: [
      'Sales of Minato Foods Co., Ltd. (in millions of yen)',
      '',
      '\t2022\t2023\t2024',
      'Noodles\t¥41,207\t¥43,118\t¥44,956',
      'Sauces\t12,316\t12,287\t12,904',
      'Frozen food\t18,451\t19,028\t19,833',
      'Total\t¥71,974\t¥74,433\t¥77,639',
    ].join('\n'),
    ticked: ['¥41,207', '¥43,118', '12,316', '12,287', '18,451', '19,028', '¥71,974', '¥74,433'],
    findings: [
      {
        message:
          'Unexpected ¥77,639, expected ¥77,693: “Total” is not the sum of its 3 lines in this column. Check each of them against the books.',
        at: '¥77,639',
        suspects: ['¥77,639', '¥44,956', '12,904'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Costs are printed without brackets',
    text: [
      'Income statement of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2023\t2024',
      'Revenue\t¥98,412\t¥104,377',
      'Cost of sales\t61,035\t64,218',
      'Gross profit\t37,377\t40,159',
      'Research and development\t8,114\t8,630',
      'Selling, general and administrative\t17,202\t17,955',
      'Operating income\t¥12,061\t¥13,574',
    ].join('\n'),
    ticked: [
      ...['¥98,412', '¥104,377', '61,035', '64,218', '37,377', '40,159'],
      ...['8,114', '8,630', '17,202', '17,955', '¥12,061', '¥13,574'],
    ],
  },
  {
    name: 'Numbers that only stand below each other',
    text: [
      'Kitano Denki Co., Ltd.',
      '',
      '\t2023\t2024',
      'Employees\t1,204\t1,318',
      'Plants\t16\t17',
      'Patents\t2,287\t2,316',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
