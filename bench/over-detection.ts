/**
 * Measures whether what is taken for an amount is one, and what is taken for a label (a note or page number, a year as
 * heading, a citation) is that: `npm run bench:over-detection`. 200 figures, 50 of each of four reports of different
 * makers and decades, are drawn by seed and were judged by reading them. Tags would not tell: they mark only some of the
 * amounts and none of the labels.
 *
 * A figure is drawn by the hash of its place, so that a reader that finds more or fewer draws nearly the same ones.
 * `over-detection-truth.json` holds the judgements by place and by hash of the text around it, never a sentence.
 * What is drawn and not judged yet is out of the score, and said.
 *
 * `--judge` prints what is not judged, in order; `--verdicts alan…` stores one letter for each of those: a amount, l label,
 * n no number at all. The draws of `--seed 1` to `4` are judged.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figure, type Filing, readFiling } from '../src/filing/index.js';
import { realFilings } from './real-filings.js';
import { printTable } from './tables.js';

const FILINGS = ['10-k-nike-2025', '20-f-loncor-2015', '10-k-medicis-1999', '10-k-ford-2001'];
const EACH = 50;
const TRUTH = fileURLToPath(new URL('over-detection-truth.json', import.meta.url));
const VERDICTS = { a: 'amount', l: 'label', n: 'nothing' } as const;
type Verdict = (typeof VERDICTS)[keyof typeof VERDICTS];

/** By "file start-end hash". */
type Truth = Record<string, Verdict>;

interface Drawn {
  readonly name: string;
  readonly filing: Filing;
  readonly figure: Figure;
  readonly key: string;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    judge: { type: 'boolean', default: false },
    verdicts: { type: 'string' },
  },
});

run();

function run(): void {
  const truth: Truth = existsSync(TRUTH) ? JSON.parse(readFileSync(TRUTH, 'utf8')) : {};
  const drawn = FILINGS.flatMap((name) => draw(name));
  if (drawn.length === 0) return void console.log('Skipped: it reads real filings from ../shared/filings.');
  const open = drawn.filter(({ key }) => truth[key] === undefined);
  if (values.judge) open.forEach(print);
  else if (values.verdicts !== undefined) store(truth, open, values.verdicts);
  else score(truth, drawn);
}

function draw(part: string): Drawn[] {
  const [real] = [...realFilings('html', part), ...realFilings('text', part)];
  if (real === undefined) return [];
  const { name, bytes } = real;
  const filing = readFiling(bytes, { path: name });
  const lot = ({ start }: Figure) => hash(`${values.seed} ${name} ${start}`);
  return filing.figures
    .map((figure) => ({ figure, lot: lot(figure) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, EACH)
    .map(({ figure }) => figure)
    .sort((a, b) => a.start - b.start)
    .map((figure) => ({ name, filing, figure, key: keyOf(name, filing, figure) }));
}

function keyOf(name: string, { source }: Filing, { start, end }: Figure): string {
  return `${name} ${start}-${end} ${hash(source.text.slice(Math.max(0, start - 40), end + 40)).slice(0, 8)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function print({ name, filing, figure }: Drawn, index: number): void {
  const { text, role, unit, value, label, where } = figure;
  const around = 'table' in where ? rowOf(filing, where.table, where.row) : sentenceOf(filing, figure);
  console.log(`${index} ${name} ${role} ${unit} ${value} "${text}" | ${label.slice(0, 80)}\n     ${around}`);
}

function rowOf({ tables }: Filing, table: string, row: number): string {
  const found = tables.find(({ id }) => id === table);
  const cells = found?.rows[row]?.cells.map(({ text }) => text.slice(0, 40)) ?? [];
  return `[${found?.rows[row]?.kind}] ${cells.join(' | ').slice(0, 180)}`;
}

function sentenceOf({ blocks }: Filing, { where, text }: Figure): string {
  if ('table' in where) return '';
  const block = blocks[where.block]?.text ?? '';
  const before = block.slice(Math.max(0, where.at - 90), where.at);
  return `${before}>>${text}<<${block.slice(where.at + text.length, where.at + text.length + 60)}`.replace(
    /\s+/g,
    ' ',
  );
}

function store(truth: Truth, open: readonly Drawn[], verdicts: string): void {
  if (verdicts.length !== open.length)
    throw new Error(`Unexpected ${verdicts.length} verdicts, expected ${open.length}`);
  open.forEach(({ key }, index) => {
    const verdict = VERDICTS[verdicts.charAt(index) as keyof typeof VERDICTS];
    if (verdict === undefined)
      throw new Error(`Unexpected verdict "${verdicts.charAt(index)}", expected a, l or n`);
    truth[key] = verdict;
  });
  const sorted = Object.fromEntries(Object.entries(truth).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(TRUTH, `${JSON.stringify(sorted, null, 2)}\n`);
}

function score(truth: Truth, drawn: readonly Drawn[]): void {
  const rows = FILINGS.map((name) =>
    rowOfScore(
      name,
      truth,
      drawn.filter((one) => one.name === name),
    ),
  );
  printTable(
    [
      'figures drawn',
      'judged',
      'right',
      'labels taken for amounts',
      'amounts taken for labels',
      'share right',
    ],
    [...rows, rowOfScore('all', truth, drawn)],
  );
}

function rowOfScore(name: string, truth: Truth, drawn: readonly Drawn[]): string[] {
  const judged = drawn.filter(({ key }) => truth[key] !== undefined);
  const wrong = judged.filter(({ key, figure }) => truth[key] !== figure.role);
  const asAmounts = wrong.filter(({ figure }) => figure.role === 'amount').length;
  return [
    `${name}, ${drawn.length}`,
    `${judged.length}`,
    `${judged.length - wrong.length}`,
    `${asAmounts}`,
    `${wrong.length - asAmounts}`,
    `${((100 * (judged.length - wrong.length)) / judged.length).toFixed(1)}%`,
  ];
}
