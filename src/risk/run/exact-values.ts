import { type ExactContext, exactLossOf } from '../exact/exact-loss.js';
import { exactContext, exactTotal } from '../exact/exact-total.js';
import type { LossLaw } from '../exact/loss-law.js';
import { exactDriver } from '../models/driver/exact-driver.js';
import { exactModelValues } from '../models/exact-model-values.js';
import { exactMarketValues } from '../models/market/exact-market-values.js';
import type { ResolvedRegister, ResolvedRisk } from '../resolved-register.js';
import type { ExactValues } from '../results/results.js';
import type { Line } from '../waterfall/base.js';
import type { Measure } from '../waterfall/measure.js';

/** Quantiles of the change that are compared: a gain is positive, so the bad years come first. */
const COMPARED = [0.005, 0.01, 0.05, 0.5] as const;

/** Events whose law is worked out at most: each takes some tens of milliseconds. */
export const MOST_EXACT_EVENTS = 60;

/** What a driver's effect is measured on. */
const BEFORE_TAX: readonly Line['kind'][] = ['revenue', 'cost', 'other'];

const METHODS: Readonly<Record<LossLaw['method'], string>> = {
  panjer: "Panjer's recursion",
  fft: 'Fourier transform',
  normal: 'sum of normals',
};

/**
 * What is known exactly of each risk's own effect. A risk without an entry has no law that theory gives: a frequency
 * that others raise, an annual limit, credits by the length of an outage. Of more events than `MOST_EXACT_EVENTS`, those
 * with the largest effect are worked out.
 *
 * @param sizeOf how much a risk matters, such as its mean effect
 */
export function exactEffects(
  register: ResolvedRegister,
  sizeOf: (risk: string) => number = () => 0,
): ReadonlyMap<string, ExactValues> {
  const context = exactContext(register);
  const tied = new Set(register.correlations.flatMap(({ between }) => between));
  const events = eventsWorkedOut(register, sizeOf);
  const known = new Map<string, ExactValues>();
  for (const risk of register.risks) {
    if (risk.model.kind === 'event' && !events.has(risk.id)) continue;
    const values = effectOf(risk, register, context, tied);
    if (values !== null) known.set(risk.id, values);
  }
  return known;
}

/** The ids of the events that matter most, no more than are worked out. */
function eventsWorkedOut({ risks }: ResolvedRegister, sizeOf: (risk: string) => number): ReadonlySet<string> {
  const events = risks.flatMap(({ id, model }) =>
    model.kind === 'event' ? [{ id, size: Math.abs(sizeOf(id)) }] : [],
  );
  // Stable: equal ones stay in the order of the register.
  return new Set(
    events
      .sort((a, b) => b.size - a.size)
      .slice(0, MOST_EXACT_EVENTS)
      .map(({ id }) => id),
  );
}

function effectOf(
  risk: ResolvedRisk,
  register: ResolvedRegister,
  context: ExactContext,
  tied: ReadonlySet<string>,
): ExactValues | null {
  const { id, model } = risk;
  const { base, market, sharedEvents } = register;
  switch (model.kind) {
    case 'event': {
      const { law } = exactLossOf(id, model, context);
      return law === null ? null : valuesOf(law);
    }
    case 'driver':
      return exactDriver(model, id, base, ({ kind }) => BEFORE_TAX.includes(kind), COMPARED);
    case 'market':
      return exactMarketValues(model, { base, ...market }, tied, COMPARED);
    default:
      return exactModelValues(risk, sharedEvents, COMPARED);
  }
}

/** The exact law of a whole measure, where every risk that reaches it has one and nothing ties them; else null. */
export function exactMeasure(register: ResolvedRegister, measure: Measure): ExactValues | null {
  if (measure !== 'revenue' && measure !== 'operating-income') return null;
  if (register.risks.filter(({ model }) => model.kind === 'event').length > MOST_EXACT_EVENTS) return null;
  const { law } = exactTotal(register, measure);
  return law === null ? null : valuesOf(law);
}

/** Of the change: the law is of the loss. 0 − x, so that no loss is not written −0. */
function valuesOf(law: LossLaw): ExactValues {
  return {
    method: METHODS[law.method],
    mean: Number.isFinite(law.mean) ? 0 - law.mean : null,
    deviation: Number.isFinite(law.deviation) ? law.deviation : null,
    quantiles: COMPARED.map((level) => ({ level, value: 0 - law.quantile(1 - level) })),
    error: Math.max(...COMPARED.map((level) => law.errorAt(1 - level))),
  };
}
