import { LINE, SPACE } from './running-text.js';

const CELLS = ['td', 'th'];
const BLOCKS =
  'p address blockquote br caption center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol pre section table tr ul'.split(
    ' ',
  );

/** By the codes of a tag's first two characters, what the tag parts; it tells these from the tags inside a line. */
const SEPARATORS = new Uint8Array(128 * 128);
for (const name of BLOCKS) for (const key of keysOf(name)) SEPARATORS[key] = LINE;
for (const name of CELLS) for (const key of keysOf(name)) SEPARATORS[key] = SPACE;

/** What the tag whose name begins at `at` puts between the text before it and behind it: nothing, a space, a line end. */
export function separatorOf(source: string, at: number): number {
  const first = source.charCodeAt(at) | 32;
  const second = source.charCodeAt(at + 1) | 32;
  return first < 128 && second < 128 ? (SEPARATORS[128 * first + second] as number) : 0;
}

/** Of "p", which has one letter, by what may follow it: ">", "/" and white space, in the form that `| 32` gives. */
function keysOf(name: string): number[] {
  const first = name.charCodeAt(0);
  if (name.length === 1)
    return ['>', '/', ' ', '\t', '\n', '\r'].map((sign) => 128 * first + (sign.charCodeAt(0) | 32));
  return [128 * first + (name.charCodeAt(1) | 32)];
}
