export { loadRates } from '../loaders/load-rates.js';
export { loadSourceCsv } from '../loaders/source-csv.js';
export { isValetCsv } from '../loaders/valet-csv.js';
export { ratesChangeRecord, ratesChangeText } from './change-report.js';
export {
  heldSeries,
  type KeepOptions,
  keepRates,
  type RatesChange,
  type Reading,
} from './keep-rates.js';
export type { ReadingOrigin, SeriesChange } from './merge-series.js';
export { type RatesStatus, ratesStatus } from './rates-status.js';
export { readingOrigin } from './reading-origin.js';
export { type RemovedSource, removedSourceRecord, removedSourceText, removeSource } from './remove-source.js';
export { ratesStatusRecord, ratesStatusText } from './status-text.js';
export { type RatesUndo, ratesUndoRecord, ratesUndoText, undoRatesChange } from './undo-change.js';
