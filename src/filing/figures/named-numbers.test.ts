import { describe, expect, it } from 'vitest';
import { readMentions } from './read-mentions.js';

const roles = (text: string) =>
  readMentions(text).map(({ start, end, role }) => `${text.slice(start, end)}: ${role}`);

describe('numbers in names', () => {
  it.each([
    ['compared with the S&P 500 Index', '500: label'],
    ['the Russell 2000 rose', '2000: label'],
    ['a loss on the 415 program in the year', '415: label'],
    ['we shipped the new Kita 2 which is faster', '2: label'],
    ['the union (KFW 751) went on strike', '751: label'],
    ['the LTL 2 Preliminary Order', '2: label'],
    ['under a 10b5-1 plan', '10b5-1: label'],
    ['a non-Rule 10b5-1 trading arrangement', '10b5-1: label'],
    ['results of the Phase 3b/4 trial', '3b/4: label'],
    ['deliveries of the 415-7 and the', '415-7: label'],
    ['as defined in National Instrument 43-101.', '43-101: label'],
    ['transfers between Levels 1, 2 or 3', '3: label'],
    ['adopted the Pillar 2 rules', '2: label'],
    ['open 24/7/365 to all', '24/7/365: label'],
    ['options under the 1992 Stock Option Plan', '1992: label'],
    ['THE SECURITIES EXCHANGE ACT OF 1934', '1934: label'],
  ])('%s', (text, expected) => {
    expect(roles(text).at(-1)).toBe(expected);
  });

  it.each([
    ['Kitano has 25 plants', '25: amount'],
    ['of these, Texas 5 stores', '5: amount'],
    ['orders rose by 300 aircraft', '300: amount'],
    ['we run 1 program', '1: amount'],
    ['the Bribery Act 2010 applies', '2010: amount'],
    ['from 5-10 employees', '10: amount'],
    ['in 2023 Kitano built a plant', '2023: amount'],
    ['on 10-Feb-2007 it began', '10-Feb-2007: amount'],
  ])('leaves amounts alone: %s', (text, expected) => {
    expect(roles(text).at(-1)).toBe(expected);
  });
});
