/*
 * A sentence says what the noon buying rate was on a day, and the Federal Reserve published another. The rate behind a
 * convenience translation stands in such a sentence, so all translated amounts rest on it.
 *
 * Authority: Form 20-F, former Item 3.A.3(a); Regulation S-X Rule 3-20 (the rate of a convenience translation).
 */
import type { Figure, Filing } from '../filing/filing.js';
import type { AverageMethod, RateSeries, RateSource } from '../rates/rate-source.js';
import { type Day, type Decimal, isInstant, type Period, spanOf } from '../value/index.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { periodName } from './engine/period-name.js';
import { inTable, sentenceOf } from './engine/surroundings.js';
import { notRun, outcomeOf, type Verdict } from './engine/verdict.js';
import { likelyCause } from './rates/likely-cause.js';
import { dayDoubt, spanDoubt } from './rates/missing-rates.js';
import { deniesNoonRate, type NamedSource, NamedSources, sourcesOf } from './rates/named-source.js';
import {
  compareWithOfficial,
  dayWithWeekday,
  gapIn,
  inputOf,
  notImported,
  numberOf,
  observationLine,
  rateOnDayName,
  seriesFor,
} from './rates/official.js';
import { comparisonDoubt, quoteDoubt } from './rates/quote-doubts.js';
import { isRateUnit, statisticOf } from './rates/rate-cells.js';
import { recomputedBy } from './rates/recomputation.js';

const meta: CheckMeta = {
  id: 'exchange-rate-quote',
  title: 'Exchange rates quoted in sentences agree with the source that they name',
  severity: 'error',
  basis:
    'Form 20-F, former Item 3.A.3(a); Regulation S-X Rule 3-20; Federal Reserve statistical release H.10',
  since: '0.1.0',
  needs: ['rates'],
};

const messages = {
  differs:
    'Unexpected rate {printed} for {period}, expected {expected}: {formula}. Check the day, the source and every amount translated at it.',
  average:
    'Unexpected {statistic} rate {printed} for {period}, expected {expected}: {formula}. Check the method and the period.',
};

type MessageId = keyof typeof messages;

/** A quoted rate with all that its comparison needs. */
interface Quote {
  readonly figure: Figure;
  readonly printed: Decimal;
  readonly sentence: string;
  readonly series: RateSeries;
  /** What the sentence or its paragraph names; null where only the document does. */
  readonly named: NamedSource | null;
  /** Whether the sentence itself does. */
  readonly isInSentence: boolean;
  /** Why it may not be the rate of its day; null where nothing says so. */
  readonly doubt: () => string | null;
}

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const quotes = filing.figures.filter(
    (figure) => figure.role === 'amount' && !inTable(figure) && isRateUnit(figure.unit),
  );
  if (quotes.length === 0) return notRun('no exchange rate is quoted in a sentence');
  if (context.rates === null) return notRun('no official rates were given');
  const { rates, otherRates = [] } = context;
  const sources = new NamedSources(filing, otherRates);
  return outcomeOf(quotes.map((figure) => [figure, verdictOf(filing, figure, sources, rates)]));
}

function verdictOf(
  filing: Filing,
  figure: Figure,
  sources: NamedSources,
  rates: RateSource,
): Verdict<MessageId> {
  const sentence = sentenceOf(filing, figure);
  const inSentence = sources.inSentence(figure);
  const isInSentence = inSentence !== null;
  if (deniesNoonRate(sentence) && !isInSentence)
    return { reason: 'the sentence says that this is not the noon buying rate' };
  const named = inSentence ?? sources.ofSentence(figure);
  const source = named ?? sources.ofDocument();
  if (source === null) return { reason: 'no source of the rate is named' };
  if (source.kind === 'other' && source.imported === null) return { reason: notImported(source.name) };
  if (figure.period === null) return { reason: 'the sentence gives the rate no date' };
  const printed = numberOf(figure.value);
  const { unit, period } = figure;
  if (printed === null || !isRateUnit(unit)) return { reason: 'the figure holds no number' };
  const isNoon = source.kind !== 'other';
  const doubt = () => quoteDoubt(filing, figure, isNoon) ?? comparisonDoubt(filing, figure);
  const verdicts = sourcesOf(source, rates).map((each): Verdict<MessageId> => {
    const series = seriesFor(each, unit);
    if (typeof series === 'string') return { reason: series };
    const quote: Quote = { figure, printed, sentence, series, named, isInSentence, doubt };
    return isInstant(period) ? rateOnDay(quote, period.instant) : rateOfSpan(quote, period);
  });
  const agreeing = verdicts.find((verdict) => 'tick' in verdict);
  return agreeing ?? verdicts[0] ?? { reason: 'no source of the rate is held' };
}

/** The last rate on or before the day must be what is printed. */
function rateOnDay(quote: Quote, day: Day): Verdict<MessageId> {
  const { figure, printed, series } = quote;
  if (/\baverage\b/i.test(quote.sentence))
    return { reason: 'the sentence speaks of an average but gives one day' };
  const observation = series.onOrBefore(day);
  if (observation === null)
    return {
      reason: gapIn(series, spanOf(day, day)) ?? `no rate on or before ${periodName({ instant: day })}`,
    };
  const comparison = compareWithOfficial(printed, figure.decimals, observation.ratio, series);
  const inverted = series.inverted ? ', inverted' : '';
  const formula =
    observation.day === day
      ? `${rateOnDayName(series, day)}${inverted}`
      : `last ${series.rateName} on or before ${dayWithWeekday(day)}: that of ${dayWithWeekday(observation.day)}${inverted}`;
  if (comparison.agrees) {
    return {
      tick: {
        letter: 'OF',
        support: 'official',
        grade: 'exact',
        formula,
        inputs: [inputOf(series, observation)],
        recomputed: comparison.recomputed.toString(),
      },
    };
  }
  const reason = doubtAbout(quote, dayDoubt(series, observation.day, day));
  if (reason !== null) return { reason };
  const span = spanOf(observation.day, day);
  const cause = likelyCause({
    printed,
    decimals: figure.decimals,
    series,
    statistic: 'period-end',
    method: 'daily',
    span,
    neighbours: [],
  });
  return {
    finding: draftOf(quote, 'differs', {
      statistic: '',
      expected: comparison.expected.toString(),
      formula,
      cause,
      evidence: [observationLine(series, observation)],
    }),
  };
}

