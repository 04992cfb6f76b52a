export {
  type AmountInBoth,
  type AmountToTranslate,
  type ConvenienceTranslation,
  convenienceTranslation,
  type TranslatedAmount,
  type TranslationOptions,
  type TranslationTerms,
} from './convenience-translation.js';
export type { Translation } from './formats/grid.js';
export { formatTranslation } from './formats/index.js';
export { ownRateNotes, type TranslationNote, type TranslationNoteId } from './notes.js';
export { type AmountPower, amountSign, type PrintedAmount } from './printed-amount.js';
export { DEFAULT_MATERIAL_PERCENT, type RateMovement } from './rate-movement.js';
export {
  type BaseValue,
  type LineToTranslate,
  type TableToTranslate,
  type TranslatedLine,
  type TranslatedTable,
  translatedTable,
} from './translated-table.js';
export {
  type CurrencyPair,
  type OwnRate,
  ownTranslationRate,
  type TranslationRate,
  translationRate,
} from './translation-rate.js';
