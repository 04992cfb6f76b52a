/*
 * An amount in local currency and its translation into dollars stand side by side, and the dollars are not what the
 * report's own rate makes of it. Readers outside the issuer's country read the dollars first.
 *
 * Authority: Regulation S-X Rule 3-20(b) (one rate, that of the latest balance sheet); Form 20-F, Item 3.
 */
import type { Filing } from '../filing/filing.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { notRun, outcomeOf } from './engine/verdict.js';
import { disclosureDrafts } from './translation/disclosure.js';
import { type DollarColumn, dollarColumns } from './translation/dollar-columns.js';
import type { MessageId } from './translation/findings.js';
import { judgeColumns } from './translation/judge-columns.js';
import { judgeSentences } from './translation/judge-sentences.js';
import { TranslationRates } from './translation/official-rates.js';
import { translationStatements } from './translation/statements.js';

const meta: CheckMeta = {
  id: 'convenience-translation',
  title: 'Amounts shown in dollars are the local amounts at the stated rate',
  severity: 'error',
  basis: 'Regulation S-X Rule 3-20(b); XBRL Calculations 1.1 (agreement by intervals)',
  since: '0.1.0',
  needs: [],
};

const messages: Readonly<Record<MessageId, string>> = {
  amount: 'Unexpected {printed} for {other}, expected {expected}: {work}. Check both amounts and the rate.',
  original:
    'Unexpected {printed} translated as {other}, expected {expected}: {work} would be {meant}. Check both amounts and the rate.',
  otherRate:
    'Unexpected rate behind {count} amounts, {implied}, expected the stated {printed}. Check whether the rate or the amounts were carried over from another report.',
  unstated:
    'Unexpected {printed}, expected {expected}: {count} other lines are translated at {rate}. Check both amounts.',
  date: 'Unexpected translation rate {printed} of {day}, expected that of {expected}, the last on or before the balance-sheet date {periodEnd} (Regulation S-X Rule 3-20(b)). Check the rate, or say that the latest practicable date is used.',
  undated:
    'Unexpected translation rate {printed} without a day, expected the day of the latest balance sheet (Regulation S-X Rule 3-20(b)). Say of which day the rate is.',
  wording:
    'The translation at {printed} is not accompanied by what is usual: {piece}. Check the paragraph on translations.',
  priorYear:
    'Unexpected dollar amounts for {year}, expected those of the latest year only (Regulation S-X Rule 3-20(b)). Check whether this table belongs to the financial statements.',
  moved:
    'The exchange rate moved by {change} from {day}, the day of the translation rate {printed}, to {later}. Regulation S-X Rule 3-20(b) asks for the later rate where it is materially different.',
};

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const statements = translationStatements(filing);
  const rates = new TranslationRates(filing, context, statements);
  const columns = dollarColumns(filing, statements.byBlock);
  const verdicts = [
    ...judgeSentences({ filing, statements, rates }),
    ...judgeColumns(columns, statements, rates),
  ];
  if (verdicts.length === 0 && statements.mentions.length === 0)
    return notRun('no amount is shown in dollars beside a local amount');
  const judged = outcomeOf(verdicts.map(([id, verdict]) => [{ id }, verdict]));
  const findings = [
    ...judged.findings,
    ...disclosureDrafts(filing, statements, rates),
    ...priorYearDrafts(columns),
  ];
  const none = judged.ticks.length === 0 && findings.length === 0 && statements.mentions.length === 0;
  return { ...judged, findings, notRun: none ? (judged.undecided[0]?.reason ?? null) : null };
}

/** In sentences older amounts in dollars are usual; in a table they may be those of the statements. */
function priorYearDrafts(columns: readonly DollarColumn[]): FindingDraft<MessageId>[] {
  return columns.flatMap(({ year, latestYear, lines }) => {
    const [first] = lines;
    if (first === undefined || year === latestYear) return [];
    return [
      {
        message: 'priorYear' as const,
        values: { year: String(year) },
        severity: 'info' as const,
        at: first.dollars.id,
        suspects: [],
        printed: first.dollars.text,
        expected: `dollar amounts for ${latestYear} only`,
      },
    ];
  });
}

const limits = [
  'A dollar amount is paired with a local one only where a bracket, "or" or "equivalent to" joins them; "for", "and" and longer words between them do not.',
  'A pair that differs is held wrong only where its sentence is about an amount of the statements (sales, income, cash, …) or gives the rate, or where no day of many years had the rate that it implies. A slip of a few percent in any other sentence is left undecided: the dollars may be the original, as of shares bought back, proceeds, prices and estimates.',
  'It is also left undecided where its sentence speaks of a contract or a loan, names a day or an earlier year whose rates it fits, or prints the dollars first.',
  'Where the report states no rate, or several that the pair does not fit, nothing is said of it.',
  'The scale of a column of dollars (thousands beside millions) is taken from its headings or, where its lines fit only so, from its lines: a whole column that is a thousand times too large is not noticed.',
  'In a report that drops digits, amounts are accepted in either way of shortening.',
  'An amount that is right at the stated rate is ticked although the rate itself may be wrong: that is the work of exchange-rate-quote.',
];

