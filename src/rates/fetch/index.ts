export { FRED_ADDRESS, fetchAddress, H10_ADDRESS } from './addresses.js';
export type { FetchFailure } from './fetch-noon-rates.js';
export { proxyHint } from './proxy-hint.js';
export { type RatesUpdate, type UpdateOptions, updateRates } from './update-rates.js';
