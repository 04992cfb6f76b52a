import type { Limits } from '../../limits.js';
import type { SourceRange } from '../layout.js';
import { readTextLayout } from '../text/text-layout.js';
import { TextBuilder } from '../text-map.js';
import { type DraftBlock, NO_LINES, NO_RANGES } from './draft-block.js';
import type { FlowWriter } from './flow-writer.js';
import { readReference } from './references.js';
import { CLOSE, END, OPEN, Scanner, TEXT } from './scanner.js';
import { shiftedBlock } from './shifted-block.js';

/** Elements that part lines of preformatted text. */
const PARTS_LINES = new Set(['br', 'p', 'div', 'hr', 'page']);

/**
 * Reads a `pre` element, which old reports set whole documents in, as the plain text that it is: columns that line up
 * are tables. Adds its text to a page and answers its blocks. Throws where it has too many parts.
 */
export function readPreformatted(
  source: SourceRange,
  page: TextBuilder,
  writer: FlowWriter,
  limits: Limits,
): DraftBlock[] {
  const builder = new TextBuilder(source.text);
  const scanner = new Scanner(source.text, source.start, source.end);
  for (let kind = scanner.next(); kind !== END; kind = scanner.next()) {
    if (kind === TEXT) addDecoded(builder, source.text, scanner.start, scanner.end);
    else if ((kind === OPEN || kind === CLOSE) && PARTS_LINES.has(scanner.tag?.name ?? ''))
      builder.part('\n');
  }
  const draft = builder.finish();
  const layout = readTextLayout(
    { path: source.path, text: draft.text, start: 0, end: draft.text.length },
    limits,
  );
  if (layout.blocks.length === 0) return [];
  writer.part();
  const offset = page.length;
  page.append(layout.text, layout.map, draft.map);
  return layout.blocks.map((block) => ({
    ...shiftedBlock(block, block.from + offset),
    marks: 0,
    raised: NO_RANGES,
    listed: false,
    head: '',
    symbol: false,
    lines: NO_LINES,
    lineEnds: NO_LINES,
  }));
}

function addDecoded(builder: TextBuilder, source: string, start: number, end: number): void {
  let at = start;
  for (
    let found = source.indexOf('&', at);
    found !== -1 && found < end;
    found = source.indexOf('&', found + 1)
  ) {
    const reference = readReference(source, found, end);
    if (reference === null) continue;
    builder.add(at, found);
    builder.addDecoded(reference.text, found, reference.end);
    at = reference.end;
  }
  builder.add(at, end);
}
