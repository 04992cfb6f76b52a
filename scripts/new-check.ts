/**
 * Starts a new check: `npm run new-check -- my-check-id "What it holds"` writes src/checks/my-check-id.ts in the order
 * that every check file keeps, and lists it in the registry.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { registryText } from './generate-registry.js';

const CHECKS = new URL('../src/checks/', import.meta.url);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [id = '', title = ''] = process.argv.slice(2);
  const problem = problemWith(id, title);
  if (problem === null) {
    writeFileSync(new URL(`${id}.ts`, CHECKS), checkFileText(id, title, version()));
    writeFileSync(new URL('registry.ts', CHECKS), registryText());
    console.log(
      `Wrote src/checks/${id}.ts and listed it. Fill it in, then run "npm run generate" and "npm test".`,
    );
  } else {
    console.error(`${problem}\nUsage: npm run new-check -- my-check-id "What it holds"`);
    process.exitCode = 2;
  }
}

function problemWith(id: string, title: string): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return `Unexpected id "${id}", expected words such as my-check-id`;
  if (title.trim() === '') return 'Missing the title: a short sentence that says what the check holds';
  if (existsSync(new URL(`${id}.ts`, CHECKS))) return `There is a file src/checks/${id}.ts already`;
  return null;
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

/** The file of a check that finds nothing yet. It compiles, and its one example passes. */
export function checkFileText(id: string, title: string, since: string): string {
  const quotedTitle = title.includes("'") ? JSON.stringify(title) : `'${title.replaceAll('\\', '\\\\')}'`;
  return `/*
 * What is wrong when this fires, and why a reader of the report cares.
 *
 * Authority: the form item, rule or standard paragraph.
 */
import type { Filing } from '../filing/filing.js';
import { type CheckExample, type CheckMeta, type CheckOutcome, defineCheck } from './check.js';

const meta: CheckMeta = {
  id: '${id}',
  title: ${quotedTitle},
  severity: 'warning',
  basis: 'the form item, rule or standard paragraph',
  since: '${since}',
  needs: [],
};

const messages = {
  differs: 'Unexpected {printed}, expected {expected}. What to look at next.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const amounts = filing.figures.filter(({ role }) => role === 'amount');
  const notRun = amounts.length === 0 ? 'no amounts' : null;
  return { ticks: [], findings: [], undecided: [], notRun };
}

const limits = ['What it misses, and what it reports wrongly.'];

const examples: readonly CheckExample[] = [
  {
    name: 'A sentence without an error',
    text: 'Kitano Denki Co., Ltd. had 1,200 employees.',
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
`;
}
