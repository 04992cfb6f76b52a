import type { Block, Filing } from '../../filing/filing.js';
import { oncePerFiling } from '../engine/once.js';

/** A place where the report gives something a short name: “Senior Notes due 2027 (the “2027 Notes”)”. */
export interface Definition {
  readonly term: string;
  readonly block: Block;
  /** Of the term within its quotation marks, in the text of the block. */
  readonly start: number;
  readonly end: number;
  /** What stands before the bracket in its sentence, at most so much as a name may be long. */
  readonly meaning: string;
}

export const definitionsOf = oncePerFiling((filing: Filing) => filing.blocks.flatMap(definitionsIn));

const BRACKET = /\(([^()]{0,120}?["“][^()]{1,120}?["”][^()]{0,60})\)/g;
const QUOTED = /["“]\s*([\p{L}\d][^"“”]{0,60}?)[,.;]?\s*["”]/gu;
/** “(as defined below)”, “(see “Risk Factors”)” and quotations of what somebody says define nothing. */
const LEADS =
  /^(?:(?:each,?\s+)?(?:an?|the|such|our|this|these|those|hereinafter|hereafter|collectively|together|individually|referred to|as|and|or|is|are|it|which|we|refer|to|in|of|also|with|its|subsidiaries|respectively|abbreviated|called|known|both|all|being|defined|herein|any|another|other|either)[\s,:]*)*$/i;
const POINTS = /\b(?:defined|described|set forth)\s+(?:in|under|above|below)\b/i;
const LONGEST_MEANING = 120;

function definitionsIn(block: Block): Definition[] {
  const { text, kind } = block;
  if (kind === 'table' || kind === 'page-number' || kind === 'running-header') return [];
  if (!text.includes('(') || !/["“]/.test(text)) return [];
  const found: Definition[] = [];
  for (const bracket of text.matchAll(BRACKET)) {
    const inside = bracket[1] ?? '';
    const meaning = meaningBefore(text, bracket.index);
    let lead = 0;
    for (const quoted of inside.matchAll(QUOTED)) {
      const term = quoted[1] ?? '';
      const before = inside.slice(lead, quoted.index).trim();
      const isLed = LEADS.test(before) && !POINTS.test(before);
      lead = quoted.index + quoted[0].length;
      if (!isLed || !/\p{Lu}/u.test(term)) continue;
      const start = bracket.index + 1 + quoted.index + quoted[0].indexOf(term);
      found.push({ term: term.replace(/\s+/g, ' '), block, start, end: start + term.length, meaning });
    }
  }
  return found;
}

/** The words of its sentence before a bracket: “Ltd.” and the bracket itself begin none. */
function meaningBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - LONGEST_MEANING), end).trimEnd();
  const parts = before.split(/[.;]\s+(?=\p{Lu})/u);
  return (parts.at(-1) ?? before).replace(/\s+/g, ' ').trim();
}
