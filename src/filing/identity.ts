/**
 * Keys that survive edits elsewhere in the document: made of what a thing is, never of where it stands.
 * The ordinal tells apart things that are otherwise alike, in order of the document.
 */
export class KeyMaker {
  private readonly ordinals = new Ordinals();
  /** What short parts hash to: sections and units repeat from figure to figure; most labels do not. */
  private readonly hashed = new Map<string, PartHash>();

  /** 12 hex digits from the parts (names, or whole numbers) and the ordinal among those with the same parts. */
  key(...parts: readonly (string | number | null)[]): string {
    let high = 0;
    let low = 0;
    for (let at = 0; at < parts.length; at += 1) {
      const part = parts[at] as string | number | null;
      if (typeof part === 'number') {
        high = mixed(high ^ part, low);
        low = mixed(low ^ ~part, high);
      } else {
        const hash = part === null ? NO_NAME : this.hashOf(part);
        high = mixed(high ^ hash.high, low);
        low = mixed(low ^ hash.low, high);
      }
    }
    const ordinal = this.ordinals.next(high, low >>> 11);
    return hexOf(mixed(high ^ ordinal, low), mixed(low ^ ordinal, high));
  }

  private hashOf(part: string): PartHash {
    if (part.length > LONGEST_KNOWN) return hashName(part);
    const known = this.hashed.get(part);
    if (known !== undefined) return known;
    const hash = hashName(part);
    this.hashed.set(part, hash);
    return hash;
  }
}

const LONGEST_KNOWN = 24;

/** Counts how often each identity came; open addressing over plain integers, since most come once. */
class Ordinals {
  private highs = new Int32Array(512);
  private lows = new Int32Array(512);
  /** 0 where a place is free. */
  private counts = new Int32Array(512);
  private size = 0;

  /** 1 for an identity that comes the first time: 32 bits of one half of a hash, 21 of the other. */
  next(high: number, low: number): number {
    const at = this.placeOf(high, low);
    const ordinal = (this.counts[at] as number) + 1;
    this.highs[at] = high;
    this.lows[at] = low;
    this.counts[at] = ordinal;
    if (ordinal === 1) {
      this.size += 1;
      if (2 * this.size > this.counts.length) this.grow();
    }
    return ordinal;
  }

  private placeOf(high: number, low: number): number {
    const mask = this.counts.length - 1;
    let at = (high ^ low) & mask;
    while (this.counts[at] !== 0 && (this.highs[at] !== high || this.lows[at] !== low)) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { highs, lows, counts } = this;
    const length = 2 * counts.length;
    this.highs = new Int32Array(length);
    this.lows = new Int32Array(length);
    this.counts = new Int32Array(length);
    for (let from = 0; from < counts.length; from += 1) {
      if (counts[from] === 0) continue;
      const to = this.placeOf(highs[from] as number, lows[from] as number);
      this.highs[to] = highs[from] as number;
      this.lows[to] = lows[from] as number;
      this.counts[to] = counts[from] as number;
    }
  }
}

/** Two halves of a hash, 32 bits each, with a sign: what needs no more room than a small number. */
interface PartHash {
  readonly high: number;
  readonly low: number;
}

const PRIMES = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1] as const;

/**
 * Two 32-bit hashes of the code units of a name as `normalized` has it, each multiplied on (FNV-1a with other primes)
 * and mixed at the end. Nothing is kept secret by it: it only has to spread names over the 48 bits of a key, where among
 * 10,000 figures two meet by chance once in five million documents, and to be the same on every machine.
 */
function hashName(name: string, isNormalized = false): PartHash {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  let separated = false;
  let begun = false;
  for (let at = 0; at < name.length; at += 1) {
    let code = nameCode(name.charCodeAt(at));
    if (code === SEPARATOR) {
      separated = begun;
      continue;
    }
    if (code === PART_OF_MORE) {
      if (!isNormalized) return hashName(normalized(name), true);
      code = name.charCodeAt(at);
    }
    if (separated) {
      high = Math.imul(high ^ 0x20, PRIMES[0]);
      low = folded(Math.imul(low ^ 0x20, PRIMES[3]));
      separated = false;
    }
    begun = true;
    high = Math.imul(high ^ code, PRIMES[0]);
    low = folded(Math.imul(low ^ code, PRIMES[3]));
  }
  return { high: mixed(high, low), low: mixed(low, high) };
}

const SEPARATOR = 1;
/** A code unit that says too little by itself: half of a character, or a letter whose small form others tell. */
const PART_OF_MORE = 2;

/** What stands for a code unit in a normalized name, as they are met; 0 is not yet known. */
const NAME_CODES = new Uint16Array(0x10000);

function nameCode(code: number): number {
  return NAME_CODES[code] || classified(code);
}

function classified(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase();
  const isPart = (code >= 0xd800 && code <= 0xdfff) || code === CAPITAL_SIGMA || lower.length > 1;
  const found = isPart ? PART_OF_MORE : SEPARATORS.test(lower) ? SEPARATOR : lower.charCodeAt(0);
  NAME_CODES[code] = found;
  return found;
}

/** Its small form is another at the end of a word. */
const CAPITAL_SIGMA = 0x3a3;

/** Multiplication carries upwards only: the fold brings what the high bits know down again. */
function folded(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The finishing steps of MurmurHash3, over one half with the other folded in. */
function mixed(half: number, other: number): number {
  let hash = Math.imul(half ^ (half >>> 16), PRIMES[0]) ^ Math.imul(other ^ (other >>> 13), PRIMES[2]);
  hash = Math.imul(hash ^ (hash >>> 13), PRIMES[1]);
  return hash ^ (hash >>> 16);
}

const NO_NAME = hashName('');

/** All 32 bits of one half and 16 of the other. */
function hexOf(high: number, low: number): string {
  return (
    hex(high >>> 24) + hex(high >>> 16) + hex(high >>> 8) + hex(high) + hex(low >>> 24) + hex(low >>> 16)
  );
}

/** The lowest eight bits as two digits. */
function hex(bits: number): string {
  return HEX[bits & 0xff] as string;
}

const HEX = Array.from({ length: 0x100 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const SEPARATORS = /[^\p{L}\p{N}%/.]+/u;
const ALL_SEPARATORS = new RegExp(SEPARATORS, 'gu');

/** A name as identity sees it: case, punctuation and runs of space do not matter. */
export function normalized(name: string): string {
  return name.toLowerCase().replace(ALL_SEPARATORS, ' ').trim();
}
