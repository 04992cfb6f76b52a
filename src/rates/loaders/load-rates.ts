import type { Day } from '../../value/index.js';
import type { RatesFileSeries } from '../rates-file.js';
import { badFile, badPlace, quoted } from './bad-file.js';
import { csvRows, requireCommas } from './csv-rows.js';
import { isDdpCsv, readDdpCsv } from './ddp-csv.js';
import { csvText, isZip, requireData } from './file-text.js';
import { isFredCsv, readFredCsv } from './fred-csv.js';
import { readH10Xml } from './h10-xml.js';
import type { LoadedRates } from './loaded-series.js';
import { type LoaderLimits, loaderLimits, requireWithin } from './loader-limits.js';
import { OfficialSeries } from './official-series.js';
import { isValetCsv } from './valet-csv.js';
import { zipMember } from './zip-member.js';

const RELEASE = 'H10_data.xml';

export interface LoadRatesOptions {
  /** Of the file, or its address: for messages. */
  readonly name: string;
  /** The series that are kept; `keptSeries()` gives those of the package. */
  readonly catalogue: readonly RatesFileSeries[];
  /** Bounds on hostile input; each has a default. */
  readonly limits?: Partial<LoaderLimits> | undefined;
  /** A rate of a later day is an error; without it days are not held against the calendar. */
  readonly today?: Day | undefined;
}

/**
 * Reads a file of official rates, whichever of its layouts the content shows: the H.10 release in its zip or as XML,
 * the Data Download Program's CSV, a CSV of FRED. Rates are as published, in the source's direction; trailing zeros
 * that a layout pads or drops make no difference, further decimals widen the series.
 *
 * Rejects with `InputError` ('bad-rates-file', 'too-large') that names the file, the line and the column for anything
 * but a sound and whole file; there is no partial result. A CSV file that was cut exactly between two rows cannot be
 * told from a whole one: the rates are then fewer, none is wrong.
 *
 * To be brought in by `import()`: the XML parser costs a command some milliseconds of its start.
 */
export async function loadRates(bytes: Uint8Array, options: LoadRatesOptions): Promise<LoadedRates> {
  const { name, catalogue, today } = options;
  const limits = loaderLimits(options.limits);
  requireWithin(bytes.length, limits.bytes, 'bytes', name);
  requireData(bytes, name);
  const into = new OfficialSeries(name, limits, today);
  if (isZip(bytes)) {
    const member = await zipMember(bytes, /^h10_data\.xml$/i, RELEASE, name, limits);
    requireData(member, `${RELEASE} of ${name}`);
    return readH10Xml(member, catalogue, into);
  }
  if (startsWithTag(bytes)) return readH10Xml(bytes, catalogue, into);
  const text = csvText(bytes, name);
  const first = csvRows(text, name, limits).next();
  const header = first.done === true ? [] : first.value.fields;
  if (isDdpCsv(header)) return readDdpCsv(text, catalogue, into);
  if (isFredCsv(header)) return readFredCsv(text, catalogue, into);
  if (isValetCsv(text)) {
    throw badFile(
      name,
      'CSV of the Bank of Canada',
      'it to be imported as another source, named Bank of Canada',
    );
  }
  if (first.done !== true) requireCommas(first.value, name);
  throw badPlace(
    { file: name, line: first.done === true ? 1 : first.value.line },
    `header ${quoted(header.join(','))}`,
    'the H.10 release as zip or XML, a Data Download CSV ("Series Description", …) or a FRED CSV (observation_date, …)',
  );
}

/** Whether the text begins with `<`, after a byte-order mark and white space. */
function startsWithTag(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('utf8');
  return head.trimStart().startsWith('<');
}
