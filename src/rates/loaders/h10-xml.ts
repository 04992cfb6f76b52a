import { SaxesParser, type SaxesTagNS, type SaxesTagPlain } from 'saxes';
import { InputError } from '../../value/index.js';
import type { RatesFileSeries } from '../rates-file.js';
import { badFile, badPlace, type Place, quoted, shown } from './bad-file.js';
import { reasonToIgnore } from './kept-series.js';
import type { LoadedRates } from './loaded-series.js';
import { requireWithin } from './loader-limits.js';
import type { OfficialSeries } from './official-series.js';
import type { SeriesBuilder } from './series-builder.js';
import { requireAgreement } from './stated-direction.js';

const CHUNK = 64 * 1024;

/** FREQ of a series with a value for each business day; 129 is monthly. */
const BUSINESS_DAILY = '9';

const NORMAL = 'A';

/** Attributes by name: without `xmlns`, the parser gives their values as plain text. */
type Attributes = Readonly<Record<string, string>>;

/**
 * Statuses that say "there is no value": no data, not available, not calculated, and M, missing, of the cross-domain
 * code list. The rest of that list (estimated, forecast, imputed, provisional, break, …) cannot be a certified rate
 * and is refused. Source: SDMX Content-Oriented Guidelines, CL_OBS_STATUS; the Federal Reserve's own has A and N*.
 */
const WITHOUT_VALUE: ReadonlySet<string> = new Set(['ND', 'NA', 'NC', 'M']);

/** What stands in OBS_VALUE where there is no value. */
const NO_VALUE: ReadonlySet<string> = new Set(['', '-9999', 'NaN']);

/**
 * Reads the XML of the H.10 release (SDMX-ML 1.0, compact): Series with SERIES_NAME, FREQ, UNIT, UNIT_MULT, CURRENCY
 * and FX, in each an Obs a day with TIME_PERIOD, OBS_VALUE and OBS_STATUS. Elements are told by their local names.
 * Throws `InputError` for XML that is not well-formed or not whole, or that brings a document type of its own.
 */
export function readH10Xml(
  bytes: Uint8Array,
  catalogue: readonly RatesFileSeries[],
  into: OfficialSeries,
): LoadedRates {
  const reader = new ReleaseReader(catalogue, into);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let offset = 0; offset < bytes.length; offset += CHUNK) {
      reader.write(decoder.decode(bytes.subarray(offset, offset + CHUNK), { stream: true }));
    }
    reader.write(decoder.decode());
    reader.close();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    throw notWellFormed(error, into.file);
  }
  return into.finish('h10-xml');
}

/** Holds where in the release the parser is. */
class ReleaseReader {
  private readonly parser = new SaxesParser();
  private readonly known: ReadonlyMap<string, RatesFileSeries>;
  private readonly into: OfficialSeries;
  private depth = 0;
  private observations = 0;
  private inSeries = false;
  /** The series that is being read, where it is one that is kept. */
  private current: { readonly about: RatesFileSeries; readonly builder: SeriesBuilder } | null = null;
  private code = '';
  /** Text of the annotation that is being read. */
  private annotation: string | null = null;

  constructor(catalogue: readonly RatesFileSeries[], into: OfficialSeries) {
    this.known = new Map(catalogue.map((series) => [series.h10, series]));
    this.into = into;
    this.parser.on('doctype', () => {
      throw badPlace(this.place(), 'document type declaration', 'none, as the release has none');
    });
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', (tag) => this.close_(tag));
    this.parser.on('text', (text) => {
      if (this.annotation !== null) this.annotation += text.slice(0, this.into.limits.fieldLength);
    });
  }

  write(text: string): void {
    this.parser.write(text);
  }

  close(): void {
    this.parser.close();
  }

