import type { MarketFactor, MarketMethod } from '../models/market/market-factor.js';
import type { Position } from '../models/market/market-spec.js';
import type { Base } from '../waterfall/base.js';
import type { DisclosedPosition, DisclosedPositions } from './disclosed-positions.js';

/** Where a change of each kind of position that is held goes, a sentence a kind. */
export function treatmentsOf({ positions }: DisclosedPositions, base: Base): string[] {
  return [...new Set(positions.map(({ position }) => treatmentOf(position, base)))];
}

/** Income, other comprehensive income, or fair value alone. */
export function treatmentOf(position: Position, base: Base): string {
  if (position.position === 'ads')
    return 'ADSs: no effect on the issuer; what a holder has in dollars moves.';
  const line = base.lines.find(({ id }) => id === position.line);
  const where =
    line?.kind === 'other-comprehensive-income'
      ? 'other comprehensive income'
      : `income (${line?.name ?? position.line})`;
  if (position.position === 'rate') {
    if (position.instrument === 'swap') {
      return `Interest rate swaps: the variable leg moves ${where}; the change of fair value is disclosed, and booked by no line here.`;
    }
    const name = position.instrument === 'debt' ? 'debt' : 'deposits';
    return position.fixedRate === null
      ? `Variable-rate ${name}: interest moves ${where}; fair value hardly moves.`
      : `Fixed-rate ${name}: interest does not move; fair value does, which is disclosed and not booked.`;
  }
  if (position.basis === 'flow')
    return `Revenue and cost that follow the market: move ${where} over the year, and have no fair value.`;
  if (position.position === 'price')
    return `Securities and commodities held: the change of fair value goes to ${where}.`;
  return `Amounts in other currencies${position.basis === 'forward' ? ' bought or sold forward' : ''}: the change of value goes to ${where}.`;
}

/** What the numbers leave out and assume. */
export function limitsOf(
  { positions, leftOut }: DisclosedPositions,
  factors: readonly MarketFactor[],
  method: MarketMethod,
): string[] {
  const held = positions.map((each) => each.position);
  const flows = namesOf(positions, (position) => 'basis' in position && position.basis === 'flow');
  const undated = namesOf(
    positions,
    (position) => position.position === 'rate' && position.maturities.length === 0,
  );
  const limits: string[] = [];
  if (flows !== '') {
    limits.push(
      `Without a fair value, and so outside the table and the value at risk; in the sensitivity of income only: ${flows}.`,
    );
  }
  if (undated !== '') limits.push(`Without maturities, and so without a fair value: ${undated}.`);
  limits.push(...leftOut.map((sentence) => `${sentence}.`));
  if (held.some(({ position }) => position === 'rate')) {
    limits.push(
      'Fair values of debt, deposits and swaps discount cash flows at one rate for all maturities and shift it in parallel: the slope of the yield curve, prepayment and changes of credit margins are not in them. Interest accrued to date is left out.',
      'Principal that falls due within the year earns or costs interest until then; its refinancing is not assumed.',
    );
  }
  if (held.some((each) => each.position === 'currency' && each.basis === 'forward')) {
    limits.push(
      'Forwards are valued at the difference of spot rate and settlement price, without discounting and without the interest difference of the currencies.',
    );
  }
  limits.push(
    'Options and other positions whose value bends with the market are not in the register, and so not in these numbers.',
    'The sensitivity moves one factor at a time, or all of a category together, and leaves volumes, prices and hedges as they are. It is no forecast.',
    `Value at risk is over ${method.horizonDays} trading ${method.horizonDays === 1 ? 'day' : 'days'}: it is neither comparable with the results of the simulation, which are over a year, nor to be added to them. Losses beyond it happen; past changes need not tell of them.`,
  );
  const used = new Set(held.flatMap((position) => (position.position === 'ads' ? [] : [position.factor])));
  const warnings = factors.flatMap(({ id, history }) => (used.has(id) ? (history?.warnings ?? []) : []));
  return [...limits, ...warnings.map((warning) => `${warning}.`)];
}

function namesOf(positions: readonly DisclosedPosition[], wanted: (position: Position) => boolean): string {
  return positions
    .filter(({ position }) => wanted(position))
    .map(({ position }) => position.name)
    .join(', ');
}
