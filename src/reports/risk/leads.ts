import { PERCENT, printEstimate, printNumber } from '../../risk/index.js';
import type { DependencyResult, OwnershipResult, RiskRun } from '../../risk/results/risk-run.js';
import { mainMeasure } from './headline.js';
import { HOURS } from './tables/network-tables.js';
import { chanceText, fraction } from './tables/ownership-tables.js';
import { shareText } from './tables/summary-tables.js';
import { inSentence, MEASURE_NAMES, yearsText } from './words.js';

/** How few risks make up how much: "3 of 13 risks make up 60% …". */
export function contributionsLead(run: RiskRun): string[] {
  const main = mainMeasure(run);
  const contributions = main?.contributions ?? null;
  if (main === null || contributions === null) return [];
  const parts = contributions.parts.filter(({ estimate }) => (estimate.value ?? 0) !== 0);
  const first = parts.slice(0, 3);
  if (parts.length <= first.length) return [];
  const sum = first.reduce((total, { estimate }) => total + (estimate.value ?? 0), 0);
  return [
    `${first.length} of the ${parts.length} risks that touch ${inSentence(MEASURE_NAMES[main.measure])} make up ${shareText(sum, contributions.total.value)} of what it loses in the worst ${yearsText(contributions.level)}. A contribution is what a risk adds on average in just those years; the contributions sum to the whole.`,
  ];
}

/** How long and how often each service is out. */
export function networkLead({ services }: DependencyResult): string[] {
  return [
    ...services.flatMap(({ name, exact, simulated }) => {
      const hours =
        exact?.outageYears !== undefined && exact.outageYears !== null
          ? printNumber(exact.outageYears, HOURS, 3)
          : simulated === null
            ? null
            : printEstimate(simulated.outageYears, HOURS);
      if (hours === null) return [];
      const chance =
        simulated === null
          ? ''
          : `; ${printEstimate(simulated.probabilityOfAny, PERCENT)} of years have any outage`;
      return [`${name} is out ${hours} hours in the mean of the years${chance}.`];
    }),
  ];
}

/** What the largest holder can decide. */
export function votesLead({ holders }: OwnershipResult): string[] {
  const largest = holders.toSorted((a, b) => b.share - a.share)[0];
  if (largest === undefined || largest.votes.length === 0) return [];
  const chances = largest.votes.map(
    ({ threshold, rule, probability }) =>
      `${rule === 'exceeded' ? 'more than' : 'at least'} ${fraction(threshold)}: ${chanceText(probability)}`,
  );
  return [
    `${largest.name} holds ${printNumber(largest.share, PERCENT, 4)} of all votes, and more of those cast, because not all vote. Chance that it casts ${chances.join('; ')}.`,
  ];
}
