import { isQuantity, isQuantityTable, type Quantity } from '../quantity/quantity-kind.js';
import { meant } from '../reading/meant.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { RegisterContent } from '../schema/register-schema.js';

/** What a path of a shock leads to. */
export type Found =
  | {
      readonly kind: 'quantity';
      readonly path: RegisterPath;
      readonly quantity: Quantity;
      readonly unit: string | null;
    }
  | { readonly kind: 'law'; readonly path: RegisterPath; readonly law: object }
  | { readonly kind: 'nothing'; readonly problem: string };

/** Roots of paths that are no risk; no risk may bear such a name. */
export const ROOTS = ['inputs', 'base', 'market', 'shared-events'] as const;

/**
 * Follows a path as people write it: `inputs.east-failures`, `outage.nodes.west.failures` (a risk's model),
 * `base.lines.backbone.amount`, `market.factors.yen-rate.rate`, `shared-events.capital-earthquake.frequency`. An entry of
 * a list goes by its number from 0 or by its id.
 */
export function findPath(content: RegisterContent, text: string): Found {
  const start = startOf(content, text);
  if ('problem' in start) return { kind: 'nothing', problem: start.problem };
  let { node, rest } = start;
  const path = [...start.path];
  let unit: string | null = null;
  while (rest !== '') {
    const steps = stepsOf(node);
    const step = longestStep(steps, rest);
    if (step === null) return { kind: 'nothing', problem: noStep(text, rest, steps) };
    unit = typeof node === 'object' && node !== null && 'unit' in node ? String(node.unit) : unit;
    path.push(step.key);
    node = step.value;
    rest = rest.slice(step.name.length + 1);
  }
  return ending(text, node, path, unit);
}

function startOf(
  content: RegisterContent,
  text: string,
): { node: unknown; rest: string; path: (string | number)[] } | { problem: string } {
  const dot = text.indexOf('.');
  const first = dot < 0 ? text : text.slice(0, dot);
  const rest = dot < 0 ? '' : text.slice(dot + 1);
  const root = ROOTS.find((each) => each === first);
  if (root !== undefined) return { node: content[root] ?? {}, rest, path: [root] };
  if (Object.hasOwn(content.risks, first)) {
    const model = content.risks[first]?.model;
    if (model === undefined) return { problem: `the risk "${first}" has no model` };
    return { node: model, rest, path: ['risks', first, 'model'] };
  }
  return {
    problem: `unknown path "${text.slice(0, 60)}"${meant(first, [...ROOTS, ...Object.keys(content.risks)], '')}`,
  };
}

interface Step {
  readonly name: string;
  readonly key: string | number;
  readonly value: unknown;
}

function stepsOf(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null || isQuantity(node)) return [];
  if (isQuantityTable(node)) return node.entries.map(([key, value]) => ({ name: key, key, value }));
  if (Array.isArray(node)) {
    return node.flatMap((value: unknown, index) => {
      const named = typeof value === 'object' && value !== null && 'id' in value ? [String(value.id)] : [];
      return [...named, String(index)].map((name) => ({ name, key: index, value }));
    });
  }
  return Object.entries(node)
    .filter(([, value]) => typeof value === 'object')
    .map(([key, value]) => ({ name: key, key, value }));
}

/** Keys may hold points ("2.5%"): the longest that fits is meant. */
function longestStep(steps: readonly Step[], rest: string): Step | null {
  let best: Step | null = null;
  for (const step of steps) {
    const fits = rest === step.name || rest.startsWith(`${step.name}.`);
    if (fits && (best === null || step.name.length > best.name.length)) best = step;
  }
  return best;
}

function noStep(text: string, rest: string, steps: readonly Step[]): string {
  const word = rest.split('.')[0] ?? rest;
  const names = steps.map(({ name }) => name);
  return `unknown path "${text.slice(0, 80)}": there is no "${word.slice(0, 40)}"${meant(word, names, 'nothing stands below it')}`;
}

const FREQUENCY_MEANS: Readonly<Record<string, string>> = {
  poisson: 'rate',
  'negative-binomial': 'mean',
  binomial: 'probability',
};

/** `inputs.NAME` means its value, a shared event its frequency. */
function ending(text: string, node: unknown, path: (string | number)[], unit: string | null): Found {
  const tail =
    path.length === 2 ? { inputs: 'value', 'shared-events': 'frequency' }[String(path[0])] : undefined;
  if (tail !== undefined && typeof node === 'object' && node !== null) {
    return ending(text, (node as Record<string, unknown>)[tail], [...path, tail], unit);
  }
  if (typeof node === 'object' && node !== null) {
    if (isQuantity(node)) return { kind: 'quantity', path, quantity: node, unit };
    if ('distribution' in node) {
      // How often something happens goes by one number: a shock to the frequency is one to that.
      const mean = FREQUENCY_MEANS[String(node.distribution)];
      if (mean === undefined) return { kind: 'law', path, law: node };
      return ending(text, (node as unknown as Record<string, unknown>)[mean], [...path, mean], unit);
    }
    const names = stepsOf(node).map(({ name }) => name);
    const more = names.length === 0 ? '' : `; go on with one of ${names.slice(0, 12).join(', ')}`;
    return { kind: 'nothing', problem: `"${text.slice(0, 80)}" is no number${more}` };
  }
  return { kind: 'nothing', problem: `"${text.slice(0, 80)}" is no number` };
}
