import type { Block, Figure, Filing, RiskFactor, RiskSummary, Section } from '../filing.js';
import { KeyMaker } from '../identity.js';
import type { Layout, RawBlock } from '../read/layout.js';
import { riskHeadings } from './risk-headings.js';
import { type RiskHeading, type RiskLooks, riskLooks } from './risk-looks.js';

/** A block of the section, with its index. */
interface Inside {
  readonly block: Block;
  readonly index: number;
}

/** Of a summary that stands apart from the risk factors, in a part of its own. */
const SUMMARY =
  /^(?:summary of (?:the |our )?(?:principal |material |key )?risk factors|(?:principal |key )?risk factors? summary|summary risk factors)$/i;

/**
 * Extracts the risk factors of Item 3.D (20-F) or Item 1A (10-K): each heading with its paragraphs and lists. Headings
 * show by their look; where the format tells no looks, by what they say.
 */
export function readRiskFactors(
  layout: Layout,
  outline: readonly Section[],
  blocks: readonly Block[],
  figures: readonly Figure[],
): Pick<Filing, 'riskFactors' | 'riskSummary'> {
  const sections = flatten(outline);
  const section = riskSection(sections);
  if (section === null) return { riskFactors: [], riskSummary: null };
  const inside = blocksIn(section, blocks);
  const looks = riskLooks(
    layout,
    inside.map(({ index }) => layout.blocks[index] as RawBlock),
  );
  const headings = looks?.headings ?? headingsByWords(inside);
  return {
    riskFactors: withFigures(factorsOf(inside, headings, looks), figures),
    riskSummary: summaryInside(inside, looks) ?? summaryApart(sections, section, blocks),
  };
}

function headingsByWords(inside: readonly Inside[]): RiskHeading[] {
  return riskHeadings(inside.map(({ block }) => block)).map(({ at, kind }) => ({
    at,
    kind,
    text: inside[at]?.block.text.replace(/\s+/g, ' ') ?? '',
    blocks: 1,
  }));
}

function factorsOf(
  inside: readonly Inside[],
  headings: readonly RiskHeading[],
  looks: RiskLooks | null,
): RiskFactor[] {
  const keys = new KeyMaker();
  const factors: RiskFactor[] = [];
  const summary = looks?.summary ?? null;
  let group: string | null = null;
  for (const [order, { at, kind, text }] of headings.entries()) {
    if (kind === 'group') {
      group = text;
      continue;
    }
    const next = headings[order + 1]?.at ?? inside.length;
    const own = inside.slice(at, summary !== null && summary.from > at ? Math.min(next, summary.from) : next);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    factors.push({
      id: `rf${factors.length + 1}`,
      key: keys.key('risk-factor', text),
      heading: text,
      group,
      start: first.block.start,
      end: last.block.end,
      blocks: own.map(({ index }) => index),
      figures: [],
    });
  }
  return factors;
}

function summaryInside(inside: readonly Inside[], looks: RiskLooks | null): RiskSummary | null {
  const range = looks?.summary ?? null;
  return range === null ? null : summaryOf(inside.slice(range.from, range.until));
}

function summaryApart(
  sections: readonly Section[],
  risks: Section,
  blocks: readonly Block[],
): RiskSummary | null {
  const section = sections.find(
    ({ title, start, end }) => SUMMARY.test(title) && (end <= risks.start || start >= risks.end),
  );
  if (section === undefined) return null;
  const own = blocks.flatMap((block, index) =>
    block.start >= section.start && block.end <= section.end ? [{ block, index }] : [],
  );
  return summaryOf(own);
}

function summaryOf(own: readonly Inside[]): RiskSummary | null {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { start: first.block.start, end: last.block.end, blocks: own.map(({ index }) => index) };
}

/** Inside the section; its own heading, page numbers and running headers left out. */
function blocksIn(section: Section, blocks: readonly Block[]): Inside[] {
  const inside: Inside[] = [];
  for (const [index, block] of blocks.entries()) {
    const { kind, start, end } = block;
    if (start <= section.start || end > section.end) continue;
    if (kind !== 'page-number' && kind !== 'running-header') inside.push({ block, index });
  }
  return inside;
}

/** Item 3.D or 1A, or the section titled so: the longest, since a table of contents may list it too. */
function riskSection(sections: readonly Section[]): Section | null {
  let best: Section | null = null;
  for (const section of sections) {
    const isRisk = /^item-(?:3-d|1a)(?:~|$)/.test(section.id) || /^risk factors?$/i.test(section.title);
    if (isRisk && (best === null || section.end - section.start > best.end - best.start)) best = section;
  }
  return best;
}

function flatten(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flatten(section.children)]);
}

/** Figures and factors are both in order of the document, so one walk hands them out. */
function withFigures(factors: readonly RiskFactor[], figures: readonly Figure[]): RiskFactor[] {
  let next = 0;
  return factors.map((factor) => {
    while (next < figures.length && (figures[next]?.start ?? 0) < factor.start) next += 1;
    const own: string[] = [];
    for (; next < figures.length && (figures[next]?.start ?? 0) < factor.end; next += 1)
      own.push(figures[next]?.id ?? '');
    return { ...factor, figures: own };
  });
}
