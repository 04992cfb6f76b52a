/**
 * As much of WebAssembly's binary format as the kernel needs: an expression is the bytes that leave its value, so that
 * expressions nest as they are read. W3C, "WebAssembly Core Specification", chapter 5.
 */
export type Code = readonly number[];
export type Value = 'i32' | 'f64' | 'v128';

export interface Routine {
  readonly name: string;
  readonly parameters: readonly Value[];
  readonly result: Value | null;
  /** Locals beside the parameters, which they are numbered after. */
  readonly locals: readonly Value[];
  readonly body: Code;
}

const TYPE: Readonly<Record<Value, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };
const NO_VALUE = 0x40;

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];
export const tee = (local: number, value: Code): Code => [...value, 0x22, local];

export const integer = (value: number): Code => [0x41, ...signed(value)];
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71];
export const xor = (a: Code, b: Code): Code => [...a, ...b, 0x73];
export const shiftLeft = (a: Code, by: number): Code => [...a, ...integer(by), 0x74];
export const shiftRight = (a: Code, by: number): Code => [...a, ...integer(by), 0x76];
/** Keeps the sign. */
export const shiftRightSigned = (a: Code, by: number): Code => [...a, ...integer(by), 0x75];
export const isZero = (a: Code): Code => [...a, 0x45];
export const isLess = (a: Code, b: Code): Code => [...a, ...b, 0x49];
export const isAtLeastSigned = (a: Code, b: Code): Code => [...a, ...b, 0x4e];

export const real = (value: number): Code => [0x44, ...bytesOf(value)];
export const toReal = (a: Code): Code => [...a, 0xb7];
export const fPlus = (a: Code, b: Code): Code => [...a, ...b, 0xa0];
export const fTimes = (a: Code, b: Code): Code => [...a, ...b, 0xa2];

export const load = (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)];
export const loadByte = (address: Code, offset = 0): Code => [...address, 0x2d, 0, ...unsigned(offset)];
export const store = (address: Code, value: Code): Code => [...address, ...value, 0x36, 2, 0];
export const fLoad = (address: Code, offset = 0): Code => [...address, 0x2b, 3, ...unsigned(offset)];
export const fStore = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  0x39,
  3,
  ...unsigned(offset),
];

const vector = (operation: number): Code => [0xfd, ...unsigned(operation)];

export const vLoad = (address: Code, offset = 0): Code => [...address, ...vector(0), 3, ...unsigned(offset)];
export const vStore = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...vector(0x0b),
  3,
  ...unsigned(offset),
];
export const vXor = (a: Code, b: Code): Code => [...a, ...b, ...vector(0x51)];
export const vOr = (a: Code, b: Code): Code => [...a, ...b, ...vector(0x50)];
export const vAnd = (a: Code, b: Code): Code => [...a, ...b, ...vector(0x4e)];

/** Two doubles at a time. */
export const pair = (a: Code): Code => [...a, ...vector(0x14)];
export const pairPlus = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xf0)];
export const pairMinus = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xf1)];
export const pairTimes = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xf2)];
/** All bits of each that is above, none of the others. */
export const pairIsAbove = (a: Code, b: Code): Code => [...a, ...b, ...vector(0x4a)];
/** 1 where neither of a pair is zero. */
export const allPairs = (a: Code): Code => [...a, ...vector(0xc3)];
/** A pair of 64-bit patterns: the first from memory, then the second. */
export const pairFrom = (first: Code, second: Code, offset: number): Code => [
  ...second,
  ...first,
  ...vector(0x5d),
  3,
  ...unsigned(offset),
  ...vector(0x57),
  3,
  ...unsigned(offset),
  1,
];
/** Their whole numbers of 64 bits. */
export const longsPlus = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xce)];
export const longsShiftLeft = (a: Code, by: number): Code => [...a, ...integer(by), ...vector(0xcb)];

/** Four words at a time. */
export const fourPlus = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xae)];
export const fourShiftLeft = (a: Code, by: number): Code => [...a, ...integer(by), ...vector(0xab)];
export const fourShiftRight = (a: Code, by: number): Code => fourShiftRightBy(a, integer(by));
export const fourShiftRightBy = (a: Code, by: Code): Code => [...a, ...by, ...vector(0xad)];
/** One word of four. */
export const ofFour = (a: Code, nth: 0 | 1 | 2 | 3): Code => [...a, ...vector(0x1b), nth];

/** The body again as long as `condition` is not zero at its end. */
export const repeat = (body: Code, condition: Code): Code => [
  0x03,
  NO_VALUE,
  ...body,
  ...condition,
  0x0d,
  0,
  0x0b,
];
/** Out of a `leavable` from inside its one loop, where the condition is not zero. */
export const leaveIf = (condition: Code): Code => [...condition, 0x0d, 1];
export const leavable = (body: Code): Code => [0x02, NO_VALUE, ...body, 0x0b];

/** A module of the routines, over a memory that is imported as `host.memory`. */
export function moduleOf(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const types = routines.map(({ parameters, result }) => [
    0x60,
    ...list(parameters.map((each) => [TYPE[each]])),
    ...list(result === null ? [] : [[TYPE[result]]]),
  ]);
  const bodies = routines.map(({ locals, body }) => {
    const code = [...list(locals.map((each) => [1, TYPE[each]])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [[...text('host'), ...text('memory'), 0x02, 0x00, 1]]),
    ...section(
      3,
      routines.map((_, nth) => unsigned(nth)),
    ),
    ...section(
      7,
      routines.map(({ name }, nth) => [...text(name), 0x00, ...unsigned(nth)]),
    ),
    ...section(10, bodies),
  ]);
}

function section(id: number, items: readonly Code[]): Code {
  const content = list(items);
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(name: string): Code {
  return list([...name].map((letter) => [letter.charCodeAt(0)]));
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

function bytesOf(value: number): Code {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value, true);
  return [...new Uint8Array(bytes.buffer)];
}
