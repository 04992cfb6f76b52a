import { describe, expect, it } from 'vitest';

/** What each entry point of the package exports. A change here is a change of the public interface. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'src/index.ts': ['InputError', 'check', 'noonBuyingRates', 'readFiling'],
  'src/value/index.ts': [
    'CURRENCIES',
    'Decimal',
    'FIRST_YEAR',
    'Fraction',
    'InputError',
    'Interval',
    'LAST_YEAR',
    'MONTHS',
    'Money',
    'Percent',
    'Rate',
    'WEEKDAYS',
    'civilDateOf',
    'covers',
    'currencyName',
    'currencyOf',
    'dayOf',
    'daysInMonth',
    'endOfMonth',
    'firstIndex',
    'fiscalYear',
    'formatDay',
    'formatDayLong',
    'formatPeriod',
    'instantAt',
    'isCalendarMonth',
    'isCivilDate',
    'isInstant',
    'isYear',
    'lastDayOf',
    'monthOf',
    'monthsOf',
    'parseDay',
    'parsePeriod',
    'plusDays',
    'rateUnit',
    'samePeriod',
    'spanOf',
    'weekdayOf',
  ],
  'src/rates/index.ts': [
    'DEFAULT_MATERIAL_PERCENT',
    'RATE_COLUMNS',
    'amountSign',
    'chartJson',
    'chartSvg',
    'chartText',
    'chooseSeries',
    'convenienceTranslation',
    'directionText',
    'exchangeRateTable',
    'formatExchangeRateTable',
    'formatTranslation',
    'heldRates',
    'loadSourceCsv',
    'namedRateSource',
    'noonBuyingRates',
    'ownRateNotes',
    'ownTranslationRate',
    'parseMonthDay',
    'parseMonths',
    'parseYears',
    'publishedUnit',
    'rateChart',
    'rateOnDay',
    'rateOnDayJson',
    'rateOnDayText',
    'ratesDirectory',
    'ratesOnDay',
    'ratesOnDayJson',
    'ratesOnDayText',
    'translatedTable',
    'translationRate',
  ],
  'src/filing/index.ts': [
    'DEFAULT_LIMITS',
    'PlaceOffsets',
    'SourceLines',
    'bearsTitle',
    'decodeSource',
    'formItems',
    'itemId',
    'itemName',
    'parentItemId',
    'readCell',
    'readCurrencyAndScale',
    'readFiling',
    'sameTitle',
  ],
  'src/checks/index.ts': ['TICK_LETTERS', 'check', 'checks', 'defineCheck', 'nearest', 'readCalculations'],
  'src/reports/index.ts': [
    'githubAnnotations',
    'githubFailure',
    'githubSummary',
    'htmlReport',
    'jsonFailureLine',
    'jsonLine',
    'jsonReport',
    'readingJson',
    'sarifLog',
    'sarifReport',
    'terminalReport',
  ],
};

describe('the entry points', () => {
  it.each(Object.entries(NAMES))('%s exports what is listed', async (path, names) => {
    const module = (await import(/* @vite-ignore */ `../${path}`)) as Record<string, unknown>;
    expect(Object.keys(module).sort()).toEqual(names);
  });

  it('do the main job with what a library user imports', async () => {
    const { check, noonBuyingRates, readFiling } = await import('../src/index.js');
    const text =
      'Item 3. Key Information\n\nThe noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.\n';
    const result = check(readFiling(text), { rates: noonBuyingRates() });
    const rate = result.figures.find(({ figure }) => figure.text === '¥117.48');
    expect(rate?.status).toBe('ticked');
    expect(result.summary.errors).toBe(0);
  });
});
