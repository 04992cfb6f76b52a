/**
 * The links of a page's table of contents, read with htmlparser2 alone: where each Item begins by the filer's own word.
 * Nothing of `src/filing` is used here.
 */
import { Parser } from 'htmlparser2';

export interface ContentsLink {
  /** "1A", "7". */
  readonly item: string;
  /** Offset in the source of the element that the link points at. */
  readonly target: number;
}

/** Visible text with the offset in the source of each of its characters. */
export interface VisibleText {
  readonly text: string;
  /** Offset in the source, one a character of `text`. */
  readonly offsets: readonly number[];
}

export interface ContentsLinks {
  readonly links: readonly ContentsLink[];
  readonly visible: VisibleText;
}

interface RowLink {
  readonly item: string;
  readonly href: string;
}

const LINE_ENDERS = new Set(['tr', 'p', 'div', 'li', 'br', 'table', 'h1', 'h2', 'h3', 'h4']);
const UNSEEN = new Set(['ix:header', 'script', 'style', 'title']);
/** Names of pages: a link to one says on which page an Item begins, not where. */
const PAGE = /^p(?:a?ge?)?[-_]?\d+$/i;
const NUMBERED = /^\s*(?:part\s+[iv]+[\s,.:-]*)?items?\s*(\d{1,2}\s?[a-c]?)(?![a-z\d])(.*)$/is;
const BARE = /^\s*(\d{1,2}[a-c]?)\.?\s+[a-z[(]/i;

/**
 * The first link of each Item in rows or lines that begin with the Item's number. Numbers without the word "Item" count
 * where the page links ten of them or more: such a list is the table of contents.
 */
export function readContentsLinks(source: string): ContentsLinks {
  const targets = new Map<string, number>();
  const named: RowLink[] = [];
  const bare: RowLink[] = [];
  const pieces: string[] = [];
  const offsets: number[] = [];
  const open: { readonly name: string; readonly unseen: boolean }[] = [];
  let [unseen, href, inRow] = [0, '', 0];
  let line = '';
  let hrefs: string[] = [];
  const endLine = (): void => {
    const text = line.replace(/[\s\u00a0]+/g, ' ');
    const [first] = hrefs;
    if (first !== undefined && text.length < 400) {
      const [, number, rest = ''] = NUMBERED.exec(text) ?? [];
      const isOne = number !== undefined && !/\bitem\s*\d/i.test(rest);
      if (isOne) named.push({ item: number.replace(/\s/g, '').toUpperCase(), href: first });
      const [, only] = BARE.exec(text) ?? [];
      if (only !== undefined) bare.push({ item: only.toUpperCase(), href: first });
    }
    [line, hrefs] = ['', []];
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const id of [attributes.id, attributes.name])
          if (id !== undefined && !PAGE.test(id) && !targets.has(id)) targets.set(id, parser.startIndex);
        if (name === 'tr') inRow += 1;
        if (LINE_ENDERS.has(name) && (inRow === 0 || name === 'tr')) endLine();
        if (name === 'a' && attributes.href?.startsWith('#')) href = attributes.href.slice(1);
        const isUnseen = UNSEEN.has(name) || /display:\s*none/i.test(attributes.style ?? '');
        if (isUnseen) unseen += 1;
        open.push({ name, unseen: isUnseen });
      },
      onclosetag(name) {
        if (name === 'a') href = '';
        if (name === 'tr') inRow -= 1;
        if (LINE_ENDERS.has(name) && inRow === 0) endLine();
        if (open.pop()?.unseen === true) unseen -= 1;
      },
      ontext(text) {
        if (unseen > 0) return;
        line += `${text}${inRow > 0 ? ' ' : ''}`;
        if (href !== '' && text.trim() !== '') hrefs.push(href);
        const width = parser.endIndex + 1 - parser.startIndex;
        for (let at = 0; at < text.length; at += 1) offsets.push(parser.startIndex + Math.min(at, width - 1));
        pieces.push(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(source);
  const rows = named.length >= 3 ? named : bare.length >= 10 ? bare : [];
  return { links: linksOf(rows, targets), visible: { text: pieces.join(''), offsets } };
}

function linksOf(rows: readonly RowLink[], targets: ReadonlyMap<string, number>): ContentsLink[] {
  const links = new Map<string, ContentsLink>();
  for (const { item, href } of rows) {
    const target = targets.get(href);
    if (target !== undefined && !links.has(item)) links.set(item, { item, target });
  }
  return [...links.values()];
}
