/*
 * A percentage of a whole, as in "% of revenue" beside the amounts or in the reconciliation of the tax rate, is not what
 * its amount is of that whole.
 *
 * Authority: Form 20-F Item 5; Regulation S-X Rule 4-08(h) (reconciliation of income taxes); PCAOB AS 1105.19.
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { notRun } from './engine/verdict.js';
import type { JudgedRatio, JudgedRatios } from './recalculation/ratio-lanes.js';
import { isSlip, type RatioWords, ratiosOf } from './recalculation/ratio-outcome.js';
import { type ShareLane, shareLanes } from './recalculation/share-lanes.js';

const meta: CheckMeta = {
  id: 'percent-of-total',
  title: 'Percentages of a whole are those of the amounts beside them',
  severity: 'error',
  basis: 'Form 20-F Item 5; Regulation S-X Rule 4-08(h); PCAOB AS 1105.19 on recalculation',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  differs:
    'Unexpected {printed} for {label}, expected {expected}: {dividend} of {whole} {divisor} is not {quotient}. Check the amount and the percentage.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const lanes = shareLanes(filing);
  if (lanes.length === 0) return notRun('no table states amounts and what percentage they are of a whole');
  const outcome = ratiosOf(lanes, { isWrong, words, isDivisorKnown: true });
  return { ...outcome, undecided: [], notRun: null };
}

/** Where fewer than eight fit, a slip of one digit must explain the one that does not. */
function isWrong(ratios: ShareLane, judged: JudgedRatio): boolean {
  const { fits, misses } = ratios.together;
  return judged.verdict.far && fits >= 3 && misses === 1 && (fits >= 8 || isSlip(ratios, judged));
}

function words({ lanes: { axis, grid } }: JudgedRatios, { position }: JudgedRatio): RatioWords {
  const own =
    axis === 'column' ? grid.rows[position]?.label : grid.table.columns[position]?.labelPath.join(', ');
  const label = (own ?? '').replace(/\s+/g, ' ').trim().slice(0, 100) || 'a part';
  return { label, dividend: label };
}

const limits = [
  'The whole is the line at 100%, a line named total or revenue, or, for the same period, revenue or income before taxes elsewhere.',
  'A percentage one unit off is left alone: parts are often made to add up to 100.',
  'Three other percentages of the column, or of one laid out alike beside it, must fit before one is called wrong.',
  'Only the percentage is ticked: many amounts give one percentage.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'A common-size income statement',
    text: [
      'Results of Harbor Lane Foods, Inc. (in millions of dollars)',
      '',
      '\t2024\t% of net sales',
      'Year ended December 31,\t\t',
      'Net sales\t$4,267\t100.0%',
      'Cost of sales\t2,731\t64.0%',
      'Selling expenses\t918\t21.5%',
      'Operating income\t618\t14.5%',
    ].join('\n'),
    ticked: ['64.0%', '21.5%', '14.5%'],
  },
  {
    name: 'A digit changed in one percentage',
    text: [
      'Net sales of Harbor Lane Foods, Inc. by region (in millions of dollars)',
      '',
      '\t2024\t% of total',
      'Year ended December 31,\t\t',
      'North\t$1,904\t44.6%',
      'South\t1,188\t21.8%',
      'East\t702\t16.5%',
      'West\t473\t11.1%',
      'Total\t$4,267\t100.0%',
    ].join('\n'),
    ticked: ['44.6%', '16.5%', '11.1%'],
    findings: [
      {
        message:
          'Unexpected 21.8% for South, expected 27.8%: 1,188 of Total $4,267 is not 21.8%. Check the amount and the percentage.',
        at: '21.8%',
        suspects: ['21.8%', '1,188'],
        cause: 'one digit differs',
      },
    ],
  },
  {
    name: 'Two columns laid out alike show one formula',
    text: [
      'Net sales of Harbor Lane Foods, Inc. by region (in millions of dollars)',
      '',
      '\t2024\t% of net sales\t2023\t% of net sales',
      'North\t$1,904\t50.2%\t$1,846\t51.3%',
      'South\t1,188\t33.1%\t1,110\t30.8%',
      'East\t702\t18.5%\t644\t17.9%',
      'Total\t$3,794\t100.0%\t$3,600\t100.0%',
    ].join('\n'),
    ticked: ['50.2%', '51.3%', '30.8%', '18.5%', '17.9%'],
    findings: [
      {
        message:
          'Unexpected 33.1% for South, expected 31.3%: 1,188 of Total $3,794 is not 33.1%. Check the amount and the percentage.',
        at: '33.1%',
        suspects: ['33.1%', '1,188'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Percentages made to add up to 100',
    text: [
      'Net sales of Harbor Lane Foods, Inc. by region (in millions of dollars)',
      '',
      '\t2024\t% of total',
      'Year ended December 31,\t\t',
      'North\t$1,904\t45%',
      'South\t1,188\t28%',
      'East\t702\t16%',
      'West\t473\t12%',
      'Total\t$4,267\t101%',
    ].join('\n'),
    ticked: ['45%', '28%', '16%'],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
