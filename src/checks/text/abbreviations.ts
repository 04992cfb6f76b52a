/** The words of a meaning that an abbreviation is made of: “average selling price” for ASP; null where its letters are others. */
export function expansion(abbreviation: string, meaning: string): string | null {
  const letters = abbreviation.replace(/[^\p{Lu}]/gu, '');
  if (letters.length < 2 || letters.length !== abbreviation.replace(/s$/, '').length) return null;
  const words = meaning
    .replace(/[’']s\b/g, '')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
  const taken: string[] = [];
  let at = words.length - 1;
  for (let letter = letters.length - 1; letter >= 0; letter -= 1) {
    while (at >= 0 && SMALL.has(words[at] ?? '') && initial(words[at]) !== letters[letter]) at -= 1;
    if (initial(words[at]) !== letters[letter]) return null;
    taken.unshift(words[at] ?? '');
    at -= 1;
  }
  return taken.join(' ');
}

const SMALL = new Set(['and', 'of', 'for', 'the', 'in', 'on', 'to', 'or', 'a', 'an', 'per']);

function initial(word: string | undefined): string {
  return (word ?? '').charAt(0).toUpperCase();
}

/** Whether two expansions are of different things: fewer than half of their words begin alike. */
export function areOtherWords(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase().split(' '), b.toLowerCase().split(' ')];
  const alike = first.filter((word, index) => sameStem(word, second[index] ?? '')).length;
  return alike * 2 < Math.max(first.length, second.length);
}

function sameStem(a: string, b: string): boolean {
  const length = Math.max(3, Math.min(a.length, b.length) - 3);
  return a.slice(0, length) === b.slice(0, length);
}
