import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { namedRateSource } from '../named-source.js';
import { noonBuyingRates, ratesFromFile } from '../noon-buying-rates.js';
import type { NamedRateSource, RateSource } from '../rate-source.js';
import { NOON_FILE, noonRates } from './noon-rates.js';
import { readSource, type SourceFileHead, sourceFiles } from './source-files.js';
import { damagedStore } from './store-errors.js';
import { currentState } from './store-states.js';

/** The rates that a command works with. */
export interface HeldRates {
  /** The noon buying rates that come with the package, with what `rates update` and `rates import` have added. */
  readonly noon: RateSource;
  /** Other sources, imported under their names. */
  readonly others: readonly NamedRateSource[];
}

/**
 * The rates held on this machine: those of the package and those in the user's data directory, null for none. Rates
 * are decoded when a series is asked for, other sources read then. Throws `InputError` ('bad-rates-file') that names
 * the file and the remedy where one is damaged.
 */
export function heldRates(directory: string | null): HeldRates {
  const state = directory === null ? null : currentState(directory);
  if (state === null) return { noon: noonBuyingRates(), others: [] };
  if (!existsSync(state)) {
    // Another process may have changed the store twice since we asked which state holds.
    if (currentState(directory ?? '') !== state) return heldRates(directory);
    throw damagedStore(state, new Error('it is missing'));
  }
  return {
    noon: ratesFromFile(noonRates(join(state, NOON_FILE))),
    others: sourceFiles(state).map(lazySource),
  };
}

/** A source that is read when more is asked of it than what it is called. */
function lazySource(head: SourceFileHead): NamedRateSource {
  let read: NamedRateSource | undefined;
  const source = () => {
    read ??= namedRateSource(readSource(head));
    return read;
  };
  return {
    name: head.names[0] ?? '',
    names: head.names,
    description: head.description,
    get asOf() {
      return source().asOf;
    },
    get currencies() {
      return source().currencies;
    },
    series: (unit) => source().series(unit),
  };
}
