import { InputError } from '../../../value/index.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import type { CurrencyPosition, Position, PricePosition, RatePosition } from './market-spec.js';
import { requireFactor } from './require-factor.js';

/** Principal that falls due later than this is a slip of typing. */
const LONGEST_MATURITY = 100;

/** The volatility of a random walk's average over a year, as a share of the volatility of its end. */
export const AVERAGE_SHARE = 1 / Math.sqrt(3);

/** The factors of a register by their ids. */
export type FactorIndex = ReadonlyMap<string, MarketFactor>;

export function factorIndex(factors: readonly MarketFactor[]): FactorIndex {
  return new Map(factors.map((factor) => [factor.id, factor]));
}

/**
 * The factor that a position names. Throws `InputError` where there is none of that id, or of another quantity than the
 * position moves with.
 */
export function factorOf(factors: FactorIndex, id: string, position: Position): MarketFactor {
  const factor = factors.get(id);
  if (factor === undefined) {
    const known = [...factors.keys()].slice(0, 20).join(', ');
    throw new InputError(
      'bad-option',
      `Position "${position.name}" names the market factor "${id}", expected one of ${known === '' ? 'the register, which has none' : known}`,
    );
  }
  requireFactor(factor);
  const wantsRate = position.position === 'rate';
  if (wantsRate === (factor.quantity === 'interest-rate')) return factor;
  throw new InputError(
    'bad-option',
    `Position "${position.name}" moves with the factor "${id}", which is ${article(factor.quantity)}; expected ${wantsRate ? 'an interest rate' : 'a price or an exchange rate'}`,
  );
}

/** What a position of a currency or a price is worth today in units of the reporting currency, an asset positive: what its change is a fraction of. */
export function exposureOf(position: CurrencyPosition | PricePosition, factor: MarketFactor): number {
  return position.position === 'currency' ? position.amount * factor.level : position.amount * position.beta;
}

/** The absolute change of the year's interest rate where the rate has moved by `change` at the year's end. */
export function yearRate(change: number, accrual: MarketMethod['accrual']): number {
  return accrual === 'whole-year' ? change : change * AVERAGE_SHARE;
}

/**
 * Principal with variable interest, averaged over the year, negative where interest is paid: how much income moves for a
 * change of the rate by 1. What falls due within the year counts until then; that it is refinanced is not assumed.
 */
export function variablePrincipal(position: RatePosition): number {
  const variable = variableSign(position);
  if (variable === 0) return 0;
  if (position.maturities.length === 0) return variable * position.amount;
  let outstanding = 0;
  for (const { years, amount } of position.maturities) outstanding += amount * Math.min(1, years);
  return variable * outstanding;
}

/** 1 where variable interest is received, −1 where it is paid, 0 where all interest is fixed. */
function variableSign(position: RatePosition): number {
  if (position.instrument === 'swap') return position.pays === 'fixed' ? 1 : -1;
  if (position.fixedRate !== null) return 0;
  return position.instrument === 'deposit' ? 1 : -1;
}

/** Throws `InputError` for a position that contradicts itself. */
export function requirePosition(position: Position): void {
  if (position.position === 'ads') return;
  if (!Number.isFinite(position.amount)) throw bad(position, `amount ${position.amount}`, 'a number');
  if (position.position === 'price') {
    if (!Number.isFinite(position.beta)) throw bad(position, `beta ${position.beta}`, 'a number');
    return;
  }
  for (const { years, amount } of position.maturities) {
    if (!(years > 0 && years <= LONGEST_MATURITY && Number.isFinite(amount))) {
      throw bad(
        position,
        `${amount} in ${years} years`,
        `amounts that fall due within ${LONGEST_MATURITY} years`,
      );
    }
  }
  requireSum(position);
  if (position.position === 'rate') requireRates(position);
}

function requireSum(position: CurrencyPosition | RatePosition): void {
  if (position.maturities.length === 0) return;
  const sum = position.maturities.reduce((total, { amount }) => total + amount, 0);
  if (Math.abs(sum - position.amount) <= 0.001 * Math.abs(position.amount)) return;
  throw bad(position, `maturities that sum to ${sum}`, `the amount, ${position.amount}`);
}

function requireRates(position: RatePosition): void {
  const { instrument, fixedRate, spread, pays } = position;
  if (position.amount < 0)
    throw bad(position, `amount ${position.amount}`, 'a positive one: the instrument says who owes it');
  for (const rate of [fixedRate, spread]) {
    if (rate !== null && !(Math.abs(rate) <= 1))
      throw bad(position, `rate ${rate}`, 'a fraction a year such as 0.02 for 2%');
  }
  if (instrument === 'swap') {
    if (fixedRate === null || pays === null)
      throw bad(position, 'swap', 'its fixed rate, and which leg is paid');
    return;
  }
  if (pays !== null) throw bad(position, `leg paid of a ${instrument}`, 'one of a swap only');
  if ((fixedRate === null) === (spread === null)) {
    throw bad(
      position,
      fixedRate === null ? 'neither rate' : 'both rates',
      'a fixed rate, or a spread over the factor',
    );
  }
}

function bad(position: Position, unexpected: string, expected: string): InputError {
  return new InputError(
    'bad-option',
    `Unexpected ${unexpected} of position "${position.name}", expected ${expected}`,
  );
}

function article(quantity: MarketFactor['quantity']): string {
  return quantity === 'price'
    ? 'a price'
    : quantity === 'exchange-rate'
      ? 'an exchange rate'
      : 'an interest rate';
}
