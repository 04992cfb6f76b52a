import { parseDay } from '../../value/index.js';
import { raisersOf } from '../models/event/raisers.js';
import { Amounts } from '../register/resolve/amounts.js';
import { isOpen } from '../register/schema/common.js';
import type { ControlEntry, RegisterContent, RiskEntry } from '../register/schema/register-schema.js';
import type { ShowUnit } from '../register/show-unit.js';
import type { ResolvedRegister, RiskSpec } from '../resolved-register.js';
import { probabilityEstimate } from '../results/estimate.js';
import type { ExactValues, RiskResult } from '../results/results.js';
import type { ControlRow, RiskReport } from '../results/risk-run.js';
import { spreadOf } from '../results/spread.js';
import type { DetailRisk } from '../simulation/detail-sample.js';
import { sampleMeanEstimate } from '../simulation/estimates.js';
import type { Simulation } from '../simulation/simulate-plan.js';
import type { Base } from '../waterfall/base.js';
import { amountsIn } from './in-words/amounts-in-words.js';
import { modelInWords } from './in-words/model-in-words.js';
import { inputsIn, sourceInWords } from './input-rows.js';
import { levelsWith } from './measure-results.js';

export interface ReportedOn {
  readonly content: RegisterContent;
  readonly resolved: ResolvedRegister;
  readonly simulation: Simulation;
  readonly exact: ReadonlyMap<string, ExactValues>;
  readonly show: ShowUnit;
  readonly level: number;
}

/** Each risk with what it does, what the register says of it, and what it hangs together with. */
export function riskReports(on: ReportedOn): RiskReport[] {
  const raisers = raisersOf(on.resolved);
  return on.resolved.risks.map(({ id, model }) => {
    const entry = on.content.risks[id] as RiskEntry;
    const detail = on.simulation.detail.risks.find(({ risk }) => risk === id) as DetailRisk;
    const { base } = on.resolved;
    const lineName = (line: string) => base.lines.find((each) => each.id === line)?.name ?? line;
    return {
      ...resultOf(id, entry, detail, on),
      owner: isOpen(entry.owner) ? null : entry.owner,
      review: isOpen(entry.review) ? null : parseDay(entry.review),
      controls: (entry.controls ?? []).map((control, nth) => controlRow(control, id, nth, on.content)),
      model: modelInWords(model, amountsIn(on.show), lineName),
      inputs: [...inputsIn(entry.model)],
      source: entry.source === undefined ? null : sourceInWords(entry.source, on.content.report ?? null),
      lines: meansByLine(detail, base),
      raises: 'raises' in model ? model.raises : [],
      raisedBy: raisers.get(id) ?? [],
      sharedEvents: sharedEventsOf(model),
      momentsBelow: detail.momentsBelow,
    };
  });
}

function resultOf(id: string, entry: RiskEntry, detail: DetailRisk, on: ReportedOn): RiskResult {
  const totals = on.simulation.risks.find(({ risk }) => risk === id);
  const effect = totals?.effect ?? null;
  return {
    risk: id,
    heading: entry.heading,
    category: entry.category,
    kind: entry.model?.kind ?? '',
    effectOn: totals?.effectOn ?? 'none',
    effect:
      effect === null ? null : { ...spreadOf(effect, levelsWith(on.level)), exact: on.exact.get(id) ?? null },
    occurrences: occurrencesOf(detail),
  };
}

function occurrencesOf({ occurrences }: DetailRisk): RiskResult['occurrences'] {
  if (occurrences === null) return null;
  return {
    mean: sampleMeanEstimate(occurrences),
    probabilityOfAny: probabilityEstimate(
      occurrences.filter((count) => count > 0).length,
      occurrences.length,
    ),
  };
}

function meansByLine({ effects, columns, momentsBelow }: DetailRisk, base: Base): RiskReport['lines'] {
  return effects.flatMap((target, nth) => {
    if (!('line' in target)) return [];
    const name = base.lines.find(({ id }) => id === target.line)?.name ?? target.line;
    return [
      { line: target.line, name, mean: sampleMeanEstimate(columns[nth] as Float64Array, momentsBelow) },
    ];
  });
}

/** What a control costs a year is counted against what it saves where the two are compared. */
function controlRow(
  { id, name, status, cost }: ControlEntry,
  risk: string,
  nth: number,
  content: RegisterContent,
): ControlRow {
  const path = ['risks', risk, 'controls', nth, 'cost'];
  return {
    id,
    name,
    status,
    costPerYear: cost === undefined ? null : new Amounts(content).number(cost, path),
  };
}

function sharedEventsOf(model: RiskSpec): string[] {
  switch (model.kind) {
    case 'event':
    case 'holding':
      return model.shared.map(({ event }) => event);
    case 'dependency':
      return [...new Set(model.nodes.flatMap(({ shared }) => shared.map(({ event }) => event)))];
    default:
      return [];
  }
}
