import type { Layout, RawBlock } from '../read/layout.js';
import { type BlockLook, emphasisedLead, lookKey, lookOf } from './block-look.js';
import { lineText } from './lines.js';
import { isProse } from './prose.js';

/** A block that stands out, or whose beginning does. */
export interface RiskCandidate {
  readonly at: number;
  readonly text: string;
  readonly look: BlockLook;
  /** Of the look, so that equal ones meet; another where the heading runs into its paragraph. */
  readonly key: string;
  readonly runsIn: boolean;
  readonly isSentence: boolean;
  /** A paragraph stands right below, or it runs into one. */
  readonly hasProse: boolean;
  readonly blocks: number;
}

const LONGEST_HEADING = 1000;
const SHORTEST_LEAD = 12;
/** Of a paragraph that a heading runs into, behind the heading. */
const SHORTEST_REST = 40;
/** Points by which a heading's type is larger than that of paragraphs. */
const LARGER = 0.9;
const FEWEST_WORDS = 6;
const SAYS_RISK = /\b(?:may|might|could|will|can|would|are|is|has|have|depend|face|rely|must|if)\b/i;
const BULLET = /^[•●▪◦·■□‣○§¡*]/;

/** The blocks of a section that stand out, and the paragraphs whose beginnings do, in order. */
export function riskCandidates(layout: Layout, blocks: readonly RawBlock[]): RiskCandidate[] {
  return joined(candidates(layout, blocks), blocks, layout);
}

/** Whether a block is a bullet with its text. */
export function isBulleted(text: string, block: RawBlock | undefined): boolean {
  return block !== undefined && (block.kind === 'list-item' || BULLET.test(text.charAt(block.from)));
}

function candidates(layout: Layout, blocks: readonly RawBlock[]): RiskCandidate[] {
  const size = commonSize(blocks);
  const found: RiskCandidate[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'text' || BULLET.test(layout.text.charAt(block.from))) continue;
    const candidate = wholeCandidate(layout, blocks, at, size) ?? leadCandidate(layout, block, at);
    if (candidate !== null && /\p{L}{3}/u.test(candidate.text)) found.push(candidate);
  }
  return found;
}

function wholeCandidate(
  layout: Layout,
  blocks: readonly RawBlock[],
  at: number,
  size: number,
): RiskCandidate | null {
  const block = blocks[at] as RawBlock;
  if (block.to - block.from > LONGEST_HEADING) return null;
  if (block.look.emphasis.length === 0 && block.look.size < size + LARGER) return null;
  const look = lookOf(layout, block);
  const standsOut =
    look.bold || look.italic || look.underlined || (look.size > 0 && look.size >= size + LARGER);
  if (!standsOut) return null;
  const text = lineText(layout, block.from, block.to);
  const below = blocks[at + 1];
  return {
    at,
    text,
    look,
    key: lookKey({ ...look, capitals: false, centred: false }),
    runsIn: false,
    isSentence: isSentence(text),
    hasProse: below !== undefined && isProse(layout.text, below),
    blocks: 1,
  };
}

function leadCandidate(layout: Layout, block: RawBlock, at: number): RiskCandidate | null {
  const lead = emphasisedLead(layout, block);
  if (lead === null || lead.to - block.from < SHORTEST_LEAD || lead.to - block.from > LONGEST_HEADING)
    return null;
  if (block.to - lead.to < SHORTEST_REST) return null;
  const { bold, italic, underlined } = lead;
  const text = lineText(layout, block.from, lead.to)
    .replace(/[\s—–-]+$/, '')
    .trim();
  const look = { size: block.look.size, bold, italic, underlined, centred: false, capitals: false };
  return {
    at,
    text,
    look,
    key: `run-in ${lookKey(look)}`,
    runsIn: true,
    isSentence: isSentence(text),
    hasProse: true,
    blocks: 1,
  };
}

/** Joins a heading that a page break cut: the first part ends nowhere, the second begins in lower case. */
function joined(
  found: readonly RiskCandidate[],
  blocks: readonly RawBlock[],
  { text }: Layout,
): RiskCandidate[] {
  const out: RiskCandidate[] = [];
  for (const candidate of found) {
    const above = out.at(-1);
    const first = text.charCodeAt(blocks[candidate.at]?.from ?? 0);
    const goesOn =
      above !== undefined &&
      above.key === candidate.key &&
      above.at + above.blocks === candidate.at &&
      first >= 97 &&
      first <= 122 &&
      !/[.!?:]$/.test(above.text);
    if (!goesOn) out.push(candidate);
    else
      out[out.length - 1] = {
        ...above,
        text: `${above.text} ${candidate.text}`,
        isSentence: candidate.isSentence || above.isSentence,
        hasProse: candidate.hasProse,
        blocks: above.blocks + 1,
      };
  }
  return out;
}

function isSentence(text: string): boolean {
  const words = text.split(' ').length;
  return words >= FEWEST_WORDS && (/[.!?][”"’)]*$/.test(text) || SAYS_RISK.test(text));
}

/** The size of type that most text is set in. */
function commonSize(blocks: readonly RawBlock[]): number {
  const lengths = new Map<number, number>();
  for (const { from, to, look } of blocks) lengths.set(look.size, (lengths.get(look.size) ?? 0) + to - from);
  let size = 0;
  let most = 0;
  for (const [one, length] of lengths) {
    if (length > most) [most, size] = [length, one];
  }
  return size;
}
