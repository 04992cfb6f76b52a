import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { InputError } from '../../value/index.js';
import type { Encoding, Source } from '../filing.js';
import { bounded, type Limits } from '../limits.js';
import { SourceLines } from '../source-lines.js';
import { gunzipped, isGzip } from './decompress.js';

/** First bytes of formats that are not text, with what to do about each. */
const BINARY_SIGNATURES: readonly (readonly [signature: string, name: string, remedy: string])[] = [
  ['25504446', 'a PDF', 'give the report as HTML, or save its text as a .txt file'],
  ['89504e47', 'a PNG picture', 'give the report as HTML or text'],
  ['ffd8ff', 'a JPEG picture', 'give the report as HTML or text'],
  ['47494638', 'a GIF picture', 'give the report as HTML or text'],
  [
    '504b0304',
    'a zip archive (or a Word or Excel file)',
    'take the report out of it, or save it as HTML or text',
  ],
  ['1f8b', 'gzip-compressed twice', 'decompress it once (gunzip)'],
  ['425a68', 'bzip2-compressed', 'decompress it first (bunzip2)'],
  ['fd377a58', 'xz-compressed', 'decompress it first (unxz)'],
  ['28b52ffd', 'Zstandard-compressed', 'decompress it first (unzstd)'],
  ['d0cf11e0', 'an old Word or Excel file', 'save it as HTML or text'],
];

/** Windows-1252 from 0x80 to 0x9f; the five codes without a character stay as they are. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes a report: UTF-8 (with or without a byte-order mark), UTF-16 with a mark, else Windows-1252; all of these may
 * be gzip-compressed. What the bytes are outweighs what a page says of itself: bytes that are valid UTF-8 are UTF-8.
 * The hash is of the bytes as given, compressed ones too, so that it is the hash of the file.
 * Throws `InputError` naming the file, the place and the remedy where the bytes are no text.
 */
export function decodeSource(
  input: string | Uint8Array,
  path: string,
  limits: Pick<Limits, 'maxBytes'>,
): Source {
  const given = typeof input === 'string' ? Buffer.from(input, 'utf8') : input;
  bounded(path, given.length, limits);
  const bytes = typeof input !== 'string' && isGzip(given) ? gunzipped(path, given, limits) : given;
  if (bytes.length === 0) throw unreadable(path, 'is empty', 'give a report as HTML or text');
  refuseBinary(path, bytes);
  const { text, encoding } =
    typeof input === 'string'
      ? { text: withoutMark(input), encoding: 'utf-8' as const }
      : decodeBytes(path, bytes);
  if (!/\S/.test(text))
    throw unreadable(path, 'holds no text, only white space', 'give a report as HTML or text');
  refuseNul(path, text);
  return { path, text, encoding, sha256: createHash('sha256').update(given).digest('hex') };
}

function refuseBinary(path: string, bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  for (const [signature, name, remedy] of BINARY_SIGNATURES) {
    if (head.startsWith(signature)) throw unreadable(path, `is ${name}, not HTML or text`, remedy);
  }
}

function decodeBytes(path: string, bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decodeAs('utf-16le', bytes), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { text: decodeAs('utf-16be', bytes), encoding: 'utf-16be' };
  // A text of ASCII alone becomes a string of one byte a character this way, several times sooner.
  if (isAscii(bytes)) return { text: latin1(bytes), encoding: 'utf-8' };
  if (isUtf8(bytes)) return { text: decodeAs('utf-8', bytes), encoding: 'utf-8' };
  refuseMixture(path, bytes);
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
}

/** By our own table: Node 20's decoder takes Windows-1252 for Latin-1 and turns curly quotes into control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/g, (sign) =>
    WINDOWS_1252_HIGH.charAt(sign.charCodeAt(0) - 0x80),
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
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
    `has a NUL character on line ${new SourceLines(text).at(at).line}, so it is no text`,
    'save it as UTF-8 text or HTML',
  );
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function unreadable(path: string, what: string, remedy: string): InputError {
  return new InputError('unreadable', `${path} ${what}: ${remedy}`);
}
