import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from 'node:zlib';
import { type CurrencyCode, type Day, formatDay, InputError, parseDay } from '../value/index.js';
import { type DailyRates, decodeDailyRates, encodeDailyRates } from './daily-rates.js';
import { readRatesHeader } from './rates-file-header.js';
import type { SeriesHistory } from './store/series-history.js';

/**
 * A file of daily rates:
 *
 *     "TMRATES" 0x01                    magic and version
 *     uint32 LE, uint32 LE              length and CRC-32 of the header
 *     JSON, UTF-8                       the header
 *     Brotli, one stream a currency     see daily-rates.ts
 *
 * A currency is found by its offset and decoded alone. Every byte is under the magic, a length or a checksum.
 */
const MAGIC = Buffer.from('TMRATES\x01', 'latin1');
const NAME_LENGTH = MAGIC.length - 1;
const PREAMBLE = MAGIC.length + 8;
/** What a rate, and a day without one, take at most before compression. */
const MAX_BYTES_A_NUMBER = 10;

/** What is said of all rates of a file. */
export interface RatesFileOrigin {
  /** Short name: `H.10`. */
  readonly source: string;
  /** For a footnote: what the rates are and who publishes them. */
  readonly description: string;
  /** The last day that any of its series holds, ISO 8601. */
  readonly asOf: string;
  /** Of a user's file: `id` and `asOf` of the package's file that it was merged with. */
  readonly mergedWith?: { readonly id: string; readonly asOf: string };
}

/** One currency against the U.S. dollar, as the source publishes it. */
export interface RatesFileSeries {
  readonly code: CurrencyCode;
  readonly name: string;
  /** Series code of the H.10 release, `RXI_N.B.JA`. */
  readonly h10: string;
  /** Series code of FRED, `DEXJPUS`; empty where FRED has none. */
  readonly fred: string;
  /** Native direction: units of the currency per U.S. dollar, or U.S. dollars per unit. */
  readonly quoted: 'per_usd' | 'usd_per_unit';
  readonly decimals: number;
}

/** Its place in the file and its extent, days in ISO 8601. */
export interface RatesFileEntry extends RatesFileSeries {
  readonly first: string;
  readonly last: string;
  readonly count: number;
  /** In bytes, from the end of the header. */
  readonly offset: number;
  readonly length: number;
  readonly crc32: number;
  /** Of a user's file: where the rates came from, and which were revised. */
  readonly history?: SeriesHistory;
}

/** What the JSON of a file holds. */
export interface RatesFileHeader extends RatesFileOrigin {
  readonly series: readonly RatesFileEntry[];
}

/** An opened file: its header is read and checked, no rate is decoded yet. */
export interface RatesFile extends RatesFileOrigin {
  /** The checksum of the header, which holds those of all series: another content has another. */
  readonly id: string;
  readonly entries: readonly RatesFileEntry[];
  /** Decodes one currency. Throws `InputError` for one that the file has not, or whose bytes are damaged. */
  rates(code: CurrencyCode): DailyRates;
  /** The same as it stands in the file, to be put into another. Throws `InputError` likewise. */
  packed(code: CurrencyCode): Uint8Array;
}

/** Packs series into a file; the same input gives the same bytes on one version of Brotli. */
export function encodeRatesFile(
  origin: RatesFileOrigin,
  series: readonly {
    readonly series: RatesFileSeries;
    readonly rates: DailyRates;
    readonly history?: SeriesHistory;
    /** Those rates as they stand in another file: to pack them takes most of the time. */
    readonly packed?: Uint8Array | undefined;
  }[],
): Uint8Array {
  const streams: Uint8Array[] = [];
  const entries: RatesFileEntry[] = [];
  let offset = 0;
  for (const { series: about, rates, history, packed } of series) {
    const stream = packed ?? compress(encodeDailyRates(rates));
    const place = { offset, length: stream.length, crc32: crc32(stream) };
    entries.push({ ...about, ...extentOf(rates), ...place, ...(history === undefined ? {} : { history }) });
    streams.push(stream);
    offset += stream.length;
  }
  const header = Buffer.from(JSON.stringify({ ...origin, series: entries } satisfies RatesFileHeader));
  const preamble = Buffer.alloc(PREAMBLE);
  MAGIC.copy(preamble);
  preamble.writeUInt32LE(header.length, MAGIC.length);
  preamble.writeUInt32LE(crc32(header), MAGIC.length + 4);
  return Buffer.concat([preamble, header, ...streams]);
}