/** An average, high or low over a span: for an average, month-ends and daily rates both pass. */
function rateOfSpan(quote: Quote, span: Exclude<Period, { instant: Day }>): Verdict<MessageId> {
  const { figure, printed, series } = quote;
  const name = statisticOf([quote.sentence]);
  if (name === null || name === 'period-end')
    return { reason: 'the sentence does not say what rate of the period it gives' };
  const gap = gapIn(series, span);
  if (gap !== null) return { reason: gap };
  const methods: readonly AverageMethod[] = name === 'average' ? ['month-end', 'daily'] : ['daily'];
  const { decimals } = figure;
  const tried = methods.map((method) => recomputedBy(method, { name, span, series, printed, decimals }));
  const agreeing = tried.find((each) => each.comparison.agrees);
  if (agreeing !== undefined) {
    return {
      tick: {
        letter: 'OF',
        support: 'official',
        grade: 'exact',
        formula: agreeing.formula,
        inputs: agreeing.statistic.inputs.map((input) => inputOf(series, input)),
        recomputed: agreeing.comparison.recomputed.toString(),
      },
    };
  }
  const reason = doubtAbout(quote, spanDoubt(series, name, span));
  if (reason !== null) return { reason };
  return {
    finding: {
      ...draftOf(quote, 'average', {
        statistic: name,
        expected: tried.map((each) => each.comparison.expected.toString()).join(' or '),
        formula: tried.map((each) => each.formula).join(', or '),
        cause: null,
        evidence: tried.map((each) => `${each.comparison.expected}: ${each.formula}`),
      }),
      // A sentence rarely says how its average is formed, so another method may be meant.
      ...(name === 'average' ? { severity: 'warning' as const } : {}),
    },
  };
}

/** Why a rate that differs is not held wrong all the same; null where the document names the source right there. */
function doubtAbout({ series, named, isInSentence, doubt }: Quote, missing: string | null): string | null {
  const differs = `differs from the ${series.rateName}, but`;
  if (named === null) return `${differs} neither the sentence nor its paragraph names that source`;
  if (named.kind === 'mixed')
    return `${differs} the text leaves open whose rate it is: ${named.name} is named`;
  if (named.kind === 'other' && !isInSentence) return `${differs} its own sentence does not name that source`;
  const found = missing ?? doubt();
  return found === null ? null : `${differs} ${found}`;
}

function draftOf(
  { figure }: Quote,
  message: MessageId,
  found: {
    readonly statistic: string;
    readonly expected: string;
    readonly formula: string;
    readonly cause: string | null;
    readonly evidence: readonly string[];
  },
): FindingDraft<MessageId> {
  return {
    message,
    values: {
      statistic: found.statistic,
      printed: figure.text,
      period: figure.period === null ? '' : periodName(figure.period),
      expected: found.expected,
      formula: found.formula,
    },
    at: figure.id,
    suspects: [figure.id],
    printed: figure.text,
    expected: found.expected,
    cause: found.cause,
    evidence: found.evidence,
  };
}

const limits = [
  'A rate without a date in its sentence is left undecided.',
  'A rate that differs is an error only where its sentence or paragraph names the noon buying rate; elsewhere the issuer may have meant another source. An imported source must be named in the sentence itself.',
  'A day after the last rate held, a hole in an imported source, and a rate of another kind (selling, buying, rounded, agreed) leave a rate that differs undecided.',
  'An average in a sentence passes as the mean of month-ends or of daily rates; where neither fits it is a warning.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'The rate of the day, and of the last day before a Sunday',
    text: [
      'The noon buying rate on July 7, 2006 was ¥113.98 per U.S. $1.00.',
      '',
      'The noon buying rate on December 31, 2006 was ¥119.02 per U.S. $1.00.',
    ].join('\n'),
    ticked: ['¥113.98', '¥119.02'],
  },
  {
    name: 'Two digits swapped',
    text: 'Kitano Denki Co., Ltd. translated its amounts at ¥117.84 per U.S. $1.00, the noon buying rate certified by the Federal Reserve Bank of New York as of March 31, 2006.',
    findings: [
      {
        message:
          'Unexpected rate ¥117.84 for March 31, 2006, expected 117.48: noon buying rate of Friday, March 31, 2006. Check the day, the source and every amount translated at it.',
        at: '¥117.84',
        suspects: ['¥117.84'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'The rate of the day before',
    text: 'The noon buying rate on March 31, 2006 was ¥117.41 per U.S. $1.00.',
    findings: [
      {
        message:
          'Unexpected rate ¥117.41 for March 31, 2006, expected 117.48: noon buying rate of Friday, March 31, 2006. Check the day, the source and every amount translated at it.',
        at: '¥117.41',
        suspects: ['¥117.41'],
        cause: 'the rate of March 30, 2006, a neighbouring day',
      },
    ],
  },
  {
    name: 'A rate of the issuer’s bank is left undecided',
    text: 'Minato Foods Co., Ltd. used the telegraphic transfer middle rate of ¥117.47 per U.S. $1.00 as of March 31, 2006.',
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
