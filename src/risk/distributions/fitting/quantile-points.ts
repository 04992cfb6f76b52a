import { InputError } from '../../../value/index.js';
import { percentText } from '../../percent-text.js';

/** What someone said of a law: P(X ≤ value) = level. */
export interface StatedQuantile {
  /** Between 0 and 1: 0.95 for 95%. */
  readonly level: number;
  readonly value: number;
}

/** Parameters that are given beside the quantiles, by their names. */
export type GivenParameters = Readonly<Record<string, number | undefined>>;

/** @throws InputError where a level or a value is no quantile, or they do not ascend; the message says which */
export function requireQuantiles(law: string, quantiles: readonly StatedQuantile[]): void {
  for (const [index, { level, value }] of quantiles.entries()) {
    if (!(level > 0 && level < 1))
      throw new InputError(
        'bad-number',
        `${law}: unexpected level ${percentText(level)} of a quantile, expected between 0% and 100%.`,
      );
    if (!Number.isFinite(value))
      throw new InputError(
        'bad-number',
        `${law}: the ${percentText(level)} quantile is ${value}, expected a finite number.`,
      );
    const before = quantiles[index - 1];
    if (before === undefined) continue;
    if (level <= before.level)
      throw new InputError(
        'bad-number',
        `${law}: the level ${percentText(level)} stands after ${percentText(before.level)}; give each level once, in ascending order.`,
      );
    if (value <= before.value)
      throw new InputError(
        'bad-number',
        `${law}: the ${percentText(level)} quantile, ${value}, must be above the ${percentText(before.level)} quantile, ${before.value}.`,
      );
  }
}

/** @throws InputError where a value is not above the bound that the law has */
export function requireAbove(
  law: string,
  quantiles: readonly StatedQuantile[],
  bound: number,
  name: string,
): void {
  for (const { level, value } of quantiles) {
    if (!(value > bound))
      throw new InputError(
        'bad-number',
        `${law}: the ${percentText(level)} quantile, ${value}, must be above ${name}.`,
      );
  }
}

/** @throws InputError where the quantiles are fewer than the parameters that they must tell */
export function requireEnough(
  law: string,
  quantiles: readonly StatedQuantile[],
  unknown: readonly string[],
): void {
  if (unknown.length === 0)
    throw new InputError(
      'bad-number',
      `${law}: every parameter is given; leave the quantiles out, or a parameter.`,
    );
  if (quantiles.length >= unknown.length) return;
  const stated = quantiles.length === 1 ? '1 quantile' : `${quantiles.length} quantiles`;
  throw new InputError(
    'bad-number',
    `${law}: ${stated} cannot tell ${unknown.join(' and ')}; give ${unknown.length} quantiles, or one of these.`,
  );
}

/** @throws InputError where a parameter is given that cannot stand beside quantiles of this law */
export function requireKnown(law: string, given: GivenParameters, names: readonly string[]): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!names.includes(name))
      throw new InputError(
        'bad-number',
        `${law}: ${name} cannot stand beside quantiles; what can: ${names.join(', ')}. Leave it out, or write it as a quantile.`,
      );
    if (!Number.isFinite(value))
      throw new InputError('bad-number', `${law}: unexpected ${name} ${value}, expected a finite number.`);
  }
}

/** "5%: 30, 95%: 260" */
export function quantilesText(quantiles: readonly StatedQuantile[]): string {
  return quantiles.map(({ level, value }) => `${percentText(level)}: ${value}`).join(', ');
}
