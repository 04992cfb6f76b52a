import { InputError } from '../../../value/index.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import { percentText } from '../../percent-text.js';
import type { OwnershipSpec } from './ownership-spec.js';

/** Named holders whose sets power indices go through: 2^18. */
const MOST_POWER_HOLDERS = 18;
export const MOST_HOLDERS = 1_000;

type Refuse = (message: string) => never;

/** @throws InputError naming what is impossible about holders, issues or votes, and the remedy */
export function checkOwnership(spec: OwnershipSpec, risk: string): void {
  const refuse: Refuse = (message) => {
    throw new InputError('bad-config', `${risk}: ${message}`);
  };
  if (!(spec.shares > 0 && spec.shares < Number.POSITIVE_INFINITY))
    refuse(`${spec.shares} shares are outstanding, expected a number above 0.`);
  if (spec.holders.length > MOST_HOLDERS)
    refuse(
      `${spec.holders.length} holders are named, expected at most ${MOST_HOLDERS}: leave the small ones to the rest.`,
    );
  for (const { id, share, preemptive } of spec.holders) {
    if (!isShare(share)) refuse(`${id} holds ${share}, expected 0% to 100% of the shares outstanding.`);
    if (preemptive !== null && !isShare(preemptive.exercised))
      refuse(`${id} uses its right with probability ${preemptive.exercised}, expected 0% to 100%.`);
  }
  checkIds(spec.holders, 'holder', refuse);
  checkIds(spec.issues, 'issue', refuse);
  const held = spec.holders.reduce((sum, { share }) => sum + share, 0);
  if (held > 1 + 1e-9)
    refuse(`the named holders have ${percentText(held, 4)} together, expected at most 100%.`);
  checkIssues(spec, refuse);
  const [low, high] = distributionOf(spec.turnout).support;
  if (low < 0 || high > 1)
    refuse(`the turnout ranges from ${low} to ${high}, expected a law on 0% to 100% (beta, PERT, uniform).`);
  for (const threshold of spec.thresholds) {
    if (!(threshold > 0 && threshold <= 1))
      refuse(`a threshold is ${threshold} of the votes cast, expected above 0% and up to 100%.`);
  }
  checkPower(spec, refuse);
}

function checkIssues({ issues }: OwnershipSpec, refuse: Refuse): void {
  for (const { id, probability, size, discount } of issues) {
    if (!isShare(probability))
      refuse(`the issue ${id} comes with probability ${probability}, expected 0% to 100%.`);
    if (!(discount >= 0 && discount < 1))
      refuse(`the issue ${id} is at a discount of ${discount}, expected 0% to below 100%.`);
    if (distributionOf(size).support[0] < 0)
      refuse(
        `the size of the issue ${id} can be negative (${size.distribution}): use a law that begins at 0.`,
      );
  }
}

function checkIds(things: readonly { readonly id: string }[], what: string, refuse: Refuse): void {
  const ids = new Set<string>();
  for (const { id } of things) {
    if (ids.has(id)) refuse(`the ${what} ${id} stands twice: give each an id of its own.`);
    ids.add(id);
  }
}

function checkPower({ power, holders }: OwnershipSpec, refuse: Refuse): void {
  if (power === null) return;
  if (!(power.quota >= 0.5 && power.quota <= 1))
    refuse(`the quota of the power index is ${power.quota}, expected 50% to 100% of all votes.`);
  if (!Number.isInteger(power.rest) || power.rest < 0)
    refuse(`the rest of the votes is taken as ${power.rest} holders, expected a whole number from 0.`);
  if (holders.length > MOST_POWER_HOLDERS)
    refuse(
      `power indices go through all sets of named holders: ${holders.length} are named, expected at most ${MOST_POWER_HOLDERS}. Leave the small ones to the rest.`,
    );
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}
