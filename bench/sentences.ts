/**
 * Measures the check `sentence` on sentences of our own writing (`sentence-corpus/`): `npm run bench:sentences`.
 * Precision: of the ticks and errors given, those that should be. Recall: of those that should be, those given.
 */
import { SENTENCE_CORPUS } from './sentence-corpus/index.js';
import { scoreOf } from './sentence-corpus/score.js';
import { printTable } from './tables.js';

const rows: string[][] = [];
const all = { sentences: 0, right: 0, wrong: 0, missed: 0 };
for (const [kind, sentences] of Object.entries(SENTENCE_CORPUS)) {
  const own = { right: 0, wrong: 0, missed: 0 };
  for (const sentence of sentences) {
    const { right, wrong, missed } = scoreOf(sentence);
    own.right += right;
    own.wrong += wrong.length;
    own.missed += missed.length;
    for (const line of [...wrong, ...missed]) console.log(`${line} | ${sentence.text}`);
  }
  all.sentences += sentences.length;
  all.right += own.right;
  all.wrong += own.wrong;
  all.missed += own.missed;
  rows.push([kind, ...lineOf(sentences.length, own)]);
}
rows.push(['all', ...lineOf(all.sentences, all)]);
printTable(['sentences of', 'sentences', 'right', 'wrong', 'missed', 'precision', 'recall'], rows);

function lineOf(
  count: number,
  { right, wrong, missed }: { right: number; wrong: number; missed: number },
): string[] {
  return [
    String(count),
    String(right),
    String(wrong),
    String(missed),
    percent(right, right + wrong),
    percent(right, right + missed),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;
}
