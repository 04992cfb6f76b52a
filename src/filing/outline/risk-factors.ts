import type { Block, Figure, RiskFactor, Section } from '../filing.js';
import { KeyMaker } from '../identity.js';
import { riskHeadings } from './risk-headings.js';

/** Extracts the risk factors of Item 3.D (20-F) or Item 1A (10-K): each heading with its paragraphs and lists. */
export function readRiskFactors(
  outline: readonly Section[],
  blocks: readonly Block[],
  figures: readonly Figure[],
): RiskFactor[] {
  const section = riskSection(outline);
  if (section === null) return [];
  const inside = blocks.flatMap((block, index) => (standsIn(block, section) ? [{ block, index }] : []));
  const headings = riskHeadings(inside.map(({ block }) => block));
  const keys = new KeyMaker();
  const factors: RiskFactor[] = [];
  let group: string | null = null;
  for (const [order, { at, kind }] of headings.entries()) {
    const own = inside.slice(at, headings[order + 1]?.at ?? inside.length);
    const first = own[0];
    const last = own.at(-1);
    if (first === undefined || last === undefined) continue;
    const heading = first.block.text.replace(/\s+/g, ' ');
    if (kind === 'group') {
      group = heading;
      continue;
    }
    factors.push({
      id: `rf${factors.length + 1}`,
      key: keys.key('risk-factor', heading),
      heading,
      group,
      start: first.block.start,
      end: last.block.end,
      blocks: own.map(({ index }) => index),
      figures: [],
    });
  }
  return withFigures(factors, figures);
}

/** Inside the section, its own heading and page numbers left out. */
function standsIn(block: Block, section: Section): boolean {
  return block.start > section.start && block.end <= section.end && block.kind !== 'page-number';
}

/** Item 3.D or 1A, or the section titled so: the longest, since a table of contents lists it too. */
function riskSection(outline: readonly Section[]): Section | null {
  let best: Section | null = null;
  for (const section of flatten(outline)) {
    const isRisk = /^item-(?:3-d|1a)(?:~|$)/.test(section.id) || /^risk factors$/i.test(section.title);
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