  private open({ name, attributes }: SaxesTagPlain | SaxesTagNS): void {
    requireWithin(++this.depth, this.into.limits.xmlDepth, 'levels of elements', this.into.file);
    const local = localName(name);
    if (local === 'Obs') this.observe(attributes as Attributes);
    else if (local === 'Series') this.openSeries(attributes as Attributes);
    else if (local === 'AnnotationText' && this.current !== null) this.annotation = '';
  }

  private close_({ name }: SaxesTagPlain | SaxesTagNS): void {
    this.depth--;
    const local = localName(name);
    if (local === 'AnnotationText' && this.annotation !== null && this.current !== null) {
      requireAgreement({ code: this.code, description: this.annotation }, this.current.about, this.place());
      this.annotation = null;
    } else if (local === 'Series') {
      this.current = null;
      this.inSeries = false;
    }
  }

  private openSeries(attributes: Attributes): void {
    const code = this.attribute(attributes, 'SERIES_NAME');
    if (this.inSeries)
      throw badPlace(this.place(), `series ${quoted(code)} within another`, 'one after the other');
    this.inSeries = true;
    this.code = code;
    const about = this.known.get(code);
    if (about === undefined) {
      this.into.ignore(code, reasonToIgnore(code));
      return;
    }
    const frequency = this.attribute(attributes, 'FREQ');
    if (frequency !== BUSINESS_DAILY) {
      this.into.ignore(code, `of frequency ${shown(frequency, 10)}, not business daily (${BUSINESS_DAILY})`);
      return;
    }
    const stated = {
      code,
      unit: this.attribute(attributes, 'UNIT'),
      multiplier: this.attribute(attributes, 'UNIT_MULT'),
      currency: this.attribute(attributes, 'CURRENCY'),
      fx: attributes.FX,
    };
    requireAgreement(stated, about, this.place());
    this.current = { about, builder: this.into.start(code, about, this.parser.line) };
  }

  private observe(attributes: Attributes): void {
    if (!this.inSeries) throw badPlace(this.place(), 'observation outside a series', 'it within one');
    this.into.requireRoom(++this.observations);
    if (this.current === null) return;
    const { builder } = this.current;
    const day = this.attribute(attributes, 'TIME_PERIOD').trim();
    const status = this.attribute(attributes, 'OBS_STATUS').trim();
    const value = (attributes.OBS_VALUE ?? '').trim();
    const place = this.place();
    if (status === NORMAL) builder.addRate(day, value, place);
    else if (!WITHOUT_VALUE.has(status)) {
      throw badPlace(place, `status ${quoted(status)} of ${quoted(day)}`, 'A (a rate) or ND (no data)');
    } else if (!NO_VALUE.has(value)) {
      throw badPlace(
        place,
        `value ${quoted(value)} of ${quoted(day)}, of status ${status}`,
        '-9999, as there is no rate',
      );
    } else builder.addNoData(day, place);
  }

  private attribute(attributes: Attributes, name: string): string {
    const value = attributes[name];
    if (value === undefined) throw badPlace(this.place(), `element without ${name}`, 'that attribute');
    const { fieldLength } = this.into.limits;
    if (value.length > fieldLength) {
      throw badPlace(this.place(), `${name} of ${value.length} characters`, `at most ${fieldLength}`);
    }
    return value;
  }

  private place(): Place {
    return { file: this.into.file, line: this.parser.line, column: this.code === '' ? undefined : this.code };
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The parser's message begins with line and column: "12:5: unclosed tag: x". */
function notWellFormed(error: Error, file: string): InputError {
  if (error instanceof TypeError)
    return badFile(file, 'bytes that are not UTF-8', 'the XML of the H.10 release');
  const [, line, what] = /^(\d+):\d+: (.*)$/s.exec(error.message) ?? [];
  return badFile(
    file,
    `XML that is not well-formed or was cut short (${shown(what ?? error.message)})`,
    'the whole of the H.10 release: download it again',
    line === undefined ? '' : `, line ${line}`,
  );
}
