import { type Edit, editRegister } from '../edit/edit-register.js';
import type { RegisterContent } from '../schema/register-schema.js';
import type { DisclosedFactor, DisclosedReport } from './disclosed.js';
import { headingLikeness } from './heading-likeness.js';
import { linesOf } from './model-skeleton.js';
import { newEntries } from './register-text.js';

/** Below this, two headings are of two risk factors. */
const LEAST_LIKENESS = 0.5;
/** Risks whose heading is held against every new one. */
const MOST_COMPARED = 500;

export interface RegisterUpdate {
  /** The register with the changes made: what was there stays as it was written. */
  readonly text: string;
  readonly added: readonly { readonly id: string; readonly heading: string }[];
  /** Risks whose factor is in the report in other words; their headings are brought up to date. */
  readonly changed: readonly { readonly id: string; readonly before: string; readonly now: string }[];
  /** Risks whose factor the report has no more. They stay in the register. */
  readonly gone: readonly { readonly id: string; readonly heading: string }[];
  readonly unchanged: number;
}

/**
 * Brings a register up to a newer report: adds what is new with its figures, brings headings up to date, says what is
 * gone. Models, comments and order stay. A factor is known again by its key, else by its heading, else by the heading
 * that is most like it.
 */
export function updateRegister(
  text: string,
  content: RegisterContent,
  report: DisclosedReport,
): RegisterUpdate {
  const { matches, rest } = matchFactors(content, report.factors);
  const entries = newEntries(
    rest,
    { risks: Object.keys(content.risks), inputs: Object.keys(content.inputs ?? {}) },
    { lines: linesOf(content), currency: content.currency, asOf: report.periodEnd },
  );
  const edits: Edit[] = [];
  const changed: RegisterUpdate['changed'][number][] = [];
  for (const [id, factor] of matches) {
    const risk = content.risks[id];
    if (risk === undefined) continue;
    if (risk.heading !== factor.heading) {
      changed.push({ id, before: risk.heading, now: factor.heading });
      edits.push({ path: ['risks', id], key: 'heading', set: factor.heading });
    }
    // Two risks of one factor name it by its heading alone until they bear its key.
    if (risk.factor !== undefined && risk.factor !== factor.key) {
      edits.push({ path: ['risks', id], key: 'factor', set: factor.key });
    }
  }
  if (entries.inputs.length > 0) edits.push({ path: ['inputs'], add: entries.inputs });
  if (entries.risks.length > 0) edits.push({ path: ['risks'], add: ['', ...entries.risks.slice(0, -1)] });
  const known = new Set(matches.keys());
  return {
    text: edits.length === 0 ? text : editRegister(text, edits),
    added: entries.ids.map((id, index) => ({ id, heading: rest[index]?.heading ?? '' })),
    changed,
    gone: Object.entries(content.risks)
      .filter(([id]) => !known.has(id))
      .map(([id, { heading }]) => ({ id, heading })),
    unchanged: matches.size - changed.length,
  };
}

/** The factor of each risk; several risks may be of one factor. What no risk is of is left. */
function matchFactors(
  { risks }: RegisterContent,
  factors: readonly DisclosedFactor[],
): { matches: Map<string, DisclosedFactor>; rest: DisclosedFactor[] } {
  const byKey = new Map(factors.map((factor) => [factor.key, factor]));
  const byHeading = new Map(factors.map((factor) => [plain(factor.heading), factor]));
  const matches = new Map<string, DisclosedFactor>();
  for (const [id, { factor, heading }] of Object.entries(risks)) {
    const found = byHeading.get(plain(heading)) ?? (factor === undefined ? undefined : byKey.get(factor));
    if (found !== undefined) matches.set(id, found);
  }
  const taken = new Set(matches.values());
  // Of factors with the same heading, a risk stands for all.
  const headings = new Set([...taken].map(({ heading }) => plain(heading)));
  const free = factors.filter((factor) => !taken.has(factor) && !headings.has(plain(factor.heading)));
  const left = Object.entries(risks).filter(([id]) => !matches.has(id));
  const pairs = left
    .slice(0, MOST_COMPARED)
    .flatMap(([id, { heading }]) =>
      free.map((factor) => ({ id, factor, likeness: headingLikeness(heading, factor.heading) })),
    )
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((one, other) => other.likeness - one.likeness);
  for (const { id, factor } of pairs) {
    if (matches.has(id) || taken.has(factor)) continue;
    matches.set(id, factor);
    taken.add(factor);
  }
  return { matches, rest: free.filter((factor) => !taken.has(factor)) };
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
