import { bundledRatesFile } from '../noon-buying-rates.js';
import type { RatesFileSeries } from '../rates-file.js';

/** The series that Tickmark keeps, with their codes in the H.10 release and at FRED: those that the package carries. */
export function keptSeries(): readonly RatesFileSeries[] {
  return bundledRatesFile().entries.map(({ code, name, h10, fred, quoted, decimals }) => {
    return { code, name, h10, fred, quoted, decimals };
  });
}

/** Why a series of that code is passed over, for a report. */
export function reasonToIgnore(code: string): string {
  if (/^(?:V0\.)?JRX|^DTWEX/.test(code)) return 'an index of the dollar';
  if (/_N\.[WMQA](?:\.|$)|^A?EX[A-Z]{2}US$|^A?EXUS[A-Z]{2}$/.test(code))
    return 'weekly, monthly or annual means';
  return 'not a series that Tickmark keeps';
}
