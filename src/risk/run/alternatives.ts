import { InputError } from '../../value/index.js';
import { meant } from '../register/reading/meant.js';
import { Amounts } from '../register/resolve/amounts.js';
import type { Shock, ShockAmount } from '../register/resolve/shocks.js';
import type { RegisterContent } from '../register/schema/register-schema.js';

/** A register with something changed: a scenario of it, or one of its controls. */
export interface Alternative {
  readonly id: string;
  readonly name: string;
  readonly kind: 'scenario' | 'control';
  readonly shocks: readonly Shock[];
  /** The shocks in words, one each. */
  readonly words: readonly string[];
  /**
   * Of a control. `planned`: the shocks are what it would change, and the register is without it. `in-place`: the
   * register has it, and the shocks are what would be without it.
   */
  readonly control: { readonly status: 'planned' | 'in-place'; readonly costPerYear: number | null } | null;
}

/** Every scenario of the register, then every control of its risks. */
export function alternativesOf(content: RegisterContent): Alternative[] {
  const scenarios = (content.scenarios ?? []).map(
    ({ id, name, shocks }): Alternative => ({
      id,
      name,
      kind: 'scenario',
      shocks,
      words: shocks.map(shockInWords),
      control: null,
    }),
  );
  const controls = Object.entries(content.risks).flatMap(([risk, { controls = [] }]) =>
    controls.map(({ id, name, status, cost, shocks }, nth): Alternative => {
      const path = ['risks', risk, 'controls', nth, 'cost'];
      const costPerYear = cost === undefined ? null : new Amounts(content).number(cost, path);
      return {
        id,
        name: status === 'planned' ? name : `Without: ${name}`,
        kind: 'control',
        shocks,
        words: shocks.map(shockInWords),
        control: { status, costPerYear },
      };
    }),
  );
  return [...scenarios, ...controls];
}

/** Throws `InputError` ('bad-option') that lists what there is. */
export function alternativeNamed(id: string, alternatives: readonly Alternative[]): Alternative {
  const found = alternatives.find((each) => each.id === id);
  if (found !== undefined) return found;
  const known = alternatives.map((each) => each.id);
  throw new InputError(
    'bad-option',
    `Unexpected scenario "${id.slice(0, 60)}"${meant(id, known, NO_ALTERNATIVES)}`,
  );
}

/** What is said where there is nothing to compare with. */
export const NO_ALTERNATIVES = 'the register has neither scenarios nor controls';

/** "inputs.east-failures × 0.4", "capital-earthquake occurs", "usd-jpy changes by 8%". */
export function shockInWords(shock: Shock): string {
  if ('without' in shock) return `without ${shock.without}`;
  if ('event' in shock) return `${shock.event} ${shock.occurs ? 'occurs' : 'does not occur'}`;
  if ('factor' in shock) return `${shock.factor} changes by ${amountText(shock.by)}`;
  if ('to' in shock) return `${shock.change} = ${amountText(shock.to)}`;
  if ('times' in shock) return `${shock.change} × ${amountText(shock.times)}`;
  return `${shock.change} + ${amountText(shock.plus)}`;
}

function amountText(amount: ShockAmount): string {
  return typeof amount === 'number' ? String(amount) : amount.text;
}
