import { type Measured, measure } from './quantity/measured.js';
import { isQuantity } from './quantity/quantity-kind.js';
import type { RegisterPath } from './reading/register-path.js';
import type { Register } from './register.js';
import { visitSources } from './rules/sources.js';

/** A source that is a figure of the report, and the number beside it, which must be that figure. */
export interface DisclosedAmount {
  /** Of the source: ['inputs', 'securities', 'source']. */
  readonly path: RegisterPath;
  /** As the register quotes it: "¥6.4 billion". */
  readonly figure: string;
  readonly line: number | null;
  readonly key: string | null;
  /** The value or amount beside the source; null where there is none, as of a whole model. */
  readonly stated: { readonly path: RegisterPath; readonly text: string; readonly measured: Measured } | null;
}

/** Every figure that the register rests on, in the order of the file. */
export function disclosedAmounts({ content }: Register): DisclosedAmount[] {
  const found: DisclosedAmount[] = [];
  visitSources(content, [], (source, path) => {
    if (typeof source['figure'] !== 'string') return;
    found.push({
      path,
      figure: source['figure'],
      line: typeof source['line'] === 'number' ? source['line'] : null,
      key: typeof source['key'] === 'string' ? source['key'] : null,
      stated: statedBeside(content, path.slice(0, -1)),
    });
  });
  return found;
}

function statedBeside(content: object, owner: RegisterPath): DisclosedAmount['stated'] {
  let node: unknown = content;
  for (const step of owner) node = (node as Record<string, unknown> | null)?.[String(step)];
  if (typeof node !== 'object' || node === null) return null;
  for (const key of ['value', 'amount'] as const) {
    const value = (node as Record<string, unknown>)[key];
    if (typeof value !== 'object' || value === null || !isQuantity(value)) continue;
    const measured = measure(value.text);
    if (measured !== null && measured.unit !== 'open')
      return { path: [...owner, key], text: value.text, measured };
  }
  return null;
}
