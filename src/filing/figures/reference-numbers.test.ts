import { describe, expect, it } from 'vitest';
import { readMentions } from './read-mentions.js';

const read = (text: string) =>
  readMentions(text).map(({ start, end, role, labelKind, unit }) => [
    text.slice(start, end),
    role === 'label' ? labelKind : unit,
  ]);

describe('numbers that refer to something', () => {
  it.each([
    ['as required by § 232.405 of this chapter', '232.405', 'section'],
    ['Harbor Lane ranked #2 on the list', '2', 'section'],
    ['Doe v. Harbor Lane Foods, Inc., No. 1:05-md-01720-JG, was settled', '1:05-md-01720-JG', 'name'],
    ['the case 87-C01-0601-PL-499 in Kita County', '87-C01-0601-PL-499', 'name'],
    ['under licence KIT/MR/3184/2007 in the north', '3184/2007', 'name'],
    ['we build plants; 4. Create jobs', '4', 'enumerator'],
    ['10.2 Five-Year Credit Agreement', '10.2', 'exhibit'],
    ['4 Includes an increase for costs', '4', 'footnote-mark'],
    ['the office at [2] above', '[2]', 'footnote-mark'],
    ['Auditor ID: 185', '185', 'name'],
    ['its Firm ID is 34', '34', 'name'],
    ['Exhibit (10-26) to the report', '10-26', 'exhibit'],
  ])('%s', (text, number, kind) => {
    expect(read(text)).toContainEqual([number, kind]);
    expect(read(text).every(([printed, what]) => printed !== number || what === kind)).toBe(true);
  });

  it('reads each patent of a list', () => {
    expect(read('Our patents are 7,022,100; 8,888,728 and 10,052,314.')).toEqual([
      ['7,022,100', 'name'],
      ['8,888,728', 'name'],
      ['10,052,314', 'name'],
    ]);
  });

  it('reads the numbers of a list in a sentence', () => {
    expect(read('three segments: 1) foods, 2) drinks and 3) boats').slice(1)).toEqual([
      ['1', 'enumerator'],
      ['2', 'enumerator'],
      ['3', 'enumerator'],
    ]);
  });

  it.each([
    'We sold boats (25 in Kita, 12 in Minato) and nets',
    'Net sales were 7,022,100 in all',
    '2 Directors resigned from the board of Kitano',
    '3.5 Million boats were sold in Kita',
    'awards count on a 5-for-1 basis',
  ])('leaves amounts alone: %s', (text) => {
    expect(readMentions(text).map(({ role }) => role)).not.toContain('label');
  });
});
