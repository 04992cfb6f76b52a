const COMMON = new Set(
  'about after also although among amount because been before being between both business certain company could does during each either ever every from have having including into less likely made make many more most much must only other others over result results same several shall should since some such than that their them then there these they this those through time under upon used were what when where whether which while will with within without would year years your operations financial condition adversely materially material adverse effect affect'.split(
    ' ',
  ),
);

/** Stems of words met before: a report says the same few thousand words over and over. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** The telling words of a text, shortened to stems so that "invest", "invested" and "investments" meet. */
export function wordStems(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of text.toLowerCase().match(/[a-zà-ÿ]{4,}/g) ?? []) {
    if (!COMMON.has(word)) stems.add(stemOf(word));
  }
  return stems;
}

function stemOf(word: string): string {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const stem = cutEnding(word);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(word, stem);
  return stem;
}

/** Takes common English endings off: a rough stem, good enough to compare paragraphs of one document. */
function cutEnding(word: string): string {
  const stem = word.replace(
    /(?:ational|ations?|itions?|ments?|ingly|ings?|edly|ed|ers?|ors?|ies|ively|ives?|ly|es|s|y|e|al|ally)$/,
    '',
  );
  return stem.length >= 3 ? stem : word;
}
