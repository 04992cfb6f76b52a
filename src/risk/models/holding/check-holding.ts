import { InputError } from '../../../value/index.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { HoldingSpec } from './holding-spec.js';

/** @throws InputError naming what a holding's accounting cannot be computed from, and the remedy */
export function checkHolding(spec: HoldingSpec, risk: string): void {
  const refuse = (message: string): never => {
    throw new InputError('bad-config', `${risk}: ${message}`);
  };
  checkAmounts(spec, refuse);
  if (spec.accounting === 'equity-method') {
    if (spec.result === null) refuse('the equity method needs the result of the investee: add a law of it.');
    if (spec.share === null || !(spec.share > 0 && spec.share <= 1))
      refuse(`the equity method needs the share that is held, above 0% and up to 100%, not ${spec.share}.`);
  } else {
    if (spec.result !== null)
      refuse(
        `the result of the investee counts under the equity method only, not under "${spec.accounting}".`,
      );
    if (spec.unrecognisedLosses > 0)
      refuse(`unrecognised losses exist under the equity method only, not under "${spec.accounting}".`);
  }
  const canBeImpaired = spec.impairmentBelow !== null || spec.failure !== null || spec.shared.length > 0;
  if (spec.accounting === 'other-comprehensive-income' && canBeImpaired && spec.impairmentLine === null)
    refuse(
      'an impairment goes through income, not other comprehensive income: name the line (impairment-line).',
    );
  checkChances(spec, refuse);
  checkPlannedGains(spec, refuse);
}

type Refuse = (message: string) => never;

function checkAmounts(spec: HoldingSpec, refuse: Refuse): void {
  const amounts: [what: string, amount: number][] = [
    ['carrying amount', spec.carrying],
    ['cost', spec.costBasis ?? 0],
    ['advances', spec.advances],
    ['unrecognised losses', spec.unrecognisedLosses],
    ...spec.commitments.map(({ amount }): [string, number] => ['commitment', amount]),
  ];
  for (const [what, amount] of amounts) {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY))
      refuse(`unexpected ${what} of ${amount}, expected an amount from 0.`);
  }
  for (const { from, to } of spec.commitments) {
    if (!(from <= to) || !Number.isFinite(to) || !Number.isFinite(from))
      refuse(`a commitment is called from ${from} to ${to} years, expected an end not before its start.`);
  }
}

function checkChances(spec: HoldingSpec, refuse: Refuse): void {
  const { failure, impairmentBelow, shared, value } = spec;
  if (impairmentBelow !== null && !(impairmentBelow >= 0 && impairmentBelow <= 1))
    refuse(`impairment begins at a fall of ${impairmentBelow}, expected 0% to 100%.`);
  for (const { probability } of [...(failure === null ? [] : [failure]), ...shared]) {
    if (!(probability >= 0 && probability <= 1))
      refuse(`the probability of failure is ${probability}, expected 0% to 100%.`);
  }
  if (failure !== null) {
    const [low, high] = distributionOf(failure.recovery).support;
    if (low < 0 || high > 1)
      refuse(
        `the recovery ranges from ${low} to ${high}, expected a law on 0% to 100% (uniform, PERT, beta).`,
      );
  }
  if (value !== null && 'factor' in value && !Number.isFinite(value.beta))
    refuse(`the beta on ${value.factor} is ${value.beta}, expected a number.`);
}

function checkPlannedGains({ plannedGains, accounting, carrying }: HoldingSpec, refuse: Refuse): void {
  if (plannedGains === null) return;
  const { amount, proceeds } = plannedGains;
  if (accounting === 'income')
    refuse(
      'securities at fair value through income have their gains in income already: leave out the planned gains.',
    );
  if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY))
    refuse(`planned gains are ${amount}, expected an amount from 0.`);
  if (proceeds !== null && !(proceeds >= amount && proceeds < Number.POSITIVE_INFINITY))
    refuse(`the sale brings ${proceeds}, expected at least its gain of ${amount}.`);
  const brought = proceeds ?? amount;
  const soldCarrying = accounting === 'other-comprehensive-income' ? brought : brought - amount;
  if (soldCarrying > carrying)
    refuse(
      `what is to be sold is carried at ${soldCarrying}, more than the whole carrying amount of ${carrying}.`,
    );
}