/** Reads and checks the header. Throws `InputError` ('bad-rates-file') for anything but a whole file. */
export function openRatesFile(bytes: Uint8Array): RatesFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requireMagic(file);
  const bodyStart = PREAMBLE + file.readUInt32LE(MAGIC.length);
  const headerBytes = file.subarray(PREAMBLE, bodyStart);
  const checksum = file.readUInt32LE(MAGIC.length + 4);
  if (crc32(headerBytes) !== checksum) throw damaged('its header has changed');
  const { series, ...origin } = readRatesHeader(headerBytes.toString());
  const body = file.subarray(bodyStart);
  const bodyLength = series.reduce((sum, entry) => sum + entry.length, 0);
  if (body.length !== bodyLength) {
    throw damaged(`it holds ${body.length} bytes of rates, expected ${bodyLength}`);
  }
  const id = checksum.toString(16).padStart(8, '0');
  return {
    ...origin,
    id,
    entries: series,
    rates: (code) => decodeEntry(body, series, code),
    packed: (code) => packedEntry(body, series, code).stream,
  };
}

function requireMagic(file: Buffer): void {
  if (file.length >= PREAMBLE && file.subarray(0, MAGIC.length).equals(MAGIC)) return;
  const isOurs =
    file.length >= PREAMBLE && file.subarray(0, NAME_LENGTH).equals(MAGIC.subarray(0, NAME_LENGTH));
  if (isOurs && (file[NAME_LENGTH] ?? 0) > 1) {
    throw damaged(`it is of version ${file[NAME_LENGTH]}, written by a newer Tickmark`);
  }
  throw damaged('it does not start as a file of rates of version 1');
}

function packedEntry(body: Buffer, series: readonly RatesFileEntry[], code: CurrencyCode) {
  const entry = series.find((candidate) => candidate.code === code);
  if (entry === undefined) throw new InputError('unknown-currency', `No rates for ${code} in this file`);
  const stream = body.subarray(entry.offset, entry.offset + entry.length);
  if (crc32(stream) !== entry.crc32) throw damaged(`its rates of ${code} have changed`);
  return { entry, stream };
}

function decodeEntry(body: Buffer, series: readonly RatesFileEntry[], code: CurrencyCode): DailyRates {
  const { entry, stream } = packedEntry(body, series, code);
  const extent = { firstDay: parseDay(entry.first), lastDay: parseDay(entry.last), count: entry.count };
  const numbers = 2 + extent.count + Math.max(0, extent.lastDay - extent.firstDay);
  const maxOutputLength = MAX_BYTES_A_NUMBER * numbers;
  return decodeDailyRates(brotliDecompressSync(stream, { maxOutputLength }), extent);
}

function extentOf({ days }: DailyRates): Pick<RatesFileEntry, 'first' | 'last' | 'count'> {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) {
    throw new InputError('no-rate', 'Unexpected empty series, expected at least one rate');
  }
  return { first: isoDay(first), last: isoDay(last), count: days.length };
}

function isoDay(day: number): string {
  return formatDay(day as Day);
}

function compress(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function damaged(what: string): InputError {
  return new InputError(
    'bad-rates-file',
    `Unexpected file of exchange rates: ${what}. Install the package again, or encode the rates anew.`,
  );
}
