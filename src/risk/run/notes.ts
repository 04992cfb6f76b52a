import type { CorrelationReport } from '../dependence/correlation-matrix.js';
import { factorNotes } from '../models/market/factor-notes.js';
import type { RegisterContent } from '../register/schema/register-schema.js';
import type { ResolvedRegister } from '../resolved-register.js';
import type { Simulation } from '../simulation/simulate-plan.js';
import { MOST_EXACT_EVENTS } from './exact-values.js';

/** What a reader of the results must know: what was left out, repaired, or did not come far enough. A sentence each. */
export function notesOf(
  content: RegisterContent,
  register: ResolvedRegister,
  simulation: Simulation,
  correlations: CorrelationReport | null,
): string[] {
  const modelled = new Set(register.risks.map(({ id }) => id));
  const tied = new Set(register.correlations.flatMap(({ between }) => between));
  const without = Object.entries(content.risks)
    .filter(([id, { model }]) => model === undefined && !modelled.has(id))
    .map(([id]) => id);
  return [
    ...(without.length === 0 ? [] : [`Not measured, because they have no model: ${without.join(', ')}.`]),
    ...(correlations === null ? [] : correlationNotes(correlations)),
    ...factorNotes(register.market.factors, register.market.method, tied),
    ...register.market.factors.flatMap(({ name, history }) =>
      (history?.warnings ?? []).map((warning) => `${name}: ${warning}`),
    ),
    ...untilNotes(simulation),
    ...exactNotes(register),
  ];
}

function correlationNotes({ outcome, pairs, largestChange }: CorrelationReport): string[] {
  if (outcome === 'as-stated') return [];
  const moved = pairs
    .filter(({ stated, used }) => Math.abs(used - (stated ?? 0)) > 5e-4)
    .map(
      ({ between, stated, used }) =>
        `${between.join(' and ')} ${stated === null ? 'not stated' : stated.toFixed(3)}, used ${used.toFixed(3)}`,
    );
  return outcome === 'completed'
    ? [`Pairs whose correlation is not stated cannot all be 0 beside those that are: ${moved.join('; ')}.`]
    : [
        `The correlations contradict each other and were moved to the nearest that can be, by ${largestChange.toFixed(3)} at most: ${moved.join('; ')}.`,
      ];
}

function untilNotes({ until, trials }: Simulation): string[] {
  if (until === null || until.isReached) return [];
  const reached = until.reached === null ? 'is not known' : `is ${(100 * until.reached).toFixed(2)}%`;
  return [
    `The error that was asked for, ${100 * until.target}% of ${until.measure}, was not reached in ${trials.toLocaleString('en-US')} trials: it ${reached}.`,
  ];
}

function exactNotes({ risks }: ResolvedRegister): string[] {
  const events = risks.filter(({ model }) => model.kind === 'event').length;
  if (events <= MOST_EXACT_EVENTS) return [];
  return [
    `Exact laws are worked out for the ${MOST_EXACT_EVENTS} events of largest mean effect, of ${events.toLocaleString('en-US')}, and not for the measures.`,
  ];
}
