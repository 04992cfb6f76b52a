import type { Filing } from '../../filing/filing.js';
import { SourceLines } from '../../filing/index.js';
import { InputError, nearWord } from '../../value/index.js';
import type {
  Check,
  CheckContext,
  CheckedFigure,
  CheckOutcome,
  CheckResult,
  CheckSummary,
  Finding,
} from '../check.js';
import { checks as allChecks } from '../registry.js';
import { type CheckSetting, type CheckSettings, optionsOf, severityOf } from '../settings.js';
import { withoutClusters } from './clusters.js';
import { diagnose } from './diagnose.js';
import { figureStatus, suspectsOf, ticksByFigure } from './figure-status.js';
import { fingerprints } from './fingerprint.js';
import { foldFindings } from './fold.js';
import { fillMessage } from './message.js';
import { placeFindings, type RawFinding } from './raw-finding.js';
import { notRun } from './verdict.js';

/** Why a check did not run that the user has turned off. */
const TURNED_OFF = 'turned off by the configuration';

/** What `check` does beside its defaults. */
export interface CheckOptions {
  /** Ids of the checks to run, all of them where absent. */
  readonly only?: readonly string[];
  /** What is set of single checks: off, another severity, options. */
  readonly settings?: CheckSettings;
}

/**
 * Runs the checks on a filing: what they confirm becomes ticks, what does not agree becomes findings. Deterministic;
 * touches nothing but its arguments. Throws `InputError` for a check that does not exist.
 */
export function check(filing: Filing, context: CheckContext, options: CheckOptions = {}): CheckResult {
  return runChecks(selectChecks(allChecks, options.only), filing, context, options);
}

/** The same with the checks handed in. What a check throws is a bug of ours and passes through. */
export function runChecks(
  checks: readonly Check[],
  filing: Filing,
  context: CheckContext,
  { only, settings = {} }: CheckOptions = {},
): CheckResult {
  const outcomes = checks.map((each) => {
    const setting = settings[each.meta.id] ?? {};
    // Who names a check wants to see it, whatever the configuration says.
    const isOff = setting.severity === 'off' && only === undefined;
    const own = { ...context, options: optionsOf(each, setting) };
    return { check: each, setting, outcome: isOff ? notRun(TURNED_OFF) : each.run(filing, own) };
  });
  const ticks = ticksByFigure(outcomes);
  const raw = outcomes.flatMap(({ check: each, setting, outcome }) => rawFindings(each, setting, outcome));
  const folded = foldFindings(diagnose(raw, ticks, filing));
  const placed = placeFindings(withoutClusters(folded, filing), filing);
  const findings = toFindings(placed, filing);
  const suspects = suspectsOf(findings);
  const figures = filing.figures.map((figure): CheckedFigure => {
    const own = ticks.get(figure.id) ?? [];
    return { figure, status: figureStatus(figure, own, suspects), ticks: own };
  });
  return {
    filing,
    figures,
    findings,
    undecided: outcomes.flatMap(({ check: each, outcome }) =>
      outcome.undecided.map((entry) => ({ check: each.meta.id, ...entry })),
    ),
    checksNotRun: outcomes.flatMap(({ check: each, outcome }) =>
      outcome.notRun === null ? [] : [{ check: each.meta.id, reason: outcome.notRun }],
    ),
    summary: summaryOf(figures, findings),
  };
}

/** The named checks, in the order of the registry. Throws `InputError` with the nearest name. */
export function selectChecks(
  checks: readonly Check[],
  only: readonly string[] | undefined,
): readonly Check[] {
  if (only === undefined) return checks;
  const ids = checks.map((each) => each.meta.id);
  for (const id of only) {
    if (ids.includes(id)) continue;
    const suggestion = nearWord(id, ids);
    const remedy =
      suggestion === null ? `expected one of ${ids.join(', ')}` : `did you mean "${suggestion}"?`;
    throw new InputError('bad-option', `Unknown check "${id}", ${remedy}`);
  }
  return checks.filter((each) => only.includes(each.meta.id));
}

function rawFindings(check: Check, setting: CheckSetting, outcome: CheckOutcome): RawFinding[] {
  return outcome.findings.map((draft) => ({
    rule: check,
    official: check.meta.needs.includes('rates'),
    severity: severityOf(check, draft, setting),
    draft,
    folded: [],
  }));
}

function toFindings(placed: ReturnType<typeof placeFindings>, filing: Filing): Finding[] {
  const lines = new SourceLines(filing.source.text);
  const prints = fingerprints(placed, filing);
  return placed.map(({ raw, start, end }, index) => ({
    id: `x${index + 1}`,
    fingerprint: prints[index] ?? '',
    check: raw.rule.meta.id,
    severity: raw.severity,
    message: fillMessage(raw.rule, raw.draft),
    cause: raw.draft.cause ?? null,
    start,
    end,
    ...lines.at(start),
    suspects: raw.draft.suspects.slice(0, 3),
    related: raw.draft.related ?? [],
    printed: raw.draft.printed,
    expected: raw.draft.expected,
    evidence: [...(raw.draft.evidence ?? []), ...raw.folded],
  }));
}

function summaryOf(figures: readonly CheckedFigure[], findings: readonly Finding[]): CheckSummary {
  const count = (status: CheckedFigure['status']) =>
    figures.filter((entry) => entry.status === status).length;
  return {
    figures: figures.length,
    ticked: count('ticked'),
    agrees: count('agrees'),
    differs: count('differs'),
    unsupported: count('unsupported'),
    labels: count('label'),
    errors: findings.filter((finding) => finding.severity === 'error').length,
    warnings: findings.filter((finding) => finding.severity === 'warning').length,
  };
}
