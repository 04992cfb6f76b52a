/*
 * Item 3.A of an annual report gives exchange rates, but not all that the form asks for: a month or a year is missing,
 * the rate at the latest practicable date, or the name of the source. The staff comments on it, and a table that was
 * not rolled forward shows in the same way.
 *
 * Authority: Form 20-F, former Item 3.A.3 (until 4 November 2018; removed by Release 33-10532); Exchange Act Forms
 * C&DI 110.01 (any reliable source, if it is identified).
 */
import type { Filing, SourceSpan } from '../filing/filing.js';
import type { RateSource } from '../rates/rate-source.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
} from './check.js';
import { textsBeside, visibleText } from './engine/surroundings.js';
import { notRun } from './engine/verdict.js';
import { wholeItem3A } from './engine/whole-report.js';
import { averageMethods, notesOnAverages } from './rates/average-method.js';
import { NamedSources } from './rates/named-source.js';
import { type GivenRates, givenRates, isRateOf } from './rates/rate-content.js';
import { type Asked, askedOf } from './rates/rate-content-form.js';
import {
  type Gap,
  monthGap,
  practicableDay,
  practicableGap,
  runsTooFar,
  yearGap,
} from './rates/rate-content-gaps.js';
import { tableCommand } from './rates/rate-content-remedy.js';

const meta: CheckMeta = {
  id: 'exchange-rate-content',
  title: 'The exchange rates of Item 3.A are all that the form asks for',
  severity: 'warning',
  basis: 'Form 20-F, former Item 3.A.3 (reports filed to 4 November 2018); Exchange Act Forms C&DI 110.01',
  since: '0.1.0',
  needs: ['form', 'tables'],
};

const messages = {
  months:
    'Unexpected gap in the monthly rates: no high and low for {missing}, expected those of {expected}. {rule} {remedy}',
  years:
    'Unexpected gap in the yearly rates: no average for {missing}, expected that of each of the five most recent fiscal years. {rule} {remedy}',
  practicable:
    'Unexpected end of the rates at {missing}, expected the rate at {expected} as well. {rule} Add a sentence that gives it, with its day and its source.',
  source:
    'Unexpected exchange rates without a source, expected its name. {rule} Name it in the lines before the table.',
  method:
    'Unexpected method of the yearly averages, the mean of daily rates, expected the mean of the rates on the last day of each month. {rule} {remedy}',
  none: 'Unexpected Item 3.A without exchange rates, expected them in a report whose statements are not in U.S. dollars. {rule} {remedy}',
} as const;

type MessageId = keyof typeof messages;

/** The paragraph of the form that asks for each thing. */
const RULES: Readonly<Record<MessageId, string>> = {
  months: 'Former Item 3.A.3(b) of Form 20-F asks for them.',
  years:
    'Former Item 3.A.3(c) of Form 20-F asks for it, formed from the rates on the last day of each month.',
  practicable: 'Former Item 3.A.3(a) of Form 20-F asks for it.',
  source: 'Any reliable source will do, if it is identified (Exchange Act Forms C&DI 110.01).',
  method: 'Former Item 3.A.3(c) of Form 20-F says so.',
  none: 'Former Item 3.A.3 of Form 20-F asks for them.',
};
const NO_LONGER =
  'Reports filed since 5 November 2018 need not give exchange rates; where they do, a gap misleads.';

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const { currency, form } = filing.cover;
  if (form !== '20-F') return notRun('not a Form 20-F');
  const given =
    currency === null ? 'the currency of the statements could not be read' : givenRates(filing, currency);
  const practicable = typeof given === 'string' ? null : practicableDay(filing, given);
  const asked = askedOf(filing, practicable);
  if (typeof asked !== 'string') return notRun(asked.reason);
  if (typeof given === 'string')
    return asked === 'asked' ? withoutRates(filing, given, context.rates) : notRun(given);
  if (given.isUnread) return notRun('some of the exchange rates have no period that could be read');
  if (runsTooFar(filing, given)) return notRun('the fiscal year of the report could not be read for certain');
  return {
    ticks: [],
    findings: [
      ...gapFindings(filing, given, asked, context),
      ...otherFindings(filing, given, asked, context),
    ],
    undecided: [],
    notRun: null,
  };
}

function gapFindings(filing: Filing, given: GivenRates, asked: Asked, context: CheckContext) {
  const gaps: readonly (readonly [MessageId, Gap | null])[] = [
    ['practicable', asked === 'asked' ? practicableGap(filing, given) : null],
    ['months', monthGap(filing, given)],
    ['years', yearGap(filing, given)],
  ];
  return gaps.flatMap(([message, gap]) => {
    if (gap === null || (asked === 'no longer' && gap.isAll)) return [];
    const remedy = remedyOf(filing, given, context);
    return [
      draft(message, gap.place, asked, {
        values: { missing: gap.missing, expected: gap.expected, remedy },
        isMild: gap.isMild,
        evidence: gap.evidence,
      }),
    ];
  });
}

