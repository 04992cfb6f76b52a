import type { ResolvedRegister } from '../resolved-register.js';
import type { RiskReport, SharedEventRow } from '../results/risk-run.js';

/** Each shared event with the risks that it brings about. */
export function sharedEventRows(register: ResolvedRegister, risks: readonly RiskReport[]): SharedEventRow[] {
  return register.sharedEvents.map(({ id, name, perYear, occurs }) => ({
    id,
    name,
    perYear,
    occurs,
    risks: risks.filter(({ sharedEvents }) => sharedEvents.includes(id)).map(({ risk }) => risk),
  }));
}
