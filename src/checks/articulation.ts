/*
 * The financial statements hang together: net income is one number in the statements of income, of comprehensive income,
 * of cash flows and of equity; cash at the end of the year stands in the balance sheet; what the statement of equity
 * closes with, the balance sheet shows; assets equal liabilities and equity; earnings per share are income over shares.
 * Where one breaks, a number was changed in one statement and not in the other.
 *
 * Authority: ASC 205 / IAS 1 (a complete set of statements), ASC 230-10-45-4 (cash agrees with the balance sheet),
 * ASC 260-10-45 / IAS 33 (earnings per share).
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { balanceEquations } from './facts/balance-equations.js';
import { contradictionFindings } from './facts/contradiction-findings.js';
import { contradictionsOf } from './facts/contradictions.js';
import { areStatements, statementTables } from './facts/statements.js';
import { tieTicks } from './facts/tie-ticks.js';
import { tiesOf } from './facts/ties.js';

const meta: CheckMeta = {
  id: 'articulation',
  title: 'The financial statements agree with each other',
  severity: 'error',
  basis: 'ASC 205 and IAS 1; ASC 230-10-45-4; PCAOB AS 2810 on the statements as a whole',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  statements:
    'Unexpected {printed} as {fact}, expected {expected} as in another statement. Check both statements against the books.',
  balance:
    'Unexpected {printed} as {fact}, expected {expected}: assets do not equal liabilities and equity. Check both totals.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const ties = tiesOf(filing).ties.filter(({ coarse, fine }) => areStatements(coarse.series, fine.series));
  const differing = contradictionsOf(filing).filter(({ at, against }) =>
    areStatements(at.series, against.series),
  );
  const balance = balanceEquations(filing);
  return {
    ticks: [...tieTicks(ties, () => true), ...balance.ticks],
    findings: [...contradictionFindings(differing, 'statements'), ...balance.findings],
    undecided: [],
    notRun: statementTables(filing).size === 0 ? 'no financial statements' : null,
  };
}

const limits = [
  'Statements are known by their headings; without headings there are none to compare.',
  'Amounts are compared without their sign, since a statement of cash flows turns it.',
  'Two statements that differ in more than one period are taken for two facts, such as income with and without minorities.',
];

/** The balance sheet and the statement of cash flows of an invented issuer. */
function report(cash: string, funding: string): string {
  return [
    'Item 8. Financial Statements and Supplementary Data',
    '',
    'HARBOR LANE FOODS, INC.',
    '',
    'CONSOLIDATED BALANCE SHEETS',
    '',
    '(in thousands of dollars)',
    '',
    '\tDecember 31, 2006\tDecember 31, 2005',
    'Cash and cash equivalents\t$41,872\t$36,514',
    'Accounts receivable\t87,316\t80,457',
    'Property and equipment, net\t152,094\t148,720',
    'Total assets\t$281,282\t$265,691',
    'Accounts payable\t$90,145\t$88,213',
    'Long-term debt\t70,000\t75,000',
    'Retained earnings\t121,137\t102,478',
    `Total liabilities and stockholders’ equity\t${funding}\t$265,691`,
    '',
    'HARBOR LANE FOODS, INC.',
    '',
    'CONSOLIDATED STATEMENTS OF CASH FLOWS',
    '',
    '(in thousands of dollars)',
    '',
    '\tYear ended December 31, 2006\tYear ended December 31, 2005',
    'Net cash provided by operating activities\t$35,467\t$29,180',
    'Net cash used in investing activities\t(25,109)\t(18,764)',
    'Net cash used in financing activities\t(5,000)\t(4,000)',
    'Increase in cash and cash equivalents\t5,358\t6,416',
    'Cash and cash equivalents at beginning of year\t36,514\t30,098',
    `Cash and cash equivalents at end of year\t${cash}\t$36,514`,
  ].join('\n');
}

const examples: readonly CheckExample[] = [
  {
    name: 'Cash at the end of the year and both totals of the balance sheet agree',
    text: report('$41,872', '$281,282'),
    ticked: ['$41,872', '$36,514', '$281,282', '$265,691', '$281,282', '$265,691', '$41,872', '$36,514'],
  },
  {
    name: 'Cash at the end of the year differs from the balance sheet',
    text: report('$41,827', '$281,282'),
    ticked: ['$36,514', '$281,282', '$265,691', '$281,282', '$265,691', '$36,514'],
    findings: [
      {
        message:
          'Unexpected $41,827 as Cash and cash equivalents at end of year of December 31, 2006, expected $41,872 as in another statement. Check both statements against the books.',
        at: '$41,827',
        suspects: ['$41,827', '$41,872'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Assets do not equal liabilities and equity',
    text: report('$41,872', '$281,228'),
    ticked: ['$41,872', '$36,514', '$265,691', '$265,691', '$41,872', '$36,514'],
    findings: [
      {
        message:
          'Unexpected $281,282 as Total assets of December 31, 2006, expected $281,228: assets do not equal liabilities and equity. Check both totals.',
        at: '$281,282',
        suspects: ['$281,282', '$281,228'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
