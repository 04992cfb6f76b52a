import type { Limits } from '../../limits.js';
import type { Layout, SourceRange } from '../layout.js';
import { markItems } from './list-blocks.js';
import { markFurniture } from './page-furniture.js';
import { joinOverPages } from './page-joins.js';
import { readPage } from './page-reader.js';

/** The layout of a web page, or of the part of a source that is one. Throws where it has too many parts. */
export function readHtmlLayout(source: SourceRange, limits: Limits): Layout {
  const read = readPage(source, limits);
  const found = markItems(read.blocks, read.text);
  markFurniture(found, read.pageBreaks, read.text);
  const { text, map, blocks } = joinOverPages({ text: read.text, map: read.map, blocks: found });
  return {
    text,
    map,
    blocks: blocks.map(({ kind, from, to, marker, look, table }) => ({
      kind,
      from,
      to,
      marker,
      look,
      table,
    })),
  };
}
