import { isDigitAt } from '../arithmetic/digits.js';

/** What the words of a row's or a column's label say about its part in a sum. */
export interface LineWords {
  /** It says "total" itself, or repeats no other word but one of that kind. */
  readonly isTotal: boolean;
  /** It names a result: a total, "Net …", "Gross profit", "Balance at end of year", or nothing at all. */
  readonly isResult: boolean;
  /** It names what is left of something: "Net …", "Gross profit", "Income before taxes". */
  readonly isDifference: boolean;
  /** What it names is taken off where it is printed without brackets: "Less: …", "Cost of …", "Exercised". */
  readonly isDeducted: boolean;
  readonly isOpening: boolean;
  readonly isClosing: boolean;
  /** It names a difference of other columns or a share of them: "Change", "% of total". */
  readonly isComparison: boolean;
}

const TOTAL_WORDS = new Set(['total', 'totals', 'subtotal', 'consolidated', 'aggregate', 'combined']);

const DIFFERENCE_WORDS = new Set([
  ...[
    'net',
    'gross',
    'profit',
    'loss',
    'income',
    'earnings',
    'margin',
    'ebitda',
    'ebit',
    'result',
    'results',
  ],
]);

const RESULT_WORDS = new Set([
  ...[
    'balance',
    'comprehensive',
    'status',
    'value',
    'amount',
    'outstanding',
    'diluted',
    'rate',
    'cash',
    'equity',
  ],
  ...['assets', 'liabilities', 'provision', 'adjusted', 'reported', 'expense', 'expenses', 'cost', 'costs'],
]);

const DEDUCTION_WORDS = new Set([
  ...[
    'less',
    'cost',
    'costs',
    'expense',
    'expenses',
    'deduct',
    'deductions',
    'reductions',
    'payments',
    'paid',
  ],
  ...['allowance', 'accumulated', 'exercised', 'vested', 'forfeited', 'expired', 'cancelled', 'canceled'],
  ...[
    'settlements',
    'settled',
    'disposals',
    'eliminations',
    'elimination',
    'write-offs',
    'interest',
    'taxes',
  ],
  ...[
    'released',
    'lapsed',
    'lapse',
    'imputed',
    'provision',
    'noncontrolling',
    'utilized',
    'dividends',
    'tax',
  ],
  ...['redeemed', 'repurchased', 'terminated', 'depreciation', 'amortization', 'loss', 'losses', 'charges'],
]);

const OPENING_WORDS = new Set(['beginning', 'opening', 'start', 'commencement']);
const CLOSING_WORDS = new Set(['end', 'ending', 'closing']);
/** What stands at a day: "Balance at March 31, 2024", "Nonvested as of …", "Outstanding, December 31". */
const STOCK_WORDS = new Set(['balance', 'balances', 'outstanding', 'nonvested', 'unvested', 'exercisable']);
const COMPARISON_WORDS = new Set([
  'change',
  'changes',
  'variance',
  '%',
  'percent',
  'percentage',
  'growth',
  'vs',
  'versus',
  'increase',
  'decrease',
]);

/** What a word is, a bit for each of the sets above. */
const TOTAL = 1;
const DIFFERENCE = 2;
const RESULT = 4;
const DEDUCTION = 8;
const OPENING = 16;
const CLOSING = 32;
const STOCK = 64;
const COMPARISON = 128;

const KINDS_OF_WORDS = kindsOfWords();

function kindsOfWords(): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  const note = (words: ReadonlySet<string>, kind: number) => {
    for (const word of words) kinds.set(word, (kinds.get(word) ?? 0) | kind);
  };
  note(TOTAL_WORDS, TOTAL);
  note(DIFFERENCE_WORDS, DIFFERENCE);
  note(RESULT_WORDS, RESULT);
  note(DEDUCTION_WORDS, DEDUCTION);
  note(OPENING_WORDS, OPENING);
  note(CLOSING_WORDS, CLOSING);
  note(STOCK_WORDS, STOCK);
  note(COMPARISON_WORDS, COMPARISON);
  return kinds;
}

/** Reads labels; one that recurs is read once. Make one for each filing. */
export function lineWordsReader(): (label: string) => LineWords {
  const known = new Map<string, LineWords>();
  return (label) => {
    let words = known.get(label);
    if (words === undefined) {
      words = readWords(label);
      known.set(label, words);
    }
    return words;
  };
}

function readWords(label: string): LineWords {
  const words = wordsOf(label);
  let kinds = 0;
  for (const word of words) kinds |= KINDS_OF_WORDS.get(word) ?? 0;
  const has = (kind: number) => (kinds & kind) !== 0;
  const isOpening = has(OPENING);
  const isDated = has(STOCK) && hasYear(label);
  const isClosing = !isOpening && (has(CLOSING) || isDated);
  return {
    isTotal: has(TOTAL),
    isResult: isClosing || words.length === 0 || has(TOTAL | DIFFERENCE | RESULT),
    isDifference: has(DIFFERENCE),
    isDeducted: has(DEDUCTION),
    isOpening: isOpening || isDated,
    isClosing,
    isComparison: has(COMPARISON),
  };
}

/** The words in small letters; "%" counts as one. At most the first 24, since labels are short. */
function wordsOf(label: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of `${label.slice(0, 240).toLowerCase()} `) {
    if ((character >= 'a' && character <= 'z') || character === '-' || character > '\u00bf')
      word += character;
    else {
      if (word !== '') found.push(word);
      if (character === '%') found.push('%');
      word = '';
    }
    if (found.length >= 24) break;
  }
  return found;
}

function hasYear(label: string): boolean {
  for (let at = 0; at + 4 <= label.length; at++) {
    const two = label.slice(at, at + 2);
    if ((two === '19' || two === '20') && isDigitAt(label, at + 2) && isDigitAt(label, at + 3)) return true;
  }
  return false;
}
