import { InputError } from '../../../value/index.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import type { Base } from '../../waterfall/base.js';
import { checkFrequency, meanOf } from './count-law.js';
import type { EventSpec, InsuranceLayer } from './event-spec.js';

/** Occurrences that a year may have on average. Each is drawn by itself: a million trials of as many would be 10^10 draws. */
export const MOST_OCCURRENCES = 10_000;

/** A law of losses or delays may reach below 0 with this probability at most; what does counts as 0. */
const MOST_BELOW_0 = 0.5;

/**
 * Refuses an event that cannot be simulated: no frequency or too great a one, a line that the base lacks, shares that do
 * not sum to 1, layers out of range, laws that are mostly below 0.
 *
 * @throws InputError that names the risk and what is expected
 */
export function checkEvent(spec: EventSpec, risk: string, { lines }: Pick<Base, 'lines'>): void {
  checkFrequency(spec.frequency);
  const mean = meanOf(spec.frequency);
  if (mean > MOST_OCCURRENCES) throw tooFrequent(risk, mean);
  const known = new Set(lines.map(({ id }) => id));
  const refuse = (message: string) => new InputError('bad-config', `Risk "${risk}": ${message}`);
  for (const line of [
    ...spec.to.map((to) => to.line),
    ...(spec.recoveryTo === null ? [] : [spec.recoveryTo]),
  ]) {
    if (!known.has(line)) throw refuse(`unexpected line "${line}", expected a line of the base.`);
  }
  const shares = spec.to.reduce((sum, { share }) => sum + share, 0);
  if (!(Math.abs(shares - 1) <= 1e-9)) {
    throw refuse(`the shares of the lines that take the loss sum to ${shares}, expected 1.`);
  }
  if (!(spec.franchise >= 0))
    throw refuse(`unexpected threshold ${spec.franchise}, expected a number from 0.`);
  if (spec.limit !== null && !(spec.limit >= 0))
    throw refuse(`unexpected limit ${spec.limit}, expected a number from 0.`);
  for (const layer of spec.insurance) checkLayer(layer, refuse);
  const causes = new Set(spec.shared.map(({ event }) => event));
  if (causes.size < spec.shared.length) throw refuse('a shared event is named twice, expected once.');
  for (const { event, probability } of spec.shared) {
    if (!(probability >= 0 && probability <= 1))
      throw refuse(`unexpected probability ${probability} of following from "${event}", expected 0 to 1.`);
  }
  const severities = [
    spec.severity,
    ...spec.shared.flatMap(({ severity }) => (severity === null ? [] : [severity])),
  ];
  for (const severity of severities) checkFrom0(severity, 'severity', refuse);
  if (spec.delay !== null) checkFrom0(spec.delay, 'delay', refuse);
}

/** An event that another one raises to more occurrences than a trial can hold. */
export function tooFrequent(risk: string, mean: number): InputError {
  return new InputError(
    'too-large',
    `Risk "${risk}": unexpected ${Number(mean.toPrecision(6))} occurrences a year, expected at most ${MOST_OCCURRENCES}, as each is drawn by itself. Let one occurrence stand for a group, lower what raises it, or make their yearly sum a driver.`,
  );
}

function checkLayer(layer: InsuranceLayer, refuse: (message: string) => InputError): void {
  const from0 = (value: number | null, name: string) => {
    if (value !== null && !(value >= 0))
      throw refuse(`unexpected ${name} ${value} of an insurance layer, expected a number from 0.`);
  };
  from0(layer.excess, 'excess');
  from0(layer.limit, 'limit');
  from0(layer.annualLimit, 'annual limit');
  if (!(layer.share >= 0 && layer.share <= 1))
    throw refuse(`unexpected share ${layer.share} of an insurance layer, expected 0 to 1.`);
}

function checkFrom0(spec: DistributionSpec, name: string, refuse: (message: string) => InputError): void {
  const law = distributionOf(spec);
  if (law.support[0] >= 0) return;
  const below = law.cdf(0);
  if (below <= MOST_BELOW_0) return;
  throw refuse(
    `its ${name} is below 0 with probability ${Number(below.toPrecision(2))}, expected a law from 0 (what little is below counts as 0). Take lognormal, gamma, PERT or a GPD with threshold 0.`,
  );
}
