import { type Day, InputError, parseDay } from '../../../value/index.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import { OPEN } from '../quantity/measured.js';
import type { Quantity } from '../quantity/quantity-kind.js';
import { error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { Law } from '../schema/distributions.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { Amounts, Unresolved } from './amounts.js';
import { resolveLaw } from './law.js';
import type { Shocks } from './shocks.js';

/** What the parts of a register are resolved with: numbers, laws and days at paths. All throw `Unresolved`. */
export class Resolver {
  readonly content: RegisterContent;
  readonly shocks: Shocks;
  private readonly amounts: Amounts;

  constructor(content: RegisterContent, shocks: Shocks) {
    this.content = content;
    this.shocks = shocks;
    this.amounts = new Amounts(content, shocks.overrides);
  }

  number(quantity: Quantity, path: RegisterPath): number {
    return this.amounts.number(quantity, path);
  }

  optional<Else>(quantity: Quantity | undefined, path: RegisterPath, absent: Else): number | Else {
    return quantity === undefined ? absent : this.amounts.number(quantity, path);
  }

  money(quantity: Quantity, path: RegisterPath): { value: number; currency: string } {
    const { value, currency } = this.amounts.read(quantity, path);
    return { value, currency: currency ?? this.content.currency };
  }

  key(text: string, kind: Quantity['quantity'], path: RegisterPath): number {
    return this.amounts.key(text, kind, path);
  }

  law(law: Law, path: RegisterPath): DistributionSpec {
    return resolveLaw(law, path, this.amounts, this.shocks);
  }

  optionalLaw(law: Law | undefined, path: RegisterPath): DistributionSpec | null {
    return law === undefined ? null : this.law(law, path);
  }

  get asOf(): Day {
    return this.day(this.content['as-of'], ['as-of']);
  }

  day(text: string, path: RegisterPath): Day {
    return dayAt(text, path);
  }

  /** From `as-of`; a year has 365 days. */
  years(text: string, path: RegisterPath): number {
    return (this.day(text, path) - this.asOf) / 365;
  }
}

/** The day that a text names. Throws `Unresolved` for one that there is not, and for "open". */
export function dayAt(text: string, path: RegisterPath): Day {
  if (text === OPEN) {
    throw new Unresolved(error('open', path, 'unexpected "open": the day is still to be filled in'));
  }
  try {
    return parseDay(text);
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new Unresolved(
      error('day', path, `unexpected "${text}", expected a day of the calendar such as 2026-03-31`),
    );
  }
}
