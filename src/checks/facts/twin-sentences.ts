import type { Filing } from '../../filing/filing.js';
import { groupedBy } from '../engine/grouped.js';
import { sentenceOf } from '../engine/surroundings.js';
import { type AmountFact, sentenceOfFact } from './amount-facts.js';
import { significantDigits } from './equal-values.js';

/** Two sentences of the same words; what they do not print alike. */
export interface TwinSentences {
  readonly agreeing: number;
  readonly differing: readonly { readonly left: AmountFact; readonly right: AmountFact }[];
}

/** Shorter sentences are the same by chance. */
const SHORTEST = 40;
/** A form of words that is said more often is said of several things. */
const MOST_TWINS = 4;

/**
 * Sentences that a report says twice, in the discussion and in the notes, word for word but for the digits. `agree` says
 * whether two places can state one value.
 */
export function twinSentences(
  filing: Filing,
  facts: readonly AmountFact[],
  agree: (a: AmountFact, b: AmountFact) => boolean,
): TwinSentences[] {
  const said = facts.filter(({ series }) => series.table === null);
  const sentences = [...groupedBy(said, sentenceOfFact).values()];
  const opened = groupedBy(sentences, ([first]) =>
    first === undefined ? -1 : first.series.label.line * 256 + first.series.unitNumber,
  );
  const alike = [...opened.values()].flatMap((own) =>
    own.length < 2 ? [] : [...groupedBy(own, labelsOf).values()],
  );
  return alike.flatMap((group) => {
    if (group.length < 2) return [];
    const worded = groupedBy(group, (own) => (own[0] === undefined ? '' : wording(filing, own[0])));
    return [...worded].flatMap(([words, twins]) =>
      words.length < SHORTEST || twins.length < 2 || twins.length > MOST_TWINS ? [] : pairsOf(twins, agree),
    );
  });
}

function pairsOf(
  twins: readonly (readonly AmountFact[])[],
  agree: (a: AmountFact, b: AmountFact) => boolean,
): TwinSentences[] {
  return twins.slice(1).map((right, index) => {
    const left = twins[index] ?? [];
    const differing: { left: AmountFact; right: AmountFact }[] = [];
    for (const [at, a] of left.entries()) {
      const b = right[at];
      if (b !== undefined && a.figure.unit === b.figure.unit && !agree(a, b))
        differing.push({ left: a, right: b });
    }
    const agreeing = left.length - differing.length;
    const isTelling = agreeing >= 2 || differing.every((pair) => significantDigits(pair.left.quantity) >= 3);
    return { agreeing, differing: isTelling ? differing : [] };
  });
}

function labelsOf(sentence: readonly AmountFact[]): string {
  return sentence.map(({ series }) => `${series.label.line}|${series.unitNumber}`).join(' ');
}

/** The sentence with a nought for each number, so that years and amounts do not tell. */
function wording(filing: Filing, { figure }: AmountFact): string {
  return sentenceOf(filing, figure).replace(/\d[\d,.]*/g, '0');
}
