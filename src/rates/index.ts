export { chooseSeries, publishedUnit, type SeriesChoice } from './choose-series.js';
export { directionText } from './direction.js';
export {
  type ExchangeRateCell,
  type ExchangeRateGroup,
  type ExchangeRateRow,
  type ExchangeRateTable,
  exchangeRateTable,
  RATE_COLUMNS,
  type TableFootnote,
} from './exchange-rate-table.js';
export type { ExchangeRateTableOptions, MonthDay, MonthOfYear } from './exchange-rate-table-rows.js';
export { noonBuyingRates } from './noon-buying-rates.js';
export { parseMonthDay, parseMonths, parseYears } from './period-lists.js';
export { type RateOnDay, rateOnDay, rateOnDayJson, rateOnDayText } from './rate-on-day.js';
export type {
  AverageMethod,
  RateObservation,
  RateSeries,
  RateSource,
  RateStatistic,
  RateStatisticName,
} from './rate-source.js';
export { ratesOnDay, ratesOnDayJson, ratesOnDayText } from './rates-on-day.js';
export { formatExchangeRateTable, type TableFormat } from './table-formats/index.js';
