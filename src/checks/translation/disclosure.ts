import type { Filing } from '../../filing/filing.js';
import { type Day, Decimal, Fraction, formatDayLong, plusDays } from '../../value/index.js';
import type { FindingDraft } from '../check.js';
import { blockOf } from '../engine/surroundings.js';
import { dayWithWeekday, observationLine } from '../rates/official.js';
import type { MessageId } from './findings.js';
import type { TranslationRates } from './official-rates.js';
import type { StatedRate } from './stated-rate.js';
import type { TranslationStatements } from './statements.js';

type Draft = FindingDraft<MessageId>;

/** What is odd about how a report says that it translates: the day of its rate, and what is usual to say with it. */
export function disclosureDrafts(
  filing: Filing,
  statements: TranslationStatements,
  rates: TranslationRates,
): Draft[] {
  return [...statements.rates].flatMap(([currency, stated]) => {
    const [rate, another] = stated;
    const reporting = filing.cover.currency ?? currency;
    // A report in dollars owes nobody a convenience translation; several rates are of several periods.
    if (rate === undefined || another !== undefined || reporting !== currency) return [];
    const mentions = statements.mentions.filter((mention) => mention.currency === currency);
    const dated = mentions.find(({ day }) => day !== null);
    return [
      ...(dated === undefined ? undated(filing, mentions, rate) : wrongDay(filing, dated, rates)),
      ...missingWords(filing, rate, rates),
      ...(dated === undefined ? [] : moved(dated, statements, rates)),
    ];
  });
}

/** Rule 3-20(b) ties the rate to a day, which a reader must be able to tell. */
function undated(filing: Filing, mentions: readonly StatedRate[], rate: StatedRate): Draft[] {
  const tellsDay = mentions.some((mention) => DAY.test(blockOf(filing, mention.figure)?.text ?? ''));
  if (tellsDay) return [];
  return [
    {
      message: 'undated',
      values: { printed: rate.figure.text },
      severity: 'warning',
      ...at(rate),
      expected: 'the day of the rate',
    },
  ];
}

const DAY =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d|\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\bbalance\s+sheet\s+date\b|\b(?:year|period)[-\s]end\b|\b(?:end|last\s+(?:business\s+)?day)\s+of\s+(?:the|our|its)\b|\bpracticable\b/i;

/** The rate must be that of the latest balance sheet, the last on or before it, unless a later day is said to be meant. */
function wrongDay(filing: Filing, rate: StatedRate, rates: TranslationRates): Draft[] {
  const { periodEnd } = filing.cover;
  const { day } = rate;
  const text = blockOf(filing, rate.figure)?.text ?? '';
  if (periodEnd === null || day === null || day === periodEnd || !statesYearEnd(filing, rate, periodEnd))
    return [];
  if (LATER_DAY.test(text) || (day > periodEnd && hasInterim(filing))) return [];
  const official = rates.seriesOf(rate)?.onOrBefore(periodEnd) ?? null;
  if (
    official === null ? day < periodEnd && day > plusDays(periodEnd, -LONGEST_CLOSURE) : official.day === day
  )
    return [];
  const expected = official?.day ?? periodEnd;
  return [
    {
      message: 'date',
      values: {
        printed: rate.figure.text,
        day: formatDayLong(day),
        expected: dayWithWeekday(expected),
        periodEnd: formatDayLong(periodEnd),
      },
      severity: 'warning',
      ...at(rate),
      // What exchange-rate-quote holds wrong as the rate of that day is one finding with this.
      suspects: rates.isOfficial(rate) ? [] : [rate.figure.id],
      expected: `the rate of ${formatDayLong(expected)}`,
      evidence:
        official === null ? [] : [`the rate of ${formatDayLong(official.day)} is ${official.printed}`],
    },
  ];
}

const LATER_DAY = /\bpracticable\b|\bmost\s+recent\s+date\b/i;
/** No market is closed for longer. */
const LONGEST_CLOSURE = 6;

/** Whether the report says, elsewhere than at its rate, that its year ended on that day. */
function statesYearEnd(filing: Filing, rate: StatedRate, periodEnd: Day): boolean {
  const words = formatDayLong(periodEnd).replaceAll(' ', '\\s+');
  const ended = new RegExp(`\\b(?:years?|period)\\s+ended:?\\s+(?:on\\s+)?${words}`, 'i');
  const own = blockOf(filing, rate.figure);
  return filing.blocks.some((block) => block !== own && ended.test(block.text));
}

function hasInterim(filing: Filing): boolean {
  return filing.blocks.some(({ text }) => /\b(?:three|six|nine)\s+months\s+ended\b|\binterim\b/i.test(text));
}

/** What is usual to say with a convenience translation; practice, not rule. */
const USUAL: readonly { readonly piece: string; readonly words: RegExp }[] = [
  { piece: 'that the translation is for the reader’s convenience only', words: /\bconvenience\b/i },
  {
    piece: 'that the amounts could not have been converted at that or any rate',
    words:
      /\bno\s+representation\b|\bnot\s+(?:\w+\s+){0,3}?(?:imply|mean|represent\w*|constru\w*|regarded|intended)\b|\b(?:should|must|may)\s+not\s+be\s+(?:taken|construed|read|regarded)\b/i,
  },
];

function missingWords(filing: Filing, rate: StatedRate, rates: TranslationRates): Draft[] {
  const texts = filing.blocks.filter(({ text }) => /\btranslat|\bconver|\bconvenience\b/i.test(text));
  const missing = USUAL.filter(({ words }) => !texts.some(({ text }) => words.test(text))).map(
    ({ piece }) => piece,
  );
  const text = blockOf(filing, rate.figure)?.text ?? '';
  if (rates.namedSource(rate) === null && !SOURCE.test(text)) missing.push('what the source of the rate is');
  return missing.map((piece) => ({
    message: 'wording',
    values: { printed: rate.figure.text, piece },
    severity: 'info',
    ...at(rate),
    expected: piece,
  }));
}

/** A source that we know no rates of is a source all the same. */
const SOURCE = /\b(?:banks?|published|quoted|certified)\b/i;

/** From the day of the rate to the latest day that the report quotes a rate of. */
function moved(rate: StatedRate, { byBlock }: TranslationStatements, rates: TranslationRates): Draft[] {
  const { day } = rate;
  const series = rates.seriesAsPrinted(rate);
  if (day === null || series === null) return [];
  const quotes = [...byBlock.values()].flat().filter(({ currency }) => currency === rate.currency);
  let latest = day;
  for (const quote of quotes) if (quote.day !== null && quote.day > latest) latest = quote.day;
  const [before, after] = [series.onOrBefore(day), series.onOrBefore(latest)];
  if (latest === day || before === null || after === null) return [];
  const percent = after.ratio
    .over(before.ratio)
    .minus(Fraction.of(1n))
    .times(Fraction.of(100n))
    .rounded(2, 'half-up');
  const change = `${percent.compare(Decimal.ZERO) > 0 ? '+' : ''}${percent}%`;
  return [
    {
      message: 'moved',
      values: { printed: rate.figure.text, change, day: formatDayLong(day), later: formatDayLong(latest) },
      severity: 'info',
      ...at(rate),
      expected: `the rate of ${formatDayLong(latest)} where materially different`,
      evidence: [
        observationLine(series, before),
        observationLine(series, after),
        `${series.unit}: ${change}`,
      ],
    },
  ];
}

function at({ figure }: StatedRate): Pick<Draft, 'at' | 'suspects' | 'printed'> {
  return { at: figure.id, suspects: [], printed: figure.text };
}
