/** Plants one wrong figure at a time in a tagged filing, reads and checks it again, and sees what is said of it. */
import type { Check, CheckedFigure, CheckResult, Finding, Severity } from '../src/checks/index.js';
import type { Figure, Filing, ReadOptions } from '../src/filing/index.js';
import { describeFigure, describeFinding } from './describe-figure.js';
import { isHeldOut } from './held-out.js';
import { counts } from './ixbrl-score.js';
import { readNumberTags } from './ixbrl-tags.js';
import { Random } from './random.js';
import { mistyped, type TypingError } from './typing-errors.js';
import { untagged, untaggedOffsets } from './untagged.js';

export interface Package {
  readFiling(source: Uint8Array | string, options: ReadOptions): Filing;
  check(filing: Filing): CheckResult;
}

/** Why an error that was planted is not caught, or that it is. */
export type Outcome =
  | 'caught'
  /** A warning holds it wrong, no error does. */
  | 'warning'
  /** An error that the filing as filed does not have, which holds other figures wrong. */
  | 'others held'
  /** The figure was ticked as filed; now nothing is said of it. */
  | 'silent'
  /** The figure is not ticked as filed either. */
  | 'no relation'
  /** The reader finds no figure there. */
  | 'not read';

export interface Planted {
  readonly filing: string;
  readonly heldOut: boolean;
  readonly kind: TypingError;
  readonly size: number;
  readonly inTable: boolean;
  readonly outcome: Outcome;
  /** The checks whose errors hold it wrong. */
  readonly by: readonly string[];
  /** The checks that ticked it as filed. */
  readonly tickedBy: readonly string[];
  /** The checks that tick it although it is wrong; empty where its status is not `ticked`. */
  readonly stillTickedBy: readonly string[];
  /** Of the errors that come with it, those that do not hold it wrong. */
  readonly misplaced: number;
  /** What a person needs to find out why it was missed; empty where nobody may look. */
  readonly lines: readonly string[];
}

