/**
 * Measures how well the headings of risk factors and of their groups are found in web pages, and prints a markdown
 * section: `npm run bench:risk-headings-html`. `--filing PART` takes some filings, `--misses` lists what went wrong.
 *
 * `risk-headings-html-truth.json` was written down by reading the pages before the reader was run on any: for each
 * heading the offset in the decoded source of its first character, and ten hex digits of the SHA-256 of its letters and
 * digits in lower case, since no sentence of a real report is kept in the project. A heading is right where it begins at
 * that very character; `whole` counts those that also end where the heading does.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Filing, readFiling } from '../src/filing/index.js';
import { realFilings } from './real-filings.js';

type Heading = readonly [offset: number, hash: string];

interface Truth {
  readonly file: string;
  /** Offset of the heading of the summary of risk factors, where there is one. */
  readonly summary?: number;
  readonly factors: readonly Heading[];
  readonly groups: readonly Heading[];
}

interface Count {
  readonly name: string;
  readonly truth: number;
  readonly reported: number;
  readonly right: number;
}

interface Score {
  readonly name: string;
  readonly factors: Count;
  readonly whole: number;
  readonly groups: Count;
  readonly summaryRight: boolean;
  readonly misses: readonly string[];
}

const TRUTH = new URL('risk-headings-html-truth.json', import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) printRiskHeadings();

function printRiskHeadings(): void {
  const { values } = parseArgs({ options: { filing: { type: 'string' }, misses: { type: 'boolean' } } });
  console.log('## Headings of risk factors in web pages\n');
  const truth: Truth[] = JSON.parse(readFileSync(TRUTH, 'utf8'));
  const scores: Score[] = [];
  for (const { name, bytes } of realFilings('html', values.filing)) {
    const own = truth.find(({ file }) => file.startsWith(`${name}.`));
    if (own !== undefined) scores.push(scoreOf(name, own, readFiling(bytes, { path: name })));
  }
  if (scores.length === 0) {
    console.log('Skipped: it reads real filings from ../shared/filings, and none was found.\n');
    return;
  }
  print(scores, values.misses === true);
}

function scoreOf(name: string, truth: Truth, { riskFactors, riskSummary, outline, source }: Filing): Score {
  const titles = new Map<string, number[]>();
  for (const section of flatten(outline))
    titles.set(section.title, [...(titles.get(section.title) ?? []), section.start]);
  const factors = riskFactors.map(({ start }) => start);
  const groups = groupStarts(riskFactors, titles);
  const hashes = new Map(truth.factors);
  const wrong = factors.filter((start) => !hashes.has(start));
  const missing = truth.factors.filter(([start]) => !factors.includes(start));
  const place = (kind: string, start: number) =>
    `${name}: ${kind} at ${start}, ${JSON.stringify(source.text.slice(start, start + 60))}`;
  return {
    name,
    factors: countOf(name, truth.factors, factors),
    whole: riskFactors.filter(({ start, heading }) => hashes.get(start) === hashOf(heading)).length,
    groups: countOf(name, truth.groups, groups),
    summaryRight: (riskSummary?.start ?? null) === (truth.summary ?? null),
    misses: [
      ...wrong.map((start) => place('no heading', start)),
      ...missing.map(([start]) => place('not found', start)),
      ...groups
        .filter((start) => !truth.groups.some(([own]) => own === start))
        .map((start) => place('no group', start)),
      ...truth.groups
        .filter(([start]) => !groups.includes(start))
        .map(([start]) => place('group not found', start)),
    ],
  };
}

/** Where the groups of factors begin: the sections of the outline with their titles, the last before the factor. */
function groupStarts(
  factors: Filing['riskFactors'],
  titles: ReadonlyMap<string, readonly number[]>,
): number[] {
  const starts = new Set<number>();
  for (const { group, start } of factors) {
    const before = group === null ? [] : (titles.get(group) ?? []).filter((at) => at < start);
    if (before.length > 0) starts.add(Math.max(...before));
  }
  return [...starts];
}

function flatten(sections: Filing['outline']): Filing['outline'][number][] {
  return sections.flatMap((section) => [section, ...flatten(section.children)]);
}

function countOf(name: string, truth: readonly Heading[], reported: readonly number[]): Count {
  const right = truth.filter(([start]) => reported.includes(start)).length;
  return { name, truth: truth.length, reported: reported.length, right };
}

function hashOf(text: string): string {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return createHash('sha256').update(letters).digest('hex').slice(0, 10);
}

function print(scores: readonly Score[], misses: boolean): void {
  const head = [
    'filing',
    'headings',
    'reported',
    'right',
    'whole',
    'precision',
    'recall',
    'groups',
    'reported',
    'right',
    'summary',
  ];
  console.log(`| ${head.join(' | ')} |`);
  console.log(
    `| --- | ${head
      .slice(1)
      .map(() => '---:')
      .join(' | ')} |`,
  );
  for (const { name, factors, whole, groups, summaryRight } of scores)
    console.log(row(name, factors, whole, groups, summaryRight ? 'right' : 'wrong'));
  const sum = (pick: (score: Score) => Count): Count =>
    scores.map(pick).reduce((a, b) => ({
      name: '',
      truth: a.truth + b.truth,
      reported: a.reported + b.reported,
      right: a.right + b.right,
    }));
  const whole = scores.reduce((total, score) => total + score.whole, 0);
  const summaries = scores.filter(({ summaryRight }) => summaryRight).length;
  const groups = sum((score) => score.groups);
  console.log(
    row(
      `all ${scores.length}`,
      sum((score) => score.factors),
      whole,
      groups,
      `${summaries} right`,
    ),
  );
  console.log(
    `\nGroups: precision ${percent(groups.right, groups.reported)}, recall ${percent(groups.right, groups.truth)}.\n`,
  );
  if (misses) for (const miss of scores.flatMap((score) => score.misses)) console.log(`- ${miss}`);
}

function row(name: string, factors: Count, whole: number, groups: Count, summary: string): string {
  const { truth, reported, right } = factors;
  const cells = [name, truth, reported, right, whole, percent(right, reported), percent(right, truth)];
  return `| ${[...cells, groups.truth, groups.reported, groups.right, summary].join(' | ')} |`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}
