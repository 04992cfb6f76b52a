import { InputError } from '../value/index.js';

/** Collects whole numbers as little-endian groups of seven bits, the high bit saying that more follow (LEB128). */
export class VarintWriter {
  private readonly bytes: number[] = [];

  /** A safe integer of zero or more. */
  unsigned(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }

  /** Any safe integer, small ones of either sign short: 0, -1, 1, -2 become 0, 1, 2, 3 (zigzag). */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** Reads what `VarintWriter` wrote. Numbers go beyond 32 bits, so it multiplies where others shift. */
export class VarintReader {
  private readonly bytes: Uint8Array;
  private offset = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get atEnd(): boolean {
    return this.offset === this.bytes.length;
  }

  /** Throws `InputError` where the bytes end early or the number is not a safe integer. */
  unsigned(): number {
    const first = this.byte();
    return first < 128 ? first : this.longer(first - 128);
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  private longer(lowest: number): number {
    let value = lowest;
    let worth = 128;
    let byte = this.byte();
    while (byte > 127) {
      value += (byte - 128) * worth;
      worth *= 128;
      byte = this.byte();
    }
    return safe(value + byte * worth);
  }

  private byte(): number {
    const byte = this.bytes[this.offset++];
    if (byte === undefined) throw new InputError('bad-rates-file', 'Unexpected end of a list of numbers');
    return byte;
  }
}

function safe(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new InputError('bad-rates-file', `Unexpected number ${value}, expected a safe integer`);
}
