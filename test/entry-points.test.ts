import { describe, expect, it } from 'vitest';
import { eventOf, registerOf } from './risk-exact-models.js';

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
    'editDistance',
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
    'nearWord',
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
    'redenominationsWithin',
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
  'src/checks/index.ts': ['TICK_LETTERS', 'check', 'checks', 'defineCheck', 'readCalculations'],
  'src/risk/index.ts': [
    'CATEGORIES',
    'MEASURES',
    'NO_ALTERNATIVES',
    'PERCENT',
    'PLAIN',
    'STANDARD_METHOD',
    'UNSORTED',
    'alternativesOf',
    'analyseDependencies',
    'analyseOwnership',
    'backtest',
    'binomialTest',
    'cashFlowsOf',
    'categoryOf',
    'conditionalCoverageTest',
    'correlationMatrix',
    'disclosedAmounts',
    'distributionOf',
    'editRegister',
    'ewmaDaysOfWeight',
    'ewmaHalfLife',
    'ewmaVolatility',
    'exactContext',
    'exactLossOf',
    'exactTotal',
    'exchangeRateHistory',
    'expectedShortfallOf',
    'fitQuantiles',
    'fundingSchedule',
    'headingLikeness',
    'holderPower',
    'independenceTest',
    'inputsOf',
    'item11',
    'kupiecRegion',
    'kupiecTest',
    'likelyModel',
    'marketProblems',
    'measureRegister',
    'otherMarkets',
    'pathText',
    'placeOf',
    'portfolioValueAtRisk',
    'powerIndex',
    'priceHistory',
    'printEstimate',
    'printNumber',
    'printedEstimate',
    'priorItem11',
    'problemLine',
    'quantileMisfit',
    'randomStream',
    'rateFairValue',
    'readRegister',
    'registerText',
    'requireExplained',
    'requireRegister',
    'resolveRegister',
    'resolverOf',
    'showUnitOf',
    'simulate',
    'spreadOf',
    'trafficLight',
    'updateRegister',
    'valueAtRisk',
    'valueAtRiskOf',
    'waterfallOf',
  ],
  'src/reports/index.ts': [
    'githubAnnotations',
    'githubFailure',
    'githubSummary',
    'htmlReport',
    'jsonFailureLine',
    'jsonLine',
    'jsonReport',
    'readingJson',
    'riskReport',
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

  it('measure a risk without a register file, and its law without simulation', async () => {
    const { distributionOf, exactTotal, fitQuantiles, simulate, spreadOf, valueAtRiskOf } = await import(
      '../src/risk/index.js'
    );
    const severity = fitQuantiles('lognormal', [
      { level: 0.5, value: 20 },
      { level: 0.95, value: 200 },
    ]);
    expect(valueAtRiskOf(distributionOf(severity), 0.95)).toBeCloseTo(200, 9);
    const register = registerOf([eventOf({ frequency: 'poisson', rate: 0.4 }, severity)]);
    const { measures } = await simulate(register, { trials: 20_000, seed: 7 });
    const income = measures.find(({ measure }) => measure === 'operating-income')?.change;
    const { mean } = spreadOf(income as NonNullable<typeof income>);
    const { law } = exactTotal(register, 'operating-income');
    expect(Math.abs((mean.value ?? 0) + (law?.mean ?? 0))).toBeLessThan(4 * (mean.standardError ?? 0));
  });
});
