/** One letter more, less or other, or two swapped; but no plural, possessive or other ending. */
export function isSpellingSlip(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1 || word === meant) return false;
  if (word.toLowerCase() === meant.toLowerCase() || /\d/.test(word) || /\d/.test(meant)) return false;
  let from = 0;
  const shorter = Math.min(word.length, meant.length);
  while (from < shorter && word[from] === meant[from]) from += 1;
  let back = 0;
  while (back < shorter - from && word[word.length - 1 - back] === meant[meant.length - 1 - back]) back += 1;
  // A slip at the very end is mostly grammar: Note and Notes, Resource and Resourced.
  if (back === 0) return false;
  const [own, other] = [word.slice(from, word.length - back), meant.slice(from, meant.length - back)];
  if (own.length <= 1 && other.length <= 1) return true;
  return own.length === 2 && other.length === 2 && own[0] === other[1] && own[1] === other[0];
}
