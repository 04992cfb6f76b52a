import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { check } from '../index.js';

const STATEMENT = [
  'Annual report of Harbor Lane Foods, Inc. for the fiscal year ended December 31, 2024',
  '',
  'Consolidated Statements of Income (in millions of dollars)',
  '',
  '\t2024\t2023\t2022',
  'Year ended December 31,\t\t\t',
  'Net sales\t$4,980\t$4,570\t$4,312',
  'Cost of sales\t3,120\t2,894\t2,760',
  'Gross profit\t1,860\t1,676\t1,552',
  'Selling expenses\t912\t874\t861',
  'Interest expense\t145\t163\t171',
  'Net income\t702\t588\t511',
  '',
].join('\n');

function said(sentence: string): { errors: string[]; ticked: string[] } {
  const text = `${STATEMENT}\n${sentence}`;
  const { findings, figures } = check(readFiling(text), { rates: null }, { only: ['sentence'] });
  return {
    errors: findings.map(({ printed, expected, severity }) => `${severity}: ${printed}, not ${expected}`),
    ticked: figures
      .filter(({ figure, ticks }) => figure.start > STATEMENT.length && ticks.length > 0)
      .map(({ figure }) => figure.text),
  };
}

describe('a list over several periods', () => {
  it('is ticked by the row of a statement that has all of it', () => {
    expect(said('We paid $145 million, $163 million and $171 million in 2024, 2023 and 2022.')).toEqual({
      errors: [],
      ticked: ['$145 million', '$163 million', '$171 million'],
    });
  });

  it('is wrong where the row has all amounts but one, and that is a slip', () => {
    const { errors, ticked } = said(
      'Interest expense was $145 million, $136 million and $171 million in 2024, 2023 and 2022, respectively.',
    );
    expect(errors).toEqual(['error: $136 million, not $163 million']);
    expect(ticked).not.toContain('$136 million');
  });

  it('says nothing where the other amount is no slip, or a step of rounding', () => {
    const list = (amount: string) =>
      `Interest expense was $145 million, ${amount} million and $171 million in 2024, 2023 and 2022, respectively.`;
    expect(said(list('$208')).errors).toEqual([]);
    expect(said(list('$162')).errors).toEqual([]);
  });
});

describe('a line as a percentage of another', () => {
  it.each([
    'Selling expenses as a percentage of net sales were 18.3% in 2024.',
    'As a percentage of net sales, selling expenses were 18.3% in 2024.',
    'Selling expenses, as a percentage of net sales, were 18.3% in 2024.',
  ])('is recomputed: %s', (sentence) => {
    expect(said(sentence)).toEqual({ errors: [], ticked: ['18.3%'] });
  });

  it('is wrong where its percentage is a slip', () => {
    expect(said('Selling expenses as a percentage of net sales were 13.8% in 2024.').errors).toEqual([
      'error: 13.8%, not 18.3%',
    ]);
  });

  it('says nothing of other measures, of a quarter, and of what no slip explains', () => {
    expect(said('Adjusted selling expenses as a percentage of net sales were 13.8% in 2024.').errors).toEqual(
      [],
    );
    expect(said('Selling expenses as a percentage of net sales were 21.6% in 2024.').errors).not.toContain(
      'error: 21.6%, not 18.3%',
    );
  });
});

describe('a word of direction', () => {
  it('is wrong, and not the levels, where a row has both', () => {
    const { errors } = said('Interest expense increased to $145 million in 2024 from $163 million in 2023.');
    expect(errors).toEqual(['error: increased, not a decrease']);
  });

  it('leaves open which is wrong where no row has both', () => {
    const { errors } = said('Rent increased to $45 million in 2024 from $63 million in 2023.');
    expect(errors).toEqual(['error: $45 million, not more than $63 million']);
  });
});

describe('a sentence that is told again', () => {
  const first =
    'In March 2024 Harbor Lane Foods, Inc. sold its frozen dessert business in Oregon for cash proceeds of $318 million and recognized a pretax gain of $127 million.';
  const again = (proceeds: string, gain = '$127 million') =>
    `We sold the frozen dessert business in Oregon in March 2024 for cash proceeds of ${proceeds} and recognized a pretax gain of ${gain}.`;

  it('agrees, and nothing is said', () => {
    expect(said(`${first}\n\n${again('$318 million')}`).errors).toEqual([]);
  });

  it('is wrong in one of two places where one amount is a slip of the other', () => {
    expect(said(`${first}\n\n${again('$381 million')}`).errors).toEqual([
      'error: $381 million, not $318 million',
    ]);
  });

  it('says nothing where two amounts differ, or one by no slip', () => {
    expect(said(`${first}\n\n${again('$381 million', '$172 million')}`).errors).toEqual([]);
    expect(said(`${first}\n\n${again('$405 million')}`).errors).toEqual([]);
  });
});
