export * from './check.js';
export { type CheckOptions, check } from './engine/run.js';
export { checks } from './registry.js';
export type { CheckOption, CheckSetting, CheckSettings, OptionValue } from './settings.js';
export type { Calculation, Contributor } from './xbrl/calculation.js';
export { readCalculations } from './xbrl/read-calculations.js';
