import { InputError } from '../../value/index.js';

/** @throws InputError where the parameter is not a finite number */
export function requireFinite(law: string, name: string, value: number): void {
  if (!Number.isFinite(value))
    throw new InputError('bad-number', `${law}: unexpected ${name} ${value}, expected a finite number.`);
}

/** @throws InputError where the parameter is not a positive finite number */
export function requirePositive(law: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new InputError('bad-number', `${law}: unexpected ${name} ${value}, expected a positive number.`);
}

/**
 * @throws InputError where a parameter is not below, or with `orEqual` not at most, the one that it must stay under
 */
export function requireOrder(
  law: string,
  [lowName, low]: readonly [string, number],
  [highName, high]: readonly [string, number],
  orEqual: 'or-equal' | 'strictly' = 'strictly',
): void {
  requireFinite(law, lowName, low);
  requireFinite(law, highName, high);
  if (low > high)
    throw new InputError(
      'bad-number',
      `${law}: ${lowName} ${low} is above ${highName} ${high}; exchange them or correct one.`,
    );
  if (low === high && orEqual === 'strictly')
    throw new InputError(
      'bad-number',
      `${law}: ${lowName} and ${highName} are both ${low}; write a constant where nothing varies.`,
    );
  if (high - low === Infinity)
    throw new InputError(
      'bad-number',
      `${law}: ${lowName} ${low} and ${highName} ${high} are too far apart.`,
    );
}
