import type { Layout, RawBlock } from '../read/layout.js';
import { compareLooks } from './block-look.js';
import { isBulleted, type RiskCandidate, riskCandidates } from './risk-candidates.js';

/** A heading in a section of risk factors. */
export interface RiskHeading {
  /** Position in the list of blocks that was searched. */
  readonly at: number;
  /** `group`: "Risks relating to our business". `factor`: one risk. */
  readonly kind: 'group' | 'factor';
  /** What it says, in one line. */
  readonly text: string;
  /** Blocks that it takes up: more than one where a page break cuts it. 0 where it runs into its paragraph. */
  readonly blocks: number;
}

/** The headings of a section, by their looks. */
export interface RiskLooks {
  readonly headings: readonly RiskHeading[];
  /** Positions of the summary of risk factors, its heading first and the end excluded; null where there is none. */
  readonly summary: { readonly from: number; readonly until: number } | null;
}

const LONGEST_GROUP = 220;
const FEWEST_FACTORS = 2;
/** Blocks a factor: where there are more, most headings are not among those that stand out. */
const MOST_BLOCKS = 40;
const NAMES_GROUP = /^(?:general |other |additional )?risks?\b|\brisks?$|^general$|\brisk factors?$/i;
/** A title that no single risk has. */
const OPENS_GROUP =
  /^(?:general |other |additional )?risks? (?:related|relating|associated|factors|pertaining|specific|inherent|to|of|from)\b/i;
