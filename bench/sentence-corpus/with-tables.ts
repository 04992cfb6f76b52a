import type { CorpusSentence } from './corpus-sentence.js';

const TABLE = [
  'Annual report of Harbor Lane Foods, Inc. for the fiscal year ended December 31, 2024',
  '',
  'Consolidated Statements of Income (in millions of dollars)',
  '',
  '\t2024\t2023\t2022\t2021\t2020',
  'Year ended December 31,\t\t\t\t\t',
  'Net sales\t$4,980\t$4,570\t$4,312\t$4,105\t$3,990',
  'Cost of sales\t3,120\t2,894\t2,760\t2,611\t2,548',
  'Gross profit\t1,860\t1,676\t1,552\t1,494\t1,442',
  'Selling, general and administrative expenses\t912\t874\t861\t850\t838',
  'Operating income\t948\t802\t691\t644\t604',
  'Net income\t702\t588\t511\t480\t455',
  '',
].join('\n');

/** Sentences that leave out a level, which a table states. */
export const WITH_TABLES: readonly CorpusSentence[] = [
  'Net sales increased [$410 million], or [9.0%], in 2024.',
  'Net sales increased [$410 million], or {9.6%}, in 2024.',
  'Net sales increased {$401 million}, or [9.0%], in 2024.',
  'In 2024, cost of sales increased [7.8%].',
  'In 2024, selling, general and administrative expenses increased [$38 million].',
  'Operating income increased [$146 million] to $948 million in 2024.',
  'Operating income increased {$164 million} to $948 million in 2024.',
  'Operating income was $948 million, an increase of 18.2% over 2023.',
  'Operating income was $948 million, an increase of {12.8%} over 2023.',
  'Net income increased [$114 million] compared to 2023.',
  'Gross profit increased [$184 million], or [11.0%], in 2024 compared to 2023.',
  'Gross profit increased [$184 million], or {10.1%}, in 2024 compared to 2023.',
  'Gross profit increased [8.0%] in 2023.',
  'Free cash flow was $535 million in 2024, or [10.7%] of net sales.',
  'In 2024, advertising costs of $249 million represented [5.0%] of net sales.',
  'Comparable net sales increased 4.1% in 2024.',
  'Net sales of the Drinks segment increased 31% in 2024.',
  'Operating income was $948 million, the highest in five years.',
  'Net sales increased for the fourth consecutive year, to $4,980 million.',
].map((text) => ({ text, context: TABLE }));
