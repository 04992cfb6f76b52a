import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { RegisterPath } from './register-path.js';

/** The longest register that is read, in characters. */
export const MOST_CHARACTERS = 4 * 1024 * 1024;
const DEEPEST = 60;
const MOST_FAULTS = 20;
const WIDEST_INDENT = 240;
/** Of "- - - ", lists in lists on one line. */
const LONGEST_DASHES = 40;

/** A YAML text as plain values, with the place of each. Nothing is expanded: no aliases, no merge keys, no tags. */
export interface YamlText {
  readonly value: unknown;
  readonly document: Document.Parsed;
  /** Line and column, from 1, of a path's key or value, or of the nearest that there is above it. */
  placeOf(path: RegisterPath, at?: 'key' | 'value'): Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What cannot be read as plain YAML. */
export interface YamlFault extends Place {
  readonly message: string;
}

/** Reads bounded, plain YAML, or says every place where it is none. */
export function readYaml(text: string): YamlText | readonly YamlFault[] {
  const tooMuch = beyondBounds(text);
  if (tooMuch !== null) return [tooMuch];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = document.errors.map(({ pos, message }) => ({
    ...at(pos[0]),
    message: `unexpected text that is no YAML: ${message}`,
  }));
  if (faults.length > 0) return firstOfEachLine(faults);
  faults.push(...unreadableNodes(document).map(({ offset, message }) => ({ ...at(offset), message })));
  if (faults.length > 0) return faults.slice(0, MOST_FAULTS);
  return {
    value: document.contents === null ? null : plain(document.contents),
    document,
    placeOf: (path, which = 'value') => at(offsetOf(document, path, which)),
  };
}

/** After a fault the parser is lost: what it says of the same line, and much later, is no help. */
function firstOfEachLine(faults: readonly YamlFault[]): YamlFault[] {
  return faults.filter(({ line }, index) => index === 0 || line !== faults[index - 1]?.line).slice(0, 3);
}

/** The parser is recursive, so that depth is held before it starts: linear, on the characters alone. */
function beyondBounds(text: string): YamlFault | null {
  if (text.length > MOST_CHARACTERS) {
    const millions = Math.ceil(text.length / 1e6);
    return {
      line: 1,
      column: 1,
      message: `unexpected ${millions} million characters, expected at most 4 million: split the register`,
    };
  }
  let depth = 0;
  for (const [index, row] of text.split('\n').entries()) {
    const indent = row.search(/[^ ]/);
    const dashes = /^(?:[-?:]\s+){0,60}/.exec(row.trimStart())?.[0].length ?? 0;
    if (indent > WIDEST_INDENT || dashes > LONGEST_DASHES) return tooDeep(index + 1);
    for (const { 0: sign, index: at } of row.matchAll(/[[\]{}]/g)) {
      depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
      if (depth > DEEPEST) return tooDeep(index + 1, at + 1);
    }
  }
  return null;
}

function tooDeep(line: number, column = 1): YamlFault {
  return { line, column, message: `unexpected nesting, expected at most ${DEEPEST} levels` };
}

function unreadableNodes(document: Document.Parsed): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  const add = (node: Node, message: string) => found.push({ offset: node.range?.[0] ?? 0, message });
  visit(document, {
    Alias: (_, node) =>
      add(
        node,
        `unexpected alias "*${node.source}": write the value out, or make it an input and name it with "$"`,
      ),
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) {
        add(node, `unexpected anchor "&${node.anchor}": registers have none; make the value an input`);
      }
      if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
        add(node, `unexpected tag "${node.tag.slice(0, 40)}": registers have none`);
      }
    },
    Map: (_, map) => {
      // The parser's own check compares every key with every other.
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = keyText(key);
        if (seen.has(name) && isNode(key))
          add(key, `unexpected second "${name.slice(0, 60)}": a key stands once in its map`);
        seen.add(name);
      }
    },
    Pair: (_, pair) => {
      if (isScalar(pair.key) && pair.key.value === '__proto__') add(pair.key, 'unexpected key "__proto__"');
      else if (isNode(pair.key) && !isScalar(pair.key)) {
        add(pair.key, 'unexpected list or map as a key, expected a word');
      }
    },
  });
  return found;
}

/** Depth is bounded by `beyondBounds`. */
function plain(node: unknown): unknown {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), plain(value)]));
  }
  if (isSeq(node)) return node.items.map(plain);
  if (!isScalar(node)) return null;
  const { value } = node;
  return typeof value === 'bigint' ? (node.source ?? String(value)) : value;
}

/** As written: "5%", "1 hour", "20". */
function keyText(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : '';
}

function offsetOf(document: Document.Parsed, path: RegisterPath, which: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const [key, value] = stepInto(node, step);
    const isValue = which === 'value' && depth === path.length - 1 && !isMap(value);
    const [first, second] = isValue ? [value, key] : [key, value];
    const start = startOf(first) ?? startOf(second);
    if (start === null) break;
    offset = start;
    node = value;
  }
  return offset;
}

/** The key and value of a step; an entry of a list has no key. */
function stepInto(node: unknown, step: string | number): [key: unknown, value: unknown] {
  if (isSeq(node)) return [null, node.items[Number(step)]];
  if (!isMap(node)) return [null, null];
  const pair = pairsOf(node).get(String(step));
  return [pair?.key, pair?.value];
}

/** Many problems of one long map are looked up in it. */
const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  let pairs = PAIRS.get(map);
  if (pairs === undefined) {
    pairs = new Map(map.items.map((pair) => [keyText(pair.key), pair]));
    PAIRS.set(map, pairs);
  }
  return pairs;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
