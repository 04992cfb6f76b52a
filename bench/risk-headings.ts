/**
 * Measures how well the headings of risk factors are told from plain text, and prints a markdown section:
 * `npm run bench:risk-headings`.
 *
 * The reports are HTML, where a heading shows by its type: bold, italics, underline. `risk-headings-truth.json` holds
 * those headings as hashes, since no sentence of a real report is kept in the project. Here the type is thrown away,
 * `readFiling` reads the text that is left, and the headings that it reports are compared with the truth by hash.
 * The weights of the reader were fitted to the first set; the second is other years of issuers that are in the first.
 * Its wording is largely theirs, so it says less than reports of other issuers would. Both hold only reports where a
 * heading is a paragraph of its own; six that begin the first paragraph with it are left out.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readFiling } from '../src/filing/index.js';

/** The headings that one report sets in type, as `hashOf` gives them. */
interface Truth {
  /** In the folder of real filings. */
  readonly file: string;
  readonly factors: readonly string[];
  readonly groups: readonly string[];
  /** The title that follows the risk factors, in a report that does not go by the form's Items. */
  readonly endsBefore?: string;
}

interface Score {
  readonly truth: Truth;
  /** Headings of factors: as reported, and how many of them are in the truth. */
  readonly reported: number;
  readonly right: number;
  /** Reported as a factor, but a heading of a group. */
  readonly groupsAsFactors: number;
  readonly rightGroups: number;
  /** Headings of the truth that are no paragraph of our text: a fault of the extraction below, not of the reader. */
  readonly notInOurText: number;
}

const FILINGS = fileURLToPath(new URL('../../shared/filings', import.meta.url));
const TRUTH = new URL('risk-headings-truth.json', import.meta.url);

const BLOCK_TAG =
  /<\/?(?:address|blockquote|body|center|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|tr|ul|br)\b[^>]*>/gi;
const UNSEEN =
  /<!--[\s\S]*?-->|<(head|script|style|title|ix:header)\b[^>]*>[\s\S]*?<\/\1\s*>|[\u00ad\u200b\ufeff]/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  eacute: 'é',
  gt: '>',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  sect: '§',
  trade: '™',
};
const BULLET = /^(?:[•·●▪■◦‣➢►▶⦁∙]\s*|[-–—*o]\s+)(?=\S)/;
/** A bullet or the number of a heading in a cell of its own: it belongs to what follows. */
const LONE_LABEL = /^(?:[•·●▪■◦‣➢►▶⦁∙–—*-]|[A-K]\.|item\s+\d+[a-c]?\.?)$/i;
const PAGE_NUMBER = /^(?:page\s+)?[-–\s]*\d{1,3}[-–\s]*$/i;
const SECTION_START = /^(?:part\s+i[\s,.:-]*)?(?:item\s*1a\b|d\.\s*risk factors)/i;
const BARE_SECTION_START = /^risk factors\W*$/i;
const SECTION_END = /^(?:part\s+i[\s,.:-]*)?item\s*(?:1b|2|4)\b/i;
const LONGEST_TITLE = 90;
/** Shorter, and as often as that in the report but for its digits: a running head. */
const LONGEST_RUNNING_HEAD = 150;
const RUNNING_HEAD_TIMES = 6;

if (process.argv[1] === fileURLToPath(import.meta.url)) printRiskHeadings();

/** Prints the benchmark as a section of markdown, or a line that says why it was skipped. Deterministic. */
export function printRiskHeadings(): void {
  console.log('## Headings of risk factors, told from plain text\n');
  if (!existsSync(FILINGS)) {
    console.log('Skipped: it reads real filings from ../shared/filings, which is not there.\n');
    return;
  }
  const truth: { fittedOn: Truth[]; otherYears: Truth[] } = JSON.parse(readFileSync(TRUTH, 'utf8'));
  printSet('Fitted on', truth.fittedOn.map(scoreOf));
  printSet('Other years', truth.otherYears.map(scoreOf));
}

function scoreOf(truth: Truth): Score {
  const section = riskSection(withoutRunningHeads(paragraphsOf(decode(join(FILINGS, truth.file)))), truth);
  const { riskFactors } = readFiling(documentOf(section, truth.file), { path: truth.file });
  const reported = riskFactors.map(({ heading }) => hashOf(heading));
  const groups = new Set(riskFactors.flatMap(({ group }) => (group === null ? [] : [hashOf(group)])));
  const inOurText = hashesOf(section);
  return {
    truth,
    reported: reported.length,
    right: shared(reported, truth.factors),
    groupsAsFactors: shared(reported, truth.groups),
    rightGroups: shared([...groups], truth.groups),
    notInOurText: [...truth.factors, ...truth.groups].filter((hash) => !inOurText.has(hash)).length,
  };
}

