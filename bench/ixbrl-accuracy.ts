/**
 * Measures the figures of `readFiling` against the numbers that filers tagged (inline XBRL), over every tagged filing:
 * `npm run bench:ixbrl`. The reader of figures never sees a tag; here the tags are read with another parser, and the
 * two are joined by their places in the source.
 *
 * Of the numbers tagged (`ix:nonFraction` that is displayed and encloses digits, a dash or a spelled-out number; the
 * words "no" and "none" are no numbers):
 *   found      exactly one amount covers the digits, and it has no digits beside them
 *   magnitude  its value is the tag's, scale applied, compared exactly; 29.7 of unit percent is the tag's 0.297
 *   unit       `ixbrl-units.ts`
 *   period     the context's: an instant the same day; a span the same first and last day; of a number
 *              tagged for several periods at once, one of them
 * What is not found is missed in all four. A document without contexts and units is out for the last two.
 *
 * `--misses found|magnitude|unit|period` lists the misses by cause; `--filing apple` takes filings with that in their
 * names; `--dev` only those that are looked at while the reader is written, for a list of misses shows the others to
 * nobody; `--limit 5` misses a cause; `--in table|sentence`; `--cause TEXT` only causes that hold it.
 */
import { parseArgs } from 'node:util';
import { readFiling } from '../src/filing/index.js';
import { isHeldOut } from './held-out.js';
import { type Miss, missesOf, printMisses } from './ixbrl-misses.js';
import { KINDS, type Kind, type Outcome, outcomesOf } from './ixbrl-score.js';
import { readNumberTags } from './ixbrl-tags.js';
import { realFilings } from './real-filings.js';
import { printTable } from './tables.js';

interface Score {
  readonly name: string;
  readonly tagged: number;
  /** By kind: how many tags tell it, and how many we have right. */
  readonly told: Record<Kind, number>;
  readonly right: Record<Kind, number>;
  readonly milliseconds: number;
}

const { values } = parseArgs({
  options: {
    misses: { type: 'string' },
    filing: { type: 'string', default: '' },
    limit: { type: 'string', default: '8' },
    in: { type: 'string' },
    cause: { type: 'string', default: '' },
    dev: { type: 'boolean', default: false },
  },
});

run();

function run(): void {
  const scores: Score[] = [];
  const inTables: Score[] = [];
  const inSentences: Score[] = [];
  const misses: Miss[] = [];
  const kind = KINDS.find((name) => name === values.misses);
  if (values.misses !== undefined && kind === undefined)
    throw new Error(`Unexpected --misses ${values.misses}, expected one of ${KINDS.join(', ')}`);
  for (const { name, bytes } of realFilings('html', values.filing)) {
    if (values.dev && isHeldOut(name)) continue;
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('<ix:')) continue;
    const start = performance.now();
    const filing = readFiling(bytes, { path: name });
    const milliseconds = performance.now() - start;
    const outcomes = outcomesOf(filing, readNumberTags(filing.source.text));
    const tables = outcomes.filter(({ tag }) => tag.inTable);
    const sentences = outcomes.filter(({ tag }) => !tag.inTable);
    scores.push(scoreOf(name, outcomes, milliseconds));
    inTables.push(scoreOf(name, tables, 0));
    inSentences.push(scoreOf(name, sentences, 0));
    const asked = values.in === 'table' ? tables : values.in === 'sentence' ? sentences : outcomes;
    if (kind !== undefined) misses.push(...missesOf(name, filing, asked, kind));
  }
  if (scores.length === 0) console.log('Skipped: no tagged filing of that name in ../shared/filings.');
  else if (kind === undefined) printScores(scores, inTables, inSentences);
  else
    printMisses(
      misses.filter(({ cause }) => cause.includes(values.cause)),
      Number(values.limit),
    );
}

function scoreOf(name: string, outcomes: readonly Outcome[], milliseconds: number): Score {
  const told = { found: 0, magnitude: 0, unit: 0, period: 0 };
  const right = { ...told };
  for (const { tag, misses } of outcomes) {
    for (const kind of KINDS) {
      if ((kind === 'unit' && tag.unit === null) || (kind === 'period' && tag.period === null)) continue;
      told[kind] += 1;
      if (misses[kind] === undefined) right[kind] += 1;
    }
  }
  return { name, tagged: outcomes.length, told, right, milliseconds };
}

function printScores(
  scores: readonly Score[],
  inTables: readonly Score[],
  inSentences: readonly Score[],
): void {
  const head = ['filing', 'tagged', ...KINDS, 'ms'];
  printTable(head, [
    ...scores.map(row),
    row(summed('**all numbers**', scores)),
    row(summed('in tables', inTables)),
    row(summed('in sentences', inSentences)),
    ...meanAndWorst('filings', scores),
  ]);
  const isOf = (heldOut: boolean) => (score: Score) => isHeldOut(score.name) === heldOut;
  console.log();
  printTable(
    ['part', 'tagged', ...KINDS, ''],
    [true, false].flatMap((heldOut) => {
      const name = heldOut ? 'held out' : 'looked at';
      const part = scores.filter(isOf(heldOut));
      if (part.length === 0) return [];
      return [
        row(summed(`${name}: all numbers`, part)),
        row(summed('in tables', inTables.filter(isOf(heldOut)))),
        row(summed('in sentences', inSentences.filter(isOf(heldOut)))),
        ...meanAndWorst(name, part),
      ];
    }),
  );
}

function meanAndWorst(name: string, scores: readonly Score[]): string[][] {
  return [
    [`**mean of ${name}**`, '', ...KINDS.map((kind) => percent(mean(scores, kind))), ''],
    [`**worst of ${name}**`, '', ...KINDS.map((kind) => percent(Math.min(...shares(scores, kind)))), ''],
  ];
}

function row(score: Score): string[] {
  const { name, tagged, told, right, milliseconds } = score;
  const rates = KINDS.map((kind) => (told[kind] === 0 ? '-' : percent(right[kind] / told[kind])));
  return [name, String(tagged), ...rates, milliseconds === 0 ? '' : milliseconds.toFixed(0)];
}

function summed(name: string, scores: readonly Score[]): Score {
  const sum = (count: (score: Score) => number) => scores.reduce((total, score) => total + count(score), 0);
  const byKind = (counts: (score: Score) => Record<Kind, number>) =>
    Object.fromEntries(KINDS.map((kind) => [kind, sum((score) => counts(score)[kind])])) as Record<
      Kind,
      number
    >;
  return {
    name,
    tagged: sum(({ tagged }) => tagged),
    told: byKind(({ told }) => told),
    right: byKind(({ right }) => right),
    milliseconds: sum(({ milliseconds }) => milliseconds),
  };
}

/** Filings of which a few tags tell the kind are no sample of it. */
function shares(scores: readonly Score[], kind: Kind): number[] {
  return scores.filter(({ told }) => told[kind] > 20).map(({ told, right }) => right[kind] / told[kind]);
}

function mean(scores: readonly Score[], kind: Kind): number {
  const all = shares(scores, kind);
  return all.reduce((total, share) => total + share, 0) / all.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
