import { mayBeAt, type Translation } from './fit.js';
import type { TranslationRates } from './official-rates.js';
import type { StatedRate } from './stated-rate.js';

/** What shows that two amounts were meant to be one. */
export interface Proof {
  readonly text: string;
  /** Whether no original in dollars could explain them either, whatever their sentence tells. */
  readonly isBeyondDoubt: boolean;
}

/**
 * What shows that a pair which differs from the stated rate was meant to be at it, in words for the evidence; null
 * where the dollars may be an amount of their own, paid, raised, owed or estimated at the rate of another day.
 *
 * Many reports set the local amount first even where the dollars are the original, so that order tells nothing. An
 * amount of the statements exists in the local currency alone; and two amounts of one value are in a relation that
 * some day had.
 */
export function proofOfTranslation(
  pair: Translation,
  rate: StatedRate,
  { text, rates }: { readonly text: string; readonly rates: TranslationRates },
): Proof | null {
  const range = rates.rangeBefore(rate);
  if (range !== null && !mayBeAt(pair, range.rates) && !isPerShare(pair, text))
    return {
      isBeyondDoubt: true,
      text: `no day of many years had that rate; ${range.name}`,
    };
  const measure = pair.translated === 'dollars' && !OWN_DOLLARS.test(text) ? measureBeside(pair, text) : null;
  if (measure === null) return null;
  return {
    isBeyondDoubt: false,
    text: `its sentence is about ${measure.toLowerCase()}, an amount of the statements`,
  };
}

/** What a sentence calls an amount: the last such words before it, else the first after it. */
function measureBeside({ local }: Translation, text: string): string | null {
  const at = text.indexOf(local.text);
  const measures = [...text.matchAll(MEASURES)];
  const beside = measures.findLast(({ index }) => index < at) ?? measures[0];
  return beside?.[0] ?? null;
}

/** Several shares may stand behind one ADS, so that amounts per each are in a relation of their own. */
function isPerShare({ local, dollars }: Translation, text: string): boolean {
  const isSmall = ![local, dollars].some((figure) => MAGNITUDE.test(figure.text));
  return [local, dollars].some(({ unit }) => unit.includes('/')) || (isSmall && OF_SHARES.test(text));
}

const MAGNITUDE = /thousand|million|billion|trillion/i;
const OF_SHARES = /\b(?:ADSs?|ADRs?|GDSs?|GDRs?|depositary)\b/;

/** Amounts that only the statements have, in the currency that those are in. */
const MEASURES =
  /\b(?:(?:net\s+|total\s+|operating\s+)?(?:sales|revenues?|income|profits?|loss(?:es)?|expenses?)|cost\s+of\s+(?:sales|revenues?|goods|services)|gross\s+(?:profit|margin)|EBITDA|cash\s+and\s+cash\s+equivalents|net\s+cash|cash\s+flows?|capital\s+expenditures?|working\s+capital|total\s+assets|net\s+assets|total\s+liabilities|(?:shareholders|stockholders)[’']?\s+equity|receivables?|accounts\s+payable|inventor(?:y|ies)|depreciation|amortization|impairment|allowances?|provisions?|tax\s+(?:expense|benefit|assets|liabilities))\b/gi;

/** What is often paid, raised, owed or estimated in dollars, whatever else the sentence tells. */
const OWN_DOLLARS =
  /\b(?:proceeds|offerings?|rais(?:ed|ing)|(?:re)?purchas\w+|buy-?back|fin(?:e|es|ed)|penalt\w+|damages|settle\w*|plaintiffs?|claims?|price|sold|dispos\w+|divest\w+|acqui\w+|invest(?:ed|ing|ors?)|subscri\w+|contribut\w+|registered\s+capital|insur\w+|according\s+to|estimate[ds]?|research\s+(?:firm|institute|report|company)s?|survey|industry|institute|market\s+(?:size|research)|(?:convertible|senior|promissory)\s+notes?|bonds?|borrow\w*|loans?|facilit(?:y|ies)|deposits?|royalt\w+|licen[cs]\w+|dividends?|threshold|exceed\w*|not\s+less\s+than|at\s+least|(?<!against\s+the\s+)U\.S\.\s+dollars?|dollar-denominated|denominated)\b/i;
