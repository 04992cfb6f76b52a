/*
 * A column or row of changes is not the difference of the two amounts beside it. Either the change or one of the amounts
 * is misprinted, or one of them was updated and the others were not.
 *
 * Authority: Form 20-F Item 5 and Regulation S-K Item 303 (discussion of material changes); recalculation (PCAOB AS 1105.19).
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { changesOf } from './recalculation/change-outcome.js';

const meta: CheckMeta = {
  id: 'change',
  title: 'Columns and rows of changes are the difference of the amounts beside them',
  severity: 'error',
  basis: 'Form 20-F Item 5; Regulation S-K Item 303; PCAOB AS 1105.19 on recalculation',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  differs:
    'Unexpected {printed} for {label}, expected {expected}: {later} less {earlier} is not {change}. Check the three figures.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  return changesOf(filing, 'difference');
}

const limits = [
  'Only columns and rows whose heading says change (increase, decrease, variance, "vs.") are read; one that excludes currencies or acquisitions is left alone.',
  'A difference that is one unit off counts as rounding, unless the differences of the document come out exactly.',
  'Where less than three cells show what a heading means, and the document uses it nowhere else, nothing is called wrong.',
  'The change of an amount that turned from profit to loss is not held to a sign.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'A column of changes',
    text: [
      'Revenue of Kitano Denki Co., Ltd. by segment (in millions of yen)',
      '',
      '\t2024\t2023\tChange',
      'Year ended March 31,\t\t\t',
      'Appliances\t¥41,207\t¥38,114\t¥3,093',
      'Lighting\t12,655\t13,871\t(1,216)',
      'Other\t3,318\t2,960\t358',
    ].join('\n'),
    ticked: ['¥41,207', '¥38,114', '¥3,093', '12,655', '13,871', '(1,216)', '3,318', '2,960', '358'],
  },
  {
    name: 'A change with two digits swapped',
    text: [
      'Revenue of Kitano Denki Co., Ltd. by segment (in millions of yen)',
      '',
      '\t2024\t2023\tChange',
      'Year ended March 31,\t\t\t',
      'Appliances\t¥41,207\t¥38,114\t¥3,093',
      'Lighting\t12,655\t13,871\t(1,261)',
      'Motors\t8,404\t7,915\t489',
      'Other\t3,318\t2,960\t358',
    ].join('\n'),
    ticked: ['¥41,207', '¥38,114', '¥3,093', '8,404', '7,915', '489', '3,318', '2,960', '358'],
    findings: [
      {
        message:
          'Unexpected (1,261) for Lighting, expected (1,216): 12,655 less 13,871 is not (1,261). Check the three figures.',
        at: '(1,261)',
        suspects: ['(1,261)', '12,655', '13,871'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'A change at constant exchange rates is not that of the amounts printed',
    text: [
      'Revenue of Kitano Denki Co., Ltd. by segment (in millions of yen)',
      '',
      '\t2024\t2023\tChange at constant currency',
      'Year ended March 31,\t\t\t',
      'Appliances\t¥41,207\t¥38,114\t¥2,104',
      'Lighting\t12,655\t13,871\t(1,480)',
      'Other\t3,318\t2,960\t358',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
