import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** What a room may import, straight from the arrows in ARCHITECTURE.md. The folder `src` itself is the room `package`. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  value: [],
  rates: ['value'],
  filing: ['value'],
  checks: ['value', 'filing'],
  compare: ['value', 'filing'],
  review: ['value', 'filing', 'checks'],
  risk: ['value', 'rates'],
  reports: ['value', 'rates', 'filing', 'checks', 'compare', 'review', 'risk'],
  cli: ['value', 'rates', 'filing', 'checks', 'compare', 'review', 'risk', 'reports', 'workbench'],
  workbench: ['value', 'rates', 'filing', 'checks', 'compare', 'review', 'risk', 'reports'],
  package: ['value', 'rates', 'filing', 'checks'],
};

/** Arrows that carry types only, to one file. */
const TYPE_ARROWS: readonly string[] = ['checks -> rates/rate-source.ts'];

/** The version is a constant that any room may print. */
const FREE_FOR_ALL = 'version.ts';

/** Entered beside the index, so that a command loads no more than it runs, and the package exports no more than its users need: widths on a terminal, limits, rows of a CSV file, one report format, the work of a thread that simulates. */
const OPEN_FILES: readonly string[] = [
  FREE_FOR_ALL,
  'value/csv-field.ts',
  'value/display-width.ts',
  'rates/loaders/bad-file.ts',
  'rates/loaders/csv-rows.ts',
  'rates/loaders/loader-limits.ts',
  'filing/limits.ts',
  'checks/check.ts',
  'risk/simulation/range-worker.ts',
  'reports/terminal.ts',
  'reports/json.ts',
  'reports/explain.ts',
  'reports/reading.ts',
  'reports/html/report.ts',
  'reports/github.ts',
  'reports/risk/register-check.ts',
  'reports/risk/risk-report.ts',
  'reports/risk/explain-report.ts',
  'reports/risk/item-11-report.ts',
  'reports/risk/scenario-report.ts',
  'reports/sarif/log.ts',
];

interface ImportStatement {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports = sourceFiles(SRC).flatMap(importsOf);

describe('the rooms of src/', () => {
  it('import one way only', () => {
    const wrong = imports.filter((statement) => !isAllowed(statement)).map(asText);
    expect(imports.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it('are entered through their index, but for types', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        roomOf(from) !== roomOf(to) && !typeOnly && !to.endsWith('/index.ts') && !OPEN_FILES.includes(to),
    );
    expect(wrong.map(asText)).toEqual([]);
  });

  it('are all listed with their arrows, which form no cycle', () => {
    const rooms = new Set(imports.flatMap(({ from, to }) => [roomOf(from), roomOf(to)]));
    expect([...rooms].filter((room) => ARROWS[room] === undefined)).toEqual([]);
    for (const room of Object.keys(ARROWS)) expect(reachable(room).has(room), room).toBe(false);
  });

  it('do not import tests, scripts or anything outside src', () => {
    expect(imports.filter(({ to }) => to.startsWith('..') || to.endsWith('.test.ts')).map(asText)).toEqual(
      [],
    );
  });

  it('would catch a statement against the arrows', () => {
    const statement = { from: 'value/day.ts', to: 'rates/index.ts', typeOnly: true };
    expect(isAllowed(statement)).toBe(false);
    expect(isAllowed({ from: 'checks/check.ts', to: 'rates/noon-buying-rates.ts', typeOnly: true })).toBe(
      false,
    );
    expect(isAllowed({ from: 'checks/check.ts', to: 'rates/rate-source.ts', typeOnly: false })).toBe(false);
  });
});

function isAllowed({ from, to, typeOnly }: ImportStatement): boolean {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === there || to === FREE_FOR_ALL || to.startsWith('..')) return true;
  if (ARROWS[here]?.includes(there) === true) return true;
  return typeOnly && TYPE_ARROWS.includes(`${here} -> ${to}`);
}

function reachable(room: string, seen = new Set<string>()): Set<string> {
  for (const next of ARROWS[room] ?? []) {
    if (!seen.has(next)) reachable(next, seen.add(next));
  }
  return seen;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replaceAll('\\', '/'));
}

/** Relative imports and re-exports, static and dynamic, as paths below src. */
function importsOf(from: string): ImportStatement[] {
  const code = readFileSync(join(SRC, from), 'utf8');
  const found: ImportStatement[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)(\s+type)?\b(?:[^;'"`]*?from)?\s+'(\.[^']+)'|(typeof\s+)?\bimport\('(\.[^']+)'\)/g;
  for (const match of code.matchAll(pattern)) {
    const specifier = match[3] ?? match[5] ?? '';
    const to = relative(SRC, resolve(SRC, dirname(from), specifier)).replaceAll('\\', '/');
    found.push({
      from,
      to: to.replace(/\.js$/, '.ts'),
      typeOnly: match[2] !== undefined || match[4] !== undefined,
    });
  }
  return found;
}

function roomOf(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? 'package' : path.slice(0, slash);
}

function asText({ from, to, typeOnly }: ImportStatement): string {
  return `${from} -> ${to}${typeOnly ? ' (types)' : ''}`;
}
