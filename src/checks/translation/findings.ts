import type { Figure } from '../../filing/filing.js';
import { Decimal, Fraction } from '../../value/index.js';
import { reprint } from '../arithmetic/reprint.js';
import type { FindingDraft, RelatedPlace, Severity } from '../check.js';
import { swappedRate, type TranslationCause } from './cause.js';
import {
  impliedRate,
  originalFigure,
  powerOf,
  printedLike,
  recomputedAmount,
  sizeOf,
  type Translation,
  translatedFigure,
  workOf,
} from './fit.js';
import { type ImpliedRate, type SharedRate, sharedRate } from './implied-rate.js';
import type { TranslationRates } from './official-rates.js';
import type { StatedRate } from './stated-rate.js';
import { type SharedReading, rangeText as sharedRateText } from './unstated-rate.js';

/** The messages of the check, by id. */
export type MessageId =
  | 'amount'
  | 'original'
  | 'otherRate'
  | 'unstated'
  | 'date'
  | 'undated'
  | 'wording'
  | 'priorYear'
  | 'moved';

/** How a translation is reported that is not what the stated rate gives. */
export interface AmountFault {
  readonly severity: Severity;
  readonly cause: TranslationCause | null;
  /** What shows that the amount is translated at the rate. */
  readonly support: readonly string[];
}

/** One amount that is not what the stated rate gives: the translation or, where the cause says so, what it translates. */
export function amountDraft(
  translation: Translation,
  rate: StatedRate,
  { severity, cause, support }: AmountFault,
): FindingDraft<MessageId> {
  const [translated, original] = [translatedFigure(translation), originalFigure(translation)];
  const meant = printedLike(translated, recomputedAmount(translation, rate));
  const inOriginal = cause?.inOriginal === true;
  const [wrong, other] = inOriginal ? [original, translated] : [translated, original];
  const expected = cause?.expected ?? meant;
  return {
    message: inOriginal ? 'original' : 'amount',
    values: { printed: wrong.text, other: other.text, expected, work: workOf(translation, rate), meant },
    severity,
    at: wrong.id,
    suspects: cause?.inEither === true ? [wrong.id, other.id] : [wrong.id],
    printed: wrong.text,
    expected,
    cause: cause?.text ?? null,
    related: [
      placeOf(other, inOriginal ? 'its translation' : 'the amount that is translated'),
      placeOf(rate.figure, 'the stated rate'),
    ],
    evidence: [
      `the printed amounts imply a rate of ${rangeText(impliedRate(translation), rate)}`,
      ...support,
    ],
  };
}

/**
 * The misfits that share one other rate: three or more and most of them, each printed precisely enough to tell; null
 * for fewer, for among many amounts some share a rate by chance.
 */
export function sharedMisfits(misfits: readonly Translation[]): SharedRate | null {
  const tight = misfits
    .map((misfit, index) => ({ implied: impliedRate(misfit), index }))
    .filter(({ implied }) => implied.isTight());
  const shared = sharedRate(tight.map(({ implied }) => implied));
  if (shared === null || shared.members.length < FEWEST_SHARED) return null;
  if (2 * shared.members.length <= misfits.length) return null;
  return { rate: shared.rate, members: shared.members.map((member) => tight[member]?.index ?? 0) };
}

const FEWEST_SHARED = 3;

/** Several amounts that agree with each other, and not with the stated rate. */
export function otherRateDraft(
  misfits: readonly Translation[],
  shared: ImpliedRate,
  rate: StatedRate,
  {
    supporters,
    severity,
    rates,
  }: { readonly supporters: number; readonly severity: Severity; readonly rates: TranslationRates },
): FindingDraft<MessageId> {
  const translated = misfits.map(translatedFigure);
  const known = rates.knownBeside(rate).find(({ perDollar }) => shared.holds(perDollar));
  const implied = rangeText(shared, rate);
  const isRateWrong = supporters === 0 && !rates.isOfficial(rate);
  const places = misfits
    .slice(0, MOST_RELATED)
    .map((misfit) => placeOf(translatedFigure(misfit), `for ${originalFigure(misfit).text}`));
  const stated = rate.figure.text;
  return {
    message: 'otherRate',
    values: { printed: stated, count: String(misfits.length), implied },
    severity,
    at: isRateWrong ? rate.figure.id : (translated[0]?.id ?? rate.figure.id),
    suspects: isRateWrong ? [rate.figure.id] : translated.slice(0, 3).map(({ id }) => id),
    printed: isRateWrong ? stated : `amounts at ${implied}`,
    expected: isRateWrong ? implied : `amounts at ${stated}`,
    cause: known === undefined ? swappedRate(rate, shared) : `translated at ${known.name}`,
    related: isRateWrong ? places : [placeOf(rate.figure, 'the stated rate'), ...places.slice(1)],
    evidence: [
      `${misfits.length} amounts share a rate of ${implied}`,
      `${supporters} amount${supporters === 1 ? ' fits' : 's fit'} the stated ${stated}`,
    ],
  };
}

