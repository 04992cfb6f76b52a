import { OPEN } from '../quantity/measured.js';
import { inputNamed } from '../quantity/quantity-kind.js';
import type { Walked } from '../quantity/walk.js';
import { type Draft, error, info } from '../reading/problem.js';
import { pathText, type RegisterPath } from '../reading/register-path.js';
import type { RegisterContent } from '../schema/register-schema.js';

/** Every number says where it comes from: itself an input, or below something that has a source. */
export function sourceProblems(content: RegisterContent, { quantities }: Walked): Draft[] {
  const reported = new Set<string>();
  return quantities
    .flatMap(({ path, quantity, source }) => {
      const isSupposed = path[0] === 'scenarios' || path.includes('shocks');
      if (source !== null || isSupposed || inputNamed(quantity.text) !== null) return [];
      if (quantity.text.trim() === OPEN) return [];
      const home = homeOf(path);
      const key = home.join('\n');
      if (reported.has(key)) return [];
      reported.add(key);
      return [
        error(
          'no-source',
          home,
          `${pathText(path)} has no source: add "source: { assumption: …, author: …, date: … }" or "source: { figure: … }" to ${pathText(home)}, or take an input with "$"`,
          'key',
        ),
      ];
    })
    .concat(openSources(content), reportMissing(content));
}

/** Where a source is usually written for what stands at a path. */
function homeOf(path: RegisterPath): RegisterPath {
  const roots: readonly unknown[] = ['inputs', 'risks', 'shared-events'];
  return roots.includes(path[0]) ? path.slice(0, 2) : path.slice(0, 1);
}

/** Authors and dates that are still to be filled in. */
function openSources(content: RegisterContent): Draft[] {
  const found: Draft[] = [];
  visitSources(content, [], (source, path) => {
    if (!('author' in source)) return;
    for (const key of ['assumption', 'author', 'date'] as const) {
      if (source[key] === OPEN)
        found.push(info('open', [...path, key], `open: ${key} of a source is still to be filled in`));
    }
  });
  return found;
}

/** A figure stands in a report. */
function reportMissing(content: RegisterContent): Draft[] {
  if (content.report !== undefined) return [];
  let first: RegisterPath | null = null;
  visitSources(content, [], (source, path) => {
    if ('figure' in source) first ??= path;
  });
  if (first === null) return [];
  return [
    error(
      'no-report',
      first,
      'a figure of which report? Add "report: PATH" at the top of the register',
      'key',
    ),
  ];
}

type Source = Readonly<Record<string, unknown>>;

/** Every source of the register with its path. */
export function visitSources(
  node: unknown,
  path: RegisterPath,
  visit: (source: Source, path: RegisterPath) => void,
): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Array.isArray(node) ? node.entries() : Object.entries(node)) {
    if (typeof value !== 'object' || value === null) continue;
    if (key === 'source' && ('figure' in value || 'assumption' in value))
      visit(value as Source, [...path, key]);
    else visitSources(value, [...path, key], visit);
  }
}
