import { InputError } from '../../value/index.js';

/**
 * The 128 bits that a key (seed, purpose, block) stands for: MurmurHash3_x86_128 (A. Appleby, public domain) of the
 * seed and the block as 64-bit little-endian integers, followed by the purpose in UTF-16LE, filled up with zeros to
 * whole blocks of 16 bytes and followed by one more block that holds its length.
 *
 * @throws InputError where the seed is not an integer of at most 64 bits, or the block not a safe integer from 0
 */
export function streamKey(seed: number | bigint, purpose: string, block: number): Int32Array {
  const words = keyWords(seed, purpose);
  writeBlock(words, block);
  return murmur128(words);
}

/** What is hashed, for block 0. */
export function keyWords(seed: number | bigint, purpose: string): Int32Array {
  const purposeBlocks = (purpose.length + 7) >>> 3;
  const words = new Int32Array(8 + 4 * purposeBlocks);
  writeSeed(words, seed);
  for (let index = 0; index < purpose.length; index++) {
    words[4 + (index >>> 1)] =
      (words[4 + (index >>> 1)] as number) | (purpose.charCodeAt(index) << (16 * (index & 1)));
  }
  words[words.length - 4] = purpose.length;
  return words;
}

export function writeBlock(words: Int32Array, block: number): void {
  if (!Number.isSafeInteger(block) || block < 0)
    throw new InputError(
      'bad-number',
      `Unexpected block ${block} of a random stream, expected an integer from 0.`,
    );
  words[2] = block | 0;
  words[3] = Math.floor(block / 2 ** 32);
}

/** A seed may be negative or a bigint: what counts is its 64 bits, so that 7 and 7n are the same seed. */
function writeSeed(words: Int32Array, seed: number | bigint): void {
  if (typeof seed === 'bigint') {
    if (BigInt.asUintN(64, seed) !== seed && BigInt.asIntN(64, seed) !== seed) throw badSeed(seed);
    words[0] = Number(BigInt.asIntN(32, seed));
    words[1] = Number(BigInt.asIntN(32, seed >> 32n));
    return;
  }
  if (!Number.isSafeInteger(seed)) throw badSeed(seed);
  words[0] = seed | 0;
  words[1] = Math.floor(seed / 2 ** 32);
}

function badSeed(seed: number | bigint): InputError {
  return new InputError(
    'bad-number',
    `Unexpected seed ${seed}, expected an integer (a number up to 2^53, or a bigint of 64 bits).`,
  );
}

/** MurmurHash3_x86_128 with seed 0 of whole blocks of four words. */
export function murmur128(words: Int32Array, out = new Int32Array(4)): Int32Array {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  for (let index = 0; index < words.length; index += 4) {
    h1 ^= Math.imul(rotate(Math.imul(words[index] as number, 0x239b961b), 15), 0xab0e9789);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(words[index + 1] as number, 0xab0e9789), 16), 0x38b34ae5);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(words[index + 2] as number, 0x38b34ae5), 17), 0xa1e38b93);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(words[index + 3] as number, 0xa1e38b93), 18), 0x239b961b);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  const bytes = words.length * 4;
  h1 ^= bytes;
  h2 ^= bytes;
  h3 ^= bytes;
  h4 ^= bytes;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = avalanche(h1);
  h2 = avalanche(h2);
  h3 = avalanche(h3);
  h4 = avalanche(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  out[0] = h1;
  out[1] = h2 + h1;
  out[2] = h3 + h1;
  out[3] = h4 + h1;
  return out;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Mixes the bits of a word so that each depends on all: one to one. */
export function avalanche(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
