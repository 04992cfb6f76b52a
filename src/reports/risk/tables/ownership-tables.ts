import { PERCENT, printEstimate, printNumber } from '../../../risk/index.js';
import type { Estimate } from '../../../risk/results/results.js';
import type { OwnershipResult } from '../../../risk/results/risk-run.js';
import { columns, type ReportTable } from './report-table.js';

/** What is rarer than one year in 100,000 is only said to be. */
const LEAST_CHANCE = 1e-5;

/** All tables of a list of holders. */
export function votesTables(ownership: OwnershipResult): ReportTable[] {
  return [holdersTable(ownership), turnoutTable(ownership)];
}

/** Holders now and after the year's issues. */
export function holdersTable({ holders, power, issues }: OwnershipResult): ReportTable {
  return {
    title: 'Holders',
    columns: columns(
      'Holder',
      '>Share now',
      '>Share after issues, mean',
      ...(power === null ? [] : [`>${power.index === 'banzhaf' ? 'Banzhaf' : 'Shapley-Shubik'} index`]),
    ),
    rows: holders.map(({ name, share, shareAfter }, nth) => [
      name,
      printNumber(share, PERCENT, 4),
      printEstimate(shareAfter, PERCENT),
      ...(power === null ? [] : [printNumber(power.holders[nth] ?? 0, PERCENT, 3)]),
    ]),
    notes: [
      ...issues.map(
        ({ id, probability, meanSize, priceChange }) =>
          `Issue ${id}: probability ${printNumber(probability, PERCENT, 3)}${meanSize === null ? '' : `, mean size ${printNumber(meanSize, PERCENT, 3)} of the shares`}${priceChange === null ? '' : `, at which the price of a share changes by ${printNumber(priceChange, PERCENT, 2)}`}.`,
      ),
      ...(power === null ? [] : [power.statement]),
    ],
  };
}

/** The turnout at which each threshold is met. */
export function turnoutTable({ holders, pairs, definitions }: OwnershipResult): ReportTable {
  const together = pairs.map(({ holders: ids, share, votes }) => ({
    name: ids.map((id) => holders.find((holder) => holder.id === id)?.name ?? id).join(' and '),
    share,
    votes,
  }));
  return {
    title: 'At which turnout',
    columns: columns(
      'Voting together',
      '>Share',
      'Of votes cast',
      'Turnout of all votes',
      '?Turnout of the rest',
      '>Chance now',
      '>After issues',
    ),
    rows: [...holders, ...together].flatMap(({ name, share, votes }) =>
      votes.map(
        ({ threshold, rule, when, turnoutOfAll, turnoutOfRest, probability, probabilityAfter }, nth) => [
          nth === 0 ? name : '',
          nth === 0 ? printNumber(share, PERCENT, 4) : '',
          `${rule === 'exceeded' ? '>' : '≥'} ${fraction(threshold)}`,
          when === 'below' ? turnoutText(rule, turnoutOfAll ?? 0) : WHEN[when],
          turnoutOfRest === null ? '' : turnoutText(rule, turnoutOfRest),
          chanceText(probability),
          chanceAfterText(probabilityAfter),
        ],
      ),
    ),
    notes: definitions,
  };
}

/** A chance without digits that nobody reads. */
export function chanceText(chance: number): string {
  return chance > 0 && chance < LEAST_CHANCE ? 'below 0.001%' : printNumber(chance, PERCENT, 3);
}

function chanceAfterText(estimate: Estimate): string {
  const { value } = estimate;
  const isRare = value !== null && value > 0 && value < LEAST_CHANCE;
  return isRare ? chanceText(value) : printEstimate(estimate, PERCENT);
}

const WHEN = { always: 'at any turnout', never: 'at none' } as const;

/** What must be exceeded is met below a turnout, what must be reached up to it. */
function turnoutText(rule: 'exceeded' | 'reached', turnout: number): string {
  return `${rule === 'exceeded' ? 'below' : 'up to'} ${printNumber(turnout, PERCENT, 3)}`;
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [1 / 3, '1/3'],
  [1 / 2, '1/2'],
  [2 / 3, '2/3'],
  [3 / 4, '3/4'],
];

/** "1/3"; else a percentage. */
export function fraction(threshold: number): string {
  return (
    FRACTIONS.find(([value]) => Math.abs(value - threshold) < 1e-6)?.[1] ?? printNumber(threshold, PERCENT, 4)
  );
}
