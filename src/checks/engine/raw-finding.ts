import type { Filing } from '../../filing/filing.js';
import type { FindingDraft, Severity } from '../check.js';

/** A finding on its way from a check to the report. */
export interface RawFinding {
  readonly check: string;
  /** Whether its check compares with an official source. */
  readonly official: boolean;
  readonly severity: Severity;
  readonly message: string;
  readonly draft: FindingDraft;
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
  const places = new Map(filing.figures.map((figure) => [figure.id, figure]));
  const placed = findings.map((raw) => {
    const { at } = raw.draft;
    if (typeof at !== 'string') return { raw, start: at[0], end: at[1] };
    const figure = places.get(at);
    if (figure === undefined) throw new Error(`${raw.check} points at "${at}", which is no figure`);
    return { raw, start: figure.start, end: figure.end };
  });
  return placed.sort(
    (a, b) =>
      a.start - b.start ||
      compareSeverity(a.raw.severity, b.raw.severity) ||
      a.end - b.end ||
      byText(a.raw.check, b.raw.check),
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