const SUMMARY = /\bsummary\b.{0,60}\brisks?\b|\brisks?(?: factors?)?\b.{0,20}\bsummary\b/i;
const SECTION_TITLE = /^(?:item\s*\w+[\s.:—–-]*)?risk factors?\.?$/i;
const NOT_FACTOR =
  /^(?:table of contents|\(|forward[- ]looking|cautionary|special note|note regarding|overview$|introduction$)/i;

/**
 * Tells the headings of risk factors by how they look: of all looks that stand out in the section, that of the factors is
 * the one which most sentences with a paragraph below have; titles in another look that stand above factors are groups.
 * Null where nothing stands out: then the words must tell.
 */
export function riskLooks(layout: Layout, blocks: readonly RawBlock[]): RiskLooks | null {
  const found = riskCandidates(layout, blocks);
  const summary = summaryOf(found, blocks, layout);
  const outside =
    summary === null ? found : found.filter(({ at }) => at < summary.from || at >= summary.until);
  const look = factorLook(outside);
  if (look === null) return null;
  const isFactor = outside.map((candidate) => isFactorHeading(candidate, look));
  const factors = isFactor.filter(Boolean).length;
  if (blocks.length > factors * MOST_BLOCKS) return null;
  const headings: RiskHeading[] = [];
  for (const [order, candidate] of outside.entries()) {
    const kind = isFactor[order]
      ? kindOfFactorLook(candidate, order, outside)
      : isGroup(candidate, order, outside, isFactor)
        ? 'group'
        : null;
    const { at, text } = candidate;
    if (kind !== null) headings.push({ at, kind, text, blocks: candidate.runsIn ? 0 : candidate.blocks });
  }
  return { headings, summary };
}

/** The look that most sentences above paragraphs have, by its first heading. */
function factorLook(found: readonly RiskCandidate[]): RiskCandidate | null {
  const scores = new Map<string, LookScore>();
  for (const candidate of found) {
    const { key, isSentence, hasProse, text } = candidate;
    if (!hasProse || NOT_FACTOR.test(text) || SECTION_TITLE.test(text)) continue;
    const entry = scores.get(key) ?? { first: candidate, sentences: 0, titles: 0 };
    if (isSentence) entry.sentences += 1;
    else entry.titles += 1;
    scores.set(key, entry);
  }
  let best: LookScore | null = null;
  for (const entry of scores.values()) if (best === null || scoreOf(entry) > scoreOf(best)) best = entry;
  if (best === null || scoreOf(best) < FEWEST_FACTORS) return null;
  return best.sentences >= best.titles ? best.first : null;
}

/** How many headings of a look are sentences, and how many are not. */
interface LookScore {
  readonly first: RiskCandidate;
  sentences: number;
  titles: number;
}

function scoreOf({ sentences, titles }: LookScore): number {
  return sentences + titles / 5;
}

/** Looks as the factors do; or a whole sentence that looks no lower. */
function isFactorHeading(candidate: RiskCandidate, look: RiskCandidate): boolean {
  const { text, key, isSentence, hasProse, runsIn } = candidate;
  if (SECTION_TITLE.test(text) || NOT_FACTOR.test(text)) return false;
  if (key === look.key) return true;
  return (
    runsIn === look.runsIn &&
    isSentence &&
    hasProse &&
    /[.!?]$/.test(text) &&
    compareLooks(
      { ...candidate.look, capitals: false, centred: false },
      { ...look.look, capitals: false, centred: false },
    ) >= 0
  );
}

/** A title that looks as the factors do is a group's where a heading stands right below, or its words say so. */
function kindOfFactorLook(
  { at, text, blocks, isSentence, hasProse, runsIn }: RiskCandidate,
  order: number,
  found: readonly RiskCandidate[],
): RiskHeading['kind'] {
  if (runsIn || text.length > LONGEST_GROUP || /[.!?]$/.test(text)) return 'factor';
  const next = found[order + 1];
  if (next !== undefined && next.at === at + blocks)
    return !isSentence || NAMES_GROUP.test(text) ? 'group' : 'factor';
  if (isSentence) return 'factor';
  const hasIntro = next !== undefined && next.at - at - blocks <= LONGEST_INTRO;
  return (NAMES_GROUP.test(text) && !hasProse) || (OPENS_GROUP.test(text) && hasIntro) ? 'group' : 'factor';
}

/** Intro paragraphs that a group may have before its first factor. */
const LONGEST_INTRO = 4;

/** A title in a look of its own, above a factor or another group. */
function isGroup(
  { at, text, blocks, runsIn, look }: RiskCandidate,
  order: number,
  found: readonly RiskCandidate[],
  isFactor: readonly boolean[],
): boolean {
  if (runsIn || text.length > LONGEST_GROUP || SECTION_TITLE.test(text) || NOT_FACTOR.test(text))
    return false;
  if (/[.!?:;,]$/.test(text) && !NAMES_GROUP.test(text)) return false;
  const next = found[order + 1];
  if (next === undefined || next.at - at - blocks > LONGEST_INTRO) return false;
  if (isFactor[order + 1] === true) {
    const isHigher = compareLooks(look, next.look) > 0 || next.runsIn;
    return isHigher || NAMES_GROUP.test(text) || next.at === at + blocks;
  }
  return next.at === at + blocks && NAMES_GROUP.test(text);
}

/** From its heading to the first heading that has paragraphs below, not bullets. */
function summaryOf(
  found: readonly RiskCandidate[],
  blocks: readonly RawBlock[],
  { text }: Layout,
): RiskLooks['summary'] {
  const order = found.findIndex(
    (candidate) => candidate.text.length < 120 && SUMMARY.test(candidate.text) && !candidate.runsIn,
  );
  const heading = found[order];
  if (heading === undefined) return null;
  const isListed = (at: number) => isBulleted(text, blocks[at]);
  for (let next = order + 1; next < found.length; next += 1) {
    const candidate = found[next] as RiskCandidate;
    const below = found[next + 1];
    const isAbove =
      below !== undefined &&
      below.at === candidate.at + candidate.blocks &&
      below.hasProse &&
      !isListed(below.at + 1);
    if (SECTION_TITLE.test(candidate.text) || candidate.runsIn || isAbove)
      return { from: heading.at, until: candidate.at };
    if (candidate.hasProse && !isListed(candidate.at + candidate.blocks))
      return { from: heading.at, until: candidate.at };
  }
  return { from: heading.at, until: blocks.length };
}
