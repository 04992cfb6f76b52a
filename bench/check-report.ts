/**
 * Measures the checks on every real filing as filed, read without its inline XBRL: `npm run bench:checks`.
 *
 *   findings  errors and warnings. Nearly everything in a filing is right, so that nearly every error is a false alarm.
 *   coverage  of the amounts that filers tagged, in digits, the share with status ticked (and agrees), by check
 *   times     processor time of reading and of each check over that of bare tokenization (`--times`; quickest of several)
 *
 * Filings that nobody looks at while checks are written (`held-out.ts`) are counted apart, and none of them is shown.
 *
 * `--check footing,change` runs these only; `--filing apple` takes filings with that in their names; `--quiet` leaves
 * the findings out; `--warnings` lists warnings too; `--misses` lists the tagged amounts that are not ticked, by table;
 * `--tagged` reads the tags as well, so that the check `xbrl` speaks; `--json PATH` writes the numbers.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CheckContext, CheckResult, Tick } from '../src/checks/index.js';
import { noonBuyingRates } from '../src/rates/index.js';
import { checkTimes } from './check-times.js';
import { type Checker, guarded, loadChecker, type Thrown } from './checker.js';
import { describeFigure, describeFinding } from './describe-figure.js';
import { isHeldOut } from './held-out.js';
import { type RealFiling, realFilings } from './real-filings.js';
import { printTable } from './tables.js';
import { type TaggedFigure, taggedFigures } from './tagged-figures.js';
import { untagged } from './untagged.js';

interface Report {
  readonly name: string;
  readonly heldOut: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly errorsBy: Readonly<Record<string, number>>;
  readonly warningsBy: Readonly<Record<string, number>>;
  readonly table: Coverage;
  readonly sentence: Coverage;
  readonly lines: readonly string[];
}

interface Coverage {
  tagged: number;
  ticked: number;
  agrees: number;
  differs: number;
  /** By check: tagged amounts that it ticks, and those that it alone ticks. */
  readonly by: Map<string, { ticked: number; alone: number }>;
}

