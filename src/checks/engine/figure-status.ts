import type { Figure } from '../../filing/filing.js';
import type { Check, CheckOutcome, FigureStatus, Finding, Tick } from '../check.js';
import { groupedBy } from './grouped.js';

interface Outcome {
  readonly check: Check;
  readonly outcome: CheckOutcome;
}

/** The ticks of each figure, in the order of the checks. */
export function ticksByFigure(outcomes: readonly Outcome[]): Map<string, Tick[]> {
  const all = outcomes.flatMap(({ check, outcome }) =>
    outcome.ticks.map(({ figure, tick }) => ({ figure, tick: { check: check.meta.id, ...tick } })),
  );
  const byFigure = groupedBy(all, ({ figure }) => figure);
  return new Map([...byFigure].map(([figure, own]) => [figure, own.map(({ tick }) => tick)]));
}

/** Ids of the figures that an error or a warning holds wrong. */
export function suspectsOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap((finding) => (finding.severity === 'info' ? [] : finding.suspects)));
}

/**
 * What became of a figure: a finding outweighs a tick, and two mentions that say the same confirm neither. A date
 * that the grammar takes for a label differs all the same where a finding holds it wrong.
 */
export function figureStatus(
  figure: Figure,
  ticks: readonly Tick[],
  suspects: ReadonlySet<string>,
): FigureStatus {
  if (suspects.has(figure.id)) return 'differs';
  if (figure.role === 'label') return 'label';
  if (ticks.some((tick) => tick.support !== 'agreement' && tick.grade !== 'possible')) return 'ticked';
  return ticks.length > 0 ? 'agrees' : 'unsupported';
}
