import type { Block, Filing } from '../../filing/filing.js';
import type { FindingDraft } from '../check.js';
import { isOfOtherDocument } from '../engine/item-citations.js';
import { rangeIn } from '../engine/surroundings.js';
import { labelsIn } from './labels-in.js';

export type ExhibitMessage = 'exhibit';

/** Fewer rows than these are no index. */
const FEWEST_EXHIBITS = 5;
/** Sections that the exhibit index stands in; until 2003 it was Item 14 of Form 10-K. */
const INDEX_SECTION = /^item-(?:14|15|19)(?:-|$)|exhibit|signature/;

/** Holds each exhibit that a sentence says is filed with this report against the exhibit index. */
export function judgeExhibitReferences(filing: Filing): FindingDraft<ExhibitMessage>[] {
  const listed = exhibitIndex(filing);
  if (listed === null) return [];
  return filing.blocks.flatMap((block) => citationsIn(block, filing, listed));
}

const EXHIBIT = /\bExhibits?\s+(\d{1,3}(?:\.\d{1,3}){0,2}(?:\([a-z0-9]{1,3}\))*)(?![\d(])/g;
/** What says that the exhibit is one of this report. */
const OF_THIS =
  /^["”’,)\s]*(?:(?:to|of|with|in)\s+this\s+(?:annual\s+)?(?:report|form|filing)|hereto|herewith|to\s+the\s+annual\s+report\s+of\s+which)/i;
const OF_ANOTHER = /^["”’,)\s]*(?:to|of|with|in)\s/i;
const FILED_AS = /(?:attached(?:\s+hereto)?|filed(?:\s+herewith)?|included\s+herein|appended)\s+as\s+$/i;

function citationsIn(
  block: Block,
  filing: Filing,
  listed: ReadonlySet<string>,
): FindingDraft<ExhibitMessage>[] {
  const { text, kind } = block;
  if ((kind !== 'paragraph' && kind !== 'list-item') || !text.includes('Exhibit')) return [];
  if (INDEX_SECTION.test(block.section ?? '')) return [];
  const findings: FindingDraft<ExhibitMessage>[] = [];
  for (const match of text.matchAll(EXHIBIT)) {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    const rest = text.slice(end, end + 60);
    const isOwn = OF_THIS.test(rest) || (FILED_AS.test(text.slice(0, match.index)) && !OF_ANOTHER.test(rest));
    if (!isOwn || isOfOtherDocument(text, end) || listed.has(number)) continue;
    const at = rangeIn(filing, block, match.index, end);
    findings.push({
      message: 'exhibit',
      values: { number },
      severity: 'warning',
      at,
      suspects: labelsIn(filing, at),
      printed: `Exhibit ${number}`,
      expected: 'an exhibit that the index lists',
      evidence: [`the exhibit index lists ${listed.size} exhibits, none of them ${number}`],
    });
  }
  return findings;
}

const LISTED =
  /^[^\p{L}\d(]{0,4}(?:exhibits?\s+)?\(?(\d{1,3}(?:[.-]\d{1,3}){0,2}(?:\.[A-Z]{2,3})?)\)?((?:\s?\([a-z0-9]{1,3}\)|[a-z](?![\p{L}]))*)/iu;

/** The numbers that begin the rows and lines of the exhibit index, in all the ways that one may cite them. */
function exhibitIndex({ tables, blocks }: Filing): Set<string> | null {
  const listed = new Set<string>();
  for (const { section, rows } of tables) {
    if (!INDEX_SECTION.test(section ?? '')) continue;
    for (const { cells } of rows) for (const { text } of cells.slice(0, 2)) addTo(listed, text);
  }
  for (const { kind, section, text } of blocks)
    if (kind !== 'table' && INDEX_SECTION.test(section ?? '')) addTo(listed, text);
  return listed.size < FEWEST_EXHIBITS ? null : listed;
}

function addTo(listed: Set<string>, text: string): void {
  const [, number, letters = ''] = LISTED.exec(text.slice(0, 40)) ?? [];
  if (number === undefined) return;
  const main = number.replaceAll('-', '.');
  listed.add(main);
  listed.add(`${main}${letters.replace(/\s/g, '')}`);
  // "10a" is cited as Exhibit 10(a), "101.INS" as Exhibit 101, "10.1.2" by its beginning.
  if (/^[a-z]$/i.test(letters)) listed.add(`${main}(${letters})`);
  listed.add(main.split('.')[0] ?? main);
}
