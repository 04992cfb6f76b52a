/*
 * A percentage change is not that of the two amounts beside it. Readers quote these percentages without the amounts, so
 * that a stale or mistyped one travels furthest.
 *
 * Authority: Form 20-F Item 5 and Regulation S-K Item 303 (discussion of material changes); recalculation (PCAOB AS 1105.19).
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';
import { changesOf } from './recalculation/change-outcome.js';

const meta: CheckMeta = {
  id: 'percent-change',
  title: 'Percentage changes are those of the amounts beside them',
  severity: 'error',
  basis: 'Form 20-F Item 5; Regulation S-K Item 303; PCAOB AS 1105.19 on recalculation',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  differs:
    'Unexpected {printed} for {label}, expected {expected}: {later} against {earlier} is no change of {change}. Check the three figures.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  return changesOf(filing, 'percent');
}

const limits = [
  'Only the percentage is ticked: many amounts give one percentage.',
  'An amount of few digits gives a range of percentages, of which any passes.',
  'Only columns and rows whose heading says change are read; one that excludes currencies or acquisitions is left alone.',
  'The percentage of an amount that turned from profit to loss is not judged, and one of two losses may have either sign.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'A column of percentage changes',
    text: [
      'Revenue of Harbor Lane Foods, Inc. by segment (in millions of dollars)',
      '',
      '\t2024\t2023\t% Change',
      'Year ended December 31,\t\t\t',
      'Bakery\t$2,415\t$2,207\t9%',
      'Frozen\t1,088\t1,146\t(5)%',
      'Snacks\t764\t691\t11%',
    ].join('\n'),
    ticked: ['9%', '(5)%', '11%'],
  },
  {
    name: 'The percentage of last year left over',
    text: [
      'Revenue of Harbor Lane Foods, Inc. by segment (in millions of dollars)',
      '',
      '\t2024\t2023\t% Change',
      'Year ended December 31,\t\t\t',
      'Bakery\t$2,415\t$2,207\t9%',
      'Frozen\t1,088\t1,146\t3%',
      'Snacks\t764\t691\t11%',
      'Beverages\t512\t418\t22%',
    ].join('\n'),
    ticked: ['9%', '11%', '22%'],
    findings: [
      {
        message:
          'Unexpected 3% for Frozen, expected (5)%: 1,088 against 1,146 is no change of 3%. Check the three figures.',
        at: '3%',
        suspects: ['3%', '1,088', '1,146'],
      },
    ],
  },
  {
    name: 'Small amounts give a range of percentages',
    text: [
      'Revenue of Harbor Lane Foods, Inc. by segment (in millions of dollars)',
      '',
      '\t2024\t2023\t% Change',
      'Year ended December 31,\t\t\t',
      'Bakery\t$2,415\t$2,207\t9%',
      'Frozen\t1,088\t1,146\t(5)%',
      'Snacks\t764\t691\t11%',
      'Other\t3\t2\t38%',
    ].join('\n'),
    ticked: ['9%', '(5)%', '11%'],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
