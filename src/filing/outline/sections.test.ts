import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filing, Section } from '../filing.js';
import { readFiling } from '../read-filing.js';

const HEADINGS = [
  'Item 1. Business',
  'Item 1A. Risk Factors',
  'Item 8. Financial Statements',
  'Items 1 and 2. Business and Properties',
  'Item 3. Key Information',
  'D. Risk Factors',
  'Item 4A. Unresolved Staff Comments',
  'PART II',
  'Consolidated Balance Sheets',
  'Notes to Consolidated Financial Statements',
  'Note 1. Basis',
  '2. Debt',
  'General',
  'SIGNATURES',
  'Risk Factor Summary',
  'A fire could stop a plant for months.',
];
const LOOKS = [
  '<p><b>#</b></p>',
  '<p align="center"><b>#</b></p>',
  '<p><i>#</i></p>',
  '<p style="font-size:15pt">#</p>',
  '<p>#</p>',
];
const WORDS =
  '<p>We bake bread in four plants and sell it to grocers, who may send back within a day what they have not sold.</p>';
const TABLE = `<table>${'<tr><td>Sales</td><td>1,200</td><td>1,100</td></tr>'.repeat(7)}</table>`;

/** Headings of all kinds in any order and look, with paragraphs and tables between. */
const pages = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...HEADINGS), fc.constantFrom(...LOOKS))
        .map(([text, look]) => look.replace('#', text)),
      fc.constantFrom(WORDS, TABLE, '<p>12</p><hr>'),
    ),
    { maxLength: 30 },
  )
  .chain((parts) => fc.constantFrom('10-K', '20-F').map((form) => `<p>FORM ${form}</p>${parts.join('')}`));

describe('sections', () => {
  it('nest, cover what they hold, and have ids of their own', () => {
    fc.assert(
      fc.property(pages, (html) => expectLaw(readFiling(html))),
      { numRuns: 150 },
    );
  });

  it('end for a hundred thousand headings in time', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, at) => `<p><b>Item ${(at % 15) + 1}. Heading ${at}</b></p>`,
    );
    const filing = readFiling(`<p>FORM 10-K</p>${lines.join('')}`);
    expect(filing.blocks.length).toBeGreaterThan(19_000);
  });
});

function expectLaw({ outline, blocks, riskFactors, source }: Filing): void {
  const ids = new Set<string>();
  const walk = (sections: readonly Section[], start: number, end: number, level: number): void => {
    let at = start;
    for (const section of sections) {
      expect(section.start).toBeGreaterThanOrEqual(at);
      expect(section.end).toBeGreaterThanOrEqual(section.start);
      expect(section.end).toBeLessThanOrEqual(end);
      expect(section.level).toBeGreaterThan(level);
      expect(ids.has(section.id)).toBe(false);
      ids.add(section.id);
      at = section.end;
      walk(section.children, section.start, section.end, section.level);
    }
  };
  walk(outline, 0, source.text.length, 0);
  for (const { section } of blocks) if (section !== null) expect(ids.has(section)).toBe(true);
  for (const [order, { start, end }] of riskFactors.entries())
    expect(end).toBeLessThanOrEqual(riskFactors[order + 1]?.start ?? source.text.length + start - start);
}
