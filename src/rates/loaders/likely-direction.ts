import { type Day, Fraction } from '../../value/index.js';
import { inverseOf } from '../direction.js';
import type { RateSource } from '../rate-source.js';
import { badFile } from './bad-file.js';
import { rateAt } from './series-builder.js';
import type { SourceSeries } from './source-csv.js';

/** The latest days in common are enough to tell, and keep it quick. */
const MOST_DAYS = 100;

/** Two official rates of one day differ by far less, but where a country has several. */
const NEAR = { low: Fraction.of(9n, 10n), high: Fraction.of(10n, 9n) } as const;

/**
 * Holds the unit of a source against the noon buying rates. Markets write "USD/CAD" for Canadian dollars per U.S.
 * dollar, this project and the statistics of the Federal Reserve write CAD/USD, so the two are easily mistaken; with
 * rates the wrong way round every figure would be called wrong. Throws `InputError` ('bad-rates-file') where most days
 * are near the inverse of the noon buying rate and not near the rate itself.
 */
export function requireLikelyDirection(series: SourceSeries, noon: RateSource, file: string): void {
  const { unit, rates } = series;
  const noonSeries = noon.series(unit);
  if (noonSeries === null) return;
  let [common, near, inverse] = [0, 0, 0];
  for (let index = rates.days.length - 1; index >= 0 && common < MOST_DAYS; index--) {
    const official = noonSeries.on((rates.days[index] ?? 0) as Day)?.ratio;
    if (official === undefined) continue;
    const rate = Fraction.fromDecimal(rateAt(series, index));
    common++;
    if (isNearOne(rate.over(official))) near++;
    if (isNearOne(rate.times(official))) inverse++;
  }
  if (common === 0 || inverse * 2 <= common || near * 2 > common) return;
  const [quote = '', base = ''] = unit.split('/');
  const other = inverseOf(unit);
  throw badFile(
    file,
    `rates of ${unit} that are near the noon buying rate of ${other} on ${inverse} of ${common} days`,
    `${quote} for one ${base}; if the file gives ${base} for one ${quote}, its unit is ${other}`,
  );
}

function isNearOne(ratio: Fraction): boolean {
  return ratio.compare(NEAR.low) >= 0 && ratio.compare(NEAR.high) <= 0;
}
