import { CHANGES, POINTS_AND_DIRECTIONS } from './changes.js';
import type { CorpusSentence } from './corpus-sentence.js';
import { DISTRACTORS } from './distractors.js';
import { SECOND_FORTY } from './second-forty.js';
import { SHARES, SUMS } from './shares-and-sums.js';
import { WITH_TABLES } from './with-tables.js';

export type { CorpusSentence } from './corpus-sentence.js';

/** All sentences by what they are of. */
export const SENTENCE_CORPUS: Readonly<Record<string, readonly CorpusSentence[]>> = {
  changes: CHANGES,
  'points and directions': POINTS_AND_DIRECTIONS,
  sums: SUMS,
  'shares, prices, averages': SHARES,
  'with a table': WITH_TABLES,
  distractors: DISTRACTORS,
  'the second forty': SECOND_FORTY,
};
