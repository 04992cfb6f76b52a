import type { Check } from '../../checks/check.js';

/** Where editors find the keys: relative to a project that has the package installed. */
const SCHEMA = './node_modules/tickmark/schema/config.schema.json';

/** A configuration that changes nothing and says what can be changed: every check with its severity and options. */
export function starterConfig(checks: readonly Check[]): string {
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# What "tickmark check" does with the reports in this folder and below. Every line below stands for what holds',
    '# without it: take away the "#" before a line, and change it.',
    '#   off, info, warning, error   the highest severity that findings of a check have; off: it does not run',
    '',
    'checks:',
    ...checks.flatMap(checkLines),
    '',
    '# Other settings for some files. Patterns are relative to this folder; of two that match, the later one wins.',
    'overrides:',
    '  # - files: ["drafts/**"]',
    '  #   checks:',
    '  #     form: off',
    '',
    '# What stands on risk registers and on what is measured from them.',
    'risk:',
    '  # legend: Privileged and confidential',
    '',
  ].join('\n');
}

function checkLines({ meta }: Check): string[] {
  const { id, title, severity, options = [] } = meta;
  const about = `  # ${title}.`;
  if (options.length === 0) return [about, `  # ${id}: ${severity}`];
  return [
    about,
    `  # ${id}:`,
    `  #   severity: ${severity}`,
    '  #   options:',
    ...options.flatMap((option) => [
      `  #     # ${option.description}`,
      `  #     ${option.name}: ${JSON.stringify(option.default)}`,
    ]),
  ];
}
