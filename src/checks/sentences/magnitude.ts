import { Fraction } from '../../value/index.js';
import type { FindingDraft } from '../check.js';
import { holds, type Part, partsBeside, type Relation, valuesOf } from './relation.js';

const WORDS: readonly (readonly [word: string, power: bigint])[] = [
  ['thousand', 1_000n],
  ['million', 1_000_000n],
  ['billion', 1_000_000_000n],
];

/** The finding of a statement that agrees once the amounts without a word of magnitude take that of the others. */
export function magnitudeFinding<Id extends string>(
  relation: Relation,
  message: Id,
): FindingDraft<Id> | null {
  const found = missingMagnitude(relation);
  const [at] = found?.bare ?? [];
  if (found === null || at === undefined) return null;
  const expected = `${at.figure.text} ${found.word}`;
  return {
    message,
    values: { printed: at.figure.text, expected, work: relation.work },
    severity: 'warning',
    at: at.figure.id,
    suspects: found.bare.map(({ figure }) => figure.id),
    repairs: Object.fromEntries(found.bare.map(({ figure }) => [figure.id, `${figure.text} ${found.word}`])),
    printed: at.figure.text,
    expected,
    cause: `the word “${found.word}” is missing`,
    related: partsBeside(at, relation),
    evidence: [relation.work],
  };
}

function missingMagnitude(
  relation: Relation,
): { readonly bare: readonly Part[]; readonly word: string } | null {
  const { parts } = relation;
  const money = parts.filter(({ figure }) => /^[A-Z]{3}$/.test(figure.unit));
  const word = WORDS.find(([name]) => money.some(({ figure }) => figure.text.endsWith(name)));
  const bare = money.filter(({ figure }) => !/[a-z]$/i.test(figure.text));
  if (word === undefined || bare.length === 0 || bare.length === money.length) return null;
  const power = Fraction.of(word[1]);
  const digits = String(word[1]).length - 1;
  const values = valuesOf(relation).map((value, index) => {
    return bare.includes(parts[index] as Part) ? value.times(power) : value;
  });
  const scaled = parts.map((part) =>
    bare.includes(part)
      ? { ...part, figure: { ...part.figure, decimals: part.figure.decimals - digits } }
      : part,
  );
  return holds({ ...relation, parts: scaled, values }) === true ? { bare, word: word[0] } : null;
}
