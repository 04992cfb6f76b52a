import { isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { RegisterPath } from '../reading/register-path.js';

/** The node at a path, or null. */
export function nodeAt(root: unknown, path: RegisterPath): unknown {
  let node = root;
  for (const step of path) {
    if (isMap(node)) node = keyNamed(node, String(step))?.value ?? null;
    else if (isSeq(node)) node = node.items[Number(step)] ?? null;
    else return null;
  }
  return node;
}

export function keyNamed(map: YAMLMap, name: string): Pair | null {
  const found = map.items.find(({ key }) => isScalar(key) && String(key.source ?? key.value) === name);
  return (found as Pair | undefined) ?? null;
}

/** The column that the keys of a block map stand at. */
export function blockIndent(text: string, map: YAMLMap): number {
  const key: unknown = map.items[0]?.key;
  const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
  return offset - lineStartOf(text, offset);
}

/**
 * Where a new entry of a block map goes: after its last entry and the comments below it that are set in deeper than the
 * keys (a model that is commented out belongs to its risk).
 */
export function afterMap(text: string, map: YAMLMap): number {
  const indent = blockIndent(text, map);
  let at =
    lineEndOf(text, lastContent(text, map)) + lengthOfEnd(text, lineEndOf(text, lastContent(text, map)));
  for (let next = at; next < text.length; ) {
    const end = lineEndOf(text, next);
    const line = text.slice(next, end);
    next = end + lengthOfEnd(text, end);
    if (line.trim() === '') continue;
    if (!line.trimStart().startsWith('#') || line.search(/\S/) <= indent) break;
    at = next;
  }
  return at;
}

/** The last character that is no white space, of the last entry. */
function lastContent(text: string, map: YAMLMap): number {
  const last = map.items.at(-1);
  const [key, value] = [last?.key as unknown, last?.value as unknown];
  const end =
    (isNode(value) ? value.range?.[1] : undefined) ?? (isNode(key) ? key.range?.[1] : undefined) ?? 0;
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

export function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Before the end-of-line characters. */
export function lineEndOf(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return text[feed - 1] === '\r' && feed - 1 >= offset ? feed - 1 : feed;
}

function lengthOfEnd(text: string, end: number): number {
  return text[end] === '\r' ? 2 : text[end] === '\n' ? 1 : 0;
}
