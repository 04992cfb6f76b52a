import { type RateUnit, rateUnit } from '../../value/index.js';
import { badFile } from './bad-file.js';
import { csvRows } from './csv-rows.js';
import type { LoaderLimits } from './loader-limits.js';
import type { DeclaredSource, TableStart } from './source-facts.js';

/** Above the table stand the terms and a line for each of some dozens of series. */
const MOST_LINES_ABOVE = 5000;

/** What the Bank of Canada's Valet service is, since its files do not say it. */
export const VALET_SOURCE: DeclaredSource = {
  source: 'Bank of Canada',
  names: ['BoC', 'Bank of Canada daily average exchange rate', 'Bank of Canada daily exchange rate'],
  description: 'daily average exchange rates published by the Bank of Canada',
  url: 'https://www.bankofcanada.ca/rates/exchange/',
};

/** Whether a CSV file is of the Valet service: blocks headed TERMS AND CONDITIONS, SERIES, OBSERVATIONS. */
export function isValetCsv(text: string): boolean {
  return /^\s*"?(?:TERMS AND CONDITIONS|SERIES|OBSERVATIONS)"?\s*[\r\n]/.test(text.slice(0, 200));
}

/** Where the table below "OBSERVATIONS" begins. Throws `InputError` where there is none. */
export function readValetHead(text: string, name: string, limits: LoaderLimits): TableStart {
  let count = 0;
  let isNext = false;
  for (const { line, fields } of csvRows(text, name, limits)) {
    if (isNext) return { offset: offsetOfLine(text, line), line };
    if (++count > MOST_LINES_ABOVE) break;
    isNext = fields[0]?.trim() === 'OBSERVATIONS';
  }
  throw badFile(
    name,
    'end of the lines above the table',
    'a block headed OBSERVATIONS: download the file again',
  );
}

/** `FXUSDCAD`, a U.S. dollar in Canadian dollars, is `CAD/USD`; `FXAUSDCAD`, an annual mean, is null. */
export function valetUnit(header: string): RateUnit | null {
  const [, base, quote] = /^FX([A-Z]{3})([A-Z]{3})$/.exec(header) ?? [];
  return base === undefined || quote === undefined ? null : rateUnit(quote, base);
}

function offsetOfLine(text: string, line: number): number {
  const end = /\r\n|\r|\n/g;
  for (let at = 1; at < line; at++) end.exec(text);
  return end.lastIndex;
}
