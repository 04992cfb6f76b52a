import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNoteSpan } from './note-spans.js';

describe('readNoteSpan', () => {
  it.each([
    [
      '(1) Given for the period from March 1, 2016 to March 21, 2016.',
      'from March 1, 2016 to March 21, 2016',
    ],
    ['(1) Through March 21, 2016.', 'Through March 21, 2016'],
    ['* For the period through March 21.', 'through March 21'],
    ['(a)\tRates up to and including March 21, 2016', 'up to and including March 21, 2016'],
    ['(2) Information for March 2016 is through March 21, 2016.', 'through March 21, 2016'],
    ['(1) The March figures are through March 21, 2016.', 'through March 21, 2016'],
    ['(1) March 1, 2016 – March 21, 2016.', 'March 1, 2016 – March 21, 2016'],
    ['(1) From July 1, 2015 to December 31, 2015 only.', 'From July 1, 2015 to December 31, 2015'],
  ])('%s', (note, text) => {
    const found = readNoteSpan(note);
    expect(found?.kind === 'days' ? found.text : found).toMatch(new RegExp(`${text}$`));
  });

  it.each([
    '(1) Through the latest practicable date.',
    '(1) As of March 21, 2016.',
    '(1) Includes Minato Foods from July 1, 2015 to December 31, 2015.',
    '(1) For part of the month.',
  ])('says of others that a month may not be whole: %s', (note) => {
    expect(readNoteSpan(note)).toEqual({ kind: 'unclear' });
  });

  it.each([
    '(1) The average is that of the rates on the last day of each month.',
    '(2) Restated.',
    '(1) See Note 12 and Item 5.',
    '(1) Net of tax.',
    '',
  ])('finds no days in: %s', (note) => {
    expect(readNoteSpan(note)).toBeNull();
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (note) => {
        const found = readNoteSpan(note);
        return found === null || found.kind === 'unclear' || note.length >= found.text.length;
      }),
    );
  });
});
