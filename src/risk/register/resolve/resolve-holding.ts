import type { HoldingSpec } from '../../models/holding/holding-spec.js';
import type { OwnershipSpec } from '../../models/ownership/ownership-spec.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { ModelOf } from '../schema/models.js';
import type { Resolver } from './resolver.js';

/** Of the votes cast: over a third blocks a special resolution, over a half carries an ordinary one, two thirds a special one. */
const STANDARD_THRESHOLDS = [1 / 3, 1 / 2, 2 / 3];

export function resolveHolding(
  model: ModelOf<'holding'>,
  path: RegisterPath,
  resolver: Resolver,
): HoldingSpec {
  const at = (...keys: (string | number)[]) => [...path, ...keys];
  const { failure, 'planned-gains': gains } = model;
  return {
    kind: 'holding',
    accounting: model.accounting,
    line: model.line,
    impairmentLine: model['impairment-line'] ?? null,
    carrying: resolver.number(model.carrying, at('carrying')),
    costBasis: resolver.optional(model['cost-basis'], at('cost-basis'), null),
    share: resolver.optional(model.share, at('share'), null),
    advances: resolver.optional(model.advances, at('advances'), 0),
    unrecognisedLosses: resolver.optional(model['unrecognised-losses'], at('unrecognised-losses'), 0),
    commitments: (model.commitments ?? []).map(({ amount, from, to }, index) => ({
      amount: resolver.number(amount, at('commitments', index, 'amount')),
      from: resolver.years(from, at('commitments', index, 'from')),
      to: resolver.years(to, at('commitments', index, 'to')),
    })),
    result: resolver.optionalLaw(model.result, at('result')),
    value: changeOfValue(model.value, at('value'), resolver),
    failure:
      failure === undefined
        ? null
        : {
            probability: resolver.number(failure.probability, at('failure', 'probability')),
            recovery: resolver.law(failure.recovery, at('failure', 'recovery')),
          },
    impairmentBelow: resolver.optional(model['impairment-below'], at('impairment-below'), null),
    plannedGains:
      gains === undefined
        ? null
        : {
            amount: resolver.number(gains.amount, at('planned-gains', 'amount')),
            proceeds: resolver.optional(gains.proceeds, at('planned-gains', 'proceeds'), null),
            line: gains.line,
          },
    shared: Object.entries(model.shared ?? {}).map(([event, { probability }]) => ({
      event,
      probability: resolver.number(probability, at('shared', event, 'probability')),
    })),
  };
}

function changeOfValue(
  value: ModelOf<'holding'>['value'],
  path: RegisterPath,
  resolver: Resolver,
): HoldingSpec['value'] {
  if (value === undefined) return null;
  if (!('factor' in value)) return resolver.law(value, path);
  return { factor: value.factor, beta: resolver.optional(value.beta, [...path, 'beta'], 1) };
}

export function resolveOwnership(
  model: ModelOf<'ownership'>,
  path: RegisterPath,
  resolver: Resolver,
): OwnershipSpec {
  const at = (...keys: (string | number)[]) => [...path, ...keys];
  return {
    kind: 'ownership',
    shares: resolver.number(model.shares, at('shares')),
    holders: Object.entries(model.holders).map(([id, holder]) => ({
      id,
      name: holder.name,
      share: resolver.number(holder.share, at('holders', id, 'share')),
      preemptive:
        holder.preemptive === undefined
          ? null
          : { exercised: resolver.number(holder.preemptive, at('holders', id, 'preemptive')) },
      alwaysVotes: holder['always-votes'] ?? false,
    })),
    issues: (model.issues ?? []).map((issue, index) => ({
      id: issue.id,
      probability: resolver.number(issue.probability, at('issues', index, 'probability')),
      size: resolver.law(issue.size, at('issues', index, 'size')),
      discount: resolver.optional(issue.discount, at('issues', index, 'discount'), 0),
    })),
    turnout: resolver.law(model.turnout, at('turnout')),
    thresholds:
      model.thresholds?.map((threshold, index) => resolver.number(threshold, at('thresholds', index))) ??
      STANDARD_THRESHOLDS,
    power:
      model.power === undefined
        ? null
        : {
            index: model.power.index,
            quota: resolver.number(model.power.quota, at('power', 'quota')),
            rest: resolver.number(model.power.rest, at('power', 'rest')),
          },
  };
}
