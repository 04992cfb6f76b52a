import type { CorpusSentence } from './corpus-sentence.js';

/** Sums and their parts. */
export const SUMS: readonly CorpusSentence[] = [
  'In 2024, [$705 million] was allocated to the segments, of which [$339 million], [$289 million] and [$77 million] was allocated to Foods, Drinks and Retail.',
  'In 2024, $705 million was allocated to the segments, of which $339 million, {$298 million} and $77 million was allocated to Foods, Drinks and Retail.',
  'Restructuring resulted in expenses of [$225 million] and included [$21 million] of severance, [$41 million] of asset costs, [$156 million] of other costs, and [$7 million] of exit costs.',
  'We recorded a gain of [$114 million], comprised of [$25 million] for the May notes and [$89 million] for the June notes.',
  'We recorded a gain of {$141 million}, comprised of $25 million for the May notes and $89 million for the June notes.',
  'The purchase price of [¥12,480 million] consisted of [¥9,300 million] in cash and [¥3,180 million] in shares.',
  'The purchase price of ¥12,480 million consisted of ¥9,300 million in cash and {¥3,810 million} in shares.',
  'New debt of [$5.0 billion] was borrowed, consisting of [$3.5 billion] of notes, a [$0.8 billion] term loan, and [$0.7 billion] of commercial paper.',
  'The facility of [$8.0 billion] is split between a [$3.2 billion] five-year facility and a [$4.8 billion] 364-day facility.',
  'Of the [$34 million] of credit lines, [$4 million] was outstanding and the remainder of [$30 million] was available.',
  'The Company had used [$5.7 billion] of the [$11.0 billion] authorized, leaving [$5.3 billion] available for repurchases.',
  'The loss of [$503 million] ([$288 million] in our pension plans and [$215 million] in our health plans) was due to lower rates.',
  'We paid [$1.2 million] in fees and [$2.6 million] in taxes, for a total of [$3.8 million].',
  'Total rent was [$48.3 million], which included [$41.9 million] of minimum rent and [$6.4 million] of percentage rent.',
  'Tax credits totaling [$21 million] are available, of which [$13 million] will expire by 2034 and [$8 million] may be carried forward indefinitely.',
  'The provision of [$1,753 million] was made up of several items, including [$1,240 million] for the first program, [$325 million] for the second, and [$188 million] for the third.',
  'Impairment charges of [$343 million] were recorded, of which [$228 million], [$93 million], and [$22 million] related to goodwill, trademarks and other assets, respectively.',
  'We granted [412,500] shares, consisting of [300,000] shares to directors and [112,500] shares to employees.',
  'We granted 412,500 shares, consisting of 300,000 shares to directors and {121,500} shares to employees.',
  'The estimated cost of [$64 million] consists of [$40 million] for land and [$24 million] for buildings.',
].map((text) => ({ text }));

/** Percentages of a whole, averages, multiples, prices. */
export const SHARES: readonly CorpusSentence[] = [
  'We allocated $339.4 million, or [48.1%] of the $705.2 million, to the Foods segment.',
  'We allocated $339 million, or {84.1%} of the $705 million, to the Foods segment.',
  'We collected $339.4 million of the $705.2 million, or [48.1%].',
  'We collected $339 million of the $705 million, or {41.8%}.',
  'Of the $1,281 million in inventories, $412 million ([32.2%]) was held abroad.',
  'Of the $1,281 million in inventories, $412 million ({23.2%}) was held abroad.',
  'As of March 31, 2024, [64%] of deferred revenue is due within one year, [25%] within two years, [9%] within three years and [2%] thereafter.',
  'Our global workforce is [76%] male and [24%] female.',
  'The target allocation was [45%] equity and [55%] fixed income.',
  'Sales through direct and indirect channels accounted for [38%] and [62%], respectively, of net sales.',
  'We own [51%] of the venture, and Minato Foods Co., Ltd. owns the remaining [49%].',
  'In fiscal 2024, we purchased a total of 41.4 million shares for [$4.3 billion] (an average price of $102.72 per share).',
  'In fiscal 2024, we purchased a total of 41.4 million shares for {$4.8 billion} (an average price of $102.72 per share).',
  'We repurchased 84.9 million shares at an average price of $106.65 per share for a total of [$9.1 billion].',
  'We repurchased 1,190,000 shares at an average price of [$45.26] per share for a total of $53,859,400.',
  'The Company issued 8,500,000 common shares at a price of [$2.35] per share for gross proceeds of $19,975,000.',
  'Orders of $640 million were [3.2 times] the $200 million of 2023.',
  'Orders of $640 million were {2.3 times} the $200 million of 2023.',
  'The three offers were ¥120 million, ¥132 million and ¥144 million, an average of [¥132 million].',
  'The three offers were ¥120 million, ¥132 million and ¥144 million, an average of {¥123 million}.',
].map((text) => ({ text }));
