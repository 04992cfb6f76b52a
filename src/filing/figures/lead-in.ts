import { isSymbolAt, type Run, wordAt } from './tokens.js';

/** Words that may stand between "loss of" and the amount. */
const APPROXIMATIONS = new Set(
  'approximately about around roughly nearly almost over only more less than at least some up'.split(' '),
);

/** Losses that name an expense or a provision: reports print them without a sign in their tables. */
const EXPENSE_LOSSES = new Set([
  'impairment',
  'credit',
  'valuation',
  'loan',
  'allowance',
  'actuarial',
  'or',
  'and',
]);

/** Whether the amount at a token is called a loss: "a net loss of approximately ¥5 billion", "loss per share of ¥5". */
export function isLossBefore(run: Run, at: number): boolean {
  const of = beforeApproximation(run, at);
  if (wordAt(run, of) !== 'of') return false;
  let index = of - 1;
  if (/^(?:share|ads)$/.test(wordAt(run, index))) {
    while (index > of - 5 && wordAt(run, index) !== 'per') index -= 1;
    index -= 1;
  }
  if (!/^loss(?:es)?$/.test(wordAt(run, index))) return false;
  return !EXPENSE_LOSSES.has(wordAt(run, index - 1));
}

/** What an amount is per where its own words say so before it: "net income per share was $2.13"; else false. */
export function isPerShareBefore(run: Run, at: number): 'share' | 'ADS' | false {
  const index = beforeApproximation(run, at);
  if (!/^(?:of|was|were|is|are|to|at)$/.test(wordAt(run, index))) return false;
  const noun = wordAt(run, index - 1);
  if (!/^(?:share|ads)$/.test(noun)) return false;
  for (let back = index - 2; back > index - 6; back -= 1) {
    if (wordAt(run, back) === 'per')
      return noun === 'ads' || wordAt(run, index - 2) === 'depositary' ? 'ADS' : 'share';
  }
  return false;
}

/** Verbs and prepositions after which a number in brackets is a negative number, not a second way to say the first. */
const BEFORE_NEGATIVE =
  /^(?:of|was|were|is|are|to|from|by|and|at|totaled|totalled|reached|be|been|or|than|with|versus|approximately)$/;

/** Whether a bracketed number at a token may stand for a negative one. */
export function mayBeNegative(run: Run, at: number): boolean {
  return at === 0 || isSymbolAt(run, at - 1, ':;|') || BEFORE_NEGATIVE.test(wordAt(run, at - 1));
}

/** The index of the word before "approximately", "up to", "more than" and the like; bounded. */
function beforeApproximation(run: Run, at: number): number {
  let index = at - 1;
  for (let steps = 0; steps < 4; steps += 1) {
    const isUpTo = wordAt(run, index) === 'to' && wordAt(run, index - 1) === 'up';
    if (!isUpTo && !APPROXIMATIONS.has(wordAt(run, index))) break;
    index -= 1;
  }
  return index;
}
