import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { InputError } from '../../../value/index.js';
import { pathText, type RegisterPath } from '../reading/register-path.js';
import { readYaml } from '../reading/yaml-text.js';
import { afterMap, blockIndent, keyNamed, lineEndOf, lineStartOf, nodeAt } from './yaml-places.js';

/** A change of a register's text. Everything else in it stays as it is: comments, order, spacing, quotes. */
export type Edit =
  /** Gives a key of a map another scalar value, or adds the key. */
  | { readonly path: RegisterPath; readonly key: string; readonly set: string | number }
  /** Adds lines of YAML, without the indentation of the map, at the end of a map of entries: `risks`, `inputs`. */
  | { readonly path: RegisterPath; readonly add: readonly string[] };

interface Splice {
  /** Infinity for what goes below everything else. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text with all edits made; a map that is not there is added at the end. Throws `InputError` ('bad-register') where
 * an edit has no place, as in a map written in { } that would need lines.
 */
export function editRegister(text: string, edits: readonly Edit[]): string {
  const yaml = readYaml(text);
  if (!('document' in yaml)) throw new InputError('bad-register', 'Cannot edit a register that is no YAML');
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const splices = edits.map((edit) => spliceOf(text, yaml.document.contents, edit, eol));
  let result = text;
  // From the end on, so that offsets hold; edits at one place keep their order.
  for (const { from, to, text: added } of splices
    .map((splice, index) => ({ ...splice, index }))
    .sort((one, other) => other.from - one.from || other.index - one.index)) {
    result =
      from > result.length
        ? withSection(result, added, eol)
        : result.slice(0, from) + added + result.slice(to);
  }
  const check = readYaml(result);
  if (!('document' in check))
    throw new InputError('bad-register', 'The edit would make the register no YAML');
  return result;
}

function spliceOf(text: string, root: unknown, edit: Edit, eol: string): Splice {
  const node = nodeAt(root, edit.path);
  if ('add' in edit) return addition(text, root, node, edit, eol);
  if (!isMap(node)) throw noPlace(edit.path);
  const pair = keyNamed(node, edit.key);
  return pair === null ? newKey(text, node, edit, eol) : replacement(pair, edit, node.flow === true);
}

function replacement(
  pair: Pair,
  { key, set, path }: Extract<Edit, { set: unknown }>,
  isFlow: boolean,
): Splice {
  const value: unknown = pair.value;
  if (!isScalar(value) || value.range == null) throw noPlace([...path, key]);
  return { from: value.range[0], to: value.range[1], text: scalarText(set, isFlow ? 'flow' : 'block') };
}

function newKey(
  text: string,
  map: YAMLMap,
  { key, set }: Extract<Edit, { set: unknown }>,
  eol: string,
): Splice {
  const entry = `${key}: ${scalarText(set, map.flow === true ? 'flow' : 'block')}`;
  if (map.flow === true) {
    // Before the closing brace, and the space that stands before it.
    let at = (map.range?.[1] ?? 0) - 1;
    while (text[at - 1] === ' ') at--;
    const isEmpty = map.items.length === 0;
    return { from: at, to: at, text: isEmpty ? ` ${entry} ` : `, ${entry}` };
  }
  const indent = ' '.repeat(blockIndent(text, map));
  const at = afterMap(text, map);
  return { from: at, to: at, text: `${leadingEnd(text, at, eol)}${indent}${entry}${eol}` };
}

function addition(
  text: string,
  root: unknown,
  node: unknown,
  { path, add }: Extract<Edit, { add: unknown }>,
  eol: string,
): Splice {
  const lines = (indent: string) =>
    add.map((line) => (line === '' ? eol : `${indent}${line}${eol}`)).join('');
  if (isMap(node) && node.items.length > 0) {
    if (node.flow === true) throw noPlace(path);
    const at = afterMap(text, node);
    return { from: at, to: at, text: leadingEnd(text, at, eol) + lines(' '.repeat(blockIndent(text, node))) };
  }
  const [name = ''] = path;
  if (path.length !== 1 || !isMap(root)) throw noPlace(path);
  const pair = keyNamed(root, String(name));
  if (pair === null) {
    const end = Number.POSITIVE_INFINITY;
    return { from: end, to: end, text: `${name}:${eol}${lines('  ')}` };
  }
  // "inputs:" or "inputs: {}" with nothing in it.
  const key = pair.key as { range?: readonly number[] | null };
  const from = (key.range?.[1] ?? 0) + 1;
  const written = (node as { range?: readonly number[] | null } | null)?.range;
  const to = Math.max(from, isMap(node) ? (written?.[1] ?? from) : from);
  const end = lineEndOf(text, to);
  return { from, to: end, text: `${text.slice(to, end).trimEnd()}${eol}${lines('  ')}` };
}

/** A new section at the end, after an empty line. */
function withSection(text: string, section: string, eol: string): string {
  return `${text}${leadingEnd(text, text.length, eol)}${eol}${section}`;
}

/** A last line without an end gets one before another follows. */
function leadingEnd(text: string, at: number, eol: string): string {
  return at > 0 && lineStartOf(text, at) !== at ? eol : '';
}

const PLAIN = {
  flow: /^[\p{L}\p{N}$¥€£./][\p{L}\p{N} $¥€£%.()’‘“”&+/_-]*$/u,
  block: /^[\p{L}\p{N}$¥€£./][\p{L}\p{N} $¥€£%.()’‘“”'&+/_,;-]*$/u,
};

/** Plain where YAML reads it back as the same text, else in double quotes. In { } a comma would part two entries. */
export function scalarText(value: string | number, where: 'flow' | 'block' = 'flow'): string {
  if (typeof value === 'number') return String(value);
  const isPlain =
    PLAIN[where].test(value) &&
    !/\s$|^(?:true|false|null|yes|no|on|off|~)$/i.test(value) &&
    !/^[-+]?[\d.,]+(?:e[-+]?\d+)?$|^0[xo]/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function noPlace(path: RegisterPath): InputError {
  return new InputError(
    'bad-register',
    `Cannot edit ${pathText(path) || 'the register'}: it must be a map with a line for each entry, not written in { }`,
  );
}
