import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { check } from './statement.js';

function kinds(sentence: string, options = {}): (string | undefined)[] {
  const text = `Item 4. Information on the Company\n\n${sentence}`;
  const { findings } = check.run(readFiling(text), { rates: null, options });
  return findings.map(({ message, values }) => (message === 'backup' ? values['kind'] : message));
}

describe('statement', () => {
  it.each([
    ['Kitano Denki is the largest maker of lamps in western Japan.', ['superlative']],
    ['Kitano Denki was the first to sell such lamps in Kobe.', ['superlative']],
    ['Kitano Denki may become the largest maker of lamps.', []],
    ['Kitano Denki is the largest of 12 makers of lamps.', []],
    ['None of our employees belong to a union.', ['absolute']],
    ['Mr. Tanaka has served as head of sales since the merger.', ['office']],
    ['On June 28, 2006, the shareholders approved the merger.', ['dated event']],
    ['As of June 28, 2006, the merger was not approved.', []],
    ['Our lamps are sold in Kobe.', []],
  ])('%s', (sentence, expected) => {
    expect(kinds(sentence)).toEqual(expected);
  });

  it('lists no more of a kind than asked', () => {
    const many = 'Kitano Denki is the largest maker of lamps in western Japan. '.repeat(40);
    expect(kinds(many)).toHaveLength(25);
    expect(kinds(many, { most: 3 })).toHaveLength(3);
    expect(kinds(many, { most: 0 })).toEqual([]);
  });

  const told = (date: string) =>
    `On ${date}, the board of Kitano Denki Co., Ltd. resolved to close the Sakai works and to move its lines to Kobe.`;
  it.each([
    ['March 15, 2006', 0, undefined],
    ['March 16, 2006', 1, 'warning'],
    ['March 15, 2007', 1, 'info'],
    ['April 20, 2006', 0, undefined],
  ])('compares two tellings of an event: %s', (date, count, severity) => {
    const { findings } = check.run(readFiling(`${told('March 15, 2006')}\n\n${told(date)}`), { rates: null });
    const dates = findings.filter(({ message }) => message === 'dates');
    expect(dates).toHaveLength(count);
    expect(dates[0]?.severity).toBe(severity);
  });
});
