import type { Filing } from '../../filing/filing.js';
import { type CurrencyCode, Fraction } from '../../value/index.js';
import { groupedBy } from '../engine/grouped.js';
import { blockOf, offsetInBlock } from '../engine/surroundings.js';
import type { Verdict } from '../engine/verdict.js';
import { type TranslationCause, translationCause } from './cause.js';
import { confirms, doubtOf, dropsDigits, type Fitted } from './dropped-digits.js';
import { agreedInDollars, rateOfItsTime } from './excuses.js';
import { amountDraft, type MessageId, otherRateDraft, sharedMisfits } from './findings.js';
import { type Fit, fitOf, impliedRate, type Translation, translatedFigure, translationTick } from './fit.js';
import { ImpliedRate } from './implied-rate.js';
import type { TranslationRates } from './official-rates.js';
import { type Proof, proofOfTranslation } from './own-dollars.js';
import { type PairedSentence, pairedSentences, type TranslationPair } from './pairs.js';
import { fewRates, type StatedRate, statedRate } from './stated-rate.js';
import type { TranslationStatements } from './statements.js';

/** A pair that does not fit the one rate that it should. */
interface Misfit {
  readonly pair: Pair;
  readonly rate: StatedRate;
  readonly cause: TranslationCause | null;
  /** Whether its own sentence gives the rate. */
  readonly isOwn: boolean;
  /** What shows that it was meant to be at the rate, for the evidence; null where the dollars may be the original. */
  readonly proof: string | null;
}

interface Pair extends Translation {
  readonly currency: CurrencyCode;
  readonly sentence: PairedSentence;
}

/** What became of a pair at first sight; misfits are judged by how the others fare. */
type Sight =
  | { readonly pair: Pair; readonly fitted: Fitted }
  | { readonly pair: Pair; readonly reason: string }
  | { readonly pair: Pair; readonly misfit: Misfit };

/** What is known beside the pairs. */
interface Surroundings {
  readonly filing: Filing;
  readonly statements: TranslationStatements;
  readonly rates: TranslationRates;
}

/** The verdicts on every pair of amounts in running text, each under the figure that it is about. */
export function judgeSentences(known: Surroundings): Verdicts {
  const currencies = [...known.statements.rates.keys()];
  const chinese = currencies.includes('CNY') && !currencies.includes('JPY');
  const pairs = pairedSentences(known.filing, chinese).flatMap((sentence) =>
    sentence.pairs.map((pair): Pair => ({ ...pair, shift: 0, sentence })),
  );
  const byCurrency = groupedBy(pairs, ({ currency }) => currency);
  return [...byCurrency.values()].flatMap((own) => judgeCurrency(own, known));
}

/** A verdict and the id of its figure; a finding about several amounts stands at its own place. */
export type Verdicts = (readonly [string, Verdict<MessageId>])[];

function judgeCurrency(pairs: readonly Pair[], known: Surroundings): Verdicts {
  const sights = pairs.map((pair) => atFirstSight(pair, known));
  const fitted = sights.flatMap((sight) => ('fitted' in sight ? [sight.fitted] : []));
  const truncates = dropsDigits(fitted);
  const stated = known.statements.rates.get(pairs[0]?.currency ?? '') ?? [];
  const atStated = fitted.filter(({ rate }) =>
    stated.some(({ perDollar }) => perDollar.equals(rate.perDollar)),
  );
  const supporters = supportersAmong(atStated, truncates);
  const differing = sights.flatMap((sight) =>
    'misfit' in sight && !sight.misfit.isOwn ? [sight.misfit] : [],
  );
  const misfits = differing.filter(({ proof }) => proof !== null);
  // Where nothing fits the stated rate, amounts count too that could be originals: all may be at last year's rate.
  const candidates = supporters === 0 && misfits.length > 0 ? differing : misfits;
  const shared = sharedMisfits(candidates.map(({ pair }) => pair));
  const together = shared?.members.flatMap((index) => candidates[index] ?? []) ?? [];
  const joined = new Set(together);
  const others = misfits.filter((misfit) => !joined.has(misfit)).length;
  const verdicts = sights.map((sight): Verdicts[number] => {
    const { id } = translatedFigure(sight.pair);
    if ('reason' in sight) return [id, { reason: sight.reason }];
    if ('fitted' in sight) return [id, verdictOfFit(sight.fitted, truncates)];
    if (joined.has(sight.misfit)) return [id, { reason: 'fits another rate, as other amounts do' }];
    return [id, verdictOfMisfit(sight.misfit, supporters, others)];
  });
  const [first] = together;
  if (shared === null || first === undefined) return verdicts;
  const finding = otherRateDraft(
    together.map(({ pair }) => pair),
    shared.rate,
    first.rate,
    {
      supporters,
      severity: supporters === 0 || supporters >= together.length ? 'error' : 'warning',
      rates: known.rates,
    },
  );
  return [...verdicts, [first.rate.figure.id, { finding }]];
}

