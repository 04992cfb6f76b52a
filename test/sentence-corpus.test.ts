import { describe, expect, it } from 'vitest';
import { SENTENCE_CORPUS } from '../bench/sentence-corpus/index.js';
import { scoreOf } from '../bench/sentence-corpus/score.js';

const scores = Object.entries(SENTENCE_CORPUS).flatMap(([kind, sentences]) =>
  sentences.map((sentence) => ({ kind, sentence, score: scoreOf(sentence) })),
);

describe('the check of sentences, on sentences of our own', () => {
  it('has 150 of them or more, a fifth of which assert nothing', () => {
    expect(scores.length).toBeGreaterThanOrEqual(150);
    const silent = scores.filter(({ sentence }) => !/[[{]/.test(sentence.text));
    expect(silent.length).toBeGreaterThanOrEqual(scores.length / 5);
  });

  it('gives no more than one wrong tick or error in fifty', () => {
    const wrong = scores.flatMap(({ score, sentence }) =>
      score.wrong.map((line) => `${line} | ${sentence.text}`),
    );
    const right = scores.reduce((sum, { score }) => sum + score.right, 0);
    expect(right / (right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('misses no more than one in ten', () => {
    const missed = scores.flatMap(({ score, sentence }) =>
      score.missed.map((line) => `${line} | ${sentence.text}`),
    );
    const right = scores.reduce((sum, { score }) => sum + score.right, 0);
    expect(right / (right + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('says nothing of a sentence that asserts nothing', () => {
    const said = scores.filter(({ kind, score }) => kind === 'distractors' && score.wrong.length > 0);
    expect(said.map(({ sentence }) => sentence.text)).toEqual([]);
  });
});
