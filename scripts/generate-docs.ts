/**
 * Writes the pages that come from the code's own text: a page for each command and each check with their indexes, the
 * charts and the coverage table of docs/rates.md, the backtests of docs/risk, the JSON Schemas of reports and
 * configuration, and the example with planted errors. `--check` writes nothing and ends with status 1 where a page is
 * stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../src/checks/index.js';
import { configSchema } from '../src/cli/config/config-schema.js';
import {
  checkLineSchema,
  checkReportSchema,
  readingLineSchema,
  readingSchema,
} from '../src/reports/json-schema.js';
import { riskResultsSchema } from '../src/reports/risk/results-schema.js';
import { registerJsonSchema } from '../src/risk/register/schema/json-schema.js';
import { backtestPages } from './docs/backtest-pages.js';
import { checkPages } from './docs/check-pages.js';
import { commandPages } from './docs/command-pages.js';
import type { Page } from './docs/page.js';
import { plantedPages } from './docs/planted-pages.js';
import { ratesPages } from './docs/rates-pages.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Folders that hold generated pages and nothing else. */
const OWNED = ['docs/commands', 'docs/checks', 'docs/rates'];

const pages: Page[] = [
  ...(await commandPages(ROOT)),
  ...checkPages(ROOT),
  ...ratesPages(ROOT),
  ...plantedPages(),
  ...backtestPages(),
  ...Object.entries({
    check: checkReportSchema,
    'check-line': checkLineSchema,
    reading: readingSchema,
    'reading-line': readingLineSchema,
    config: () => configSchema(checks),
    register: registerJsonSchema,
    'risk-results': riskResultsSchema,
  }).map(([name, schema]) => ({
    path: `schema/${name}.schema.json`,
    text: `${JSON.stringify(schema(), null, 2)}\n`,
  })),
];
const stale = pages.filter(({ path, text }) => current(path) !== text);
const orphans = OWNED.flatMap(filesIn).filter((path) => !pages.some((page) => page.path === path));

if (process.argv.includes('--check')) {
  for (const path of [...stale.map((page) => page.path), ...orphans]) console.error(`${path} is stale`);
  if (stale.length + orphans.length > 0) {
    console.error('Run "npm run generate" and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  for (const { path, text } of stale) {
    mkdirSync(join(ROOT, dirname(path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(`wrote ${path}`);
  }
  for (const path of orphans) {
    rmSync(join(ROOT, path));
    console.log(`removed ${path}`);
  }
}

function current(path: string): string | null {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : null;
}

function filesIn(folder: string): string[] {
  return existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`)
    : [];
}
