import { check } from '../../src/checks/index.js';
import { type Figure, readFiling } from '../../src/filing/index.js';
import type { CorpusSentence } from './corpus-sentence.js';

/** What the check said of a sentence against what it should say. */
export interface SentenceScore {
  /** Ticks and errors that it should give, and gave. */
  readonly right: number;
  /** Ticks and errors that it gave and should not. */
  readonly wrong: readonly string[];
  /** Ticks and errors that it should give and did not. */
  readonly missed: readonly string[];
}

interface Marked {
  readonly text: string;
  readonly ticked: readonly (readonly [start: number, end: number])[];
  readonly held: readonly (readonly [start: number, end: number])[];
}

/** Runs the check `sentence` on one sentence of the corpus. */
export function scoreOf(entry: CorpusSentence): SentenceScore {
  const marked = unmarked(entry.text);
  const before = entry.context === undefined ? '' : `${entry.context}\n`;
  const filing = readFiling(before + marked.text);
  const { figures, findings } = check(filing, { rates: null }, { only: ['sentence'] });
  const isIn = ({ start, end }: Figure, [from, until]: readonly [number, number]) =>
    start < before.length + until && end > before.length + from;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const held = errors.map(({ suspects }) => figures.filter(({ figure }) => suspects.includes(figure.id)));
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { figure, ticks } of figures) {
    if (figure.start < before.length || ticks.length === 0) continue;
    if (marked.ticked.some((range) => isIn(figure, range))) right += 1;
    else wrong.push(`ticked ${figure.text}`);
  }
  for (const range of marked.ticked) {
    const isTicked = figures.some(({ figure, ticks }) => ticks.length > 0 && isIn(figure, range));
    if (!isTicked) missed.push(`not ticked: ${marked.text.slice(...range)}`);
  }
  for (const suspects of held) {
    if (marked.held.some((range) => suspects.some(({ figure }) => isIn(figure, range)))) right += 1;
    else wrong.push(`error at ${suspects.map(({ figure }) => figure.text).join(', ')}`);
  }
  for (const range of marked.held) {
    const isHeld = held.some((suspects) => suspects.some(({ figure }) => isIn(figure, range)));
    if (!isHeld) missed.push(`no error at ${marked.text.slice(...range)}`);
  }
  return { right, wrong, missed };
}

/** The sentence without its marks, and the ranges that they stood around. */
function unmarked(text: string): Marked {
  const ticked: [number, number][] = [];
  const held: [number, number][] = [];
  let plain = '';
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open = plain.length;
    else if (character === ']') ticked.push([open, plain.length]);
    else if (character === '}') held.push([open, plain.length]);
    else plain += character;
  }
  return { text: plain, ticked, held };
}
