/*
 * A margin, a tax rate or another percentage of two amounts is not what these amounts give. Ratios are quoted in sentences
 * and compared from year to year, so that one which was not updated misleads twice.
 *
 * Authority: Form 20-F Item 5 and Regulation S-K Item 303; recalculation (PCAOB AS 1105.19).
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck, type Severity } from './check.js';
import { notRun } from './engine/verdict.js';
import type { JudgedRatio, JudgedRatios } from './recalculation/ratio-lanes.js';
import { isShown, isSlip, ratiosOf } from './recalculation/ratio-outcome.js';
import { isNamed, percentRows } from './recalculation/ratio-rows.js';

const meta: CheckMeta = {
  id: 'ratio',
  title: 'Margins, rates and other ratios are the quotient of their parts',
  severity: 'error',
  basis: 'Form 20-F Item 5; Regulation S-K Item 303; PCAOB AS 1105.19 on recalculation',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  differs:
    'Unexpected {printed} as {label}, expected {expected}: {dividend} divided by {divisor} is not {quotient}. Check the three figures.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const ratios = percentRows(filing).filter(isShown);
  if (ratios.length === 0) return notRun('no table states a ratio beside its parts');
  const { ticks, findings } = ratiosOf(ratios, { isWrong, severity });
  // Which rows a ratio is of is found by trying: two that fail are rather two wrong guesses than two slips.
  const certain = findings.length > 1 ? findings.map(asWarning) : findings;
  return { ticks, findings: certain, undecided: [], notRun: null };
}

function asWarning<Draft extends { readonly severity?: Severity }>(draft: Draft): Draft {
  return { ...draft, severity: 'warning' };
}

/** All other columns fit, and a slip of one digit explains the one that does not. */
function isWrong(ratios: JudgedRatios, judged: JudgedRatio): boolean {
  return judged.verdict.far && ratios.misses === 1 && isNamed(ratios) && isSlip(ratios, judged);
}

/**
 * Three columns show the formula of a ratio, two that of a tax rate beside its parts, which have no other name. What is
 * divided by an amount of another table, where two periods may share a heading, is never certain.
 */
function severity({ lanes: { grid }, lane, fits, formula }: JudgedRatios): Severity {
  if (formula.divisor.lane === null) return 'warning';
  return fits >= 3 || (grid.rows[lane]?.label ?? '').toLowerCase().includes('tax rate') ? 'error' : 'warning';
}

const limits = [
  'The ratio and what is divided must stand in one table; revenue and income before taxes may stand in another, for the same period.',
  'Two columns must show which rows are divided; a table of a single year is not judged. What two columns show of another ratio than a tax rate, and what is divided by an amount of another table, makes a warning.',
  'Where two ratios of a report fail, both make warnings.',
  'A miss that no slip of one digit explains is left alone: the ratio may be of other amounts.',
  'Only the ratio is ticked: many amounts give one ratio.',
  'Signs are left aside: an expense in brackets has a rate without them.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Margins and the effective tax rate',
    text: [
      'Results of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2024\t2023\t2022',
      'Year ended March 31,\t\t\t',
      'Revenue\t¥57,180\t¥54,945\t¥51,302',
      'Gross profit\t21,443\t20,110\t18,058',
      'Gross margin\t37.5%\t36.6%\t35.2%',
      'Income before income taxes\t6,218\t5,707\t4,836',
      'Income taxes\t1,846\t1,735\t1,499',
      'Effective tax rate\t29.7%\t30.4%\t31.0%',
    ].join('\n'),
    ticked: ['37.5%', '36.6%', '35.2%', '29.7%', '30.4%', '31.0%'],
  },
  {
    name: 'A digit changed in a margin',
    text: [
      'Results of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2024\t2023\t2022',
      'Year ended March 31,\t\t\t',
      'Revenue\t¥57,180\t¥54,945\t¥51,302',
      'Gross profit\t21,443\t20,110\t18,058',
      'Gross margin\t31.5%\t36.6%\t35.2%',
    ].join('\n'),
    ticked: ['36.6%', '35.2%'],
    findings: [
      {
        message:
          'Unexpected 31.5% as Gross margin, expected 37.5%: 21,443 divided by ¥57,180 is not 31.5%. Check the three figures.',
        at: '31.5%',
        suspects: ['31.5%', '21,443', '¥57,180'],
        cause: 'one digit differs',
      },
    ],
  },
  {
    name: 'The statutory rate is no quotient of the table',
    text: [
      'Results of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2024\t2023\t2022',
      'Year ended March 31,\t\t\t',
      'Income before income taxes\t6,218\t5,707\t4,836',
      'Income taxes\t1,846\t1,735\t1,499',
      'Statutory tax rate\t30.6%\t30.6%\t30.6%',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
