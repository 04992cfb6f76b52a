import type { Tax } from './base.js';

/** How much of the losses carried forward a year's income before tax uses up: nothing in a year of loss, never more than there is. */
export function lossesUsed(income: number, tax: Tax): number {
  return income > 0 ? Math.min(tax.lossesCarriedForward, tax.offsetShare * income) : 0;
}

/**
 * Tax on a year's income before tax; negative for the part of a loss that is recognised as a deferred tax asset.
 * A carry-forward is worth its tax in the year that uses it: before, it stood under a full valuation allowance.
 */
export function taxOn(income: number, tax: Tax): number {
  return income > 0 ? tax.rate * (income - lossesUsed(income, tax)) : tax.rate * tax.lossRecognised * income;
}

/** Tax of a subsidiary of which others hold a part: the carry-forwards are the parent's, so none are used. */
export function subsidiaryTaxOn(income: number, tax: Tax): number {
  return tax.rate * (income > 0 ? income : tax.lossRecognised * income);
}
