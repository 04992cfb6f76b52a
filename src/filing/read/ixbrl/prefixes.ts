const NAMESPACE = '/inlineXBRL';
/** A declaration that ends with the namespace: inline XBRL 1.0 (2008) and 1.1 (2013). */
const DECLARATION = /xmlns:([^\s"'=<>]{1,40})\s*=\s*["']http:\/\/www\.xbrl\.org\/20\d\d\/inlineXBRL["']$/;
const LONGEST_DECLARATION = 120;
const MOST = 8;
/** Declarations stand on the page's first element; nobody has put them behind so much text. */
const FAR = 50_000;

/** The prefixes of inline XBRL's tags, with their colons; "ix:" among them, for pages that do not declare it. */
export function tagPrefixes(source: string): string[] {
  const prefixes = new Set(['ix:']);
  const head = source.slice(0, FAR);
  let at = head.indexOf(NAMESPACE);
  while (at >= 0 && prefixes.size < MOST) {
    const end = at + NAMESPACE.length;
    const prefix = DECLARATION.exec(head.slice(Math.max(0, end - LONGEST_DECLARATION), end + 1))?.[1];
    if (prefix !== undefined) prefixes.add(`${prefix}:`);
    at = head.indexOf(NAMESPACE, end);
  }
  return [...prefixes];
}
