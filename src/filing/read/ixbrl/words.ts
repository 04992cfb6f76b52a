const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES = new Map<string, number>([
  ...SMALL.map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
const LARGE = new Map<string, bigint>([
  ['thousand', 1_000n],
  ['million', 1_000_000n],
  ['billion', 1_000_000_000n],
  ['trillion', 1_000_000_000_000n],
]);
/** How the SEC's transformation spells nothing. */
const NOTHING = new Set(['no', 'none', 'nil', 'not', 'zero']);
const LONGEST = 200;

/** The SEC's `numwordsen`: "twenty-five" is "25", "two hundred and six million" "206000000", "no" and "none" "0". */
export function wordsToNumber(text: string): string | null {
  if (text.length > LONGEST) return null;
  const words = text
    .toLowerCase()
    .split(/[\s\u00a0\u2010-\u2015-]+/)
    .filter((word) => word !== '' && word !== 'and');
  const [only] = words;
  if (words.length === 1 && only !== undefined && NOTHING.has(only)) return '0';
  if (words.length === 0) return null;
  let total = 0n;
  let group = 0;
  for (const word of words) {
    const value = VALUES.get(word);
    const large = LARGE.get(word);
    if (value !== undefined) group += value;
    else if (word === 'hundred') group = Math.max(1, group) * 100;
    else if (large !== undefined) {
      total += BigInt(Math.max(1, group)) * large;
      group = 0;
    } else return null;
    if (group > 999) return null;
  }
  return String(total + BigInt(group));
}
