/*
 * Earnings per share are not the earnings divided by the weighted average of the shares printed beside them. It is the
 * figure that most readers look at first, and it stands in the statements, the notes and the summary alike.
 *
 * Authority: IAS 33.9 and .31; FASB ASC 260-10-45 (basic and diluted earnings per share).
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { notRun } from './engine/verdict.js';
import { earningsPerShare, isHeldTo } from './recalculation/per-share-rows.js';
import type { JudgedRatio, JudgedRatios } from './recalculation/ratio-lanes.js';
import { isSlip, ratiosOf } from './recalculation/ratio-outcome.js';

const meta: CheckMeta = {
  id: 'per-share',
  title: 'Earnings per share are the earnings divided by the shares',
  severity: 'error',
  basis: 'IAS 33; FASB ASC 260-10-45',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  differs:
    'Unexpected {printed} in {label}, expected {expected}: {dividend} divided by {divisor} shares is not {quotient}. Check the earnings, the shares and the amount per share.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const rows = earningsPerShare(filing);
  if (rows.length === 0) return notRun('no table states earnings, shares and earnings per share');
  return { ...ratiosOf(rows, { isWrong }), undecided: [], notRun: null };
}

function isWrong(ratios: JudgedRatios, judged: JudgedRatio): boolean {
  return isHeldTo(ratios, judged) && isSlip(ratios, judged);
}

const limits = [
  'Earnings, shares and earnings per share must stand in one table.',
  'Only the amount per share is ticked: many earnings give one amount per share.',
  'Where interest on convertible securities may be added back, diluted earnings per share that come out otherwise are left alone.',
  'A miss of one cent beyond what rounding explains is left alone: earnings may have been allocated to other securities.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Basic and diluted earnings per share',
    text: [
      'Income statement of Harbor Lane Foods, Inc. (in thousands, except per share amounts)',
      '',
      '\t2024\t2023\t2022',
      'Year ended December 31,\t\t\t',
      'Net income\t$152,310\t$139,428\t$118,206',
      'Weighted average shares outstanding, basic\t60,114\t61,302\t62,045',
      'Weighted average shares outstanding, diluted\t60,877\t62,011\t62,730',
      'Basic earnings per share\t$2.53\t$2.27\t$1.91',
      'Diluted earnings per share\t$2.50\t$2.25\t$1.88',
    ].join('\n'),
    ticked: ['$2.53', '$2.27', '$1.91', '$2.50', '$2.25', '$1.88'],
  },
  {
    name: 'Two digits swapped in basic earnings per share',
    text: [
      'Income statement of Harbor Lane Foods, Inc. (in thousands, except per share amounts)',
      '',
      '\t2024\t2023\t2022',
      'Year ended December 31,\t\t\t',
      'Net income\t$152,310\t$139,428\t$118,206',
      'Weighted average shares outstanding, basic\t60,114\t61,302\t62,045',
      'Basic earnings per share\t$2.35\t$2.27\t$1.91',
    ].join('\n'),
    ticked: ['$2.27', '$1.91'],
    findings: [
      {
        message:
          'Unexpected $2.35 in Basic earnings per share, expected $2.53: $152,310 divided by 60,114 shares is not $2.35. Check the earnings, the shares and the amount per share.',
        at: '$2.35',
        suspects: ['$2.35', '$152,310', '60,114'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Dividends per share are no quotient of the table',
    text: [
      'Selected data of Harbor Lane Foods, Inc. (in thousands, except per share amounts)',
      '',
      '\t2024\t2023\t2022',
      'Year ended December 31,\t\t\t',
      'Net income\t$152,310\t$139,428\t$118,206',
      'Weighted average shares outstanding, basic\t60,114\t61,302\t62,045',
      'Dividends per share\t$0.84\t$0.80\t$0.76',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
