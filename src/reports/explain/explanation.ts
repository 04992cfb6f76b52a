import type { CheckedFigure, CheckResult, Finding, Undecided } from '../../checks/check.js';
import { sameAmounts, type Tried, triedAt } from './tried.js';

/** A figure with those that its ticks rest on, down to where nothing new is told. */
export interface Work {
  readonly checked: CheckedFigure;
  readonly inputs: readonly Work[];
}

/** All that is known of a figure. */
export interface Explanation {
  readonly work: Work;
  readonly findings: readonly Finding[];
  readonly undecided: readonly (Undecided & { readonly check: string })[];
  /** What was tried where nothing confirms it. */
  readonly tried: readonly Tried[];
  /** Other places with as large an amount in the same unit, where nothing confirms it. */
  readonly sameAmounts: readonly CheckedFigure[];
  /** Figures whose ticks rest on it. */
  readonly dependents: readonly CheckedFigure[];
}

/** A sum of sums of sums; deeper work is that of other figures. */
const DEEPEST = 3;
/** Figures told in one explanation. */
const MOST_TOLD = 200;

/** The work behind a figure: what its ticks rest on, findings that name it, what could not be decided, what rests on it. */
export function explain(result: CheckResult, checked: CheckedFigure): Explanation {
  const { id } = checked.figure;
  const figures = new Map(result.figures.map((each) => [each.figure.id, each]));
  return {
    work: workOf(checked, figures, new Set([id]), 0),
    findings: result.findings.filter(
      ({ suspects, related }) => suspects.includes(id) || related.some(({ figure }) => figure === id),
    ),
    undecided: result.undecided.filter(({ figure }) => figure === id),
    tried: triedAt(result, checked),
    sameAmounts: sameAmounts(result, checked),
    dependents: result.figures.filter(({ ticks }) =>
      ticks.some(({ inputs }) => inputs.some((input) => 'figure' in input && input.figure === id)),
    ),
  };
}

function workOf(
  checked: CheckedFigure,
  figures: ReadonlyMap<string, CheckedFigure>,
  told: Set<string>,
  depth: number,
): Work {
  const all = inputIds(checked);
  if (depth === DEEPEST) return { checked, inputs: [] };
  const fresh = all.filter((id) => !told.has(id)).slice(0, Math.max(0, MOST_TOLD - told.size));
  for (const id of fresh) told.add(id);
  const inputs = fresh.flatMap((id) => {
    const input = figures.get(id);
    return input === undefined ? [] : [workOf(input, figures, told, depth + 1)];
  });
  return { checked, inputs };
}

function inputIds({ ticks }: CheckedFigure): string[] {
  const ids = ticks.flatMap(({ inputs }) =>
    inputs.flatMap((input) => ('figure' in input ? [input.figure] : [])),
  );
  return [...new Set(ids)];
}
