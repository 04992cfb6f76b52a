import type { RandomStream } from './random-stream.js';
import { keyWords, murmur128, writeBlock } from './stream-key.js';
import { XoshiroStream } from './xoshiro-stream.js';

/**
 * The streams of a seed by purpose and block, as `randomStream` makes them, without new memory for each block: a
 * purpose has one stream, which begins anew with each question.
 */
export class KeyedStreams {
  readonly #seed: number | bigint;
  readonly #purposes = new Map<string, { readonly words: Int32Array; readonly stream: XoshiroStream }>();
  readonly #key = new Int32Array(4);

  /** @param seed an integer of up to 64 bits */
  constructor(seed: number | bigint) {
    this.#seed = seed;
  }

  /** @throws InputError where seed or block are not integers */
  stream(purpose: string, block: number): RandomStream {
    let known = this.#purposes.get(purpose);
    if (known === undefined) {
      known = { words: keyWords(this.#seed, purpose), stream: new XoshiroStream(this.#key) };
      this.#purposes.set(purpose, known);
    }
    writeBlock(known.words, block);
    known.stream.restart(murmur128(known.words, this.#key));
    return known.stream;
  }
}
