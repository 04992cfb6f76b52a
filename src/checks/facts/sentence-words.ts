import type { Figure, Filing } from '../../filing/filing.js';
import { oncePerFiling } from '../engine/once.js';
import { sentenceKey, sentenceOf } from '../engine/surroundings.js';
import { LabelReader } from './label-words.js';

/** Of a sentence; what is beyond is not looked at. */
const MOST_WORDS = 200;

/** One reader for a filing: a report uses the same words over and over. */
export const labelReader = oncePerFiling((_: Filing) => new LabelReader());

const readSentences = oncePerFiling((_: Filing) => new Map<number, ReadonlySet<string>>());

/** The words of the sentence of a figure, as those of labels; empty in a table. Each sentence is read once for all that ask. */
export function sentenceWords(filing: Filing, figure: Figure): ReadonlySet<string> {
  const { where } = figure;
  if (!('block' in where)) return NO_WORDS;
  const key = sentenceKey(where);
  const sentences = readSentences(filing);
  const known = sentences.get(key);
  if (known !== undefined) return known;
  const words = labelReader(filing).wordsIn(sentenceOf(filing, figure), MOST_WORDS);
  sentences.set(key, words);
  return words;
}

const NO_WORDS: ReadonlySet<string> = new Set();
