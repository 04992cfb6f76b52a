import { describe, expect, it } from 'vitest';
import { readFiling } from './read-filing.js';

const AMOUNTS = ['163', '1,349', '226', '407', '286', '53.5', '361', '230', '644', '72'];
const TABLE = `
                         (in millions)

                              2023        2022
                            --------    --------
   Noodles                  $  1,204    $  1,117
   Soups                         433         401
                            --------    --------
   Total                    $  1,637    $  1,518
`;
const report = (sentence: (amount: string) => string, table = TABLE) =>
  `FORM 10-K\n\nItem 7. Management's Discussion and Analysis\n\n${table}\n${AMOUNTS.map(sentence).join('\n\n')}\n`;
const valuesOf = (text: string) =>
  readFiling(text)
    .figures.filter((figure) => 'block' in figure.where && figure.role === 'amount' && figure.unit === 'USD')
    .map(({ value }) => value);

describe('the scale of sentences', () => {
  it('is that of the tables where the sentences print no magnitudes', () => {
    const values = valuesOf(report((amount) => `The cost of the plant was $${amount}.`));
    expect(values.slice(0, 2)).toEqual(['163000000', '1349000000']);
    expect(values).toHaveLength(AMOUNTS.length);
  });

  it('is none where they print magnitudes', () => {
    const values = valuesOf(
      report((amount) => `The plant cost $${amount} million, the shed $12 million, and the lamp $45.`),
    );
    expect(values.slice(0, 3)).toEqual(['163000000', '12000000', '45']);
  });

  it('is none where amounts are printed in full', () => {
    const values = valuesOf(report((amount) => `The lamp cost $${amount} and the plant $12,345,678.`));
    expect(values.slice(0, 2)).toEqual(['163', '12345678']);
  });

  it('is none without a scale of the tables', () => {
    const values = valuesOf(
      report((amount) => `The cost of the plant was $${amount}.`, TABLE.replace('(in millions)', '')),
    );
    expect(values[0]).toBe('163');
  });

  it('is what the sentence says before its amounts, where they print no magnitude themselves', () => {
    const values = valuesOf(
      'FORM 10-K\n\nItem 7. Review\n\nRents paid were (in millions): 2023–$41.7; 2022–$63.8. The lamp cost $45.\n',
    );
    expect(values).toEqual(['41700000', '63800000', '45']);
  });
});
