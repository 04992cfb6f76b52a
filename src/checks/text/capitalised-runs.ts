import type { Block, Filing } from '../../filing/filing.js';
import { oncePerFiling } from '../engine/once.js';

/** A word of a name where it stands: offsets into the text of its block or cell. */
export interface NameWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Capitalised words that follow each other, with the small words between them: "Bank of Osaka and Kobe". */
export interface CapitalisedRun {
  readonly block: number;
  readonly words: readonly NameWord[];
}

/** The capitalised runs of the running text, two words and more, in order. */
export const runningNames = oncePerFiling(({ blocks }: Filing): readonly CapitalisedRun[] => {
  const runs: CapitalisedRun[] = [];
  for (const [index, { kind, text }] of blocks.entries()) {
    if (kind !== 'paragraph' && kind !== 'list-item') continue;
    const before = runs.length;
    readRuns(text, index, runs);
    // Looked at last, since most blocks hold no name.
    if (runs.length > before && isInCapitals(text)) runs.length = before;
  }
  return runs;
});

/** Whether a word stands in the running text at most so often, by itself or in a run; looks no further than it must. */
export function isRareInText(word: string, { blocks }: Filing, most: number): boolean {
  let times = 0;
  for (const block of blocks) {
    const { text } = block;
    let at = text.indexOf(word);
    if (at < 0 || !isRunning(block)) continue;
    for (; at >= 0; at = text.indexOf(word, at + word.length))
      if (!isWordCode(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(at + word.length))) times += 1;
    if (times > most) return false;
  }
  return true;
}

/** The runs of one text that is no block. */
export function runsIn(text: string): readonly CapitalisedRun[] {
  const runs: CapitalisedRun[] = [];
  readRuns(text, -1, runs);
  return runs;
}

function isRunning({ kind, text }: Block): boolean {
  return (kind === 'paragraph' || kind === 'list-item') && !isInCapitals(text);
}

/**
 * Capitalised words with nothing but white space and small words between them. The engine of regular expressions passes
 * over small letters several times faster than a loop does; a match begins at a word only, so that the pass is linear.
 */
const RUN = run();

function run(): RegExp {
  const letter = 'a-zA-Z0-9\\u00c0-\\u1fff';
  const word = `[A-Z\\u00c0-\\u00de](?:[${letter}]|[-&](?=[${letter}]))*`;
  const space = '[\\0-\\x20]{1,4}';
  return new RegExp(
    `(?<![${letter}]|[${letter}][-&])${word}(?:${space}(?:(?:and|of|for|de|&)${space}){0,2}${word}){1,11}`,
    'g',
  );
}

function readRuns(text: string, block: number, runs: CapitalisedRun[]): void {
  for (const match of text.matchAll(RUN)) runs.push({ block, words: wordsOf(match[0], match.index) });
}

function wordsOf(run: string, offset: number): NameWord[] {
  const words: NameWord[] = [];
  let start = 0;
  for (let at = 0; at <= run.length; at += 1) {
    if (at < run.length && run.charCodeAt(at) > 0x20) continue;
    if (at > start) words.push({ text: run.slice(start, at), start: offset + start, end: offset + at });
    start = at + 1;
  }
  return words;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0xc0 && code < 0x2000)
  );
}

/** A heading or a legal notice in capitals names everybody in another way. */
function isInCapitals(text: string): boolean {
  let [capitals, small] = [0, 0];
  const length = Math.min(text.length, 200);
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x41 && code <= 0x5a) capitals += 1;
    else if (code >= 0x61 && code <= 0x7a) small += 1;
  }
  return capitals > small;
}
