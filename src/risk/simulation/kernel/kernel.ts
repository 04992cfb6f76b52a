import {
  and,
  type Code,
  fLoad,
  fPlus,
  fStore,
  fTimes,
  get,
  integer,
  isLess,
  isZero,
  leavable,
  leaveIf,
  load,
  pair,
  pairMinus,
  pairPlus,
  pairTimes,
  plus,
  type Routine,
  real,
  repeat,
  set,
  shiftLeft,
  shiftRight,
  store,
  tee,
  vLoad,
  vStore,
} from '../../kernel/assembler.js';

import { compiledModule, instanceOf } from '../../kernel/instance.js';

/**
 * The inner loops of the simulation, over columns in a memory that JavaScript shares. Addresses are in bytes.
 *
 * Each counts values in the sketch whose table of pages is at `pages`, and adds the powers of value − shift to the four
 * sums. It stops at the first value whose page is not there (0 in the table) and returns where: `end` when done.
 */
export interface Kernel {
  /** Two values at a time, for each of which there is a sum of the powers: four pairs. */
  accumulate(values: number, end: number, shift: number, pages: number, sums: number, unused: number): number;
  /** The same; adds each value to that from `total` on, too. */
  accumulateAndAdd(
    values: number,
    end: number,
    shift: number,
    pages: number,
    sums: number,
    total: number,
  ): number;
  /**
   * The values of the trials listed from `list` to `end`, with shift 0: each is added to `total` and then cleared, so that
   * a trial that is listed again counts as a zero.
   */
  settle(list: number, end: number, values: number, total: number, pages: number, sums: number): number;
  /** Adds the values from `values` to `end` to those from `sum` on, two at a time. */
  addTo(sum: number, values: number, end: number): void;
}

/**
 * The kernel over a memory of so many bytes, zeros. In WebAssembly because there no index is checked against the length
 * of an array: a third of the time of the same loops in JavaScript.
 */
export function kernelOver(bytes: number): { readonly kernel: Kernel; readonly buffer: ArrayBuffer } {
  compiled ??= compiledModule(ROUTINES);
  const { routines, buffer } = instanceOf(compiled, bytes);
  return { kernel: routines as Kernel, buffer };
}

let compiled: object | null = null;
const ROUTINES = [accumulate('accumulate'), accumulate('accumulateAndAdd'), settle(), addTo()];

function accumulate(name: 'accumulate' | 'accumulateAndAdd'): Routine {
  const [values, end, shift, pages, sums, total] = [0, 1, 2, 3, 4, 5];
  const [bucket, cell, otherBucket, otherCell, d, square] = [6, 7, 8, 9, 10, 11];
  const powers = [12, 13, 14, 15] as const;
  const [s1, s2, s3, s4] = powers;
  const add = (sum: number, term: Code) => set(sum, pairPlus(get(sum), term));
  const body = [
    ...set(bucket, bucketOf(get(values), 0)),
    ...leaveIf(isZero(tee(cell, pageOf(bucket, pages)))),
    ...set(otherBucket, bucketOf(get(values), 8)),
    ...leaveIf(isZero(tee(otherCell, pageOf(otherBucket, pages)))),
    ...set(d, pairMinus(vLoad(get(values)), pair(get(shift)))),
    ...set(square, pairTimes(get(d), get(d))),
    ...add(s1, get(d)),
    ...add(s2, get(square)),
    ...add(s3, pairTimes(get(square), get(d))),
    ...add(s4, pairTimes(get(square), get(square))),
    ...count(bucket, cell),
    ...count(otherBucket, otherCell),
    ...(name === 'accumulate'
      ? []
      : [
          ...vStore(get(total), pairPlus(vLoad(get(total)), vLoad(get(values)))),
          ...set(total, plus(get(total), integer(16))),
        ]),
  ];
  const next = isLess(tee(values, plus(get(values), integer(16))), get(end));
  return {
    name,
    // Without a total, its parameter stands there unused, so that locals have the same numbers.
    parameters: ['i32', 'i32', 'f64', 'i32', 'i32', 'i32'],
    result: 'i32',
    locals: ['i32', 'i32', 'i32', 'i32', 'v128', 'v128', 'v128', 'v128', 'v128', 'v128'],
    body: [
      ...powers.flatMap((sum, nth) => set(sum, vLoad(get(sums), 16 * nth))),
      ...leavable(repeat(body, next)),
      ...powers.flatMap((sum, nth) => vStore(get(sums), get(sum), 16 * nth)),
      ...get(values),
    ],
  };
}

function settle(): Routine {
  const [list, end, values, total, pages, sums] = [0, 1, 2, 3, 4, 5];
  const [trial, bucket, cell, value, square] = [6, 7, 8, 9, 10];
  const powers = [11, 12, 13, 14] as const;
  const [s1, s2, s3, s4] = powers;
  const add = (sum: number, term: Code) => set(sum, fPlus(get(sum), term));
  const own = plus(get(values), get(trial));
  const ofTotal = plus(get(total), get(trial));
  const body = [
    ...set(trial, shiftLeft(load(get(list)), 3)),
    ...set(bucket, bucketOf(own, 0)),
    ...leaveIf(isZero(tee(cell, pageOf(bucket, pages)))),
    ...set(value, fLoad(own)),
    ...fStore(own, real(0)),
    ...fStore(ofTotal, fPlus(fLoad(ofTotal), get(value))),
    ...set(square, fTimes(get(value), get(value))),
    ...add(s1, get(value)),
    ...add(s2, get(square)),
    ...add(s3, fTimes(get(square), get(value))),
    ...add(s4, fTimes(get(square), get(square))),
    ...count(bucket, cell),
  ];
  const next = isLess(tee(list, plus(get(list), integer(4))), get(end));
  return {
    name: 'settle',
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
    result: 'i32',
    locals: ['i32', 'i32', 'i32', 'f64', 'f64', 'f64', 'f64', 'f64', 'f64'],
    body: [
      ...powers.flatMap((sum, nth) => set(sum, fLoad(get(sums), 16 * nth))),
      ...leavable(repeat(body, next)),
      ...powers.flatMap((sum, nth) => fStore(get(sums), get(sum), 16 * nth)),
      ...get(list),
    ],
  };
}

/** Sign, exponent and the first ten bits of the mantissa: what is left of the upper half, which comes second. */
function bucketOf(value: Code, offset: number): Code {
  return shiftRight(load(value, offset + 4), 10);
}

/** Where the counts of a bucket's page begin. */
function pageOf(bucket: number, pages: number): Code {
  return load(plus(get(pages), shiftLeft(shiftRight(get(bucket), 10), 2)));
}

/** Counts one in a bucket of the page at `cell`. */
function count(bucket: number, cell: number): Code {
  return [
    ...set(cell, plus(get(cell), shiftLeft(and(get(bucket), integer(1023)), 2))),
    ...store(get(cell), plus(load(get(cell)), integer(1))),
  ];
}

function addTo(): Routine {
  const [sum, values, end] = [0, 1, 2];
  const body = [
    ...vStore(get(sum), pairPlus(vLoad(get(sum)), vLoad(get(values)))),
    ...set(sum, plus(get(sum), integer(16))),
  ];
  const next = isLess(tee(values, plus(get(values), integer(16))), get(end));
  return {
    name: 'addTo',
    parameters: ['i32', 'i32', 'i32'],
    result: null,
    locals: [],
    body: repeat(body, next),
  };
}
