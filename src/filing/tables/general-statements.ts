import type { Block } from '../filing.js';
import type { StatedUnits, UnitStatements } from './table-units.js';

/** "(Dollars in millions, unless otherwise noted)", "tables in these notes are in millions": holds for more than one table. */
const GENERAL =
  /\b(?:unless|except(?: as)?|or(?: as)?) otherwise\b|\btabular\b|\btables\b|\b(?:all|dollar) amounts\b|\bamounts (?:are|in these)\b/i;
const SCALE = /illions\b|ousands\b|\$000/i;
/** Of a sentence in a longer paragraph, which must say that it speaks of amounts as they are shown. */
const OF_AMOUNTS =
  /\b(?:presented|stated|expressed|reported|shown|are) in (?:thousands|millions|billions)\b|\bin (?:thousands|millions|billions)(?: of [\w. ]{2,20})?,? (?:unless|except)/i;
const LONGEST_LINE = 160;
const LONGEST_PARAGRAPH = 1500;
/** How many blocks on a table stands at most that a line is for. */
const REACH = 12;

/** What a document or a part of it states once for all its tables: each statement holds until the next. */
export class GeneralStatements {
  private readonly found: { readonly block: number; readonly stated: StatedUnits }[] = [];

  constructor(blocks: readonly Block[], statements: UnitStatements) {
    for (const [index, { kind, text }] of blocks.entries()) {
      if (kind === 'table' || kind === 'page-number' || text.length > LONGEST_PARAGRAPH) continue;
      if (!SCALE.test(text) || !(GENERAL.test(text) || standsAlone(blocks, index))) continue;
      const line = text.length <= LONGEST_LINE ? text : sentenceOf(text);
      const stated = line === null ? null : statements.of(line);
      if (stated !== null && stated.scale !== null) this.found.push({ block: index, stated });
    }
  }

  /** What the last statement before a block says, null for none. */
  before(block: number): StatedUnits | null {
    let low = 0;
    let high = this.found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.found[middle]?.block ?? 0) < block) low = middle + 1;
      else high = middle;
    }
    return this.found[low - 1]?.stated ?? null;
  }
}

/** "(Dollars in millions, except per share data)" below a title, with no table after it: of all that follows. */
function standsAlone(blocks: readonly Block[], index: number): boolean {
  const text = blocks[index]?.text ?? '';
  if (
    text.length > LONGEST_LINE ||
    !/^\(?(?:all |dollars|amounts|tabular|in |\$|[A-Z]{3} )/i.test(text) ||
    !/[)s.]$/.test(text)
  )
    return false;
  let seen = 0;
  for (let at = index + 1; at < Math.min(blocks.length, index + REACH) && seen < 3; at += 1) {
    const { kind, text: next } = blocks[at] as Block;
    if (kind === 'table') return false;
    if (kind === 'page-number' || kind === 'running-header') continue;
    if (next.length > LONGEST_LINE) return true;
    seen += 1;
  }
  return seen === 3;
}

function sentenceOf(text: string): string | null {
  const match = OF_AMOUNTS.exec(text);
  if (match === null) return null;
  const start = text.lastIndexOf('. ', match.index) + 1;
  const end = text.indexOf('. ', match.index);
  const sentence = text.slice(start, end < 0 ? text.length : end + 1);
  return GENERAL.test(sentence) ? sentence : null;
}