/** What does not hang on a single period: the name of the source, and how years are averaged. */
function otherFindings(filing: Filing, given: GivenRates, asked: Asked, context: CheckContext) {
  const [first] = given.tables;
  const place = given.rates[0]?.place;
  if (first === undefined || place === undefined) return [];
  const sources = new NamedSources(filing, context.otherRates ?? []);
  const isNamed =
    given.tables.some(({ table }) => sources.ofTable(table) !== null) || NAMES_SOURCE.test(given.text);
  const methods = given.tables.map(({ table }) =>
    averageMethods([...notesOnAverages(table), ...textsBeside(filing, table)]),
  );
  const daily = methods.find(({ years }) => years === 'daily');
  const hasYears = given.rates.some(
    ({ statistic, period }) => statistic === 'average' && !('instant' in period),
  );
  return [
    ...(isNamed ? [] : [draft('source', place, asked, { values: {}, isMild: false, evidence: [] })]),
    ...(daily === undefined || !hasYears || asked !== 'asked'
      ? []
      : [
          draft('method', place, asked, {
            values: { remedy: remedyOf(filing, given, context) },
            isMild: true,
            evidence: daily.stated.map((text) => `Stated: “${text}”`),
          }),
        ]),
  ];
}

/** Words of a source that no list holds: then one is named, whichever it is. */
const NAMES_SOURCE =
  /\b(?:published|quoted|reported|announced|certified|released|set|compiled|provided|obtained|issued)\s+(?:\w+\s+){0,3}?(?:by|from|on|in)\b|\b(?:source|according to|bank|website|ministry|treasury|exchange rate of the)\b/i;

/** A report that is whole, and yet gives no rate and does not speak of any in Item 3: the form asked it to. */
function withoutRates(filing: Filing, reason: string, rates: RateSource | null): CheckOutcome<MessageId> {
  const item = wholeItem3A(filing);
  const { currency, periodEnd } = filing.cover;
  if (item === null || currency === null || periodEnd === null) return notRun(reason);
  const text = visibleText(filing, [item.start, item.end]);
  const hasRate = filing.figures.some(({ unit }) => isRateOf(unit, currency));
  if (hasRate || /\bexchange\s+rates?\b|\bnoon\s+buying\b/i.test(text)) return notRun(reason);
  const heading = filing.blocks.find(({ start }) => start >= item.start);
  const remedy = tableCommand({ rates, unit: `${currency}/USD`, periodEnd, practicable: null });
  return {
    ticks: [],
    findings: [
      draft('none', [item.start, heading?.end ?? item.start + 1], 'asked', {
        values: { remedy },
        isMild: true,
        evidence: [],
      }),
    ],
    undecided: [],
    notRun: null,
  };
}

function remedyOf(filing: Filing, given: GivenRates, { rates, otherRates = [] }: CheckContext): string {
  const sources = new NamedSources(filing, otherRates);
  const isNoon = given.tables.every(({ table }) => (sources.ofTable(table)?.kind ?? 'noon') === 'noon');
  const { periodEnd } = filing.cover;
  if (!isNoon || periodEnd === null) return 'Add it from the source that the table names.';
  return tableCommand({ rates, unit: given.unit, periodEnd, practicable: practicableDay(filing, given) });
}

function draft(
  message: MessageId,
  at: SourceSpan,
  asked: Asked,
  found: {
    readonly values: Readonly<Record<string, string>>;
    readonly isMild: boolean;
    readonly evidence: readonly string[];
  },
) {
  const isAsked = asked === 'asked';
  const rule = message === 'source' || isAsked ? RULES[message] : NO_LONGER;
  const [printed, expected] = inShort(message, found.values);
  return {
    message,
    values: { ...found.values, rule },
    ...(found.isMild || !isAsked ? { severity: 'info' as const } : {}),
    at,
    suspects: [],
    printed,
    expected,
    evidence: found.evidence,
  };
}

/** What is printed and what is expected, as a report shows them side by side. */
function inShort(message: MessageId, { missing = '', expected = '' }: Readonly<Record<string, string>>) {
  const pairs: Readonly<Record<MessageId, readonly [string, string]>> = {
    months: [`no high and low for ${missing}`, expected],
    years: [`no average for ${missing}`, 'the five most recent fiscal years'],
    practicable: [`no rate after ${missing}`, expected],
    source: ['no source', 'the name of the source'],
    method: ['mean of daily rates', 'mean of the rates on the last day of each month'],
    none: ['no exchange rates', 'exchange rates'],
  };
  return pairs[message];
}

const limits = [
  'Only reports in another currency than the U.S. dollar, with a table of rates in Item 3 or under a heading on exchange rates, are judged; an excerpt only where heading and end of that section are in it.',
  'What stands under a source’s name is not looked at: the checks exchange-rate-table and exchange-rate-quote do that.',
  'Whether an issuer has existed for five years, or may give fewer as an emerging growth company, is not known: two to four latest years are information only from 2012 on.',
  'Reports on the form before its revision of 1999 are not judged.',
];

