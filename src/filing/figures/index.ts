export { combinePeriodParts } from './combine-parts.js';
export { readSharedNames } from './currency-names.js';
export {
  type FiscalCalendar,
  fiscalYearEnd,
  nameOf,
  onItsDays,
  quarterOfYear,
  readFiscalCalendar,
  snapped,
  spanEndingOn,
  yearEndBefore,
  yearEndingOn,
} from './fiscal-calendar.js';
export { type FiscalYear, readFiscalYear } from './fiscal-year.js';
export { type PeriodParts, readPeriodParts } from './label-parts.js';
export type { CellOptions, LabelKind, Mention, MentionOptions } from './mentions.js';
export { type NoteSpan, readNoteSpan } from './note-spans.js';
export { scaledValue } from './numerals.js';
export { PeriodReader } from './period-reader.js';
export { type CurrencyAndScale, readCurrencyAndScale, readRateOrScale } from './rate-unit.js';
export { readCell } from './read-cell.js';
export { readMentions } from './read-mentions.js';
export { sentenceLabel } from './sentence-label.js';
export { unitsBySentence } from './share-units.js';
export { type NamedCalendar, namedYears } from './year-names.js';
