import { brotliCompressSync, brotliDecompressSync, constants, crc32 } from 'node:zlib';
import { type CurrencyCode, type Day, formatDay, InputError, parseDay } from '../value/index.js';
import { type DailyRates, decodeDailyRates, encodeDailyRates } from './daily-rates.js';

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
const PREAMBLE = MAGIC.length + 8;

/** What is said of all rates of a file. */
export interface RatesFileOrigin {
  /** Short name: `H.10`. */
  readonly source: string;
  /** For a footnote: what the rates are and who publishes them. */
  readonly description: string;
  /** The last day that any of its series holds, ISO 8601. */
  readonly asOf: string;
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
}

interface Header extends RatesFileOrigin {
  readonly series: readonly RatesFileEntry[];
}

/** An opened file: its header is read and checked, no rate is decoded yet. */
export interface RatesFile extends RatesFileOrigin {
  readonly entries: readonly RatesFileEntry[];
  /** Decodes one currency. Throws `InputError` for one that the file has not, or whose bytes are damaged. */
  rates(code: CurrencyCode): DailyRates;
}

/** Packs series into a file; the same input gives the same bytes on one version of Brotli. */
export function encodeRatesFile(
  origin: RatesFileOrigin,
  series: readonly { readonly series: RatesFileSeries; readonly rates: DailyRates }[],
): Uint8Array {
  const streams: Buffer[] = [];
  const entries: RatesFileEntry[] = [];
  let offset = 0;
  for (const { series: about, rates } of series) {
    const stream = compress(encodeDailyRates(rates));
    entries.push({ ...about, ...extentOf(rates), offset, length: stream.length, crc32: crc32(stream) });
    streams.push(stream);
    offset += stream.length;
  }
  const header = Buffer.from(JSON.stringify({ ...origin, series: entries } satisfies Header));
  const preamble = Buffer.alloc(PREAMBLE);
  MAGIC.copy(preamble);
  preamble.writeUInt32LE(header.length, MAGIC.length);
  preamble.writeUInt32LE(crc32(header), MAGIC.length + 4);
  return Buffer.concat([preamble, header, ...streams]);
}

/** Reads and checks the header. Throws `InputError` ('bad-rates-file') for anything but a whole file. */
export function openRatesFile(bytes: Uint8Array): RatesFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < PREAMBLE || !file.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw damaged('it does not start as a file of rates of version 1');
  }
  const bodyStart = PREAMBLE + file.readUInt32LE(MAGIC.length);
  const headerBytes = file.subarray(PREAMBLE, bodyStart);
  if (crc32(headerBytes) !== file.readUInt32LE(MAGIC.length + 4)) throw damaged('its header has changed');
  const { series, ...origin } = JSON.parse(headerBytes.toString()) as Header;
  const body = file.subarray(bodyStart);
  const bodyLength = series.reduce((sum, entry) => sum + entry.length, 0);
  if (body.length !== bodyLength) {
    throw damaged(`it holds ${body.length} bytes of rates, expected ${bodyLength}`);
  }
  return { ...origin, entries: series, rates: (code) => decodeEntry(body, series, code) };
}

function decodeEntry(body: Buffer, series: readonly RatesFileEntry[], code: CurrencyCode): DailyRates {
  const entry = series.find((candidate) => candidate.code === code);
  if (entry === undefined) throw new InputError('unknown-currency', `No rates for ${code} in this file`);
  const stream = body.subarray(entry.offset, entry.offset + entry.length);
  if (crc32(stream) !== entry.crc32) throw damaged(`its rates of ${code} have changed`);
  const extent = { firstDay: parseDay(entry.first), lastDay: parseDay(entry.last), count: entry.count };
  return decodeDailyRates(brotliDecompressSync(stream), extent);
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