const HEAD = [
  'This annual report on Form 20-F for the fiscal year ended March 31, 2006 is that of Kitano Denki Co., Ltd.',
  '',
  'Item 3. Key Information',
  '',
  'A. Selected Financial Data',
  '',
  'Exchange Rates',
  '',
  'Kitano Denki Co., Ltd. publishes its statements in yen. The noon buying rates for yen in New York City, in yen per U.S. $1.00, were:',
  '',
  '\tHigh\tLow\tAverage',
  'Fiscal year ended March 31,\t\t\t',
];
const YEARS = [
  '2002\t¥134.77\t¥115.89\t¥125.64',
  '2003\t133.40\t115.71\t121.10',
  '2004\t120.55\t104.18\t112.75',
  '2005\t114.30\t102.26\t107.28',
  '2006\t120.93\t104.41\t113.67',
];
const MONTHS = [
  'Calendar year 2006\t\t\t',
  'January\t¥117.55\t¥113.96\t¥115.48',
  'February\t118.95\t115.82\t117.86',
  'March\t119.07\t115.89\t117.28',
  'April\t118.66\t113.79\t117.07',
  'May\t113.46\t110.07\t111.73',
  'June\t116.42\t111.66\t114.63',
  'July (through July 7, 2006)\t115.65\t113.98\t114.93',
];
const QUOTE = 'The noon buying rate on July 7, 2006 was ¥113.98 per U.S. $1.00.';
const TAIL = ['', 'B. Capitalization and Indebtedness', '', 'Not applicable.'];

const examples: readonly CheckExample[] = [
  {
    name: 'Five years, six whole months and the rate at the latest practicable date',
    text: [...HEAD, ...YEARS, ...MONTHS, '', QUOTE, ...TAIL].join('\n'),
  },
  {
    name: 'A month is missing',
    text: [...HEAD, ...YEARS, ...MONTHS.filter((row) => !row.startsWith('April')), '', QUOTE, ...TAIL].join(
      '\n',
    ),
    findings: [
      {
        message:
          'Unexpected gap in the monthly rates: no high and low for April 2006, expected those of each month from January 2006 to June 2006. Former Item 3.A.3(b) of Form 20-F asks for them. To make the table: tickmark rates table --unit JPY/USD --fiscal-year-end 03-31 --years 2002..2006 --months 2006-01..2006-07 --through 2006-07-07',
        at: 'January',
      },
    ],
  },
  {
    name: 'The table of years was not rolled forward',
    text: [...HEAD, ...YEARS.slice(0, 4), ...MONTHS, '', QUOTE, ...TAIL].join('\n'),
    findings: [
      {
        message:
          'Unexpected gap in the yearly rates: no average for the year ended March 31, 2006, expected that of each of the five most recent fiscal years. Former Item 3.A.3(c) of Form 20-F asks for it, formed from the rates on the last day of each month. To make the table: tickmark rates table --unit JPY/USD --fiscal-year-end 03-31 --years 2002..2006 --months 2006-01..2006-07 --through 2006-07-07',
        at: '2002',
      },
    ],
  },
  {
    name: 'Neither months nor a rate after the fiscal year',
    text: [...HEAD, ...YEARS, ...TAIL].join('\n'),
    findings: [
      {
        message:
          'Unexpected gap in the monthly rates: no high and low for any month, expected those of each of the previous six months. Former Item 3.A.3(b) of Form 20-F asks for them. To make the table: tickmark rates table --unit JPY/USD --fiscal-year-end 03-31 --years 2002..2006, and --months and --through for the six months before the latest practicable date',
        at: '2002',
      },
      {
        message:
          'Unexpected end of the rates at March 31, 2006, expected the rate at the latest practicable date as well. Former Item 3.A.3(a) of Form 20-F asks for it. Add a sentence that gives it, with its day and its source.',
        at: '2006',
      },
    ],
  },
  {
    name: 'No source is named',
    text: [...HEAD, ...YEARS, ...MONTHS, '', QUOTE, ...TAIL]
      .join('\n')
      .replace('The noon buying rates for yen in New York City,', 'The rates for yen,')
      .replace('The noon buying rate on', 'The rate on'),
    findings: [
      {
        message:
          'Unexpected exchange rates without a source, expected its name. Any reliable source will do, if it is identified (Exchange Act Forms C&DI 110.01). Name it in the lines before the table.',
        at: '2002',
      },
    ],
  },
  {
    name: 'Statements in U.S. dollars: the form asks for no rates',
    text: [...HEAD, ...YEARS.slice(3), ...TAIL]
      .join('\n')
      .replace('its statements in yen', 'its financial statements in U.S. dollars'),
  },
  {
    name: 'An excerpt that ends with the table is not blamed for what may follow',
    text: [...HEAD, ...YEARS.slice(3)].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
