import { type Filing, SourceLines } from '../../filing/index.js';
import { displayWidth } from '../../value/display-width.js';
import { visibleLine } from '../visible-line.js';
import { expandTabs, printable } from './layout.js';

/** One line of the source around a range, and where the range stands in it, in columns of the terminal. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  readonly from: number;
  readonly width: number;
}

/** The excerpt of a filing around a range of its source: of mark-up, of what a person sees there. */
export function filingExcerpt(
  filing: Filing,
  lines: SourceLines,
  start: number,
  end: number,
  width: number,
): Excerpt {
  const seen = filing.format === 'html' ? visibleLine(filing, start, end) : null;
  if (seen === null) return excerptOf(filing.source.text, lines, start, end, width);
  // One line, whatever lines it is printed on; every character keeps its place.
  const text = seen.text.replace(/\s/g, ' ');
  return { ...excerptOf(text, new SourceLines(''), seen.from, seen.to, width), line: lines.at(start).line };
}

/**
 * The line of the source that holds `start`, cut around the range to `width` columns, with an ellipsis where text is
 * left out. Reads only the neighbourhood of the range, so that a document of one long line costs nothing.
 */
export function excerptOf(
  source: string,
  lines: SourceLines,
  start: number,
  end: number,
  width: number,
): Excerpt {
  const { line } = lines.at(start);
  const lineStart = lines.starts[line - 1] ?? 0;
  const lineEnd = (lines.starts[line] ?? source.length + 1) - 1;
  const stop = Math.min(end, Math.max(start, lineEnd), start + Math.max(1, width - 2));
  const room = Math.max(0, width - (stop - start));
  const before = neighbourhood(source.slice(Math.max(lineStart, start - 4 * width), start).trimStart());
  const marked = expandTabs(printable(source.slice(start, stop)), displayWidth(before));
  const after = expandTabs(
    printable(source.slice(stop, Math.min(lineEnd, stop + 4 * width))).trimEnd(),
    displayWidth(before + marked),
  );
  const whole = displayWidth(before + marked + after) <= width && start - lineStart <= 4 * width;
  if (whole)
    return { line, text: before + marked + after, from: displayWidth(before), width: displayWidth(marked) };
  const right = keepStart(after, Math.max(Math.floor(room / 2), room - displayWidth(before)));
  const left = keepEnd(before, Math.max(0, width - displayWidth(marked + right)));
  return { line, text: left + marked + right, from: displayWidth(left), width: displayWidth(marked) };
}

function neighbourhood(text: string): string {
  return expandTabs(printable(text));
}

/** The start of a text in at most `width` columns, cut at a space where one is near. */
function keepStart(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const kept = takeColumns([...text], width - 1).join('');
  const space = kept.lastIndexOf(' ');
  return `${space > kept.length - 15 && space > 0 ? kept.slice(0, space) : kept}…`;
}

/** The end of a text in at most `width` columns, cut at a space where one is near. */
function keepEnd(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const kept = takeColumns([...text].reverse(), width - 1)
    .reverse()
    .join('');
  const space = kept.indexOf(' ');
  return `…${space >= 0 && space < 15 ? kept.slice(space + 1) : kept}`;
}

function takeColumns(signs: readonly string[], width: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const sign of signs) {
    used += displayWidth(sign);
    if (used > width) break;
    taken.push(sign);
  }
  return taken;
}
