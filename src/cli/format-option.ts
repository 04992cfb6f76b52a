import { Option } from 'commander';

/** The forms of what most commands about rates say. */
export const TERMINAL_OR_JSON = ['terminal', 'json'] as const;

/** The option `--format`; the first of the forms is the default. */
export function formatOption(about: string, forms: readonly [string, ...string[]]): Option {
  return new Option('-f, --format <format>', about).choices(forms).default(forms[0]);
}

/** A record as the JSON form of a command prints it. */
export function jsonText(record: unknown): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
