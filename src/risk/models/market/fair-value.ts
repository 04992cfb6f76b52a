import { InputError } from '../../../value/index.js';
import type { RatePosition } from './market-spec.js';

/** One payment: years from today, and its amount. */
export interface CashFlow {
  readonly years: number;
  readonly amount: number;
}

/**
 * Fair value of debt, a deposit or a swap at a flat market rate `level` (a fraction a year), to its holder: what is owed
 * is negative. Cash flows are discounted at the level plus the position's margin, compounded at each interest date, the
 * first period, where broken, at simple interest; interest accrued before today is left out, so that debt whose rate is the discount rate stands at par.
 * Variable interest is taken at today's level to the end.
 *
 * Throws `InputError` where there are no maturities, or the rate is so negative that nothing can be discounted.
 */
export function rateFairValue(position: RatePosition, level: number): number {
  const { instrument, spread, fixedRate } = position;
  const margin = position.discountMargin ?? (instrument === 'swap' ? 0 : (spread ?? 0));
  const discount = level + margin;
  if (instrument === 'swap') {
    const fixed = legValue(position, fixedRate ?? 0, discount);
    const variable = legValue(position, level + (spread ?? 0), discount);
    return position.pays === 'fixed' ? variable - fixed : fixed - variable;
  }
  const value = legValue(position, fixedRate ?? level + (spread ?? 0), discount);
  return instrument === 'deposit' ? value : -value;
}

/** Principal with interest at `rate`, discounted: the bond that the position, or a leg of a swap, is. */
function legValue(position: RatePosition, rate: number, discount: number): number {
  requireDiscountable(position, discount);
  let value = 0;
  for (const { years, amount } of position.maturities) {
    value += amount * unitBondValue(years, position.paymentsPerYear, rate, discount);
  }
  return value;
}

/** The value of a bond of 1 that pays `rate` a year, `frequency` times, and 1 in `years`. */
function unitBondValue(years: number, frequency: number, rate: number, discount: number): number {
  const { whole, broken } = periodsOf(years, frequency);
  const step = 1 / (1 + discount / frequency);
  // Annuity of the whole periods, summed as a series so that a discount rate of 0 needs no case of its own.
  let [annuity, factor] = [0, 1];
  for (let period = 0; period < whole; period++) {
    factor *= step;
    annuity += factor;
  }
  const afterBroken = (annuity * rate) / frequency + factor;
  return broken === 0 ? afterBroken : (rate * broken + afterBroken) / (1 + discount * broken);
}

/** Every payment of a bond of that shape: what a reader checks a fair value with. */
export function cashFlowsOf(position: RatePosition, rate: number): CashFlow[] {
  return position.maturities.flatMap(({ years, amount }) => {
    const { whole, broken } = periodsOf(years, position.paymentsPerYear);
    const flows: CashFlow[] = broken > 0 ? [{ years: broken, amount: amount * rate * broken }] : [];
    for (let period = 1; period <= whole; period++) {
      flows.push({
        years: broken + period / position.paymentsPerYear,
        amount: (amount * rate) / position.paymentsPerYear,
      });
    }
    return [...flows, { years, amount }];
  });
}

function periodsOf(years: number, frequency: number): { whole: number; broken: number } {
  const periods = years * frequency;
  const whole = Math.floor(periods + 1e-9);
  const rest = periods - whole;
  return { whole, broken: rest > 1e-9 ? rest / frequency : 0 };
}

function requireDiscountable(position: RatePosition, discount: number): void {
  if (position.maturities.length === 0) {
    throw new InputError(
      'bad-option',
      `Position "${position.name}" has no maturities, which its fair value needs`,
    );
  }
  if (1 + discount / position.paymentsPerYear > 0.01) return;
  throw new InputError(
    'bad-option',
    `Cannot discount position "${position.name}" at a rate of ${discount}, expected one above -99%`,
  );
}
