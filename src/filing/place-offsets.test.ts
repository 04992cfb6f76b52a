import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place, SourceSpan } from './filing.js';
import { PlaceOffsets } from './place-offsets.js';

function placeOf(text: string, ...spans: SourceSpan[]): Place {
  return { text, spans, start: spans[0]?.[0] ?? 0, end: spans.at(-1)?.[1] ?? 0 };
}

/** Where a word of the text stands in the source, and back. */
function found(source: string, place: Place, word: string): string {
  const offsets = new PlaceOffsets(source, place);
  const at = place.text.indexOf(word);
  const [start, end] = [offsets.toSource(at), offsets.toSource(at + word.length - 1) + 1];
  expect(offsets.toText(start)).toBe(at);
  return source.slice(start, end);
}

describe('PlaceOffsets', () => {
  it('follows character references and mark-up between spans', () => {
    const source = '<p>R&amp;D of &#165;117&nbsp;million <b>rose</b>&#8217;s</p>';
    const place = placeOf(
      'R&D of ¥117 million rose’s',
      [3, source.indexOf('<b>')],
      [source.indexOf('rose'), source.indexOf('</b>')],
      [source.indexOf('&#8217;'), source.length - 4],
    );
    for (const word of ['D of', '117', 'million', 'rose', 's']) expect(found(source, place, word)).toBe(word);
  });

  it('passes white space that stands nowhere', () => {
    const source = '<p>one<br>two</p>';
    const place = placeOf('one\ntwo', [3, 6], [10, 13]);
    expect(found(source, place, 'two')).toBe('two');
    expect(new PlaceOffsets(source, place).toText(8)).toBeLessThanOrEqual(4);
  });

  it('takes signs as they are where the text shows them so', () => {
    const source = 'AT&T; and R&amp;D 5';
    const place = placeOf('AT&T; and R&D 5', [0, source.length]);
    expect(found(source, place, 'and')).toBe('and');
    expect(found(source, place, '5')).toBe('5');
  });

  it('is exact for any text written with references', () => {
    const sign = fc.constantFrom(
      ['a', 'a'],
      ['&amp;', '&'],
      ['&#165;', '¥'],
      ['&nbsp;', ' '],
      ['<b>', ''],
      ['&#x1F600;', '😀'],
      ['7', '7'],
    );
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 40 }), (signs) => {
        const spans: [number, number][] = [];
        const places: number[] = [];
        let [source, text] = ['', ''];
        for (const [written = '', shown = ''] of signs) {
          const last = spans.at(-1);
          if (shown !== '') {
            if (last?.[1] === source.length) last[1] += written.length;
            else spans.push([source.length, source.length + written.length]);
            places[text.length] = source.length;
          }
          source += written;
          text += shown;
        }
        const offsets = new PlaceOffsets(source, placeOf(text, ...spans));
        places.forEach((place, at) => {
          expect(offsets.toSource(at)).toBe(place);
          expect(offsets.toText(place)).toBe(at);
        });
      }),
    );
  });

  it('is linear in a long paragraph', () => {
    const source = '&#165;5 '.repeat(100_000);
    const offsets = new PlaceOffsets(source, placeOf('¥5 '.repeat(100_000), [0, source.length]));
    expect(offsets.toSource(299_998)).toBe(799_998);
  });
});