const { values } = parseArgs({
  options: {
    check: { type: 'string' },
    filing: { type: 'string', default: '' },
    quiet: { type: 'boolean', default: false },
    warnings: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    times: { type: 'boolean', default: false },
    tagged: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

await run();

async function run(): Promise<void> {
  const checker = await loadChecker(values.check?.split(',') ?? null);
  const filings = [...realFilings('html', values.filing), ...realFilings('text', values.filing)];
  if (filings.length === 0) return console.log('Skipped: no filing of that name in ../shared/filings.');
  const context = { rates: noonBuyingRates() };
  if (values.times) return checkTimes(filings, checker, context);
  const thrown: Thrown = new Map();
  const reports = filings.map((filing) => {
    const report = reportOf(filing, { ...checker, checks: guarded(checker.checks, thrown) }, context);
    for (const line of report.lines) console.log(line);
    return report;
  });
  printFindings(reports);
  for (const heldOut of [false, true]) {
    const own = reports.filter((report) => report.heldOut === heldOut);
    if (own.length > 0) printCoverage(own, heldOut ? 'held out' : 'developed on');
  }
  for (const [id, error] of thrown) console.log(`THREW ${id}: ${error}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(reports, asPlain, 1)}\n`);
}

function reportOf(
  real: RealFiling,
  { readFiling, runChecks, checks }: Checker,
  context: CheckContext,
): Report {
  const { name, bytes } = real;
  const heldOut = isHeldOut(name);
  const tagged = readFiling(bytes, { path: name });
  const isTagged = tagged.facts.length > 0;
  const filing =
    isTagged && !values.tagged ? readFiling(untagged(tagged.source.text), { path: name }) : tagged;
  const result = runChecks(checks, filing, context);
  const amounts = isTagged ? taggedFigures(tagged) : [];
  const of = (severity: string) => result.findings.filter((finding) => finding.severity === severity);
  const [errors, warnings] = [of('error'), of('warning')];
  return {
    name,
    heldOut,
    errors: errors.length,
    warnings: warnings.length,
    errorsBy: countBy(errors),
    warningsBy: countBy(warnings),
    table: coverageOf(
      amounts.filter(({ inTable }) => inTable),
      result,
    ),
    sentence: coverageOf(
      amounts.filter(({ inTable }) => !inTable),
      result,
    ),
    lines: heldOut ? [] : linesOf(name, result, amounts),
  };
}

/** What the options ask to see of a filing. */
function linesOf(name: string, result: CheckResult, amounts: readonly TaggedFigure[]): string[] {
  const { filing, findings } = result;
  const shown = findings.filter(
    ({ severity }) => severity === 'error' || (values.warnings && severity === 'warning'),
  );
  return [
    ...(values.quiet ? [] : shown.flatMap((finding) => [`${name}: `, ...describeFinding(filing, finding)])),
    ...(values.misses
      ? [`${name}: tagged amounts that are not ticked`, ...missesByTable(result, amounts)]
      : []),
  ];
}

function missesByTable(result: CheckResult, amounts: readonly TaggedFigure[]): string[] {
  const { filing, figures } = result;
  const places = new Map<string, { missed: string[]; count: number }>();
  for (const { index, concept } of amounts) {
    const checked = index === null ? undefined : figures[index];
    if (checked === undefined) continue;
    const { figure, status } = checked;
    const place = 'table' in figure.where ? figure.where.table : 'sentences';
    const own = places.get(place) ?? { missed: [], count: 0 };
    own.count += 1;
    if (status !== 'ticked') {
      own.missed.push(`    ${status.padEnd(11)} ${describeFigure(filing, figure)}  (${concept})`);
    }
    places.set(place, own);
  }
  const captions = new Map(
    filing.tables.map(({ id, caption, section }) => [id, `[${section}] ${caption ?? ''}`]),
  );
  return [...places].flatMap(([place, { missed, count }]) =>
    missed.length === 0
      ? []
      : [
          `  ${place}: ${missed.length} of ${count} not ticked  ${captions.get(place)?.slice(0, 120) ?? ''}`,
          ...missed,
        ],
  );
}

function coverageOf(amounts: readonly TaggedFigure[], { figures }: CheckResult): Coverage {
  const coverage = noCoverage();
  for (const { index } of amounts) {
    coverage.tagged += 1;
    const checked = index === null ? undefined : figures[index];
    if (checked === undefined) continue;
    const { status, ticks } = checked;
    if (status === 'ticked' || status === 'agrees' || status === 'differs') coverage[status] += 1;
    if (status === 'ticked') countTicks(coverage, ticks);
  }
  return coverage;
}

function noCoverage(): Coverage {
  return { tagged: 0, ticked: 0, agrees: 0, differs: 0, by: new Map() };
}

function countTicks({ by }: Coverage, ticks: readonly Tick[]): void {
  const ids = new Set(
    ticks.flatMap(({ check, support, grade }) =>
      support === 'agreement' || grade === 'possible' ? [] : [check],
    ),
  );
  for (const id of ids) {
    const count = by.get(id) ?? { ticked: 0, alone: 0 };
    count.ticked += 1;
    if (ids.size === 1) count.alone += 1;
    by.set(id, count);
  }
}

function countBy(findings: readonly { readonly check: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { check } of findings) counts[check] = (counts[check] ?? 0) + 1;
  return counts;
}

function printFindings(reports: readonly Report[]): void {
  const byCheck = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([check, count]) => `${check} ${count}`)
      .join(', ');
  printTable(
    ['filing', 'errors', 'warnings', 'errors by', 'warnings by', 'ticked of tagged'],
    reports.map(({ name, heldOut, errors, warnings, errorsBy, warningsBy, table, sentence }) => [
      heldOut ? `${name} (held out)` : name,
      String(errors),
      String(warnings),
      byCheck(errorsBy),
      byCheck(warningsBy),
      share(table.ticked + sentence.ticked, table.tagged + sentence.tagged),
    ]),
  );
  for (const heldOut of [false, true]) {
    const own = reports.filter((report) => report.heldOut === heldOut);
    if (own.length === 0) continue;
    const [errors, warnings] = [own.map((report) => report.errors), own.map((report) => report.warnings)];
    console.log(
      `${heldOut ? 'Held out' : 'Developed on'}: ${own.length} filings, errors ${mean(errors)} a filing, most ${Math.max(...errors)}; warnings ${mean(warnings)}, most ${Math.max(...warnings)}.`,
    );
  }
  console.log('');
}

function printCoverage(reports: readonly Report[], title: string): void {
  const total = (part: 'table' | 'sentence') => {
    const sum = noCoverage();
    for (const report of reports) {
      const own = report[part];
      sum.tagged += own.tagged;
      sum.ticked += own.ticked;
      sum.agrees += own.agrees;
      sum.differs += own.differs;
      for (const [id, { ticked, alone }] of own.by) {
        const known = sum.by.get(id) ?? { ticked: 0, alone: 0 };
        sum.by.set(id, { ticked: known.ticked + ticked, alone: known.alone + alone });
      }
    }
    return sum;
  };
  const [table, sentence] = [total('table'), total('sentence')];
  const tagged = table.tagged + sentence.tagged;
  if (tagged === 0) return;
  const row = (name: string, count: (coverage: Coverage) => number) => [
    name,
    share(count(table) + count(sentence), tagged),
    share(count(table), table.tagged),
    share(count(sentence), sentence.tagged),
  ];
  const ids = [...new Set([...table.by.keys(), ...sentence.by.keys()])].sort();
  printTable(
    [`coverage, ${title}`, 'all', 'in tables', 'in sentences'],
    [
      ['tagged amounts', String(tagged), String(table.tagged), String(sentence.tagged)],
      row('**ticked**', ({ ticked }) => ticked),
      row('agrees', ({ agrees }) => agrees),
      row('differs', ({ differs }) => differs),
      ...ids.map((id) => row(`ticked by ${id}`, ({ by }) => by.get(id)?.ticked ?? 0)),
      ...ids.map((id) => row(`by ${id} alone`, ({ by }) => by.get(id)?.alone ?? 0)),
    ],
  );
  const shares = reports
    .map((report) => [
      report.table.ticked + report.sentence.ticked,
      report.table.tagged + report.sentence.tagged,
    ])
    .filter(([, of]) => (of ?? 0) > 0)
    .map(([ticked = 0, of = 1]) => ticked / of);
  console.log(`Mean of filings ${mean(shares.map((each) => 100 * each))}%.\n`);
}

function share(count: number, of: number): string {
  return of === 0 ? '-' : `${((100 * count) / of).toFixed(1)}%`;
}

function mean(counts: readonly number[]): string {
  return (counts.reduce((sum, count) => sum + count, 0) / counts.length).toFixed(2);
}

function asPlain(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
