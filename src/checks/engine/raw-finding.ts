import type { Filing } from '../../filing/filing.js';
import type { Check, FindingDraft, Severity } from '../check.js';
import { figureById } from './figure-by-id.js';

/** A finding on its way from a check to the report. */
export interface RawFinding {
  readonly rule: Check;
  /** Whether its check compares with an official source. */
  readonly official: boolean;
  readonly severity: Severity;
  readonly draft: FindingDraft;
  /** All figures that may be at fault, likeliest first; the draft's suspects are the first of them. */
  readonly possible?: readonly string[];
  /** How much speaks against the likeliest. */
  readonly score?: number;
  /** Lines of the weaker findings that were folded into it. */
  readonly folded: readonly string[];
}

/** A finding with its range of the source. */
export interface PlacedFinding {
  readonly raw: RawFinding;
  readonly start: number;
  readonly end: number;
}

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITY_ORDER[a] - SEVERITY_ORDER[b];
}

/** In order of place, errors first at the same place, then by check. Throws where a check names no known figure. */
export function placeFindings(findings: readonly RawFinding[], filing: Filing): PlacedFinding[] {
  const placed = findings.map((raw) => {
    const { at } = raw.draft;
    if (typeof at !== 'string') return { raw, start: at[0], end: at[1] };
    const figure = figureById(filing, at);
    if (figure === undefined) throw new Error(`${raw.rule.meta.id} points at "${at}", which is no figure`);
    return { raw, start: figure.start, end: figure.end };
  });
  return placed.sort(
    (a, b) =>
      a.start - b.start ||
      compareSeverity(a.raw.severity, b.raw.severity) ||
      a.end - b.end ||
      byText(a.raw.rule.meta.id, b.raw.rule.meta.id),
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
