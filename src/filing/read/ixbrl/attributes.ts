import { decodeReferences } from './references.js';

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const MOST = 64;

/** The attributes of one tag at a time: ranges of the source, cut out when they are asked for. */
export class Attributes {
  private count = 0;
  /** Four numbers an attribute: where its local name and its value begin and end. */
  private readonly ranges = new Int32Array(4 * MOST);
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Takes those between a tag's name and its end; what is left over above 64 is passed over. */
  read(from: number, to: number): void {
    const { source, ranges } = this;
    this.count = 0;
    let at = from;
    while (at < to && this.count < MOST) {
      const code = source.charCodeAt(at);
      if (code <= 32 || code === SLASH) {
        at += 1;
        continue;
      }
      const nameEnd = this.afterName(at, to);
      let value = this.afterSpace(nameEnd, to);
      if (source.charCodeAt(value) !== EQUALS || value >= to) {
        at = Math.max(value, at + 1);
        continue;
      }
      value = this.afterSpace(value + 1, to);
      const quote = source.charCodeAt(value);
      const isQuoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
      if (isQuoted) value += 1;
      const end = isQuoted ? this.at(quote, value, to) : this.afterName(value, to);
      const entry = 4 * this.count;
      ranges[entry] = this.localName(at, nameEnd);
      ranges[entry + 1] = nameEnd;
      ranges[entry + 2] = value;
      ranges[entry + 3] = end;
      this.count += 1;
      at = isQuoted ? end + 1 : Math.max(end, value);
    }
  }

  /** By local name: "nil" is that of `xsi:nil`. Null where the tag has none; the first counts. */
  get(name: string): string | null {
    const { source, ranges, count } = this;
    for (let at = 0; at < 4 * count; at += 4) {
      const start = ranges[at] as number;
      if ((ranges[at + 1] as number) - start !== name.length || !source.startsWith(name, start)) continue;
      return decodeReferences(source.slice(ranges[at + 2], ranges[at + 3]));
    }
    return null;
  }

  private afterName(from: number, to: number): number {
    let at = from;
    for (; at < to; at += 1) {
      const code = this.source.charCodeAt(at);
      if (code <= 32 || code === EQUALS) break;
    }
    return at;
  }

  private afterSpace(from: number, to: number): number {
    let at = from;
    while (at < to && this.source.charCodeAt(at) <= 32) at += 1;
    return at;
  }

  private at(quote: number, from: number, to: number): number {
    let at = from;
    while (at < to && this.source.charCodeAt(at) !== quote) at += 1;
    return at;
  }

  private localName(from: number, to: number): number {
    for (let at = to - 1; at >= from; at -= 1) if (this.source.charCodeAt(at) === COLON) return at + 1;
    return from;
  }
}
