import { type Walked, walkQuantities } from '../quantity/walk.js';
import type { Draft } from '../reading/problem.js';
import { Amounts, type Overrides, Unresolved } from '../resolve/amounts.js';
import { resolveLaw } from '../resolve/law.js';
import type { RegisterContent } from '../schema/register-schema.js';

/** Every quantity has a unit that fits its place, and a value within its bounds; a value still open is open work. */
export function quantityProblems(
  content: RegisterContent,
  walked: Walked = walkQuantities(content),
  overrides: Overrides = new Map(),
): Draft[] {
  const amounts = new Amounts(content, overrides);
  return [
    ...upToMost(walked.quantities, ({ quantity, path, unit }) =>
      caught(() => amounts.number(quantity, path, unit)),
    ),
    ...upToMost(walked.keys, ({ text, kind, path, unit }) =>
      caught(() => amounts.key(text, kind, path, unit)),
    ),
  ];
}

/** The parameters of every distribution make one; quantiles rise with their levels. */
export function lawProblems(content: RegisterContent, { laws }: Walked): Draft[] {
  const amounts = new Amounts(content);
  return upToMost(laws, ({ law, path }) => caught(() => resolveLaw(law, path, amounts, null)));
}

/** Errors of one rule beyond these are not worth reading, nor looking for what was meant. */
export const MOST_OF_A_RULE = 200;

/** What a rule finds in each, until it has found enough errors. */
export function upToMost<Item>(
  items: readonly Item[],
  rule: (item: Item, index: number) => readonly Draft[],
): Draft[] {
  const found: Draft[] = [];
  let errors = 0;
  for (const [index, item] of items.entries()) {
    const here = rule(item, index);
    found.push(...here);
    errors += here.filter(({ severity }) => severity === 'error').length;
    if (errors >= MOST_OF_A_RULE) break;
  }
  return found;
}

/** What stood in the way of a result, if anything; an open value is no error until somebody needs it. */
export function caught(run: () => unknown): Draft[] {
  try {
    run();
    return [];
  } catch (cause) {
    if (!(cause instanceof Unresolved)) throw cause;
    const { draft } = cause;
    return [draft.code === 'open' ? { ...draft, severity: 'info' } : draft];
  }
}
