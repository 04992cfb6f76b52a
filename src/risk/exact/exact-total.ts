import { driverChange } from '../models/driver/driver-change.js';
import { driverEffects } from '../models/driver/driver-effects.js';
import type { DriverSpec } from '../models/driver/driver-spec.js';
import { responsesOf } from '../models/driver/line-response.js';
import type { EventSpec } from '../models/event/event-spec.js';
import { raisersOf } from '../models/event/raisers.js';
import type { ResolvedRegister, ResolvedRisk, SharedEvent } from '../resolved-register.js';
import type { Base, Line } from '../waterfall/base.js';
import type { CompoundPart } from './compound-grid.js';
import { ExactLaw } from './exact-law.js';
import {
  type EventPart,
  type Exact,
  type ExactContext,
  eventParts,
  isOwn,
  ownPart,
  sharedFrequency,
} from './exact-loss.js';
import { type LinearLoss, linearPart } from './linear-part.js';
import { linesReached } from './lines-reached.js';
import type { LossLaw } from './loss-law.js';
import { normalSum } from './normal-law.js';

/** A law that is cut off with less probability than this is taken as whole. */
const NEGLIGIBLE = 1e-9;

/** The measures that are plain sums of effects on lines. */
export type LinearMeasure = 'revenue' | 'operating-income';

const KINDS: Readonly<Record<LinearMeasure, readonly Line['kind'][]>> = {
  revenue: ['revenue'],
  'operating-income': ['revenue', 'cost'],
};

/** What an exact law needs to know of the rest of a register. */
export function exactContext(register: ResolvedRegister): ExactContext {
  return {
    sharedEvents: register.sharedEvents,
    raised: new Set(
      [...raisersOf(register)].filter(([, raisers]) => raisers.length > 0).map(([risk]) => risk),
    ),
    tied: new Set(register.correlations.flatMap(({ between }) => between)),
  };
}

/**
 * The law of the fall of a measure below plan from all risks together: a loss is positive, a gain negative. There is
 * one where every risk that reaches the measure is an event with an exact law or a driver that moves amounts by its
 * change, and no correlation ties them; risks that follow from one shared event are joined with it exactly.
 */
export function exactTotal(register: ResolvedRegister, measure: LinearMeasure): Exact<LossLaw> {
  const lines = new Map(register.base.lines.map((line) => [line.id, line]));
  const counts = (id: string) => KINDS[measure].includes(lines.get(id)?.kind ?? 'other');
  const context = exactContext(register);
  const own: CompoundPart[] = [];
  const shared = new Map<SharedEvent, { probability: number; severity: EventPart['severity'] }[]>();
  const linear: LinearLoss[] = [];
  for (const risk of register.risks) {
    if (!linesReached(risk, register.base).some(counts)) continue;
    const found = partsOf(risk, context, counts, register.base);
    if (found.law === null) return { law: null, reason: `risk ${risk.id}: ${found.reason}` };
    for (const { cause, probability, severity } of found.law.events) {
      if (isOwn(cause)) own.push(ownPart(cause, probability, severity));
      else shared.set(cause, [...(shared.get(cause) ?? []), { probability, severity }]);
    }
    linear.push(...found.law.linear);
  }
  const normals = linear.flatMap(({ normal }) => (normal === null ? [] : [normal]));
  if (own.length + shared.size === 0 && normals.length === linear.length) {
    return { law: normalSum(normals), reason: null };
  }
  const joined = [...shared].map(([cause, claim]) => ({ frequency: sharedFrequency(cause), claim }));
  const offset = linear.reduce((sum, { low }) => sum + low, 0);
  return { law: new ExactLaw([...own, ...joined, ...linear.map(({ part }) => part)], offset), reason: null };
}

interface Parts {
  readonly events: readonly EventPart[];
  readonly linear: readonly LinearLoss[];
}

function partsOf(
  { id, model }: ResolvedRisk,
  context: ExactContext,
  counts: (line: string) => boolean,
  base: Base,
): Exact<Parts> {
  if (model.kind === 'event') return eventPartsOf(id, model, context, counts);
  if (model.kind === 'driver') return driverPartsOf(id, model, context, counts, base);
  return { law: null, reason: `a ${model.kind} risk has no exact law` };
}

function eventPartsOf(
  id: string,
  event: EventSpec,
  context: ExactContext,
  counts: (line: string) => boolean,
): Exact<Parts> {
  if (context.tied.has(`${id}.frequency`))
    return { law: null, reason: 'its frequency is tied to another variable' };
  const loss = event.to.reduce((sum, { line, share }) => sum + (counts(line) ? share : 0), 0);
  const recovery = event.recoveryTo === null ? loss : counts(event.recoveryTo) ? 1 : 0;
  const found = eventParts(id, event, context, { loss, recovery });
  return found.law === null ? found : { law: { events: found.law, linear: [] }, reason: null };
}

function driverPartsOf(
  id: string,
  driver: DriverSpec,
  context: ExactContext,
  counts: (line: string) => boolean,
  base: Base,
): Exact<Parts> {
  if (context.tied.has(id)) return { law: null, reason: 'it is tied to another variable' };
  const responses = responsesOf(driver, id, base);
  const { law, cut } = driverChange(driver, id, responses);
  if (cut > NEGLIGIBLE) return { law: null, reason: 'its law is cut at a fall of 100%' };
  let slope = 0;
  for (const effect of driverEffects(responses, base)) {
    if (!counts(effect.line)) continue;
    if (effect.slope === null)
      return { law: null, reason: `its effect on ${effect.line} is no straight line` };
    slope -= effect.slope;
  }
  const linear = linearPart(driver.change, law, slope);
  return { law: { events: [], linear: linear === null ? [] : [linear] }, reason: null };
}
