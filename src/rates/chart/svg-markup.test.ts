import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, escaped, linePath, pixels } from './svg-markup.js';

describe('SVG markup', () => {
  it('escapes text and attributes, and leaves out null', () => {
    const markup = element('text', { x: 1.25, class: 'a"b', id: null }, escaped('<b> & \u0007 ¥'));
    expect(markup).toBe('<text x="1.3" class="a&#34;b">&#60;b&#62; &#38; \ufffd ¥</text>');
    expect(element('path', { d: '' })).toBe('<path d=""/>');
  });

  it.each([
    [0, '0'],
    [-0.04, '0'],
    [12, '12'],
    [0.25, '.3'],
    [-0.3, '-.3'],
    [-12.34, '-12.3'],
  ])('writes %s pixels as %s', (value, text) => {
    expect(pixels(value)).toBe(text);
  });

  it('writes a path that leads through every rounded place', () => {
    const coordinate = fc.double({ min: 0, max: 4000, noNaN: true });
    const lines = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lines, (line) => {
        const rounded = line.map(({ x, y }) => [Math.round(x * 10), Math.round(y * 10)]);
        const distinct = rounded.filter(
          ([x, y], index) => index === 0 || x !== rounded[index - 1]?.[0] || y !== rounded[index - 1]?.[1],
        );
        expect(placesOf(linePath(line))).toEqual(distinct);
      }),
    );
  });

  it('draws a dot for a single place', () => {
    expect(linePath([{ x: 3, y: 4 }])).toBe('M3,4h0');
  });
});

/** The places of a path in tenths, read as SVG 1.1 says. */
function placesOf(path: string): number[][] {
  const [, start = '', , steps = ''] = /^M([^lh]*)(l([-\d., ]*)|h0)$/.exec(path) ?? [];
  const numbers = (text: string) =>
    (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map((each) => Math.round(Number(each) * 10));
  const places = [numbers(start)];
  const relative = numbers(steps);
  for (let index = 0; index < relative.length; index += 2) {
    const [x = 0, y = 0] = places.at(-1) ?? [];
    places.push([x + (relative[index] ?? 0), y + (relative[index + 1] ?? 0)]);
  }
  return places;
}
