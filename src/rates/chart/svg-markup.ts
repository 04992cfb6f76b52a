import type { Spot } from './thinned-line.js';

/** Attributes of an element; null leaves one out. Numbers are rounded to a tenth of a pixel. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element with its content, which is markup already; empty elements close themselves. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? pixels(value) : escaped(value ?? '')}"`);
  const inner = content.join('');
  return `<${name}${written.join('')}${inner === '' ? '/>' : `>${inner}</${name}>`}`;
}

/** Text for an element or a quoted attribute; characters that XML forbids become U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A number of pixels as written: tenths, no trailing zero. */
export function pixels(value: number): string {
  return tenths(Math.round(value * 10));
}

/**
 * The `d` of a path along a line: its first place, then each step in tenths of a pixel, from rounded place to rounded
 * place, so that roundings do not add up. A single place is a dot where the line has round ends.
 */
export function linePath(line: readonly Spot[]): string {
  let [start, steps] = ['', ''];
  let [x, y] = [0, 0];
  for (const [index, spot] of line.entries()) {
    const [nextX, nextY] = [Math.round(spot.x * 10), Math.round(spot.y * 10)];
    if (index === 0) start = `M${tenths(nextX)},${tenths(nextY)}`;
    else if (nextX !== x || nextY !== y) steps += step(nextX - x, nextY - y, steps === '');
    [x, y] = [nextX, nextY];
  }
  return start + (steps === '' ? 'h0' : steps);
}

function step(x: number, y: number, isFirst: boolean): string {
  const [across, down] = [tenths(x), tenths(y)];
  const lead = isFirst ? 'l' : across.startsWith('-') ? '' : ' ';
  return `${lead}${across}${down.startsWith('-') ? '' : ','}${down}`;
}

/** A whole number of tenths without a leading zero: "-.3", "12", "4.5". */
function tenths(count: number): string {
  const magnitude = Math.abs(count);
  const [whole, rest] = [Math.floor(magnitude / 10), magnitude % 10];
  const digits = rest === 0 ? String(whole) : `${whole === 0 ? '' : whole}.${rest}`;
  return count < 0 ? `-${digits}` : digits;
}