const MOST_RELATED = 12;

/** A range of rates in the direction in which the report prints its own: "107.21 to 107.23". */
function rangeText({ low, high }: ImpliedRate, { inverse, figure }: StatedRate): string {
  const decimals = figure.decimals + 2;
  const ends = inverse
    ? [high?.inverse() ?? Fraction.of(0n), low.numerator === 0n ? null : low.inverse()]
    : [low, high];
  const [from, to] = ends.map((end) => (end === null ? null : end?.rounded(decimals, 'half-up')));
  const unit = figure.unit;
  if (to === null || to === undefined) return `${shown(from)} ${unit} or more`;
  return from?.equals(to) === true ? `${from} ${unit}` : `${shown(from)} to ${to} ${unit}`;
}

function shown(rate: Decimal | null | undefined): string {
  return rate === null || rate === undefined ? '0' : rate.toString();
}

function placeOf(
  figure: { readonly id: string; readonly start: number; readonly end: number },
  note: string,
): RelatedPlace {
  return { figure: figure.id, start: figure.start, end: figure.end, note };
}

/** A line that does not imply the rate on which the other lines agree, where the report states none. */
export function unstatedDraft(line: Translation, shared: SharedReading): FindingDraft<MessageId> {
  const { rate, fitting, habit } = shared;
  const { local, dollars } = line;
  const repairs = repairsOf(line, shared);
  const isPoint =
    POINT_FOR_COMMA.test(local.text) && impliedRate(line, habit).times(powerOf(THOUSAND)).overlaps(rate);
  const [wrong, other] = isPoint ? [local, dollars] : [dollars, local];
  const expected = repairs[wrong.id] ?? '';
  return {
    message: 'unstated',
    values: { printed: wrong.text, expected, count: String(fitting.length), rate: sharedRateText(rate) },
    severity: 'error',
    at: wrong.id,
    suspects: isPoint ? [local.id] : [dollars.id, local.id],
    repairs,
    printed: wrong.text,
    expected,
    cause: isPoint ? 'a decimal point for a comma' : null,
    related: [placeOf(other, isPoint ? 'its translation' : 'the amount that is translated')],
    evidence: [
      `${local.text} and ${dollars.text} imply ${sharedRateText(impliedRate(line))}`,
      `${fitting.length} other lines agree on ${sharedRateText(rate)}${habit === 'truncated' ? ', their digits dropped instead of rounded' : ''}`,
    ],
  };
}

/** What each of the two amounts would have to say for the line to be at the rate. */
function repairsOf(
  { local, dollars, shift }: Translation,
  { rate, habit }: SharedReading,
): Readonly<Record<string, string>> {
  const middle = rate.low.plus(rate.high ?? rate.low).over(TWO);
  const power = powerOf(shift);
  const mode = habit === 'truncated' ? 'down' : 'half-up';
  const meantDollars = Fraction.fromDecimal(sizeOf(local).value).times(power).over(middle);
  const meantLocal = Fraction.fromDecimal(sizeOf(dollars).value).times(middle).over(power);
  const point = POINT_FOR_COMMA.test(local.text) ? local.text.replace('.', ',') : null;
  return {
    [dollars.id]: reprintedAs(dollars, meantDollars.rounded(dollars.decimals, mode)),
    [local.id]: point ?? reprintedAs(local, meantLocal.rounded(local.decimals, mode)),
  };
}

function reprintedAs(figure: Figure, size: Decimal): string {
  const steps = Number(size.dividedBy(Decimal.of(1n, figure.decimals), 0, 'half-up').toString());
  return reprint(figure, figure.value.startsWith('-') ? -steps : steps);
}

const TWO = Fraction.of(2n);
const THOUSAND = 3;
const POINT_FOR_COMMA = /^\d{1,3}\.\d{3}$/;
