import type { Figure, Filing } from '../../filing/filing.js';
import type { CurrencyCode } from '../../value/index.js';
import { groupedBy } from '../engine/grouped.js';
import { blockOf, inTable, offsetInBlock, sentenceOf, wordsAround } from '../engine/surroundings.js';
import { fewRates, type StatedRate, statedRate } from './stated-rate.js';

/** What a report says of the rates at which it shows local amounts in dollars. */
export interface TranslationStatements {
  /** By currency, the rates that it says its amounts are translated at; each rate once, at its first mention. */
  readonly rates: ReadonlyMap<CurrencyCode, readonly StatedRate[]>;
  /** Every mention of those rates as the rate of translation. */
  readonly mentions: readonly StatedRate[];
  /** All rates in running text, by the index of their block. */
  readonly byBlock: ReadonlyMap<number, readonly StatedRate[]>;
  /** Those of them at which their sentence says that amounts are translated; none where a block states very many. */
  readonly translating: ReadonlyMap<number, readonly StatedRate[]>;
}

/** Reads which of the rates in a report's sentences are those of its convenience translations. */
export function translationStatements(filing: Filing): TranslationStatements {
  const quoted = filing.figures
    .filter((figure) => !inTable(figure))
    .flatMap((figure) => statedRate(figure) ?? []);
  const byBlock = groupedBy(quoted, blockNumber);
  const stating = quoted.filter((rate) => statesTranslation(filing, rate));
  const own = groupedBy(stating, blockNumber);
  const general = new Set([...own.keys()].filter((block) => isGeneral(filing.blocks[block]?.text ?? '')));
  const mentions = stating.filter((rate) => general.has(blockNumber(rate)));
  const byCurrency = groupedBy(mentions, ({ currency }) => currency);
  return {
    rates: new Map([...byCurrency].map(([currency, rates]) => [currency, fewRates(rates)])),
    mentions,
    byBlock,
    translating: new Map([...own].map(([block, rates]) => [block, fewRates(rates)])),
  };
}

function blockNumber({ figure }: StatedRate): number {
  return 'block' in figure.where ? figure.where.block : -1;
}

/** Whether a paragraph speaks of the report's translations into dollars, and not of those of one table. */
function isGeneral(text: string): boolean {
  return INTO_DOLLARS.test(text) && !OF_ONE_TABLE.test(text);
}

/** Whether the sentence of a rate says that amounts are translated at it. */
function statesTranslation(filing: Filing, { figure }: StatedRate): boolean {
  const sentence = sentenceOf(filing, figure);
  const verb = TRANSLATES.test(sentence);
  if (!verb && !(RATE_USED.test(sentence) && TRANSLATES.test(textBefore(filing, figure)))) return false;
  const { before } = wordsAround(filing, figure);
  return !OTHER_RATE.test(sentence) && !OTHER_RATE_BEFORE.test(before.slice(-NEAR));
}

/** What its paragraph says shortly before a figure. */
function textBefore(filing: Filing, figure: Figure): string {
  const block = blockOf(filing, figure);
  if (block === null) return '';
  const at = offsetInBlock(figure);
  return block.text.slice(Math.max(0, at - FAR), at);
}

const FAR = 800;
const NEAR = 200;

const TRANSLATES = /\b(?:translat\w+|conver(?:t|ts|ted|ting|sions?)|convenience)\b/i;

/** A sentence of its own after the one that says so: "The rate used was ¥117.48 per U.S. $1.00." */
const RATE_USED = /\brates?\s+(?:that\s+(?:was|were)\s+|so\s+)?(?:used|applied)\b|\b(?:such|this)\s+rate\b/i;

const INTO_DOLLARS =
  /\bconvenience\b|\btranslations\s+(?:of|from)\b|\bamounts\b[^.;]{0,80}?\btranslated\b|\b(?:translat|conver)\w+[^.;]{0,120}?\b(?:in)?to\s+(?:U\.?\s?S\.?\s+|United\s+States\s+)?dollars?\b|\brate\s+used\s+for\s+(?:the|these|such)\s+translations?\b/i;

/** "The figures in this column were converted": that is no rate of the whole report. */
const OF_ONE_TABLE = /\b(?:this|the)\s+(?:column|table)\b/i;

/** What translates statements of foreign subsidiaries, prices of options or what is only supposed. */
const OTHER_RATE =
  /(?<!\bmarket\s+)\baverages?\b|\bsubsidiar\w+\b|\bfunctional\s+currenc\w+\b|\bconver(?:sion|t\w*)\s+(?:price|ratio|option|notes?|bonds?|debt)\b|\bwould\s+(?:have\s+)?(?:increase|decrease|change|affect|result|be)\b|\bhedg\w+\b|\bforward\b|\bhypothe\w+\b|\bassum\w+\b/i;

/** The rate of a later or an earlier day that the sentence sets beside the one used: "compared with ¥107.22". */
const OTHER_RATE_BEFORE =
  /\b(?:compared|versus|as\s+against|(?:rose|fell|declined|changed)\s+(?:from|to))\b/i;