/** How many different pairs fit the rate and are printed precisely enough for that to mean something. */
function supportersAmong(fitted: readonly Fitted[], truncates: boolean): number {
  const telling = fitted.filter(
    ({ translation, fit }) => confirms(fit, truncates) && impliedRate(translation).isTight(),
  );
  return new Set(telling.map(({ translation: { local, dollars } }) => `${local.text} ${dollars.text}`)).size;
}

/** Compares a pair with the rates that its sentence, its paragraph and the report state, in this order. */
function atFirstSight(pair: Pair, known: Surroundings): Sight {
  const { statements } = known;
  const own = fewRates(ratesIn(pair.sentence, pair));
  const stated = statements.rates.get(pair.currency) ?? [];
  const paragraph = (statements.translating.get(pair.sentence.block) ?? []).filter(
    ({ currency }) => currency === pair.currency,
  );
  const best = bestFit(pair, [...own, ...paragraph, ...stated]);
  if (best !== null) return { pair, fitted: { translation: pair, ...best } };
  const [rate, another] = own.length > 0 ? own : fewRates([...paragraph, ...stated]);
  if (rate === undefined)
    return { pair, reason: `the report states no rate at which ${pair.currency} is translated` };
  if (another !== undefined) return { pair, reason: 'fits none of the several rates that are stated' };
  if (own.length > 0 && !linksRate(pair, rate, known.filing))
    return { pair, reason: 'does not fit the rate in its sentence, which may be for another amount' };
  const isOwn = own.length > 0;
  const cause = translationCause(pair, rate, known.rates.knownBeside(rate));
  const proof = proofOf(pair, rate, cause, known);
  const excuse = excuseOf(pair, rate, { isOwn, isBeyondDoubt: proof?.isBeyondDoubt === true }, known);
  if (excuse !== null) return { pair, reason: `differs from the stated rate, but ${excuse}` };
  if (cause === null && !isWithin(pair, rate, TWICE))
    return { pair, reason: 'too far from the stated rate to be a translation' };
  return { pair, misfit: { pair, rate, cause, isOwn, proof: isOwn ? OWN_RATE : (proof?.text ?? null) } };
}

const OWN_RATE = 'its own sentence gives the rate';

function proofOf(
  pair: Pair,
  rate: StatedRate,
  cause: TranslationCause | null,
  { rates }: Surroundings,
): Proof | null {
  const isFarSlip = cause?.strong === true && !isWithin(pair, rate, HALF_AS_MUCH);
  return (
    proofOfTranslation(pair, rate, { text: pair.sentence.text, rates }) ??
    (isFarSlip ? { isBeyondDoubt: false, text: 'rates of two days are not so far apart' } : null)
  );
}

function ratesIn(sentence: PairedSentence, { currency }: Pick<TranslationPair, 'currency'>): StatedRate[] {
  return sentence.figures
    .flatMap((figure) => statedRate(figure) ?? [])
    .filter((rate) => rate.currency === currency);
}

const ORDER: readonly Fit[] = ['exact', 'rounding', 'truncated', 'loose'];

