/** A release as the Federal Reserve publishes it, all series since 1971, written anew from the CSV files in ../shared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WrittenSeries, writtenXml } from '../test/written-rates.js';

/** The XML of the release: every weekday on which any series has a rate, ND where a series has none. */
export function wholeRelease(folder: string): Buffer {
  const sources = rowsOf(join(folder, 'index.csv')).map(([iso = '', , h10 = '', fred = '']) => {
    return { iso, h10, fred, rates: new Map(rowsOf(join(folder, `${iso}.csv`)).map(pairOf)) };
  });
  const days = [...new Set(sources.flatMap(({ rates }) => [...rates.keys()]))].sort();
  const series = sources.map(({ iso, h10, fred, rates }): WrittenSeries => {
    return { h10, fred, currency: iso, rates: days.map((day) => rates.get(day) ?? null) };
  });
  return writtenXml(days, series);
}

function rowsOf(path: string): string[][] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split(','));
}

function pairOf([day = '', rate = '']: readonly string[]): [string, string] {
  return [day, rate];
}
