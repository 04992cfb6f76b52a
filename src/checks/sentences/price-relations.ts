import { hedgeOf } from './lead.js';
import { over, type Range, times } from './range.js';
import type { Relation } from './relation.js';
import type { TextFigure, TextSentence } from './text-sentence.js';

/**
 * "Repurchased 12.3 million shares for $1.5 billion at an average price of $122.10": number times price is the amount.
 * Each price goes with the number of shares and the amount that stand nearest to it on one side.
 */
export function priceRelations(sentence: TextSentence): Relation[] {
  const { figures } = sentence;
  if (!figures.some(isPrice)) return [];
  const relations: Relation[] = [];
  for (let index = 0; index + 2 < figures.length; index += 1) {
    const relation = tripleAt(sentence, index);
    if (relation === null) continue;
    relations.push(relation);
    index += 2;
  }
  return relations;
}

/** Three figures in a row: a number of shares, a price and an amount, in any order. */
function tripleAt(sentence: TextSentence, at: number): Relation | null {
  const three = sentence.figures.slice(at, at + 3);
  const shares = three.find(({ unit }) => unit === 'share' || unit === 'ADS');
  const price = three.find(isPrice);
  const amount = three.find(
    (figure) => figure !== price && /^[A-Z]{3}$/.test(figure.unit) && figure.unit !== 'ADS',
  );
  if (shares === undefined || price === undefined || amount === undefined) return null;
  if (!price.unit.startsWith(amount.unit) || three.some(({ range }) => range !== null)) return null;
  const words = [at, at + 1, at + 2, at + 3].flatMap((gap) => sentence.gaps[gap] ?? []);
  if (words.some((token) => OTHERS.has(token))) return null;
  const parts = [amount, shares, price].map((figure) => ({
    figure,
    hedge: hedgeOf(sentence.gaps[sentence.figures.indexOf(figure)] ?? []),
  }));
  const solve = (index: number, [a, b, c]: readonly Range[]): Range | null => {
    if (a === undefined || b === undefined || c === undefined) return null;
    return index === 0 ? times(b, c) : over(a, index === 1 ? c : b);
  };
  const isAverage = words.includes('average') && words.includes('price');
  const isBought = sentence.gaps.some((gap) => gap.some((token) => BOUGHT.has(token)));
  const isOther = sentence.gaps.some((gap) => gap.some((token) => UNSURE.has(token)));
  const work = `${shares.text} shares at ${price.text} are ${amount.text}`;
  return {
    kind: 'price',
    parts,
    solve,
    confirms: [0, 2, 1],
    binding: isAverage && isBought && !isOther ? 'likely' : 'open',
    work,
  };
}

function isPrice({ unit }: TextFigure): boolean {
  return unit.endsWith('/share') || unit.endsWith('/ADS');
}

/** Another thing is priced, or the price is of one part. */
const OTHERS = new Set('par stated ranging high low'.split(' '));

const BOUGHT = new Set('repurchase repurchased repurchases purchased bought reacquired'.split(' '));
/** The amount may be of more, or of less, than number times price. */
const UNSURE = new Set(
  'net initial accelerated asr delivered exercise intrinsic dividend dividends grant granted vested options remaining'.split(
    ' ',
  ),
);
