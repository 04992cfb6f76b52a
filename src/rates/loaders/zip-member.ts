import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { InputError } from '../../value/index.js';
import { shown, unusableFile } from './bad-file.js';
import { type LoaderLimits, requireWithin } from './loader-limits.js';

const STORED = 0;
const DEFLATED = 8;
/** Flag bits 0 and 13: encrypted (APPNOTE 6.3.10, section 4.4.4). Bit 6, strong encryption, the library refuses. */
const ENCRYPTED = 0x2001;

/**
 * The bytes of the one member of a zip, ZIP64 or not, whose file name matches. What it declares to unpack to is held
 * against the limits before, and it unpacks to no more than that; length and checksum must be as declared. Rejects with
 * `InputError`: 'bad-rates-file' for a zip that is cut short, encrypted or damaged, or has no such member or two;
 * 'too-large' past a limit.
 */
export async function zipMember(
  bytes: Uint8Array,
  fileName: RegExp,
  wanted: string,
  name: string,
  limits: LoaderLimits,
): Promise<Uint8Array> {
  const zip = await openZip(bytes, name);
  requireWithin(zip.entryCount, limits.zipEntries, 'members', name);
  const entries = await entriesOf(zip, name);
  const found = entries.filter((entry) => fileName.test(entry.fileName.split('/').at(-1) ?? ''));
  const [entry, second] = found;
  if (entry === undefined) {
    if (entries.some((other) => other.fileName === 'xl/workbook.xml')) {
      throw unusableFile(name, 'it is an Excel workbook; save it as CSV');
    }
    const names = entries.slice(0, 5).map((other) => shown(other.fileName));
    throw unusableFile(
      name,
      `the zip holds no ${wanted} (it has ${names.join(', ') || 'nothing'}); unpack it, and load the file of rates`,
    );
  }
  if (second !== undefined) throw unusableFile(name, `the zip holds ${wanted} twice; download it again`);
  requireAcceptable(entry, name, limits);
  return unpack(zip, entry, name);
}

async function openZip(bytes: Uint8Array, name: string): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    throw unusableFile(
      name,
      'the zip was cut short, or something follows its end (its directory is missing); download it again',
      { cause: error },
    );
  }
}

async function entriesOf(zip: ZipFile, name: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw unusableFile(
      name,
      'the zip is damaged or encrypted (its directory cannot be read); download it again, or unpack it first',
      { cause: error },
    );
  }
  return entries;
}

function requireAcceptable(entry: Entry, name: string, limits: LoaderLimits): void {
  const { generalPurposeBitFlag, compressionMethod, compressedSize, uncompressedSize } = entry;
  if ((generalPurposeBitFlag & ENCRYPTED) !== 0)
    throw unusableFile(name, 'the zip is encrypted; unpack it first');
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw unusableFile(
      name,
      `the zip is packed by method ${compressionMethod}, expected deflate; unpack it first`,
    );
  }
  requireWithin(uncompressedSize, limits.bytes, 'unpacked bytes', name);
  if (uncompressedSize > compressedSize * limits.zipRatio + 1000) {
    throw new InputError(
      'too-large',
      `Unexpected zip ${shown(name)}: ${compressedSize} bytes unpack to ${uncompressedSize}, expected at most ${limits.zipRatio} times as many`,
    );
  }
}

/** The library stops where more comes than is declared, and fails where less does; checksums it leaves to us. */
async function unpack(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    throw unusableFile(
      name,
      'what the zip holds is damaged, or of another length than it declares; download it again',
      { cause: error },
    );
  }
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32) {
    throw unusableFile(name, 'what the zip holds is damaged (its checksum differs); download it again');
  }
  return content;
}
