import { compiledModule, instanceOf } from '../../kernel/instance.js';
import { EXPONENTIAL_ZIGGURAT, NORMAL_ZIGGURAT, type Ziggurat } from '../ziggurat.js';
import { exponentials, powersOfTwo, STEPS } from './exponential-function.js';
import { words } from './generator.js';
import { draws, type ZigguratTables } from './ziggurat-draws.js';

/** Numbers that the kernel makes at a time: what it works on stays in the processor's nearest memory. */
export const AT_ONCE = 1024;
/** And for single draws. */
export const FEW = 64;
/** Words of a generator's state. */
export const STATE = 16;

/** The inner loops of random numbers, and the memory they work in. Nothing in it outlives a call. */
export interface RandomKernel {
  /** Of the generator: set before words are made, taken back after. */
  readonly state: Int32Array;
  readonly words: Int32Array;
  /** Words for single draws, apart, so that those leave a fill that needs them alone. */
  readonly few: Int32Array;
  /** What is drawn, or what a function is taken of. */
  readonly values: Float64Array;
  /** The powers of e. */
  readonly powers: Float64Array;
  /** Makes the first `count` words, and up to three more. */
  makeWords(count: number): void;
  /** The same, only the leading `bits` of each, from 1. */
  makeNumbers(count: number, bits: number): void;
  makeFew(count: number): void;
  /** Makes the words of `count` draws and draws the first `count` values; says how many need another look. */
  drawNormals(count: number): number;
  drawExponentials(count: number): number;
  /** Which value the `nth` of those is: one that the fast test of the ziggurat did not take. */
  outside(nth: number): number;
  /** The place of a draw in its layer, and that layer, of the last `count` draws. */
  placeOf(value: number): number;
  layerOf(value: number, count: number): number;
  /** e^(location + scale · value) of the first `count` values; false where some are beyond ±708. */
  takePowers(count: number, location: number, scale: number): boolean;
}

interface Routines {
  words(state: number, out: number, end: number, drop: number): void;
  normals(places: number, end: number, layers: number, out: number, outside: number): number;
  exponentialDraws(places: number, end: number, layers: number, out: number, outside: number): number;
  exponentials(values: number, end: number, out: number, location: number, scale: number): number;
}

let made: RandomKernel | null = null;

/** One for each thread. */
export function randomKernel(): RandomKernel {
  made ??= makeKernel();
  return made;
}

function makeKernel(): RandomKernel {
  let next = 0;
  const take = (bytes: number) => {
    const address = next;
    next += bytes;
    return address;
  };
  const tables = (): ZigguratTables => ({ inside: take(4 * 256), width: take(8 * 256) });
  const at = {
    state: take(4 * STATE),
    normal: tables(),
    exponential: tables(),
    powersOfTwo: take(8 * STEPS),
    // Those of the places of draws, then of their layers, a byte each.
    words: take(5 * AT_ONCE + 16),
    few: take(4 * FEW),
    values: take(8 * AT_ONCE),
    powers: take(8 * AT_ONCE),
    // A place is listed before it is known whether it counts.
    outside: take(4 * (AT_ONCE + 4)),
  };
  const compiled = compiledModule([
    words(),
    draws('normals', at.normal, 'both'),
    draws('exponentialDraws', at.exponential, 'positive'),
    exponentials(at.powersOfTwo),
  ]);
  const { routines, buffer } = instanceOf(compiled, next);
  const run = routines as Routines;
  writeTables(buffer, at.normal, NORMAL_ZIGGURAT);
  writeTables(buffer, at.exponential, EXPONENTIAL_ZIGGURAT);
  new BigInt64Array(buffer, at.powersOfTwo).set(powersOfTwo());
  const outside = new Int32Array(buffer, at.outside, AT_ONCE);
  const places = new Int32Array(buffer, at.words, AT_ONCE);
  const layers = new Uint8Array(buffer, at.words, 5 * AT_ONCE + 16);
  const draw = (routine: Routines['normals']) => (count: number) => {
    const layersFrom = at.words + placeBytes(count);
    run.words(at.state, at.words, layersFrom + count, 0);
    return (routine(at.words, at.words + 4 * count, layersFrom, at.values, at.outside) - at.outside) >> 2;
  };
  return {
    state: new Int32Array(buffer, at.state, STATE),
    words: places,
    few: new Int32Array(buffer, at.few, FEW),
    values: new Float64Array(buffer, at.values, AT_ONCE),
    powers: new Float64Array(buffer, at.powers, AT_ONCE),
    makeWords: (count) => run.words(at.state, at.words, at.words + 4 * count, 0),
    makeNumbers: (count, bits) => run.words(at.state, at.words, at.words + 4 * count, 32 - bits),
    makeFew: (count) => run.words(at.state, at.few, at.few + 4 * count, 0),
    drawNormals: draw(run.normals),
    drawExponentials: draw(run.exponentialDraws),
    outside: (nth) => ((outside[nth] as number) - at.words) >> 2,
    placeOf: (value) => places[value] as number,
    layerOf: (value, count) => layers[placeBytes(count) + value] as number,
    takePowers: (count, location, scale) =>
      run.exponentials(at.values, at.values + 8 * count, at.powers, location, scale) !== 0,
  };
}

/** Whole steps of four words. */
function placeBytes(count: number): number {
  return 4 * ((count + 3) & ~3);
}

function writeTables(buffer: ArrayBuffer, { inside, width }: ZigguratTables, ziggurat: Ziggurat): void {
  new Int32Array(buffer, inside).set(ziggurat.inside);
  new Float64Array(buffer, width).set(ziggurat.width);
}
