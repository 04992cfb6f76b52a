/*
 * A balance does not roll forward: opening balance and movements do not make the closing balance, or a year opens with
 * another balance than the year before closed with. One of the figures is wrong, or a movement is missing.
 *
 * Authority: audit practice (roll-forward; PCAOB AS 1105.18 on recalculation); Regulation S-X Rules 3-04 and 12-09.
 */
import type { Filing } from '../filing/filing.js';
import { reprint } from './arithmetic/reprint.js';
import { typingSlip } from './arithmetic/typing-slip.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { sumOutcome } from './sums/outcome.js';
import { filingSums } from './sums/relations.js';
import { type CarriedBalance, carriedBalances, isCarriedWrong } from './sums/year-to-year.js';

const meta: CheckMeta = {
  id: 'roll-forward',
  title: 'Opening balance and movements make the closing balance',
  severity: 'error',
  basis: 'recalculation, PCAOB AS 1105.18; Regulation S-X Rules 3-04 and 12-09',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  movements:
    'Unexpected {printed}, expected {expected}: opening balance and movements do not make {total}. Check each of them against the books.',
  carried:
    'Unexpected {printed}, expected {expected}: the year does not open with the balance that the year before closed with. Check both, and any restatement.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const own = filingSums(filing).relations.filter(({ isRollForward }) => isRollForward);
  const sums = sumOutcome(filing, new Set(own), 'RC', 'movements' as MessageId);
  const carried = carriedBalances(filing);
  return {
    ticks: [...sums.ticks, ...carried.flatMap(ticksOf)],
    findings: [
      ...sums.findings,
      ...carried.filter((each) => each.others > 0 && isCarriedWrong(each)).map(finding),
    ],
    undecided: [],
    notRun: own.length === 0 ? 'no table rolls a balance forward' : null,
  };
}

/** An opening balance is confirmed by the closing balance of the year before, where that is recomputed itself. */
function ticksOf({ closing, opening, label, agrees, closingFoots }: CarriedBalance): CheckOutcome['ticks'] {
  if (!agrees || !closingFoots) return [];
  const tick = {
    letter: 'RC' as const,
    support: 'recomputed' as const,
    grade: 'exact' as const,
    formula: `“${label}” of the year before, ${closing.figure.text}, which its own movements make`,
    inputs: [{ figure: closing.figure.id }],
    recomputed: closing.figure.value,
  };
  return [{ figure: opening.figure.id, tick }];
}

function finding({ closing, opening, label, others }: CarriedBalance): FindingDraft<MessageId> {
  const printed = opening.figure.text;
  const expected = reprint(opening.figure, closing.coefficient);
  return {
    message: 'carried',
    values: { printed, expected },
    at: opening.figure.id,
    suspects: [opening.figure.id, closing.figure.id],
    repairs: {
      [opening.figure.id]: expected,
      [closing.figure.id]: reprint(closing.figure, opening.coefficient),
    },
    printed,
    expected,
    cause: typingSlip(opening.coefficient, closing.coefficient),
    related: [
      { figure: closing.figure.id, start: closing.figure.start, end: closing.figure.end, note: label },
    ],
    evidence: [
      `closing balance of the year before: ${closing.figure.text}; opening balance of the next: ${printed}`,
      `${others} other ${others === 1 ? 'balance is' : 'balances are'} carried forward unchanged in this table`,
    ],
  };
}

const limits = [
  'A roll-forward is known by its labels (“Balance at beginning of year”, “Outstanding at March 31, 2024”) and by at least one column in which it holds.',
  'Opening balances that are restated differ from the year before: such a difference is reported only where a slip of the hand explains it.',
  'Years in separate tables are not compared here.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'An allowance over two years',
    text: [
      'Allowance for doubtful accounts of Harbor Lane Foods, Inc. (in thousands of dollars)',
      '',
      '\t2024\t2023',
      'Balance at beginning of year\t$4,127\t$3,998',
      'Charged to expense\t1,845\t1,902',
      'Write-offs\t(1,733)\t(1,773)',
      'Balance at end of year\t$4,239\t$4,127',
    ].join('\n'),
    ticked: ['$4,127', '$3,998', '1,845', '1,902', '(1,733)', '(1,773)', '$4,239', '$4,127'],
  },
  {
    name: 'A movement with a digit dropped',
    text: [
      'Goodwill of Kitano Denki Co., Ltd. (in millions of yen)',
      '',
      '\t2022\t2023\t2024',
      'Balance at beginning of year\t¥31,207\t¥33,118\t¥34,956',
      'Acquisitions\t2,316\t2,287\t194',
      'Translation\t(405)\t(449)\t112',
      'Balance at end of year\t¥33,118\t¥34,956\t¥36,972',
    ].join('\n'),
    ticked: ['¥31,207', '¥33,118', '¥34,956', '2,316', '2,287', '(405)', '(449)', '¥33,118', '¥34,956'],
    findings: [
      {
        message:
          'Unexpected 194, expected 1,904: opening balance and movements do not make “Balance at end of year”. Check each of them against the books.',
        at: '194',
        suspects: ['194'],
        cause: 'a digit dropped',
      },
    ],
  },
  {
    name: 'A year opens with another balance than the year before closed with',
    text: [
      'Product warranties of Minato Foods Co., Ltd. (in millions of yen)',
      '',
      '\t2022\t2023\t2024',
      'Year ended March 31,\t\t\t',
      'Balance at beginning of year\t¥3,120\t¥3,318\t¥3,469',
      'Provisions\t1,216\t1,287\t1,904',
      'Payments\t(1,018)\t(1,109)\t(1,250)',
      'Balance at end of year\t¥3,318\t¥3,496\t¥4,150',
    ].join('\n'),
    ticked: ['¥3,120', '¥3,318', '1,216', '1,287', '(1,018)', '(1,109)', '¥3,318', '¥3,496'],
    findings: [
      {
        message:
          'Unexpected ¥3,469, expected ¥3,496: opening balance and movements do not make “Balance at end of year”. Check each of them against the books.',
        at: '¥3,469',
        suspects: ['¥3,469'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
