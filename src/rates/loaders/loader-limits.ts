import { InputError } from '../../value/index.js';
import { shown } from './bad-file.js';

/**
 * Bounds on what a file of rates may hold. The release XML of all years is some 30 to 45 MB and grows with every year, so
 * the 64 MB that bound a report would soon refuse it.
 */
export interface LoaderLimits {
  /** Bytes of the file, and of what a zip unpacks to. */
  readonly bytes: number;
  /** Unpacked bytes for one byte of the zip's data; text of rates comes to 20 or 40. */
  readonly zipRatio: number;
  readonly zipEntries: number;
  /** Rates and days without one, over all series. */
  readonly observations: number;
  readonly series: number;
  readonly xmlDepth: number;
  /** Characters of one XML attribute or one field of a CSV file. */
  readonly fieldLength: number;
}

export const DEFAULT_LOADER_LIMITS: LoaderLimits = {
  bytes: 256 * 1024 * 1024,
  zipRatio: 400,
  zipEntries: 1000,
  observations: 5_000_000,
  series: 10_000,
  xmlDepth: 32,
  fieldLength: 10_000,
};

export function loaderLimits(limits: Partial<LoaderLimits> | undefined): LoaderLimits {
  return { ...DEFAULT_LOADER_LIMITS, ...limits };
}

/** Throws `InputError` ('too-large') where a count passes its bound: "Unexpected 12 entries in rates.zip, expected at most 10". */
export function requireWithin(count: number, bound: number, what: string, name: string): void {
  if (count <= bound) return;
  throw new InputError(
    'too-large',
    `Unexpected ${count} ${what} in ${shown(name)}, expected at most ${bound}`,
  );
}
