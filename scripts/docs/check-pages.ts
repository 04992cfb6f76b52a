import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, CheckExample, CheckOption, CheckResult } from '../../src/checks/index.js';
import { checks, check as runCheck } from '../../src/checks/index.js';
import { readFiling } from '../../src/filing/index.js';
import { noonBuyingRates } from '../../src/rates/index.js';
import { fenced, GENERATED, markdown, type Page, table } from './page.js';

/** A page for each check, and the list of them. The findings below an example are those of a real run. */
export function checkPages(root: string): Page[] {
  const pages = checks.map((check) => ({
    path: `docs/checks/${check.meta.id}.md`,
    text: checkPage(check, openingComment(root, check.meta.id)),
  }));
  return [{ path: 'docs/checks/index.md', text: indexPage() }, ...pages];
}

function indexPage(): string {
  const rows = checks.map(({ meta }) => [
    `[${meta.id}](${meta.id}.md)`,
    meta.title,
    meta.severity,
    meta.since,
  ]);
  return markdown(GENERATED, '# Checks', table(['Check', 'What it holds', 'Severity', 'Since'], rows));
}

function checkPage(check: Check, opening: string): string {
  const { meta } = check;
  const facts = [
    ['Severity', meta.severity],
    ['Basis', meta.basis],
    ['Needs', meta.needs.length === 0 ? 'nothing but the report' : meta.needs.join(', ')],
    ['Since', meta.since],
  ];
  const messages = Object.entries<string>(check.messages).map(([id, template]) => [`\`${id}\``, template]);
  return markdown(
    GENERATED,
    `# ${meta.id}`,
    `${meta.title}.`,
    opening,
    table(['', ''], facts),
    '## Messages',
    table(['Id', 'Text'], messages),
    ...optionsText(meta.options ?? []),
    '## Limits',
    check.limits.map((limit) => `- ${limit}`).join('\n'),
    '## Examples',
    ...check.examples.flatMap((example) => exampleText(check, example)),
  );
}

function optionsText(options: readonly CheckOption[]): string[] {
  if (options.length === 0) return [];
  const rows = options.map(({ name, description, default: standard }) => [
    `\`${name}\``,
    description,
    `\`${JSON.stringify(standard)}\``,
  ]);
  return [
    '## Options',
    'To set in `tickmark.config.yaml`, as [Configuration](../configuration.md) says.',
    table(['Option', 'Meaning', 'Default'], rows),
  ];
}

function exampleText(check: Check, example: CheckExample): string[] {
  const filing = readFiling(example.text, { path: 'example.txt' });
  const result = runCheck(filing, { rates: noonBuyingRates() }, { only: [check.meta.id] });
  return [`### ${example.name}`, fenced(example.text), outcome(check, result)];
}

function outcome(check: Check, { figures, findings }: CheckResult): string {
  const own = findings.filter((finding) => finding.check === check.meta.id);
  const ticked = figures.filter(({ ticks }) => ticks.some((tick) => tick.check === check.meta.id));
  const lines = own.map((finding) => {
    const cause = finding.cause === null ? '' : ` Likely cause: ${finding.cause}.`;
    return `- ${finding.severity}, line ${finding.line}, column ${finding.column}: ${finding.message}${cause}`;
  });
  const texts = ticked.map(({ figure }) => `\`${figure.text}\``).join(', ');
  return markdown(
    lines.length === 0 ? 'No finding.' : `Findings:\n\n${lines.join('\n')}`,
    texts === '' ? '' : `Ticked: ${texts}.`,
  ).trim();
}

/** What the check's file says at its top: what is wrong when it fires, why a reader cares, the authority. */
function openingComment(root: string, id: string): string {
  const code = readFileSync(join(root, 'src/checks', `${id}.ts`), 'utf8');
  const comment = /^\s*\/\*\*?([\s\S]*?)\*\//.exec(code)?.[1] ?? '';
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}
