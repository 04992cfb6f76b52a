/*
 * A row does not add up across its columns: the total column and the columns that make it, as printed, contradict each
 * other, while they agree in the other rows. One of the figures is wrong, or stands in the wrong column.
 *
 * Authority: audit practice (cross-footing; PCAOB AS 1105.18 on recalculation); XBRL Calculations 1.1 on rounded figures.
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { sumOutcome } from './sums/outcome.js';
import { filingSums } from './sums/relations.js';

const meta: CheckMeta = {
  id: 'cross-footing',
  title: 'Rows add up across their columns',
  severity: 'error',
  basis: 'recalculation, PCAOB AS 1105.18; XBRL Calculations 1.1 on rounded figures',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  row: 'Unexpected {printed}, expected {expected}: the column {total} is not the sum of its {lines} columns in this row. Check each of them against the books.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const { relations } = filingSums(filing);
  const own = relations.filter(
    ({ direction, isRollForward, total }) =>
      direction === 'columns' && !isRollForward && !total.words.isComparison,
  );
  const outcome = sumOutcome(filing, new Set(own), 'CF', 'row');
  return { ...outcome, undecided: [], notRun: own.length === 0 ? 'no table has a column of totals' : null };
}

const limits = [
  'A column of totals is known by the rows that add up; where few do, nothing is said of the others.',
  'A difference is an error only where a slip of the hand in one of the figures explains it.',
  'Columns that compare two others, a change or a percentage, are left to the checks of changes.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Segments and their total',
    text: [
      'Segments of Harbor Lane Foods, Inc. (in millions of dollars)',
      '',
      '\tRetail\tWholesale\tEliminations\tTotal',
      'Net sales\t$4,127\t$2,316\t$(184)\t$6,259',
      'Operating income\t612\t287\t(15)\t884',
      'Depreciation\t118\t96\t—\t214',
    ].join('\n'),
    ticked: ['$4,127', '$2,316', '$(184)', '$6,259', '612', '287', '(15)', '884', '118', '96', '—', '214'],
  },
  {
    name: 'A digit of one row wrong',
    text: [
      'Payments due by Minato Foods Co., Ltd. (in millions of yen)',
      '',
      '\tTotal\tLess than 1 year\t1-3 years\tAfter 3 years',
      'Borrowings\t¥18,451\t¥4,120\t¥6,216\t¥8,115',
      'Leases\t5,237\t1,318\t2,107\t1,812',
      'Purchases\t9,806\t7,345\t2,401\t90',
    ].join('\n'),
    ticked: ['¥18,451', '¥4,120', '¥6,216', '¥8,115', '5,237', '1,318', '2,107', '1,812'],
    findings: [
      {
        message:
          'Unexpected 9,806, expected 9,836: the column “Total” is not the sum of its 3 columns in this row. Check each of them against the books.',
        at: '9,806',
        suspects: ['9,806', '7,345', '90'],
        cause: 'one digit differs',
      },
    ],
  },
  {
    name: 'Years side by side have no total',
    text: [
      'Sales of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2022\t2023\t2024',
      'Motors\t¥41,207\t¥43,118\t¥44,956',
      'Sensors\t12,316\t12,287\t12,904',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
