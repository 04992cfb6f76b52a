import { exactModelValues } from '../models/exact-model-values.js';
import { fundingSchedule } from '../models/holding/funding-schedule.js';
import { exactHoldingLaw } from '../models/holding/holding-law.js';
import type { HoldingSpec } from '../models/holding/holding-spec.js';
import type { ResolvedRegister } from '../resolved-register.js';
import type { HoldingResult } from '../results/risk-run.js';
import type { Base } from '../waterfall/base.js';

/** Of the effect of a year: the years that one in a hundred and one in twenty are worse than, and the middle one. */
const LEVELS = [0.01, 0.05, 0.5] as const;

/** What is held, how it is accounted for, what can be lost with it at most, and the exact law of its year where there is one. */
export function holdingResults({ risks, base, sharedEvents }: ResolvedRegister): HoldingResult[] {
  return risks.flatMap(({ id, model }) => {
    if (model.kind !== 'holding') return [];
    const { accounting, carrying, costBasis, share, advances, unrecognisedLosses, impairmentBelow } = model;
    const { exposure, total } = fundingSchedule(model);
    const exact = exactModelValues({ id, model }, sharedEvents, LEVELS);
    return [
      {
        risk: id,
        accounting,
        inWords: accountingInWords(model, base),
        carrying,
        costBasis,
        share,
        advances,
        unrecognisedLosses,
        impairmentBelow,
        commitments: total,
        exposure,
        exact,
        exactWhy: exact === null ? whyNot(model, sharedEvents) : null,
      },
    ];
  });
}

function whyNot(model: HoldingSpec, sharedEvents: ResolvedRegister['sharedEvents']): string {
  const found = exactHoldingLaw(model, sharedEvents);
  return found.law === null
    ? found.why
    : 'a part of it goes through income and a part through other comprehensive income';
}

function accountingInWords(model: HoldingSpec, base: Base): string {
  const { accounting, line, impairmentLine, impairmentBelow, share } = model;
  const nameOf = (id: string) => base.lines.find((each) => each.id === id)?.name ?? id;
  const percent = (part: number) => `${Number((100 * part).toPrecision(6))}%`;
  const written = impairmentLine === null ? '' : `, through ${nameOf(impairmentLine)}`;
  const impaired =
    impairmentBelow === null
      ? ''
      : ` Impaired when its value falls by more than ${percent(impairmentBelow)}${written}.`;
  switch (accounting) {
    case 'equity-method':
      return `Equity method: ${share === null ? 'a share' : percent(share)} of the investee’s result goes to ${nameOf(line)}; losses stop at carrying amount, advances and commitments (ASC 323-10-35-19).${impaired}`;
    case 'other-comprehensive-income':
      return `At fair value: changes go to ${nameOf(line)}, in other comprehensive income.${impaired}`;
    case 'income':
      return `At fair value: changes go to ${nameOf(line)}, in income.`;
    case 'cost':
      return `At cost: nothing is booked to ${nameOf(line)} until it is impaired or sold.${impaired}`;
  }
}
