const LONGEST_TITLE = 90;
const SMALL_WORDS = new Set(
  'a an and as at but by for from in into of on or our nor the their to with'.split(' '),
);

/** Short, without a stop, and capitalised as titles are: every long word, or the first of a few. */
export function isTitle(text: string, longest = LONGEST_TITLE): boolean {
  if (text.length > longest || /[.,;:?!]$/.test(text) || !/^[\p{Lu}["“(]/u.test(text)) return false;
  if (/^(?:page|table of contents)\b/i.test(text) || /[=|<>{}]/.test(text)) return false;
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return false;
  const long = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  const capitalised = long.filter((word) => /^[("“'‘[]?\p{Lu}/u.test(word));
  return (
    capitalised.length === long.length || (words.length <= 4 && /^\p{Lu}/u.test(text) && !/\d/.test(text))
  );
}
