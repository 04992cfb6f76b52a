import { createHash } from 'node:crypto';
import { InputError } from '../../value/index.js';
import type { Encoding, Source } from '../filing.js';
import { bounded, type Limits } from '../limits.js';
import { SourceLines } from '../source-lines.js';

/** First bytes of formats that are not text, with what to do about each. */
const BINARY_SIGNATURES: readonly (readonly [signature: string, name: string, remedy: string])[] = [
  ['25504446', 'a PDF', 'save its text as a .txt file first'],
  ['89504e47', 'a PNG picture', 'give the report as text'],
  ['ffd8ff', 'a JPEG picture', 'give the report as text'],
  ['47494638', 'a GIF picture', 'give the report as text'],
  ['504b0304', 'a zip archive (or a Word or Excel file)', 'save its text as a .txt file first'],
  ['1f8b', 'gzip-compressed', 'decompress it first (gunzip)'],
  ['d0cf11e0', 'an old Word or Excel file', 'save its text as a .txt file first'],
];

/** Windows-1252 from 0x80 to 0x9f; the five codes without a character stay as they are. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** How far into a file we look for the mark-up of a web page. */
const HTML_WINDOW = 65_536;

/**
 * Decodes a report: UTF-8 (with or without a byte-order mark), UTF-16 with a mark, else Windows-1252.
 * Throws `InputError` naming the file, the place and the remedy where the bytes are not plain text.
 */
export function decodeSource(
  input: string | Uint8Array,
  path: string,
  limits: Pick<Limits, 'maxBytes'>,
): Source {
  const bytes = typeof input === 'string' ? Buffer.from(input, 'utf8') : input;
  bounded(path, bytes.length, limits);
  if (bytes.length === 0) throw unreadable(path, 'is empty', 'give a report as plain text');
  refuseBinary(path, bytes);
  const { text, encoding } =
    typeof input === 'string'
      ? { text: withoutMark(input), encoding: 'utf-8' as const }
      : decodeBytes(path, bytes);
  if (text.trim() === '')
    throw unreadable(path, 'holds no text, only white space', 'give a report as plain text');
  refuseNul(path, text);
  refuseHtml(path, text);
  return { path, text, encoding, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function refuseBinary(path: string, bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  for (const [signature, name, remedy] of BINARY_SIGNATURES) {
    if (head.startsWith(signature)) throw unreadable(path, `is ${name}, not plain text`, remedy);
  }
}

function decodeBytes(path: string, bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decodeAs('utf-16le', bytes), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { text: decodeAs('utf-16be', bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    refuseMixture(path, bytes);
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/** By our own table: Node 20's decoder takes Windows-1252 for Latin-1 and turns curly quotes into control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252_HIGH.charAt(sign.charCodeAt(0) - 0x80));
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A file that is UTF-8 in one place and not in another would be misread either way: a damaged yen sign is no amount. */
function refuseMixture(path: string, bytes: Uint8Array): void {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (!/[\u0080-\ufffc]/.test(lenient)) return;
  const line = new SourceLines(lenient).at(lenient.indexOf('\ufffd')).line;
  throw unreadable(
    path,
    `is UTF-8 but for damaged bytes, the first on line ${line}`,
    'save it again as UTF-8',
  );
}

function refuseNul(path: string, text: string): void {
  const at = text.indexOf('\u0000');
  if (at < 0) return;
  throw unreadable(
    path,
    `has a NUL character on line ${new SourceLines(text).at(at).line}, so it is not plain text`,
    'save it as UTF-8 text',
  );
}

function refuseHtml(path: string, text: string): void {
  if (/<(?:!doctype\s+html|html|ix:header)[\s>]/i.test(text.slice(0, HTML_WINDOW))) {
    throw unreadable(
      path,
      'is a web page (HTML), which this version does not read',
      'save its text as a .txt file first',
    );
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function unreadable(path: string, what: string, remedy: string): InputError {
  return new InputError('unreadable', `${path} ${what}: ${remedy}`);
}
