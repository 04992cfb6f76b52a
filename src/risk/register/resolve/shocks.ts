import { type Measured, measure } from '../quantity/measured.js';
import { inputNamed, type Quantity } from '../quantity/quantity-kind.js';
import { meant } from '../reading/meant.js';
import { error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { Amounts, overrideKey, Unresolved } from './amounts.js';
import { findPath } from './find-path.js';

/** An amount of a shock: as the register writes it, or a number in base units (yen, fractions, times a year, years). */
export type ShockAmount = Quantity | number;

/** A change of the register: what scenarios, controls and tornadoes are made of. Later ones act on earlier ones. */
export type Shock =
  | { readonly change: string; readonly to: ShockAmount }
  | { readonly change: string; readonly times: ShockAmount }
  | { readonly change: string; readonly plus: ShockAmount }
  | { readonly event: string; readonly occurs: boolean }
  | { readonly factor: string; readonly by: ShockAmount }
  | { readonly without: string };

/** What becomes of a law as a whole. */
export type LawShock =
  | { readonly to: ShockAmount }
  | { readonly times: number }
  | { readonly plus: ShockAmount };

/** All shocks of a run, by what they act on. */
export interface Shocks {
  readonly overrides: ReadonlyMap<string, number>;
  readonly laws: ReadonlyMap<string, readonly LawShock[]>;
  readonly occurs: ReadonlyMap<string, boolean>;
  readonly forced: ReadonlyMap<string, number>;
  readonly without: ReadonlySet<string>;
}

/**
 * Looks up what each shock acts on. `placeOf` gives the path that a problem of the shock with that number is reported at.
 * Throws `Unresolved` for a shock to something that is not there, or that its amount does not fit.
 */
export function applyShocks(
  content: RegisterContent,
  shocks: readonly Shock[],
  placeOf: (index: number) => RegisterPath = () => [],
): Shocks {
  const made = {
    overrides: new Map<string, number>(),
    laws: new Map<string, LawShock[]>(),
    occurs: new Map<string, boolean>(),
    forced: new Map<string, number>(),
    without: new Set<string>(),
  };
  for (const [index, shock] of shocks.entries()) {
    const place = placeOf(index);
    if ('without' in shock) {
      requireKey(shock.without, Object.keys(content.risks), 'risk', [...place, 'without']);
      made.without.add(shock.without);
    } else if ('event' in shock) {
      requireKey(shock.event, Object.keys(content['shared-events'] ?? {}), 'shared event', [
        ...place,
        'event',
      ]);
      made.occurs.set(shock.event, shock.occurs);
    } else if ('factor' in shock) {
      requireKey(shock.factor, Object.keys(content.market?.factors ?? {}), 'factor', [...place, 'factor']);
      made.forced.set(shock.factor, forcedBy(content, shock.factor, shock.by, [...place, 'by']));
    } else change(content, shock, made, place);
  }
  return made;
}

type Change = Extract<Shock, { change: string }>;

function change(
  content: RegisterContent,
  shock: Change,
  made: { overrides: Map<string, number>; laws: Map<string, LawShock[]> },
  place: RegisterPath,
): void {
  const found = findPath(content, shock.change);
  if (found.kind === 'nothing')
    throw new Unresolved(error('unknown-path', [...place, 'change'], found.problem));
  const key = overrideKey(found.path);
  if (found.kind === 'law') {
    const made2 = 'times' in shock ? { times: numberOf(shock.times, content, [...place, 'times']) } : shock;
    made.laws.set(key, [...(made.laws.get(key) ?? []), made2]);
    return;
  }
  const { quantity, path, unit } = found;
  const now = () => new Amounts(content, made.overrides).number(quantity, path, unit);
  const amount = (given: ShockAmount, name: string) =>
    typeof given === 'number' ? given : amountLike(given, quantity, content, unit, [...place, name]);
  if ('to' in shock) made.overrides.set(key, amount(shock.to, 'to'));
  else if ('plus' in shock) made.overrides.set(key, now() + amount(shock.plus, 'plus'));
  else made.overrides.set(key, now() * numberOf(shock.times, content, [...place, 'times']));
}

/** The amount of a shock in the dimension of what it acts on: an input's own, where that takes anything. */
function amountLike(
  given: Quantity,
  target: Quantity,
  content: RegisterContent,
  unit: string | null,
  place: RegisterPath,
): number {
  const { dimension } = target.quantity;
  if (dimension === 'any') requireSameKind(given, target, content, place);
  return new Amounts(content).number({ quantity: { dimension }, text: given.text }, place, unit);
}

/** An input takes any quantity; a shock must bring one of the same kind and currency. */
function requireSameKind(
  given: Quantity,
  target: Quantity,
  content: RegisterContent,
  place: RegisterPath,
): void {
  const [brought, held] = [given, target].map(({ text }) => measure(textOf(text, content)));
  if (!brought || !held || brought.unit === 'open' || held.unit === 'open') return;
  if (kindOf(brought) === kindOf(held)) return;
  throw new Unresolved(
    error(
      'quantity',
      place,
      `unexpected "${given.text.slice(0, 60)}", expected a quantity of the same kind as "${target.text.slice(0, 60)}", which it acts on`,
    ),
  );
}

function textOf(text: string, content: RegisterContent): string {
  const name = inputNamed(text);
  return name === null ? text : (content.inputs?.[name]?.value.text ?? text);
}

/** 150%, 1.5 and 1.5x are written for one another. */
function kindOf({ unit, currency }: Measured): string {
  const isPlain = unit === 'percent' || unit === 'number' || unit === 'factor' || unit === 'shares';
  return isPlain ? 'plain' : `${unit} ${currency ?? ''}`;
}

function numberOf(given: ShockAmount, content: RegisterContent, place: RegisterPath): number {
  if (typeof given === 'number') return given;
  return new Amounts(content).number(given, place);
}

function forcedBy(content: RegisterContent, factor: string, by: ShockAmount, place: RegisterPath): number {
  const value = numberOf(by, content, place);
  const entry = content.market?.factors[factor];
  const isRate = entry?.rate !== undefined || entry?.yields !== undefined;
  if (!isRate && value <= -1) {
    throw new Unresolved(error('shock', place, 'unexpected fall by 100% or more: a price stays above zero'));
  }
  return value;
}

function requireKey(key: string, known: readonly string[], noun: string, path: RegisterPath): void {
  if (known.includes(key)) return;
  const remedy = meant(key, known, `the register has no ${noun}s`);
  throw new Unresolved(error('unknown-reference', path, `unknown ${noun} "${key.slice(0, 60)}"${remedy}`));
}
