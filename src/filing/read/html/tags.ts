import { BOLD, GONE, ITALIC, RAISED, UNDERLINED } from './marks.js';

/** What the reader knows of an element by its name. An element that is not listed is transparent. */
export interface Tag {
  readonly name: string;
  readonly id: number;
  /** Begins and ends a block. */
  readonly block: boolean;
  /** A table or a part of one. */
  readonly structural: boolean;
  /** Has no end tag. */
  readonly void: boolean;
  /** Goes on through the blocks that it opens in or closes in, until it is closed itself. */
  readonly formatting: boolean;
  /** What it encloses is neither mark-up nor text that a reader sees. */
  readonly skipped: boolean;
  /** What it gives to the text in it, as in `marks.ts`. */
  readonly marks: number;
  /** Its attributes may tell how it looks. */
  readonly styled: boolean;
}

const STRUCTURAL = 'table tbody tfoot thead tr td th';
const BLOCKS =
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
  'h1 h2 h3 h4 h5 h6 header html legend li main menu nav ol p pre section summary ul';
const VOID = 'area base basefont br col embed frame hr img input link meta param source track wbr';
const FORMATTING = 'a b big code em font i nobr s small strike strong tt u';
const SKIPPED = 'script style title template ix:header textarea select object noframes';
const INLINE = 'span kbd sup sub ins cite var dfn label abbr q del colgroup button svg';
const UNSTYLED = 'html br img meta link col colgroup a wbr';

const MARKS: Readonly<Record<string, number>> = {
  b: BOLD,
  strong: BOLD,
  th: BOLD,
  h1: BOLD,
  h2: BOLD,
  h3: BOLD,
  h4: BOLD,
  h5: BOLD,
  h6: BOLD,
  i: ITALIC,
  em: ITALIC,
  cite: ITALIC,
  var: ITALIC,
  dfn: ITALIC,
  u: UNDERLINED,
  ins: UNDERLINED,
  sup: RAISED,
  svg: GONE,
};

const names = (list: string): string[] => list.split(' ');
const [structural, blocks, voids, formatting, skipped, unstyled] = [
  STRUCTURAL,
  BLOCKS,
  VOID,
  FORMATTING,
  SKIPPED,
  UNSTYLED,
].map((list) => new Set(names(list))) as [
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
];

/** Every element that means something to the reader; `id` is its index. */
export const TAGS: readonly Tag[] = [STRUCTURAL, BLOCKS, VOID, FORMATTING, SKIPPED, INLINE]
  .flatMap(names)
  .map((name, id) => ({
    name,
    id,
    block: structural.has(name) || blocks.has(name) || name === 'hr',
    structural: structural.has(name),
    void: voids.has(name),
    formatting: formatting.has(name),
    skipped: skipped.has(name),
    marks: MARKS[name] ?? 0,
    styled: !unstyled.has(name),
  }));

/** The element of a name that is known to be listed. */
export function tagOf(name: string): Tag {
  const tag = TAGS.find((each) => each.name === name);
  if (tag === undefined) throw new Error(`No such element: ${name}`);
  return tag;
}

const BUCKETS = 1024;
const buckets: (Tag[] | undefined)[] = new Array(BUCKETS).fill(undefined);
for (const tag of TAGS) {
  let hash = 0;
  for (let at = 0; at < tag.name.length; at += 1) hash = mix(hash, tag.name.charCodeAt(at));
  const bucket = buckets[hash & (BUCKETS - 1)];
  if (bucket === undefined) buckets[hash & (BUCKETS - 1)] = [tag];
  else bucket.push(tag);
}

/** One step of the hash of a name; `code` is lower-case. */
export function mix(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The element whose name, in any case, stands at a range of the source and has this hash; null where none is listed. */
export function findTag(hash: number, source: string, start: number, end: number): Tag | null {
  const bucket = buckets[hash & (BUCKETS - 1)];
  if (bucket === undefined) return null;
  for (const tag of bucket) if (isNamed(tag.name, source, start, end)) return tag;
  return null;
}

function isNamed(name: string, source: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at += 1) {
    const code = source.charCodeAt(start + at);
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== name.charCodeAt(at)) return false;
  }
  return true;
}
