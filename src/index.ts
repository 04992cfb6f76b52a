/** The library's stable entry points: read a report, check it. The other rooms are subpath imports. */
export type { CheckContext, CheckOptions, CheckResult, Finding, Tick } from './checks/index.js';
export { check } from './checks/index.js';
export type { Figure, Filing, ReadOptions } from './filing/index.js';
export { readFiling } from './filing/index.js';
export { noonBuyingRates } from './rates/index.js';
export { InputError } from './value/index.js';