/** The rate that a pair fits best, the nearest of equals. */
function bestFit(pair: Pair, rates: readonly StatedRate[]): { fit: Fit; rate: StatedRate } | null {
  let best: { fit: Fit; rate: StatedRate } | null = null;
  for (const rate of rates) {
    const fit = fitOf(pair, rate);
    if (fit !== null && (best === null || ORDER.indexOf(fit) < ORDER.indexOf(best.fit))) best = { fit, rate };
  }
  return best;
}

/** A rate that its own sentence gives for a pair is meant for it and excuses nothing. */
function excuseOf(
  pair: Pair,
  rate: StatedRate,
  { isOwn, isBeyondDoubt }: { readonly isOwn: boolean; readonly isBeyondDoubt: boolean },
  { rates, filing }: Surroundings,
): string | null {
  if (isOwn) return pair.translated === 'local' ? 'the dollar amount stands first' : null;
  // A rate that is wrongly said to be of an earlier day makes no amount of that year the latest.
  const days = [rate.day, filing.cover.periodEnd].filter((day) => day !== null);
  const latestDay = days.length === 0 ? null : days.reduce((a, b) => (b > a ? b : a));
  const agreed = isBeyondDoubt ? null : agreedInDollars(pair, pair.sentence.text);
  return agreed ?? rateOfItsTime(pair, pair.sentence.figures, latestDay, rates.seriesNear(rate));
}

/** "($25,904 based on an average exchange rate of Cdn$1.00 = US$0.7820)": the rate follows and is said to be used. */
function linksRate(pair: Pair, { figure }: StatedRate, filing: Filing): boolean {
  const translated = translatedFigure(pair);
  const after = translated.end;
  const [from, to] = [offsetInBlock(translated) + translated.text.length, offsetInBlock(figure)];
  if (figure.start <= after || to - from > NEAR) return false;
  const amounts = pair.sentence.figures.filter(
    ({ start, unit, role }) => start >= after && start < figure.start && role === 'amount' && unit !== 'date',
  );
  return amounts.length === 0 && RATE_IS_USED.test((blockOf(filing, figure)?.text ?? '').slice(from, to));
}

const NEAR = 160;
const RATE_IS_USED = /\b(?:based\s+on|at|using|translated|converted)\b[^.;]{0,60}\brate\b/i;

function isWithin(pair: Pair, { perDollar }: StatedRate, factor: Fraction): boolean {
  return impliedRate(pair).overlaps(ImpliedRate.between(perDollar.over(factor), perDollar.times(factor)));
}

/** Beyond a factor of two of the rate the dollars are an amount of their own, unless a slip explains them. */
const TWICE = Fraction.of(2n);
const HALF_AS_MUCH = Fraction.of(3n, 2n);

function verdictOfFit({ translation, fit, rate }: Fitted, truncates: boolean): Verdict<MessageId> {
  if (!confirms(fit, truncates)) return { reason: doubtOf(fit) };
  return { tick: translationTick(translation, rate, fit) };
}

/**
 * A pair that does not fit is held wrong where its own sentence gives the rate, where enough others fit, or where the
 * fault is too particular for chance and not one of many; it is doubtful where less speaks for that.
 */
function verdictOfMisfit(
  { pair, rate, cause, isOwn, proof }: Misfit,
  supporters: number,
  misfits: number,
): Verdict<MessageId> {
  if (proof === null) return { reason: 'differs from the stated rate, but the dollars may be the original' };
  const isAlone = misfits <= supporters + 1;
  const isMost = supporters >= 2 && supporters >= 2 * misfits;
  const isSlip = cause !== null && isAlone && (cause.strong || supporters > 0);
  const isError = isOwn || isMost || isSlip;
  if (!isError && !(isAlone && (supporters > 0 || cause !== null)))
    return { reason: 'differs from the stated rate, but no other amounts show that it is meant' };
  const support = isOwn ? [proof] : [proof, supportText(supporters)];
  return { finding: amountDraft(pair, rate, { severity: isError ? 'error' : 'warning', cause, support }) };
}

function supportText(supporters: number): string {
  return supporters === 1
    ? '1 other amount fits the stated rate'
    : `${supporters} other amounts fit the stated rate`;
}
