/**
 * Measures where `readFiling` begins each Item against the links of the filers' own tables of contents, and prints a
 * markdown section: `npm run bench:items`. `--filing PART` takes some filings, `--misses` lists what went wrong.
 *
 * An Item counts as right where nothing but page furniture stands between the link's target and our section: no more
 * than 120 visible characters that are not the heading's own.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Filing, readFiling, type Section } from '../src/filing/index.js';
import { type ContentsLinks, readContentsLinks, type VisibleText } from './contents-links.js';
import { realFilings } from './real-filings.js';

/** Visible characters that page furniture takes at most: a page number, running headers, "PART II". */
const MOST_FURNITURE = 120;
/** A link may point into the heading, at its title: the heading's characters up to there do not count. */
const LONGEST_HEADING = 160;
/** Fewer links are no table of contents. */
const FEWEST_LINKS = 5;

interface Score {
  readonly name: string;
  readonly linked: number;
  readonly right: number;
  readonly misplaced: readonly string[];
  readonly missing: readonly string[];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printItems();

function printItems(): void {
  const { values } = parseArgs({
    options: { filing: { type: 'string' }, misses: { type: 'boolean' } },
  });
  console.log('## Items, against the links of tables of contents\n');
  const scores: Score[] = [];
  for (const { name, bytes } of realFilings('html', values.filing)) {
    const filing = readFiling(bytes, { path: name });
    const truth = readContentsLinks(filing.source.text);
    if (truth.links.length >= FEWEST_LINKS) scores.push(scoreOf(name, filing, truth));
  }
  if (scores.length === 0) {
    console.log('Skipped: it reads real filings from ../shared/filings, and none was found.\n');
    return;
  }
  printScores(scores, values.misses === true);
}

function scoreOf(name: string, filing: Filing, { links, visible }: ContentsLinks): Score {
  const items = new Map(
    flatten(filing.outline).flatMap((section) => {
      const number = /^item-(\d+[a-z]?)$/.exec(section.id)?.[1];
      return section.kind === 'item' && number !== undefined ? [[number.toUpperCase(), section]] : [];
    }),
  );
  const misplaced: string[] = [];
  const missing: string[] = [];
  let right = 0;
  for (const { item, target } of links) {
    const section = items.get(item);
    if (section === undefined) missing.push(`${item} (target ${target})`);
    else if (isNear(visible, target, section.start)) right += 1;
    else misplaced.push(`${item} (target ${target}, ours ${section.start})`);
  }
  return { name, linked: links.length, right, misplaced, missing };
}

function flatten(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flatten(section.children)]);
}

function isNear({ text, offsets }: VisibleText, target: number, start: number): boolean {
  const [from, to] = [Math.min(target, start), Math.max(target, start)];
  const between = text.slice(firstAtOrAfter(offsets, from), firstAtOrAfter(offsets, to));
  const most = start < target ? LONGEST_HEADING : MOST_FURNITURE;
  return between.replace(/[\s\u00a0]+/g, '').length <= most;
}

function firstAtOrAfter(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function printScores(scores: readonly Score[], misses: boolean): void {
  console.log('| filing | linked | right | misplaced | missing | precision | recall |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const score of scores) console.log(row(score));
  const total: Score = {
    name: `all ${scores.length}`,
    linked: scores.reduce((sum, { linked }) => sum + linked, 0),
    right: scores.reduce((sum, { right }) => sum + right, 0),
    misplaced: scores.flatMap(({ misplaced }) => misplaced),
    missing: scores.flatMap(({ missing }) => missing),
  };
  console.log(`${row(total)}\n`);
  if (!misses) return;
  for (const { name, misplaced, missing } of scores) {
    for (const item of misplaced) console.log(`- ${name}: misplaced ${item}`);
    for (const item of missing) console.log(`- ${name}: missing ${item}`);
  }
}

function row({ name, linked, right, misplaced, missing }: Score): string {
  const percent = (whole: number) => (whole === 0 ? '–' : `${((100 * right) / whole).toFixed(1)}%`);
  const cells = [name, linked, right, misplaced.length, missing.length];
  return `| ${[...cells, percent(right + misplaced.length), percent(linked)].join(' | ')} |`;
}