/** Up to `per` amounts of the filing, drawn by seed. Empty for a page without tags. */
export function plantErrors(
  { readFiling, check }: Package,
  name: string,
  bytes: Uint8Array,
  { per, seed }: { readonly per: number; readonly seed: number },
): Planted[] {
  const { text, amounts } = taggedAmounts(readFiling(bytes, { path: name }).source.text);
  if (amounts.length === 0) return [];
  const asFiled = check(readFiling(text, { path: name }));
  const known = new Set(asFiled.findings.map(({ fingerprint }) => fingerprint));
  const random = new Random(seed + hashOf(name));
  const planted: Planted[] = [];
  const left = [...amounts];
  while (planted.length < per && left.length > 0) {
    const [amount] = left.splice(random.below(left.length), 1);
    if (amount === undefined) break;
    const wrong = mistyped(text.slice(amount.start, amount.end), random);
    if (wrong === null) continue;
    const source = text.slice(0, amount.start) + wrong.text + text.slice(amount.end);
    const result = check(readFiling(source, { path: name }));
    const place = { start: amount.start, end: amount.start + wrong.text.length };
    const before = figureAt(asFiled, amount);
    const said = saidOf(result, place, before, known);
    const heldOut = isHeldOut(name);
    const change = `${text.slice(amount.start, amount.end)} → ${wrong.text} (${wrong.kind})  ${amount.concept}`;
    planted.push({
      filing: name,
      heldOut,
      kind: wrong.kind,
      size: wrong.size,
      inTable: amount.inTable,
      ...said,
      lines: heldOut || said.outcome === 'caught' ? [] : [change, ...linesOf(result, place, before, known)],
    });
  }
  return planted;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Amount extends Range {
  readonly concept: string;
  readonly inTable: boolean;
}

/** The page without its tags, and where in it the tagged digits stand; a number with several tags stands once. */
function taggedAmounts(source: string): { readonly text: string; readonly amounts: Amount[] } {
  const at = untaggedOffsets(source);
  const seen = new Set<number>();
  const amounts = readNumberTags(source).flatMap((tag): Amount[] => {
    const [first, last] = [tag.digits[0], tag.digits.at(-1)];
    if (!counts(tag) || first === undefined || last === undefined) return [];
    const start = at(first[0]);
    if (seen.has(start)) return [];
    seen.add(start);
    return [{ start, end: at(last[1] - 1) + 1, concept: tag.concept, inTable: tag.inTable }];
  });
  return { text: untagged(source), amounts };
}

function saidOf(
  result: CheckResult,
  place: Range,
  before: CheckedFigure | undefined,
  known: ReadonlySet<string>,
): Pick<Planted, 'outcome' | 'by' | 'tickedBy' | 'stillTickedBy' | 'misplaced'> {
  const now = figureAt(result, place);
  const holding = (severity: Severity) =>
    result.findings.filter(
      (finding) =>
        finding.severity === severity && now !== undefined && finding.suspects.includes(now.figure.id),
    );
  const errors = holding('error');
  const others = newErrors(result, known).filter((finding) => !errors.includes(finding));
  const tickedBy = before?.status === 'ticked' ? checksOf(before) : [];
  const outcome = (): Outcome => {
    if (errors.length > 0) return 'caught';
    if (holding('warning').length > 0) return 'warning';
    if (others.length > 0) return 'others held';
    if (now === undefined) return 'not read';
    return tickedBy.length > 0 ? 'silent' : 'no relation';
  };
  return {
    outcome: outcome(),
    by: [...new Set(errors.map(({ check }) => check))],
    tickedBy,
    stillTickedBy: now?.status === 'ticked' ? checksOf(now) : [],
    misplaced: others.length,
  };
}

function linesOf(
  result: CheckResult,
  place: Range,
  before: CheckedFigure | undefined,
  known: ReadonlySet<string>,
): string[] {
  const now = figureAt(result, place);
  if (now === undefined) return ['  no figure is read there'];
  const { filing } = result;
  const told = result.findings.filter(
    (finding) =>
      finding.suspects.includes(now.figure.id) ||
      (finding.severity === 'error' && !known.has(finding.fingerprint)),
  );
  const ticks = (checked: CheckedFigure) =>
    checked.ticks.map(({ check, letter, grade, formula }) => `${check} ${letter} ${grade}: ${formula}`);
  return [
    `  ${describeFigure(filing, now.figure)}`,
    `  as filed ${before?.status ?? 'not read'}${
      before === undefined
        ? ''
        : ticks(before)
            .map((line) => `; ${line}`)
            .join('')
    }`,
    `  now ${now.status}${ticks(now)
      .map((line) => `; ${line}`)
      .join('')}`,
    ...told.slice(0, 3).flatMap((finding) => describeFinding(filing, finding).map((line) => `  ${line}`)),
  ];
}

function newErrors({ findings }: CheckResult, known: ReadonlySet<string>): Finding[] {
  return findings.filter(({ severity, fingerprint }) => severity === 'error' && !known.has(fingerprint));
}

/** The amount, or else the label, that holds the first of the digits. */
function figureAt({ figures }: CheckResult, { start, end }: Range): CheckedFigure | undefined {
  const holds = ({ figure }: { readonly figure: Figure }) => figure.start < end && figure.end > start;
  const there = figures.filter(holds);
  return there.find(({ figure }) => figure.role === 'amount') ?? there[0];
}

function checksOf({ ticks }: CheckedFigure): string[] {
  const sharp = ticks.filter(({ support, grade }) => support !== 'agreement' && grade !== 'possible');
  return [...new Set(sharp.map(({ check }) => check))];
}

/** So that each filing has a stream of its own, whichever others are drawn. */
function hashOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1)
    hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return hash;
}

/** The package's checks as `plantErrors` takes them. */
export function packageOf(
  {
    readFiling,
    runChecks,
  }: { readFiling: Package['readFiling']; runChecks: typeof import('../src/checks/engine/run.js').runChecks },
  checks: readonly Check[],
): Package {
  return { readFiling, check: (filing) => runChecks(checks, filing, { rates: null }) };
}
