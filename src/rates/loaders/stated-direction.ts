import { unitsOf } from '../noon-buying-rates.js';
import type { RatesFileSeries } from '../rates-file.js';
import { badPlace, type Place, quoted, shown } from './bad-file.js';

/** What a release says of one series; a part that it leaves unsaid is undefined. */
export interface StatedSeries {
  readonly code: string;
  /** "Currency" says no direction; "Currency:_Per_USD" does. */
  readonly unit?: string | undefined;
  readonly multiplier?: string | undefined;
  readonly currency?: string | undefined;
  /** The foreign currency, attribute FX. */
  readonly fx?: string | undefined;
  /** "Japanese Yen (JPY per USD)". */
  readonly description?: string | undefined;
}

/** Codes that the release has used for a currency, beside its present one. */
const EARLIER_CODES: Readonly<Record<string, readonly string[]>> = { VES: ['VEB', 'VEF', 'VED'] };

/**
 * A multiplier that the release states wrongly: until about 2019 it gave 0.01 for the pound, from days when it was
 * quoted in cents, beside values in dollars (2.3938 of 1971-01-04 then as now, when it says 1).
 */
const WRONG_MULTIPLIERS: Readonly<Record<string, string>> = { 'RXI$US_N.B.UK': '0.01' };

/**
 * Holds what a file says of a series against what we know of it. Throws `InputError` ('bad-rates-file') for another
 * direction, another currency, or a multiplier that would have to be applied.
 */
export function requireAgreement(stated: StatedSeries, known: RatesFileSeries, place: Place): void {
  requireName(stated.code, known, place);
  requireUnit(stated, known, place);
  requireMultiplier(stated, place);
  const own = codesOf(known);
  if (stated.fx !== undefined && stated.fx !== '' && !own.includes(stated.fx)) {
    throw badPlace(place, `currency ${quoted(stated.fx)}`, known.code);
  }
  requireDescription(stated.description, known, place);
}

/** `RXI$US` is U.S. dollars per unit, `RXI` units per U.S. dollar. */
function requireName(code: string, known: RatesFileSeries, place: Place): void {
  if (!code.startsWith('RXI') || code.startsWith('RXI$US') === (known.quoted === 'usd_per_unit')) return;
  throw badPlace(place, `series ${shown(code)}`, `one of ${unitsOf(known)[0]}`);
}

function requireUnit({ unit, currency }: StatedSeries, known: RatesFileSeries, place: Place): void {
  if (unit === undefined) return;
  const own = codesOf(known);
  const dollarsPerUnit = known.quoted === 'usd_per_unit';
  if (unit === 'Currency') {
    // No direction is stated, so the currency may be either that of the series or that of its values.
    const fits = currency === undefined || own.includes(currency) || (dollarsPerUnit && currency === 'USD');
    if (!fits) throw badPlace(place, `currency ${quoted(currency)}`, known.code);
    return;
  }
  const base = /^Currency:_Per_([A-Z]{3})$/.exec(unit)?.[1];
  const bases = dollarsPerUnit ? own : ['USD'];
  const quotes = dollarsPerUnit ? ['USD'] : own;
  const fits =
    base !== undefined && bases.includes(base) && (currency === undefined || quotes.includes(currency));
  if (fits) return;
  const said = currency === undefined ? quoted(unit) : `${quoted(unit)} of currency ${quoted(currency)}`;
  throw badPlace(place, `unit ${said}`, `that of ${unitsOf(known)[0]}, Currency:_Per_${bases[0]}`);
}

function requireMultiplier({ code, multiplier }: StatedSeries, place: Place): void {
  if (multiplier === undefined || /^1(?:\.0*)?$/.test(multiplier)) return;
  if (WRONG_MULTIPLIERS[code] === multiplier) return;
  throw badPlace(
    place,
    `multiplier ${quoted(multiplier)}`,
    '1, as in every file of these rates that we know',
  );
}

function requireDescription(description: string | undefined, known: RatesFileSeries, place: Place): void {
  const match = /\(([A-Z]{3}) per ([A-Z]{3})\)/.exec(description ?? '');
  if (match === null) return;
  const isOther = known.quoted === 'usd_per_unit' ? match[2] === 'USD' : match[1] === 'USD';
  if (isOther) throw badPlace(place, `direction ${quoted(match[0])}`, unitsOf(known)[0]);
}

function codesOf({ code }: RatesFileSeries): readonly string[] {
  return [code, ...(EARLIER_CODES[code] ?? [])];
}
