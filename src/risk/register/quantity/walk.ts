import type { RegisterPath } from '../reading/register-path.js';
import type { Law } from '../schema/distributions.js';
import {
  isQuantity,
  isQuantityTable,
  type Quantity,
  type QuantityKind,
  type QuantityTable,
} from './quantity-kind.js';

/** Every quantity below a node, in the order of the file. */
export interface Walked {
  readonly quantities: readonly PlacedQuantity[];
  /** Keys that are quantities: levels, times. */
  readonly keys: readonly {
    readonly path: RegisterPath;
    readonly text: string;
    readonly kind: QuantityKind;
    readonly unit: string | null;
  }[];
  /** Distributions of amounts, changes and times (not those of a number of occurrences). */
  readonly laws: readonly { readonly path: RegisterPath; readonly law: Law }[];
}

export interface PlacedQuantity {
  readonly path: RegisterPath;
  readonly quantity: Quantity;
  /** What bare numbers are in, by the `unit:` of their distribution. */
  readonly unit: string | null;
  /** The nearest keys above it that may carry a source say where it comes from. */
  readonly source: object | null;
}

const FREQUENCY_LAWS: ReadonlySet<unknown> = new Set(['poisson', 'negative-binomial', 'binomial']);

/** Every quantity below a node. The depth is that of the text, which is bounded. */
export function walkQuantities(root: unknown, at: RegisterPath = []): Walked {
  const walk = new Walk();
  walk.visit(root, at, { unit: null, source: null });
  return walk;
}

/** What holds for all that stands below: the unit of bare numbers, the nearest source. */
interface Scope {
  readonly unit: string | null;
  readonly source: object | null;
}

class Walk implements Walked {
  readonly quantities: PlacedQuantity[] = [];
  readonly keys: Walked['keys'][number][] = [];
  readonly laws: Walked['laws'][number][] = [];

  visit(node: unknown, path: RegisterPath, scope: Scope): void {
    if (typeof node !== 'object' || node === null) return;
    if (isQuantity(node))
      this.quantities.push({ path, quantity: node, ...scope, unit: unitFor(node, scope) });
    else if (isQuantityTable(node)) this.table(node, path, scope);
    else if (Array.isArray(node)) {
      for (const [index, value] of node.entries()) this.visit(value, [...path, index], scope);
    } else this.record(node as Readonly<Record<string, unknown>>, path, scope);
  }

  private table({ table, entries }: QuantityTable, path: RegisterPath, scope: Scope): void {
    const isLevel = table.above === 0 && table.below === 1;
    for (const [text, value] of entries) {
      this.keys.push({ path: [...path, text], text, kind: table, unit: isLevel ? null : scope.unit });
      this.visit(value, [...path, text], scope);
    }
  }

  private record(record: Readonly<Record<string, unknown>>, path: RegisterPath, scope: Scope): void {
    const { distribution, unit, source } = record;
    if (typeof distribution === 'string' && !FREQUENCY_LAWS.has(distribution)) {
      this.laws.push({ path, law: record as unknown as Law });
    }
    const below: Scope = {
      unit: typeof distribution === 'string' && typeof unit === 'string' ? unit : null,
      source: typeof source === 'object' && source !== null ? source : scope.source,
    };
    for (const [key, value] of Object.entries(record)) this.visit(value, [...path, key], below);
  }
}

/** A shape, a weight or a probability of a discrete law has no unit, whatever the amounts are in. */
function unitFor({ quantity }: Quantity, { unit }: Scope): string | null {
  return quantity.dimension === 'number' || quantity.atMost === 1 ? null : unit;
}
