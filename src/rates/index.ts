export { chartJson } from './chart/chart-json.js';
export type { ChartMark } from './chart/chart-marks.js';
export type { ChartPeriod } from './chart/chart-periods.js';
export { type ChartSvgOptions, chartSvg } from './chart/chart-svg.js';
export { type ChartTextOptions, chartText } from './chart/chart-text.js';
export type { ChartTheme } from './chart/chart-theme.js';
export {
  type ChartFigure,
  type ChartPoint,
  type ChartScale,
  type RateChart,
  type RateChartOptions,
  rateChart,
} from './chart/rate-chart.js';
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
export {
  type DeclaredSource,
  type LoadedSource,
  type LoadSourceCsvOptions,
  loadSourceCsv,
  type SourceSeries,
} from './loaders/source-csv.js';
export { namedRateSource } from './named-source.js';
export { noonBuyingRates } from './noon-buying-rates.js';
export { parseMonthDay, parseMonths, parseYears } from './period-lists.js';
export { type RateOnDay, rateOnDay, rateOnDayJson, rateOnDayText } from './rate-on-day.js';
export type {
  AverageMethod,
  NamedRateSource,
  RateObservation,
  RateSeries,
  RateSource,
  RateStatistic,
  RateStatisticName,
} from './rate-source.js';
export { ratesOnDay, ratesOnDayJson, ratesOnDayText } from './rates-on-day.js';
export { redenominationsWithin } from './redenominations.js';
export { ratesDirectory } from './store/data-directory.js';
export { type HeldRates, heldRates } from './store/held-rates.js';
export { formatExchangeRateTable, type TableFormat } from './table-formats/index.js';
export * from './translation/index.js';
