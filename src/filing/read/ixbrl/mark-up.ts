const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER_THAN = 62;
/** A tag as short as that has no attribute. */
const SHORTEST_WITH_VALUE = 4;

/** The offset of the ">" that ends a tag; one in a quoted value does not. The end of the source where there is none. */
export function tagEnd(source: string, from: number): number {
  const end = source.indexOf('>', from);
  if (end < 0) return source.length;
  if (end - from < SHORTEST_WITH_VALUE) return end;
  const before = source.charCodeAt(end - (source.charCodeAt(end - 1) === SLASH ? 2 : 1));
  // Mostly the value's closing quote stands before it: only a value like "->" that opens with it would deceive.
  return before === DOUBLE_QUOTE && source.charCodeAt(end - 2) !== EQUALS ? end : exactTagEnd(source, from);
}

function exactTagEnd(source: string, from: number): number {
  let quote = 0;
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER_THAN) return at;
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
  }
  return source.length;
}

/** Behind a comment, CDATA section or declaration that begins at `at`; one without an end reaches to the end. */
export function afterDeclaration(source: string, at: number): number {
  const [opening, closing] = source.startsWith('<!--', at)
    ? ['<!--', '-->']
    : source.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : ['<!', '>'];
  const end = source.indexOf(closing, at + opening.length);
  return end < 0 ? source.length : end + closing.length;
}
