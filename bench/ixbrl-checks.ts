/**
 * Checks on every tagged filing, each of which must hold without exception: `npm run bench:facts`.
 *
 *   facts    the numbers of `readFacts` are those that another parser reads from the tags: concept, value, unit,
 *            period, scale, in order; and they are as many as `index.csv` counts
 *   figures  the figures of the page are those of the same page with its tags removed
 *   speed    the time of `readFacts` over that of bare htmlparser2 on the same text
 *
 * `--filing apple` takes filings with that in their names. Exit status 1 where one fails.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fact, readFiling } from '../src/filing/index.js';
import { readFacts } from '../src/filing/read/ixbrl/read-facts.js';
import { Decimal, samePeriod } from '../src/value/index.js';
import { type NumberTag, readNumberTags } from './ixbrl-tags.js';
import { FILINGS_FOLDER, realFilings } from './real-filings.js';
import { sampleOf, timed } from './sample.js';
import { printTable } from './tables.js';
import { tokenize } from './tokenize.js';
import { figureLines, untagged } from './untagged.js';

const RUNS = 7;
const { values } = parseArgs({ options: { filing: { type: 'string', default: '' } } });

run();

function run(): void {
  const counted = countsOfIndex();
  const ratios: number[] = [];
  const rows: string[][] = [];
  for (const { name, bytes } of realFilings('html', values.filing)) {
    const filing = readFiling(bytes, { path: name });
    const { text } = filing.source;
    const tags = readNumberTags(text);
    if (tags.length === 0) continue;
    const numbers = filing.facts.filter(({ kind }) => kind === 'number');
    const wrong = tags.filter((tag, index) => !isSame(numbers[index], tag));
    const [tagged, bare] = [figureLines(filing), figureLines(readFiling(untagged(text), { path: name }))];
    const differing = tagged.filter((line, index) => line !== bare[index]);
    const fails = [
      ...(wrong.length > 0 ? [`${wrong.length} facts differ, the first "${wrong[0]?.text}"`] : []),
      ...(numbers.length === tags.length ? [] : [`${numbers.length} numbers, ${tags.length} tags`]),
      ...(counted.get(name) === tags.length ? [] : [`index.csv counts ${counted.get(name)}`]),
      ...(tagged.length === bare.length ? [] : [`${tagged.length} figures, ${bare.length} without tags`]),
      ...(differing.length > 0 ? [`${differing.length} figures differ, the first ${differing[0]}`] : []),
    ];
    for (const fail of fails) console.log(`FAILED ${name}: ${fail}`);
    if (fails.length > 0) process.exitCode = 1;
    const ratio = speedOf(text);
    ratios.push(ratio);
    rows.push([name, `${filing.facts.length}`, `${numbers.length}`, `${tagged.length}`, ratio.toFixed(2)]);
  }
  if (rows.length === 0)
    return void console.log('Skipped: no tagged filing of that name in ../shared/filings.');
  printTable(['filing', 'facts', 'numbers', 'figures', 'time over the yardstick'], rows);
  console.log(`Median ${sampleOf(ratios).median.toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}.`);
}

function isSame(fact: Fact | undefined, tag: NumberTag): boolean {
  if (fact === undefined) return false;
  const { concept, unit, value, scale, context } = fact;
  const sameValue =
    value === null || tag.value === null ? value === tag.value : Decimal.parse(value).equals(tag.value);
  const [first, last] = [tag.spans[0], tag.spans.at(-1)];
  const holds = first === undefined || last === undefined || (fact.start <= first[0] && fact.end >= last[1]);
  return (
    concept === tag.concept &&
    unit === tag.unit &&
    scale === tag.scale &&
    sameValue &&
    holds &&
    samePeriod(context?.period ?? null, tag.period)
  );
}

/** By name of the filing, how many numbers it is tagged with, as the index of the folder has it. */
function countsOfIndex(): Map<string, number> {
  const path = join(FILINGS_FOLDER, 'index.csv');
  if (!existsSync(path)) return new Map();
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const column = head.split(',').indexOf('ix_nonfraction');
  return new Map(
    lines.map((line) => {
      const fields = [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(
        ([, quoted, bare]) => quoted ?? bare ?? '',
      );
      return [(fields[0] ?? '').replace(/\.htm(?:\.gz)?$/, ''), Number(fields[column])];
    }),
  );
}

function speedOf(text: string): number {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    theirs.push(timed(() => tokenize(text)));
    ours.push(timed(() => readFacts(text)));
  }
  return sampleOf(ours).quickest / sampleOf(theirs).quickest;
}