/** UTF-8 where it is, else Windows-1252, as EDGAR's older files are. */
function decode(path: string): string {
  const bytes = gunzipSync(readFileSync(path));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The text of an HTML page, a paragraph a block; cells of a table's row stand side by side. */
function paragraphsOf(html: string): string[] {
  const text = html
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .replace(BLOCK_TAG, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(/<[^>]*>/g, '');
  const paragraphs: string[] = [];
  let label = '';
  for (const line of decodeEntities(text).split('\n')) {
    const words = line.replace(/\s+/g, ' ').trim();
    if (words === '' || PAGE_NUMBER.test(words)) continue;
    const whole = label === '' ? words : `${label} ${words}`;
    label = LONE_LABEL.test(words) ? words : '';
    if (label === '') paragraphs.push(whole.replace(BULLET, '- '));
  }
  return paragraphs;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    // Browsers read these numbers as Windows-1252, and makers of reports rely on it.
    if (code >= 128 && code < 160) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

function withoutRunningHeads(paragraphs: readonly string[]): string[] {
  const shapeOf = (text: string) => text.replace(/\d+/g, '#');
  const times = new Map<string, number>();
  for (const text of paragraphs) times.set(shapeOf(text), (times.get(shapeOf(text)) ?? 0) + 1);
  return paragraphs.filter(
    (text) => text.length > LONGEST_RUNNING_HEAD || (times.get(shapeOf(text)) ?? 0) < RUNNING_HEAD_TIMES,
  );
}

/** From the heading of Item 1A or 3.D to the next Item; the longest such, since a table of contents lists it too. */
function riskSection(paragraphs: readonly string[], { endsBefore }: Truth): readonly string[] {
  const isTitle = (text: string, pattern: RegExp) => text.length < LONGEST_TITLE && pattern.test(text);
  const starts = (text: string) =>
    isTitle(text, endsBefore === undefined ? SECTION_START : BARE_SECTION_START);
  const ends = (text: string) =>
    endsBefore === undefined ? isTitle(text, SECTION_END) : hashOf(text) === endsBefore;
  let best: readonly string[] = [];
  let start: number | null = null;
  for (const [index, text] of paragraphs.entries()) {
    if (starts(text)) start = index;
    else if (start !== null && ends(text)) {
      if (index - start > best.length) best = paragraphs.slice(start + 1, index);
      start = null;
    }
  }
  return best;
}

/** The section under the form's own titles, so that finding it is no part of what is measured. */
function documentOf(section: readonly string[], file: string): string {
  const [form, before, after] = file.startsWith('20-f')
    ? ['Form 20-F', 'D. Risk Factors', 'Item 4. Information on the Company']
    : ['Form 10-K', 'Item 1A. Risk Factors', 'Item 1B. Unresolved Staff Comments'];
  return `${[form, before, ...section, after, 'None.'].join('\n\n')}\n`;
}

/** Of each paragraph, and of it with the next where a page break may have cut them. */
function hashesOf(section: readonly string[]): Set<string> {
  const joined = section.map((text, index) => `${text} ${section[index + 1] ?? ''}`);
  return new Set([...section, ...joined].map(hashOf));
}

/** Ten hex digits of the SHA-256 of its letters and digits in lower case. */
function hashOf(text: string): string {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return createHash('sha256').update(letters).digest('hex').slice(0, 10);
}

/** How many of the first are in the second, each of the second counted once. */
function shared(some: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return some.filter((hash) => {
    const at = left.indexOf(hash);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function printSet(name: string, scores: readonly Score[]): void {
  const sum = (count: (score: Score) => number) => scores.reduce((total, score) => total + count(score), 0);
  const mean = (ratio: (score: Score) => number) => sum(ratio) / scores.length;
  const whole: Score = {
    truth: {
      file: `all ${scores.length}, counts summed (micro)`,
      factors: scores.flatMap(({ truth }) => truth.factors),
      groups: scores.flatMap(({ truth }) => truth.groups),
    },
    reported: sum(({ reported }) => reported),
    right: sum(({ right }) => right),
    groupsAsFactors: sum(({ groupsAsFactors }) => groupsAsFactors),
    rightGroups: sum(({ rightGroups }) => rightGroups),
    notInOurText: sum(({ notInOurText }) => notInOurText),
  };
  const means = ['mean of reports (macro)', '', '', '', percent(mean(precisionOf)), percent(mean(recallOf))];
  printTable(
    [
      name,
      'headings',
      'reported',
      'right',
      'precision',
      'recall',
      'groups',
      'found',
      'taken for factors',
      'not in our text',
    ],
    [...scores.map(cellsOf), cellsOf(whole), [...means, '', '', '', '']],
  );
}

function cellsOf(score: Score): string[] {
  const { truth, reported, right, rightGroups, groupsAsFactors, notInOurText } = score;
  return [
    truth.file.replace('.htm.gz', ''),
    String(truth.factors.length),
    String(reported),
    String(right),
    percent(precisionOf(score)),
    percent(recallOf(score)),
    String(truth.groups.length),
    String(rightGroups),
    String(groupsAsFactors),
    String(notInOurText),
  ];
}

function precisionOf({ right, reported }: Score): number {
  return reported === 0 ? 0 : right / reported;
}

function recallOf({ right, truth }: Score): number {
  return right / truth.factors.length;
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)}%`;
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  console.log([line(head), line(rule), ...rows.map(line), ''].join('\n'));
}
