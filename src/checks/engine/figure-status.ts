import type { Figure } from '../../filing/filing.js';
import type { Check, CheckOutcome, FigureStatus, Finding, Tick } from '../check.js';

interface Outcome {
  readonly check: Check;
  readonly outcome: CheckOutcome;
}

/** The ticks of each figure, in the order of the checks. */
export function ticksByFigure(outcomes: readonly Outcome[]): Map<string, Tick[]> {
  const byFigure = new Map<string, Tick[]>();
  for (const { check, outcome } of outcomes) {
    for (const { figure, tick } of outcome.ticks) {
      const own = byFigure.get(figure);
      const named = { check: check.meta.id, ...tick };
      if (own === undefined) byFigure.set(figure, [named]);
      else own.push(named);
    }
  }
  return byFigure;
}

/** Ids of the figures that an error or a warning holds wrong. */
export function suspectsOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap((finding) => (finding.severity === 'info' ? [] : finding.suspects)));
}

/**
 * What became of a figure: a finding outweighs a tick, and two mentions that say the same confirm neither. A date that
 * the grammar takes for a label differs all the same where a finding holds it wrong.
 */
export function figureStatus(
  figure: Figure,
  ticks: readonly Tick[],
  suspects: ReadonlySet<string>,
): FigureStatus {
  if (suspects.has(figure.id)) return 'differs';
  if (figure.role === 'label') return 'label';
  if (ticks.some(({ support, grade }) => support !== 'agreement' && grade !== 'possible')) return 'ticked';
  return ticks.length > 0 ? 'agrees' : 'unsupported';
}
