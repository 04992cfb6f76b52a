import { distributionOf } from '../distributions/distribution-of.js';
import { pointsOf } from '../distributions/points.js';
import { integrate } from '../distributions/special-functions/quadrature.js';
import type { EventSpec, FrequencySpec } from '../models/event/event-spec.js';
import type { SharedEvent } from '../resolved-register.js';
import type { CompoundPart } from './compound-grid.js';
import { ExactLaw } from './exact-law.js';
import { type FrequencyLaw, frequencyLaw, thinned } from './frequency-law.js';
import { type CountedShares, occurrenceLaw } from './occurrence-law.js';
import type { SeverityLaw } from './severity-law.js';

/** More occurrences a year than this are too many for a grid: each adds the error of its cell. */
const MOST_OCCURRENCES = 5000;
const TOO_MANY = 'it occurs too often for a grid of losses';

/** What an exact law of one risk must know of the register around it. */
export interface ExactContext {
  readonly sharedEvents: readonly SharedEvent[];
  /** Risks that another risk raises. */
  readonly raised: ReadonlySet<string>;
  /** Variables that a correlation names. */
  readonly tied: ReadonlySet<string>;
}

/** An exact law, or why there is none, as the end of a sentence: "no exact law: …". */
export type Exact<Law> =
  | { readonly law: Law; readonly reason: null }
  | { readonly law: null; readonly reason: string };

/**
 * The law of the net loss of an event over the year: occurrences of its own and those that shared events bring about,
 * thinned by the delay until recognition, each with its limit, threshold and insurance.
 */
export function exactLossOf(risk: string, event: EventSpec, context: ExactContext): Exact<ExactLaw> {
  const parts = eventParts(risk, event, context, { loss: 1, recovery: 1 });
  return parts.law === null ? parts : { law: new ExactLaw(parts.law.map(compoundPart)), reason: null };
}

/** Occurrences of one cause with the law of what each leaves: of the event itself, or of a shared event. */
export interface EventPart {
  /** The event's own frequency, or a shared event. */
  readonly cause: FrequencySpec | SharedEvent;
  /** Probability that an occurrence of the cause leaves its amount this year. */
  readonly probability: number;
  readonly severity: SeverityLaw;
}

/** The independent causes of an event's loss, or why its law is not compound. */
export function eventParts(
  risk: string,
  event: EventSpec,
  { sharedEvents, raised, tied }: ExactContext,
  shares: CountedShares,
): Exact<readonly EventPart[]> {
  if (raised.has(risk)) return none('another risk raises its frequency');
  if (tied.has(`${risk}.severity`)) return none('its severity is tied to another variable');
  if (event.insurance.some(({ annualLimit }) => annualLimit !== null)) {
    return none('its insurance has a limit for the year');
  }
  if (frequencyLaw(event.frequency).mean > MOST_OCCURRENCES) return none(TOO_MANY);
  const own = occurrenceLaw(event.severity, event, shares);
  if (own === null) return none('a larger loss can leave less after insurance');
  const recognised = recognisedShare(event);
  const parts: EventPart[] = [{ cause: event.frequency, probability: recognised, severity: own }];
  for (const { event: id, probability, severity } of event.shared) {
    const cause = sharedEvents.find((each) => each.id === id);
    if (cause === undefined) return none(`the shared event ${id} is unknown`);
    if (cause.perYear > MOST_OCCURRENCES) return none(TOO_MANY);
    const law = severity === null ? own : occurrenceLaw(severity, event, shares);
    if (law === null) return none('a larger loss can leave less after insurance');
    parts.push({ cause, probability: probability * recognised, severity: law });
  }
  return { law: parts, reason: null };
}

function compoundPart({ cause, probability, severity }: EventPart): CompoundPart {
  if (isOwn(cause)) return ownPart(cause, probability, severity);
  return { frequency: sharedFrequency(cause), claim: [{ probability, severity }] };
}

export function isOwn(cause: EventPart['cause']): cause is FrequencySpec {
  return 'frequency' in cause;
}

/** Occurrences of the event's own that leave an amount: those that do not are left out of the frequency. */
export function ownPart(own: FrequencySpec, probability: number, severity: SeverityLaw): CompoundPart {
  return { frequency: frequencyLaw(thinned(own, probability)), claim: [{ probability: 1, severity }] };
}

/** A shared event is Poisson, or a scenario lets it occur once for certain, or not at all. */
export function sharedFrequency(cause: SharedEvent): FrequencyLaw {
  if (cause.occurs === null) return frequencyLaw({ frequency: 'poisson', rate: cause.perYear });
  return frequencyLaw({ frequency: 'binomial', trials: 1, probability: cause.occurs ? 1 : 0 });
}

/** P(U + D ≤ 1): an occurrence falls anywhere in the year, and is recognised a delay later. */
export function recognisedShare({ delay }: Pick<EventSpec, 'delay'>): number {
  if (delay === null) return 1;
  const points = pointsOf(delay);
  if (points !== null) {
    return points.reduce(
      (sum, { at, probability }) => sum + probability * Math.min(1, Math.max(0, 1 - at)),
      0,
    );
  }
  const law = distributionOf(delay);
  return Math.min(
    1,
    integrate((t) => law.cdf(t), 0, 1, 256),
  );
}

function none(reason: string): { readonly law: null; readonly reason: string } {
  return { law: null, reason };
}
