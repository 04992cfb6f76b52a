export {
  type CellOptions,
  type CurrencyAndScale,
  type Mention,
  readCell,
  readCurrencyAndScale,
} from './figures/index.js';
export type * from './filing.js';
export {
  bearsTitle,
  type FormItem,
  formItems,
  itemId,
  itemName,
  parentItemId,
  sameTitle,
} from './forms/index.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export { PlaceOffsets } from './place-offsets.js';
export { decodeSource } from './read/decode.js';
export { type ReadOptions, readFiling } from './read-filing.js';
export { type LineColumn, SourceLines } from './source-lines.js';
