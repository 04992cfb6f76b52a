import {
  allPairs,
  and,
  type Code,
  get,
  integer,
  isLess,
  longsPlus,
  longsShiftLeft,
  ofFour,
  pair,
  pairFrom,
  pairIsAbove,
  pairMinus,
  pairPlus,
  pairTimes,
  plus,
  type Routine,
  real,
  repeat,
  set,
  shiftLeft,
  tee,
  vAnd,
  vLoad,
  vStore,
} from '../../kernel/assembler.js';

/** Entries of the table of 2^(i/256). */
export const STEPS = 256;
const STEP_BITS = 8;
const INVERSE_STEP = STEPS / Math.LN2;
/** ln 2 / 256 in two parts: the first has 33 bits, so that its products with whole numbers of steps are exact. */
const STEP_HIGH = 5954088944 * 2 ** -41;
const STEP_LOW = -1.6409824502660487e-13;
/** Added to a number, it leaves the nearest whole number in the last bits. */
const ROUNDER = 1.5 * 2 ** 52;
/** Beyond, e^x is no normal double. */
export const [LOWEST, HIGHEST] = [-708, 709];

/** 2^(i/256) as bits, less what the whole number of steps will add to the exponent for i. */
export function powersOfTwo(): BigInt64Array {
  const bits = new BigInt64Array(Float64Array.from({ length: STEPS }, (_, nth) => 2 ** (nth / STEPS)).buffer);
  return bits.map((each, nth) => each - (BigInt(nth) << BigInt(52 - STEP_BITS)));
}

/**
 * `exponentials(values, end, out, location, scale)`: e^(location + scale · x) of each x, two at a time. 0 where any
 * exponent is out of range, whose power is then not to be used.
 *
 * Method: x = k ln 2 / 256 + r, a table for 2^(k/256) and Taylor's polynomial for |r| < 0.0014 (P. Tang, ACM TOMS 15(2),
 * 1989); 2^(k/256) is put together in whole numbers: the table's bits plus k at the place of the exponent.
 */
export function exponentials(table: number): Routine {
  const [values, end, out, location, scale, x, k, r, square, power, good] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ];
  const entry = (nth: 0 | 2) => shiftLeft(and(ofFour(get(k), nth), integer(STEPS - 1)), 3);
  const c = (value: number) => pair(real(value));
  const step = [
    ...set(x, pairPlus(pair(get(location)), pairTimes(pair(get(scale)), vLoad(get(values))))),
    ...set(good, vAnd(get(good), vAnd(pairIsAbove(get(x), c(LOWEST)), pairIsAbove(c(HIGHEST), get(x))))),
    ...set(k, pairPlus(pairTimes(get(x), c(INVERSE_STEP)), c(ROUNDER))),
    ...set(r, pairMinus(get(k), c(ROUNDER))),
    ...set(r, pairMinus(pairMinus(get(x), pairTimes(get(r), c(STEP_HIGH))), pairTimes(get(r), c(STEP_LOW)))),
    ...set(power, longsPlus(pairFrom(entry(0), entry(2), table), longsShiftLeft(get(k), 52 - STEP_BITS))),
    ...set(square, pairTimes(get(r), get(r))),
    ...set(r, pairPlus(get(r), pairTimes(get(square), polynomial(r, square)))),
    ...vStore(get(out), pairPlus(get(power), pairTimes(get(power), get(r)))),
    ...set(out, plus(get(out), integer(16))),
  ];
  return {
    name: 'exponentials',
    parameters: ['i32', 'i32', 'i32', 'f64', 'f64'],
    result: 'i32',
    locals: ['v128', 'v128', 'v128', 'v128', 'v128', 'v128'],
    body: [
      ...set(good, pairIsAbove(c(1), c(0))),
      ...repeat(step, isLess(tee(values, plus(get(values), integer(16))), get(end))),
      ...allPairs(get(good)),
    ],
  };

  /** (e^r − 1 − r) / r². */
  function polynomial(r: number, square: number): Code {
    return pairPlus(
      pairPlus(c(1 / 2), pairTimes(get(r), c(1 / 6))),
      pairTimes(get(square), pairPlus(c(1 / 24), pairTimes(get(r), c(1 / 120)))),
    );
  }
}
