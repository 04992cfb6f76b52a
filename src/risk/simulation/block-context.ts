import { InputError } from '../../value/index.js';
import { KeyedStreams } from '../random/keyed-streams.js';
import type { RandomStream } from '../random/random-stream.js';
import type { Block } from './risk-sampler.js';

/** Fills columns of a block, a column for each of `names`: the market factors, or the variables that are tied. */
export interface ColumnSource {
  readonly names: readonly string[];
  simulate(block: Block, columns: readonly Float64Array[]): void;
}

/** Fills how often a shared event occurs in each trial of a block. */
export type EventSource = (block: Block, out: Int32Array) => void;

/** What the risks of a block share. */
export interface SharedSources {
  readonly events: ReadonlyMap<string, EventSource>;
  readonly factors: ColumnSource;
  readonly ties: ColumnSource;
  /** Risks whose occurrences others ask for. */
  readonly counted: readonly string[];
}

/**
 * The block that is being simulated. One object goes from block to block and keeps its arrays; what is shared is made
 * at the first question of a block, so that a register without market factors draws none.
 */
export class BlockContext implements Block {
  index = 0;
  trials = 0;
  readonly #streams: KeyedStreams;
  readonly #events = new Map<
    string,
    { readonly source: EventSource; readonly counts: Int32Array; made: number }
  >();
  readonly #factors: Columns;
  readonly #ties: Columns;
  readonly #occurrences: ReadonlyMap<string, Int32Array>;
  /** Counts the blocks that were begun: what was made for another number is stale. */
  #turn = 0;

  constructor(seed: number | bigint, { events, factors, ties, counted }: SharedSources, size: number) {
    this.#streams = new KeyedStreams(seed);
    for (const [id, source] of events) {
      this.#events.set(id, { source, counts: new Int32Array(size), made: 0 });
    }
    this.#factors = new Columns(factors, size);
    this.#ties = new Columns(ties, size);
    this.#occurrences = new Map(counted.map((risk) => [risk, new Int32Array(size)]));
  }

  begin(index: number, trials: number): void {
    this.index = index;
    this.trials = trials;
    this.#turn++;
  }

  stream(purpose: string): RandomStream {
    return this.#streams.stream(purpose, this.index);
  }

  sharedEvent(id: string): Int32Array {
    const event = this.#events.get(id);
    if (event === undefined) throw unknown('shared event', id);
    if (event.made !== this.#turn) {
      event.made = this.#turn;
      event.source(this, event.counts);
    }
    return event.counts;
  }

  factor(id: string): Float64Array {
    const column = this.#factors.column(id, this, this.#turn);
    if (column === null) throw unknown('market factor', id);
    return column;
  }

  tied(variable: string): Float64Array | null {
    return this.#ties.column(variable, this, this.#turn);
  }

  occurrences(risk: string): Int32Array {
    const counts = this.#occurrences.get(risk);
    if (counts === undefined) throw unknown('risk whose occurrences are counted', risk);
    return counts;
  }
}

/** The columns of a source, all made together at the first question of a block. */
class Columns {
  readonly #source: ColumnSource;
  readonly #columns: readonly Float64Array[];
  readonly #byName: ReadonlyMap<string, Float64Array>;
  #made = 0;

  constructor(source: ColumnSource, size: number) {
    this.#source = source;
    this.#columns = source.names.map(() => new Float64Array(size));
    this.#byName = new Map(source.names.map((name, nth) => [name, this.#columns[nth] as Float64Array]));
  }

  column(name: string, block: Block, turn: number): Float64Array | null {
    const column = this.#byName.get(name);
    if (column === undefined) return null;
    if (this.#made !== turn) {
      this.#made = turn;
      this.#source.simulate(block, this.#columns);
    }
    return column;
  }
}

function unknown(what: string, id: string): InputError {
  return new InputError('bad-config', `Unexpected ${what} "${id}", expected one that the register has.`);
}
