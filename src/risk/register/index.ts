export { CATEGORIES, categoryOf, likelyModel, UNSORTED } from './categories.js';
export { type DisclosedAmount, disclosedAmounts } from './disclosed-amounts.js';
export { type Edit, editRegister } from './edit/edit-register.js';
export type { BaseItem, DisclosedFactor, DisclosedFigure, DisclosedReport } from './init/disclosed.js';
export { headingLikeness } from './init/heading-likeness.js';
export { registerText } from './init/register-text.js';
export { type RegisterUpdate, updateRegister } from './init/update-register.js';
export { inputsOf, type RegisterInput } from './inputs.js';
export { marketProblems } from './market-problems.js';
export { problemLine, type RegisterReading, readRegister, requireRegister } from './read-register.js';
export type { Problem, ProblemSeverity } from './reading/problem.js';
export { pathText, type RegisterPath } from './reading/register-path.js';
export { placeOf, type Register } from './register.js';
export { type ResolveOptions, resolveRegister } from './resolve/resolve-register.js';
export type { Shock, ShockAmount } from './resolve/shocks.js';
export type { Source } from './schema/common.js';
export type {
  ControlEntry,
  InputEntry,
  RegisterContent,
  RiskEntry,
  ScenarioEntry,
  ShockEntry,
} from './schema/register-schema.js';
export { type ShowUnit, showUnitOf } from './show-unit.js';
