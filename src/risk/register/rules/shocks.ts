import type { Walked } from '../quantity/walk.js';
import type { Draft } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import { applyShocks, type Shock } from '../resolve/shocks.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { caught, quantityProblems } from './quantities.js';

/** Shocks of scenarios and controls act on something that is there, and leave numbers within their bounds. */
export function shockProblems(content: RegisterContent, walked: Walked): Draft[] {
  return [
    ...(content.scenarios ?? []).flatMap(({ shocks }, index) =>
      problemsOf(content, shocks, ['scenarios', index, 'shocks'], walked),
    ),
    ...Object.entries(content.risks).flatMap(([id, { controls = [] }]) =>
      controls.flatMap(({ shocks }, index) =>
        problemsOf(content, shocks, ['risks', id, 'controls', index, 'shocks'], walked),
      ),
    ),
  ];
}

function problemsOf(
  content: RegisterContent,
  shocks: readonly Shock[],
  path: RegisterPath,
  walked: Walked,
): Draft[] {
  const each = shocks.flatMap((shock, index) =>
    caught(() => applyShocks(content, [shock], () => [...path, index])).filter(isError),
  );
  if (each.length > 0) return each;
  const all = caught(() => {
    const { overrides } = applyShocks(content, shocks, (index) => [...path, index]);
    if (overrides.size === 0) return;
    const [first] = quantityProblems(content, walked, overrides).filter(({ code }) => code === 'shock');
    if (first !== undefined) each.push({ ...first, path, at: 'key' });
  });
  return [...each, ...all.filter(isError)];
}

function isError({ severity }: Draft): boolean {
  return severity === 'error';
}
