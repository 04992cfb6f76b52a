import type { DependencySpec } from '../../models/dependency/dependency-spec.js';
import type { DriverSpec } from '../../models/driver/driver-spec.js';
import type { HoldingSpec } from '../../models/holding/holding-spec.js';
import type { MarketSpec } from '../../models/market/market-spec.js';
import type { OwnershipSpec } from '../../models/ownership/ownership-spec.js';
import type { RiskSpec } from '../../resolved-register.js';
import type { Amounts } from './amounts-in-words.js';
import { distributionInWords } from './distribution-in-words.js';
import { eventInWords } from './event-in-words.js';

/** What a risk's model says, in words, a line each; `lineName` gives the name of a line of the base. */
export function modelInWords(
  model: RiskSpec,
  amounts: Amounts,
  lineName: (id: string) => string,
): readonly string[] {
  switch (model.kind) {
    case 'driver':
      return driverInWords(model, amounts, lineName);
    case 'event':
      return eventInWords(model, amounts, lineName);
    case 'market':
      return marketInWords(model, amounts);
    case 'dependency':
      return dependencyInWords(model, amounts);
    case 'holding':
      return holdingInWords(model, amounts, lineName);
    case 'ownership':
      return ownershipInWords(model, amounts);
  }
}

function driverInWords(
  { moves, change }: DriverSpec,
  { percent, plain }: Amounts,
  lineName: (id: string) => string,
): string[] {
  const lines = moves.map(({ line, through, loading }) => {
    const what = through === 'amount' ? lineName(line) : `the ${through} of ${lineName(line)}`;
    return loading === 1 ? what : `${what} (${plain(loading)} times as much)`;
  });
  return [`moves ${lines.join(', ')} by: ${distributionInWords(change, percent)}`];
}

function marketInWords({ category, purpose, positions }: MarketSpec, { money, plain }: Amounts): string[] {
  const kind = category.replace('-', ' ');
  return [
    `${kind} risk, ${purpose === 'trading' ? 'held for trading' : 'other than trading'}`,
    ...positions.map((position) => {
      if (position.position === 'ads') return `${position.name}: dollars by ${position.rateFactor}`;
      const amount =
        position.position === 'currency'
          ? `${position.currency} ${plain(position.amount)}`
          : money(position.amount);
      return `${position.name}: ${amount}, moves with ${position.factor}`;
    }),
  ];
}

function dependencyInWords(
  { nodes, services }: DependencySpec,
  { money, percent, plain, time }: Amounts,
): string[] {
  return [
    ...nodes.map(
      ({ name, failuresPerYear, repair }) =>
        `${name}: fails ${plain(failuresPerYear)} times a year; repaired after ${distributionInWords(repair, time)}`,
    ),
    ...services.map(
      ({ name, revenuePerYear, lostShare }) =>
        `${name}: ${money(revenuePerYear)} a year, of which an outage loses ${percent(lostShare)} while it lasts`,
    ),
  ];
}

function holdingInWords(
  holding: HoldingSpec,
  { money, percent, plain }: Amounts,
  lineName: (id: string) => string,
): string[] {
  const { accounting, carrying, share, commitments, result, value, failure, impairmentBelow } = holding;
  const funding = commitments.reduce((sum, { amount }) => sum + amount, 0);
  const parts = [
    `${accounting.replaceAll('-', ' ')}, carried at ${money(carrying)}, to ${lineName(holding.line)}`,
    share === null || result === null
      ? ''
      : `${percent(share)} of a result of ${distributionInWords(result, money)}`,
    funding === 0 ? '' : `funding promised: ${money(funding)}`,
    value === null ? '' : `value changes: ${valueInWords(value, percent, plain)}`,
    failure === null
      ? ''
      : `fails with ${percent(failure.probability)} a year; then ${distributionInWords(failure.recovery, percent)} comes back`,
    impairmentBelow === null ? '' : `impaired when it falls by more than ${percent(impairmentBelow)}`,
  ];
  return parts.filter((part) => part !== '');
}

function valueInWords(
  value: NonNullable<HoldingSpec['value']>,
  percent: Amounts['percent'],
  plain: Amounts['plain'],
): string {
  return 'factor' in value
    ? `${plain(value.beta)} times as much as ${value.factor}`
    : distributionInWords(value, percent);
}

function ownershipInWords(
  { shares, holders, issues, turnout }: OwnershipSpec,
  { percent, plain }: Amounts,
): string[] {
  return [
    `${plain(shares)} shares outstanding`,
    ...holders.map(
      ({ name, share, preemptive }) =>
        `${name}: ${percent(share)}${preemptive === null ? '' : `, pre-emptive right used in ${percent(preemptive.exercised)} of issues`}`,
    ),
    ...issues.map(
      ({ probability, size, discount }) =>
        `new shares with ${percent(probability)}: ${distributionInWords(size, percent)} of those outstanding, ${percent(discount)} below the market`,
    ),
    `turnout of the rest: ${distributionInWords(turnout, percent)}`,
  ];
}
