import { convert, outOfRange } from '../quantity/convert.js';
import { inputNamed, type Quantity, type QuantityKind } from '../quantity/quantity-kind.js';
import { meant } from '../reading/meant.js';
import { type Draft, error } from '../reading/problem.js';
import { pathText, type RegisterPath } from '../reading/register-path.js';
import type { RegisterContent } from '../schema/register-schema.js';

/** One thing that is wrong, on its way to whoever collects problems or tells the user. */
export class Unresolved extends Error {
  readonly draft: Draft;

  constructor(draft: Draft) {
    super(draft.message);
    this.draft = draft;
  }
}

/** What a shock makes of a number: in its place, in base units. */
export type Overrides = ReadonlyMap<string, number>;

/** Turns the quantities of a register into numbers: inputs looked up, units applied, shocks made. */
export class Amounts {
  private readonly content: RegisterContent;
  private readonly overrides: Overrides;

  constructor(content: RegisterContent, overrides: Overrides = new Map()) {
    this.content = content;
    this.overrides = overrides;
  }

  /** In base units. `unit` is what bare numbers are in. Throws `Unresolved`. */
  number(quantity: Quantity, path: RegisterPath, unit: string | null = null): number {
    return this.read(quantity, path, unit).value;
  }

  /** As `number`, or what stands where there is nothing. */
  optional<Else>(quantity: Quantity | undefined, path: RegisterPath, absent: Else): number | Else {
    return quantity === undefined ? absent : this.number(quantity, path);
  }

  /** With the currency that its text names, of money. Throws `Unresolved`. */
  read(
    { quantity: kind, text }: Quantity,
    path: RegisterPath,
    unit: string | null = null,
  ): { value: number; currency: string | null } {
    const name = inputNamed(text);
    const written = name === null ? text : this.inputText(name, path);
    const converted = convert(written, kind, { currency: this.content.currency, unit });
    if ('problem' in converted) {
      const where = name === null ? '' : ` (the input $${name})`;
      throw new Unresolved(error(converted.code, path, `${converted.problem}${where}`));
    }
    const shocked =
      this.overrides.get(overrideKey(path)) ??
      (name === null ? undefined : this.overrides.get(overrideKey(['inputs', name, 'value'])));
    if (shocked === undefined) return converted;
    return { value: inRange(shocked, kind, path), currency: converted.currency };
  }

  /** A key that is a quantity itself: a level, a time. Throws `Unresolved`. */
  key(text: string, kind: QuantityKind, path: RegisterPath, unit: string | null = null): number {
    const converted = convert(text, kind, { currency: this.content.currency, unit });
    if ('problem' in converted) throw new Unresolved(error(converted.code, path, converted.problem, 'key'));
    return converted.value;
  }

  private inputText(name: string, path: RegisterPath): string {
    const inputs = this.content.inputs ?? {};
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (input === undefined) {
      const remedy = meant(name, Object.keys(inputs), 'the register has no inputs; add it below "inputs"');
      throw new Unresolved(error('unknown-input', path, `unknown input "$${name.slice(0, 60)}"${remedy}`));
    }
    if (inputNamed(input.value.text) !== null) {
      throw new Unresolved(
        error(
          'quantity',
          ['inputs', name, 'value'],
          `unexpected "${input.value.text}", expected a value: an input names no other`,
        ),
      );
    }
    return input.value.text;
  }
}

export function overrideKey(path: RegisterPath): string {
  return path.join('\n');
}

function inRange(value: number, kind: QuantityKind, path: RegisterPath): number {
  const problem = outOfRange(value, kind);
  if (problem === null) return value;
  throw new Unresolved(error('shock', path, `a shock makes ${pathText(path)} ${value}, ${problem}`));
}
