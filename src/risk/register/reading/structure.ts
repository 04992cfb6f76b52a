import { z } from 'zod';
import { type RegisterContent, registerSchema } from '../schema/register-schema.js';
import { meant } from './meant.js';
import { type Draft, error } from './problem.js';
import type { RegisterPath } from './register-path.js';

type Issue = z.core.$ZodIssue;

/** The register as the schema sees it, or what is wrong with its structure. */
export function structureOf(value: unknown): RegisterContent | readonly Draft[] {
  const keys = new Map<unknown, readonly string[]>();
  const result = registerSchema.safeParse(value, {
    reportInput: true,
    error: (issue) => {
      // The final issue names the unknown keys, but not those that the schema knows.
      if (issue.code === 'unrecognized_keys') keys.set(issue.keys, keysOf(issue.inst));
      return undefined;
    },
  });
  if (result.success) return result.data;
  const drafts = result.error.issues.flatMap((issue) => draftsOf(issue, [], keys));
  return drafts.filter((draft) => !isMissingMisspelt(draft, drafts));
}

/** "categroy" is both an unknown key and the reason that "category" is missing: once is enough. */
function isMissingMisspelt({ code, path, message }: Draft, drafts: readonly Draft[]): boolean {
  const name = code === 'missing' ? /^missing "([^"]+)"/.exec(message)?.[1] : undefined;
  if (name === undefined) return false;
  return drafts.some(
    (other) =>
      other.code === 'unknown-key' &&
      other.path.length === path.length + 1 &&
      path.every((step, index) => other.path[index] === step) &&
      other.message.endsWith(`did you mean "${name}"?`),
  );
}

function keysOf(schema: unknown): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function draftsOf(issue: Issue, above: RegisterPath, keys: ReadonlyMap<unknown, readonly string[]>): Draft[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, keys.get(issue.keys) ?? []));
    case 'invalid_union':
      return unionDrafts(issue, path, keys);
    case 'invalid_key':
      return [
        error(
          'id',
          path,
          `unexpected ${shown(path.at(-1))}, ${issue.issues[0]?.message ?? 'expected a word'}`,
          'key',
        ),
      ];
    case 'invalid_value':
      if (issue.input === undefined && path.length > 0) {
        const name = String(path.at(-1));
        return [error('missing', path.slice(0, -1), `missing "${name}"${valueRemedy(issue)}`, 'key')];
      }
      return [error('value', path, `${unexpected(issue.input)}${valueRemedy(issue)}`)];
    case 'invalid_type':
      return [typeDraft(issue.expected, issue.input, path, issue.message)];
    case 'too_small':
    case 'too_big':
      return [error('size', path, sizeText(issue))];
    default:
      return [error('value', path, `${unexpected(issue.input)}, ${issue.message}`)];
  }
}

function unknownKey(key: string, path: RegisterPath, known: readonly string[]): Draft {
  // { amount: JPY 6,400 million } reads as { amount: "JPY 6", "400 million": null }.
  const remedy = /^\d{3}\b/.test(key)
    ? ': inside { } a comma parts two entries; put an amount with commas in quotes'
    : meant(key, known, 'nothing is expected here');
  return error('unknown-key', [...path, key], `unexpected key ${shown(key)}${remedy}`, 'key');
}

/** The branch that the value was meant for: by its discriminator, else by whether it is a map, a list or a text. */
function unionDrafts(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: RegisterPath,
  keys: ReadonlyMap<unknown, readonly string[]>,
): Draft[] {
  const { input } = issue;
  if (issue.discriminator !== undefined) {
    const options = ((issue as { options?: readonly unknown[] }).options ?? []).map(String);
    const parent = path.slice(0, -1);
    if (typeof input !== 'object' || input === null) {
      return [error('type', parent, `${unexpected(input)}, expected keys such as "${issue.discriminator}"`)];
    }
    const written = (input as Record<string, unknown>)[issue.discriminator];
    if (written === undefined || written === null) {
      return [
        error(
          'missing',
          parent,
          `missing "${issue.discriminator}", expected one of ${options.join(', ')}`,
          'key',
        ),
      ];
    }
    return [error('value', path, `unexpected ${shown(written)}${meant(String(written), options, '')}`)];
  }
  const meantFor = issue.errors.filter((branch) => !branch.some(isOfAnotherType));
  const [only, other] = meantFor;
  if (only !== undefined && other === undefined) return only.flatMap((each) => draftsOf(each, path, keys));
  const close = meantFor.filter((branch) => !branch.some(({ code }) => code === 'unrecognized_keys'));
  const [closest, rival] = close;
  if (closest !== undefined && rival === undefined)
    return closest.flatMap((each) => draftsOf(each, path, keys));
  return [error('type', path, `${unexpected(input)}, ${issue.message}`)];
}

/** At the root of the branch: it expects a text and there is a map, or the other way round. */
function isOfAnotherType(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_union');
}

function typeDraft(expected: string, input: unknown, path: RegisterPath, message: string): Draft {
  const name = path.at(-1);
  if (input === undefined) {
    return error(
      'missing',
      path.slice(0, -1),
      `missing "${String(name)}"${missingRemedy(String(name))}`,
      'key',
    );
  }
  if (input === null && typeof name === 'string') {
    return error('missing', path, `"${name}" without a value${missingRemedy(name)}`, 'key');
  }
  const due = TYPES[expected] ?? (message.startsWith('expected') ? message.slice(9) : expected);
  return error('type', path, `${unexpected(input)}, expected ${due}`);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'keys and values',
  record: 'keys and values',
  array: 'a list: […]',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  tuple: 'a list of two: [ , ]',
};

/** What to write, for keys whose absence is common. */
function missingRemedy(name: string): string {
  const remedies: Readonly<Record<string, string>> = {
    owner: ': name who answers for the risk, or write "owner: open"',
    review: ': name the day of the next review, or write "review: open"',
    category: ': name one of the categories, or write "category: unsorted"',
    currency: ': name the currency of the accounts, "currency: JPY"',
    'as-of': ': name the day of the balance sheet, "as-of: 2026-03-31"',
    register: ': write "register: 1", the version of the format',
  };
  return remedies[name] ?? '';
}

function valueRemedy(issue: Extract<Issue, { code: 'invalid_value' }>): string {
  const options = issue.values.map(String);
  if (options.length === 1)
    return `, ${issue.message.startsWith('expected') ? issue.message : `expected ${options[0]}`}`;
  return meant(String(issue.input), options, '');
}

function sizeText(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const [word, bound] = issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
  if (issue.origin === 'array') return `unexpected number of entries, expected ${word} ${bound}`;
  if (issue.origin === 'string') return `unexpected length of the text, expected ${word} ${bound} characters`;
  return `${unexpected(issue.input)}, expected ${word} ${bound}`;
}

function unexpected(input: unknown): string {
  if (Array.isArray(input)) return 'unexpected list';
  if (typeof input === 'object' && input !== null) return 'unexpected keys and values';
  if (input === null || input === undefined) return 'unexpected empty value';
  return `unexpected ${shown(input)}`;
}

function shown(value: unknown): string {
  const text = String(value);
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