/** The usual words, which the examples below share. */
const USUAL =
  'Kitano Denki Co., Ltd. has translated yen amounts into U.S. dollars solely for the convenience of readers at ¥117.48 = U.S.$1.00, the noon buying rate on March 31, 2006. The translation does not mean that yen could be converted at that rate.';

const examples: readonly CheckExample[] = [
  {
    name: 'Amounts, a range, a list and amounts per share',
    text: `${USUAL} Net sales were ¥29.7 billion ($252.8 million). We expect to spend ¥1.0 billion to ¥1.5 billion ($8.5 million to $12.8 million). Taxes were ¥10 million and ¥20 million ($85 thousand and $170 thousand, respectively). The dividend was ¥5.00 ($0.04) per share.`,
    ticked: ['$252.8 million', '$8.5 million', '$12.8 million', '$85 thousand', '$170 thousand', '$0.04'],
  },
  {
    name: 'A rate of its own in the sentence',
    text: 'The company paid legal fees of Cdn$39,900 (or US$31,202 based on an average exchange rate for 2015 of Cdn$1.00 = US$0.7820).',
    ticked: ['US$31,202'],
  },
  {
    name: 'Two digits swapped',
    text: `${USUAL} Net sales were ¥29.7 billion ($258.2 million), and cost of sales was ¥12.5 billion ($106.4 million).`,
    ticked: ['$106.4 million'],
    findings: [
      {
        message:
          'Unexpected $258.2 million for ¥29.7 billion, expected $252.8 million: ¥29.7 billion at ¥117.48 per U.S. dollar. Check both amounts and the rate.',
        at: '$258.2 million',
        suspects: ['$258.2 million'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Thousand for million',
    text: `${USUAL} Net sales were ¥29.7 billion, equivalent to $252.8 thousand.`,
    findings: [
      {
        message:
          'Unexpected $252.8 thousand for ¥29.7 billion, expected $252.8 million: ¥29.7 billion at ¥117.48 per U.S. dollar. Check both amounts and the rate.',
        at: '$252.8 thousand',
        suspects: ['$252.8 thousand', '¥29.7 billion'],
        cause: '1,000 times too small',
      },
    ],
  },
  {
    name: 'Amounts carried over at the rate of the year before',
    text: `${USUAL} Net sales were ¥29.7 billion ($277.0 million), cost of sales was ¥12.5 billion ($116.6 million) and capital expenditures were ¥3,250 million ($30.3 million).`,
    findings: [
      {
        message:
          'Unexpected rate behind 3 amounts, 107.0675 to 107.4201 JPY/USD, expected the stated ¥117.48. Check whether the rate or the amounts were carried over from another report.',
        at: '$277.0 million',
        suspects: ['$277.0 million', '$116.6 million', '$30.3 million'],
        cause: 'translated at 107.22, the noon buying rate of March 31, 2005, a year before',
      },
    ],
  },
  {
    name: 'A loan in dollars, and an earlier amount at the rate of its day',
    text: `${USUAL} Net sales were ¥29.7 billion ($252.8 million). We borrowed US$50 million (¥5,500 million). On May 10, 2005 we paid ¥1,000 million ($9.5 million) for the plant.`,
    ticked: ['$252.8 million'],
  },
  {
    name: 'A table with one line that does not follow',
    text: [
      USUAL,
      '',
      'Consolidated Statements of Income',
      '',
      '\tMillions of yen\t\tThousands of U.S. dollars',
      '\t2005\t2006\t2006',
      'Revenues\t41,703\t49,813\t424,013',
      'Cost of revenues\t36,370\t43,119\t367,033',
      'Gross profit\t5,333\t6,694\t56,908',
      'Operating income\t1,248\t2,411\t20,523',
      'Net income\t2,905\t4,754\t40,466',
    ].join('\n'),
    ticked: ['424,013', '367,033', '20,523', '40,466'],
    findings: [
      {
        message:
          'Unexpected 56,908 for 6,694, expected 56,980: 6,694 at ¥117.48 per U.S. dollar. Check both amounts and the rate.',
        at: '56,908',
        suspects: ['56,908'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'The rate of an earlier balance sheet',
    text: [
      'Annual report on Form 20-F for the fiscal year ended December 31, 2017',
      '',
      'Minato Foods Co., Ltd. translates renminbi amounts into U.S. dollars for the convenience of readers at RMB6.9430 to US$1.00, the noon buying rate on December 30, 2016. No representation is made that they could be converted at that rate.',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected translation rate RMB6.9430 of December 30, 2016, expected that of Friday, December 29, 2017, the last on or before the balance-sheet date December 31, 2017 (Regulation S-X Rule 3-20(b)). Check the rate, or say that the latest practicable date is used.',
        at: 'RMB6.9430',
      },
    ],
  },
  {
    name: 'A year that ends on a Sunday',
    text: [
      'Annual report on Form 20-F for the fiscal year ended December 31, 2017',
      '',
      'Minato Foods Co., Ltd. translates renminbi amounts into U.S. dollars for the convenience of readers at RMB6.5063 to US$1.00, the noon buying rate on December 29, 2017. No representation is made that they could be converted at that rate. Revenues were RMB850.2 million (US$130.7 million).',
    ].join('\n'),
    ticked: ['US$130.7 million'],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
