import { InputError } from '../../value/index.js';
import type { Format, Source, SubmittedDocument } from '../filing.js';
import type { Limits } from '../limits.js';
import { readHtmlLayout } from './html/html-layout.js';
import type { Layout, SourceRange } from './layout.js';
import { isMarkdown } from './markdown/is-markdown.js';
import { readMarkdownLayout } from './markdown/markdown-layout.js';
import { readSubmission } from './sgml/submission.js';
import { readTextLayout } from './text/text-layout.js';

/** How far into a document we look for the mark-up of a web page. */
const HTML_WINDOW = 65_536;

/** What was read, with what the submission that it was taken from says beside it. */
export interface LayoutReading {
  readonly layout: Layout;
  readonly format: Format;
  /** Documents of the submission; empty where the source is a single document. */
  readonly documents: readonly SubmittedDocument[];
  /** The submission's own header ("CONFORMED PERIOD OF REPORT: …"), which is no part of the layout; or null. */
  readonly header: string | null;
}

/**
 * Reads a source by its format: HTML, with or without inline XBRL, Markdown or plain text; of an EDGAR submission the
 * main document. Throws `InputError` where that has nothing to read or too many parts.
 */
export function readLayout(source: Source, limits: Limits): LayoutReading {
  const { text, path } = source;
  const submission = readSubmission(text);
  const main = submission?.documents.find((document) => document.main);
  const { start, end } = main ?? { start: 0, end: text.length };
  const range: Source & SourceRange = { ...source, start, end };
  const beginning = text.slice(start, Math.min(end, start + HTML_WINDOW));
  if (!/\S/.test(beginning.length < end - start ? text.slice(start, end) : beginning)) {
    throw new InputError(
      'unreadable',
      `${path} is a submission whose main document holds no text: give the report itself`,
    );
  }
  const format = formatOf(beginning, source, start, end);
  const layout = readAs(format, range, limits);
  return { layout, format, documents: submission?.documents ?? [], header: submission?.header ?? null };
}

/** A page says what it is, or has the elements that no other format borrows: Markdown has `div`, EDGAR text `<TABLE>`. */
function formatOf(beginning: string, { text }: Source, start: number, end: number): Format {
  if (/<(?:!doctype\s+html|html|ix:header|body)[\s>]|<(?:p|td|font|tr)(?:\s[^<>]{0,500})?>/i.test(beginning))
    return 'html';
  if (isMarkdown(text, start, end)) return 'markdown';
  return /<(?:div|span)(?:\s[^<>]{0,500})?>/i.test(beginning) ? 'html' : 'text';
}

function readAs(format: Format, range: Source & SourceRange, limits: Limits): Layout {
  if (format === 'html') return readHtmlLayout(range, limits);
  return format === 'markdown' ? readMarkdownLayout(range, limits) : readTextLayout(range, limits);
}
