import type { Figure, Filing } from '../../filing/filing.js';
import type { FindingDraft, RelatedPlace, Severity, Tick } from '../check.js';
import { Confidence } from './confidence.js';
import { Failures } from './failures.js';
import { figureById } from './figure-by-id.js';
import { digitsOf } from './printed-values.js';
import type { RawFinding } from './raw-finding.js';
import { slipBetween, suspicionOf } from './suspicion.js';

/** A suspect that is so much less likely than the first is not named: another relation that fails alike, and no more. */
const MARGIN = 4;
/** A finding holds this many figures wrong at most. */
const MOST_SUSPECTS = 3;

/**
 * Decides for each finding which of its suspects are held wrong: likeliest first, at most three. The likeliest becomes
 * its place, and what it should say is told of that one. Findings against an official source name their figure
 * themselves and stay. Where an official source confirms every suspect, the finding is dropped; where other work confirms
 * every one of several, what fails is rather the relation, and the finding becomes information. A conjecture stays only
 * where another relation bears it out.
 */
export function diagnose(
  findings: readonly RawFinding[],
  ticks: ReadonlyMap<string, readonly Tick[]>,
  filing: Filing,
): RawFinding[] {
  if (findings.length === 0) return [];
  const failures = new Failures(findings);
  const confidence = new Confidence(ticks);
  const rank = (finding: RawFinding, open: readonly string[]): Suspect[] =>
    open
      .flatMap((id, index) => {
        const figure = figureById(filing, id);
        if (figure === undefined) return [];
        const repair = finding.draft.repairs?.[id] ?? null;
        const others = failures.beside(finding, id);
        const score = suspicionOf(figure, repair, others, confidence.of(id), filing);
        return [{ figure, repair, score, index }];
      })
      .sort((a, b) => b.score - a.score || a.index - b.index);
  return findings.flatMap((finding) => {
    if (finding.official || finding.draft.suspects.length === 0) return [finding];
    const { open, severity } = withoutConfirmed(finding, ticks);
    const held = finding.draft.isConjecture === true ? borneOut(finding, open, failures, filing) : open;
    return held.length === 0 ? [] : [named({ ...finding, severity }, rank(finding, held), filing)];
  });
}

/** The suspects of a conjecture that another relation would mend alike, and by a slip of typing. */
function borneOut(
  finding: RawFinding,
  open: readonly string[],
  failures: Failures,
  filing: Filing,
): string[] {
  return open.filter((id) => {
    const figure = figureById(filing, id);
    const repair = finding.draft.repairs?.[id];
    if (figure === undefined || repair === undefined || slipBetween(figure.text, repair) === null)
      return false;
    return failures.isMendedAlike(finding, id);
  });
}

interface Suspect {
  readonly figure: Figure;
  readonly repair: string | null;
  readonly score: number;
}

/** The suspects that no independent work confirms; where it confirms all, those that no official source does. */
function withoutConfirmed(
  { draft: { suspects }, severity }: RawFinding,
  ticks: ReadonlyMap<string, readonly Tick[]>,
): { readonly open: readonly string[]; readonly severity: Severity } {
  const has = (id: string, confirms: (tick: Tick) => boolean) => (ticks.get(id) ?? []).some(confirms);
  const unofficial = suspects.filter((id) => !has(id, isOfficial));
  // A check that holds one figure wrong has decided between the two places itself.
  const open = suspects.length === 1 ? unofficial : unofficial.filter((id) => !has(id, isConfirmation));
  return open.length > 0 ? { open, severity } : { open: unofficial, severity: 'info' };
}

function isOfficial({ support }: Tick): boolean {
  return support === 'official';
}

/** Work that would come out otherwise were another digit printed; that of two mentions which agree is not such work. */
function isConfirmation({ support, grade }: Tick): boolean {
  return grade === 'exact' && support !== 'agreement';
}

/** The finding with its likeliest suspects, told of the first of them where it says what that one should say. */
function named(finding: RawFinding, ranked: readonly Suspect[], filing: Filing): RawFinding {
  const [first] = ranked;
  if (first === undefined) return finding;
  const kept = likeliest(ranked.filter(({ score }) => score > first.score - MARGIN));
  const suspects = kept.map(({ figure }) => figure.id);
  const possible = ranked.map(({ figure }) => figure.id);
  const draft = { ...toldOf(finding.draft, kept[0] ?? first, filing), suspects };
  return { ...finding, possible, score: first.score, draft };
}

/** The most likely three: of two alike the shorter, since a longer number can be mistyped in more ways. In their order. */
function likeliest(suspects: readonly Suspect[]): readonly Suspect[] {
  if (suspects.length <= MOST_SUSPECTS) return suspects;
  const length = ({ figure }: Suspect) => digitsOf(figure.text).length;
  const kept = [...suspects].sort((a, b) => b.score - a.score || length(a) - length(b));
  const chosen = new Set(kept.slice(0, MOST_SUSPECTS));
  return suspects.filter((suspect) => chosen.has(suspect));
}

function toldOf(draft: FindingDraft, { figure, repair }: Suspect, filing: Filing): FindingDraft {
  if (repair === null) return draft;
  const cause = draft.cause ?? null;
  const toldOfIt = typeof draft.at === 'string' ? draft.at === figure.id : draft.suspects[0] === figure.id;
  if (toldOfIt) return { ...draft, cause: cause ?? causeOf(figure, repair) };
  return {
    ...draft,
    at: figure.id,
    printed: figure.text,
    expected: repair,
    values: { ...draft.values, printed: figure.text, expected: repair },
    cause: causeOf(figure, repair),
    related: relatedWithout(figure, draft, filing),
  };
}

function causeOf(figure: Figure, repair: string): string | null {
  return slipBetween(figure.text, repair);
}

/** The related places, the figure that the finding no longer points at among them. */
function relatedWithout({ id }: Figure, { at, related = [] }: FindingDraft, filing: Filing): RelatedPlace[] {
  const others = related.filter(({ figure }) => figure !== id);
  const left = typeof at === 'string' ? figureById(filing, at) : undefined;
  if (left === undefined || others.some(({ figure }) => figure === at)) return others;
  return [
    { figure: left.id, start: left.start, end: left.end, note: 'stands in the same relation' },
    ...others,
  ];
}
