import { describe, expect, it } from 'vitest';
import { formatPeriod, parseDay } from '../../value/index.js';
import { PeriodReader } from './period-reader.js';
import { readMentions } from './read-mentions.js';

const latest = parseDay('2023-12-31');
const ends = ['2021-12-31', '2022-12-31', '2023-12-31'].map((day) => parseDay(day));
const calendar = { latest, ends, namedBy: 'end' as const, bareYears: true };

interface Told {
  readonly section?: string;
  readonly isListItem?: boolean;
  readonly isOfStatements?: boolean;
  readonly sentences: readonly string[];
}

/** `figure: period` of every amount of the last paragraph. */
function read(...paragraphs: readonly Told[]): string[] {
  const reader = new PeriodReader({ fiscalYear: null, calendar });
  let found: string[] = [];
  for (const { section = 'note-1', isListItem = false, isOfStatements = true, sentences } of paragraphs) {
    reader.enter({ text: sentences.join(' '), section, isListItem, isOfStatements });
    found = sentences.flatMap((sentence) => {
      const mentions = readMentions(sentence);
      const periods = reader.periodsOf(sentence, mentions);
      return mentions.flatMap((mention, index) => {
        if (mention.unit === 'date') return [];
        const period = periods[index] ?? null;
        return [`${sentence.slice(mention.start, mention.end)}: ${period && formatPeriod(period)}`];
      });
    });
  }
  return found;
}

const YEAR = { 2021: '2021-01-01/2021-12-31', 2022: '2022-01-01/2022-12-31', 2023: '2023-01-01/2023-12-31' };

describe('PeriodReader', () => {
  it('goes on with the time of the sentence before, in one paragraph', () => {
    const first = 'In 2022, we recorded a charge of $5 million.';
    const second = 'Severance costs were $3 million.';
    expect(read({ sentences: [first, second] })).toEqual([
      `$5 million: ${YEAR[2022]}`,
      `$3 million: ${YEAR[2022]}`,
    ]);
    expect(read({ sentences: [first] }, { sentences: [second] })).toEqual([`$3 million: ${YEAR[2023]}`]);
  });

  it('outside the statements gives only what a sentence says itself', () => {
    const sentences = ['In 2022, we recorded a charge of $5 million.', 'Severance costs were $3 million.'];
    expect(read({ sentences, isOfStatements: false })).toEqual([
      `$5 million: ${YEAR[2022]}`,
      '$3 million: null',
    ]);
  });

  it('goes on with the lead-in for the items of a list, until the list ends', () => {
    const leadIn = { sentences: ['Costs of 2021 include:'] };
    const item = { isListItem: true, sentences: ['Severance costs of $3 million'] };
    expect(read(leadIn, item, item)).toEqual([`$3 million: ${YEAR[2021]}`]);
    expect(read(leadIn, item, { sentences: ['Severance costs were $3 million.'] })).toEqual([
      `$3 million: ${YEAR[2023]}`,
    ]);
    expect(read(leadIn, { ...item, section: 'note-2' })).toEqual([`$3 million: ${YEAR[2023]}`]);
  });

  it('goes on with a list of times before "respectively"', () => {
    const sentences = [
      'In 2023 and 2022, we sold shares for $50 million and $40 million, respectively.',
      'These sales brought gains of $5 million and $4 million, respectively.',
    ];
    expect(read({ sentences }).slice(2)).toEqual([`$5 million: ${YEAR[2023]}`, `$4 million: ${YEAR[2022]}`]);
  });

  it('gives an amount that is said again the period that it had', () => {
    const sentences = [
      'Charges were $30 million in 2023 and $44 million in 2022.',
      'Of the $44 million, $31 million were costs of severance.',
    ];
    expect(read({ sentences }).slice(2)).toEqual([
      `$44 million: ${YEAR[2022]}`,
      `$31 million: ${YEAR[2022]}`,
    ]);
  });

  it('takes the day of a deal for what the section says of its price', () => {
    const deal = { sentences: ['On March 7, 2022, we acquired Minato Foods Co., Ltd.'] };
    const price = { sentences: ['The total purchase price paid was $5 million.'] };
    expect(read(deal, price)).toEqual(['$5 million: 2022-03-07/2022-03-07']);
    expect(read(deal, { ...price, section: 'note-2' })).toEqual([`$5 million: ${YEAR[2023]}`]);
  });

  it('does not go on with a time to come or one that only says since when', () => {
    expect(read({ sentences: ['Notes are payable in 2030.', 'Interest paid was $3 million.'] })).toEqual([
      `$3 million: ${YEAR[2023]}`,
    ]);
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it('comes to an end on a paragraph without end', () => {
    const reader = new PeriodReader({ fiscalYear: null, calendar });
    reader.enter({ text: '', section: 'note-1', isListItem: false, isOfStatements: true });
    const sentence = 'we paid $500 and in 2022 and '.repeat(20_000);
    const mentions = readMentions(sentence);
    expect(reader.periodsOf(sentence, mentions)).toHaveLength(mentions.length);
  });
});
