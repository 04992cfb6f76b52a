import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { contradictionsOf } from './contradictions.js';
import { statementTables } from './statements.js';
import { tiesOf } from './ties.js';

/** A discussion, a statement and a note of an invented issuer; `line` replaces a line of the discussion. */
function report(line = 'Net sales\t$412,908\t$387,115\t$360,274', more: readonly string[] = []): string {
  return [
    'Item 7. Management’s Discussion and Analysis',
    '',
    'Results of Harbor Lane Foods, Inc. (in thousands of dollars)',
    '',
    '\tYear ended December 31, 2006\tYear ended December 31, 2005\tYear ended December 31, 2004',
    line,
    'Freight revenue\t28,977\t24,111\t20,508',
    '',
    ...more,
    'Item 8. Financial Statements and Supplementary Data',
    '',
    'CONSOLIDATED STATEMENTS OF INCOME',
    '',
    '(in thousands of dollars)',
    '',
    '\tYear ended December 31, 2006\tYear ended December 31, 2005\tYear ended December 31, 2004',
    'Net sales\t$412,908\t$387,115\t$360,274',
    'Cost of goods sold\t268,390\t253,261\t240,688',
    'Gross profit\t144,518\t133,854\t119,586',
    'Interest expense\t28,977\t28,101\t27,400',
  ].join('\n');
}

function tiesIn(text: string): string[] {
  return tiesOf(readFiling(text)).ties.map(({ coarse, fine }) => `${coarse.figure.text} ${fine.figure.text}`);
}

function differencesIn(text: string): string[] {
  return contradictionsOf(readFiling(text)).map(
    ({ at, against, cause }) => `${at.figure.text} ${against.figure.text} ${cause}`,
  );
}

describe('ties', () => {
  it('are between lines of one label that print one value of one period', () => {
    expect(tiesIn(report())).toEqual(['$412,908 $412,908', '$387,115 $387,115', '$360,274 $360,274']);
  });

  it('are not between equal values of labels that share no telling word', () => {
    expect(tiesIn(report())).not.toContain('28,977 28,977');
  });

  it('are not between few digits that stand under “Other” in two tables on two subjects', () => {
    const lines = (subject: string, first: string, before: string) => [
      `${subject} of Harbor Lane Foods, Inc. (in thousands of dollars)`,
      '',
      '\tYear ended December 31, 2006\tYear ended December 31, 2005',
      `${subject} abroad\t${first}\t71,209`,
      `${subject}, other\t317\t${before}`,
      '',
    ];
    const under = (a: string, b: string) =>
      report('Orders\t$1\t$2\t$3', [...lines(a, '52,117', '202'), ...lines(b, '64,338', '219')]);
    expect(tiesIn(under('Warehouse leases', 'Warehouse leases'))).toContain('317 317');
    expect(tiesIn(under('Pension gains', 'Warehouse leases'))).not.toContain('317 317');
  });

  it('are not between a fall and a share of one percentage', () => {
    const shares = (own: string) => [
      'Segments of Harbor Lane Foods, Inc.',
      '',
      '\tYear ended December 31, 2006',
      `Share of frozen revenue\t${own}`,
      '',
      'Frozen segment of Harbor Lane Foods, Inc.',
      '',
      '\tYear ended December 31, 2006',
      'Share of frozen revenue\t15.2%',
      '',
    ];
    expect(tiesIn(report('Orders\t$1\t$2\t$3', shares('15.2%')))).toEqual(['15.2% 15.2%']);
    expect(tiesIn(report('Orders\t$1\t$2\t$3', shares('(15.2)%')))).toEqual([]);
  });

  it('tie a rounded amount of a sentence to the line, never a wrong one', () => {
    const said = (amount: string) => [
      `Net sales were $${amount} million for the year ended December 31, 2006.`,
      '',
    ];
    const line = 'Orders\t$500,001\t$400,002\t$300,003';
    expect(tiesIn(report(line, said('412.9')))).toEqual(['$412.9 million $412,908']);
    expect(tiesIn(report(line, said('412.8')))).toEqual([]);
    expect(tiesIn(report(line, said('421.9')))).toEqual([]);
  });

  it('find the statements', () => {
    expect([...statementTables(readFiling(report())).values()]).toEqual(['income']);
  });
});

describe('contradictions', () => {
  it('are none where all agrees', () => {
    expect(differencesIn(report())).toEqual([]);
  });

  it.each([
    ['Net sales\t$412,908\t$378,115\t$360,274', ['$378,115 $387,115 two adjacent digits swapped']],
    ['Net sales\t$412,908\t$387,115\t$36,274', ['$36,274 $360,274 a digit dropped']],
    ['Net sales\t$412,908\t$387,115\t$387,115', ['$387,115 $360,274 the figure of another period']],
  ])('name the place outside the statements: %s', (line, expected) => {
    expect(differencesIn(report(line))).toEqual(expected);
  });

  it('are none where lines differ in two periods, or by no slip', () => {
    expect(differencesIn(report('Net sales\t$412,908\t$378,115\t$306,274'))).toEqual([]);
    expect(differencesIn(report('Net sales\t$412,908\t$391,020\t$360,274'))).toEqual([]);
  });

  it('are between a sentence and the line whose very label it uses', () => {
    const said = (amount: string) => [
      `Our gross profit was $${amount} million for the year ended December 31, 2006.`,
      '',
    ];
    const line = 'Orders\t$500,001\t$400,002\t$300,003';
    expect(differencesIn(report(line, said('144.5')))).toEqual([]);
    expect(differencesIn(report(line, said('154.5')))).toEqual(['$154.5 million 144,518 one digit differs']);
  });

  it('are between a total of the statements and the sentence that names it by a single word', () => {
    const said = (amount: string) => [
      `Our total orders were $${amount} million for the year ended December 31, 2006.`,
      '',
    ];
    const line = 'Total orders\t$500,801\t$400,702\t$300,603';
    expect(differencesIn(report(line, said('500.8')))).toEqual([]);
    expect(differencesIn(report(line, said('508.0')))).toEqual([
      '$508.0 million $500,801 two adjacent digits swapped',
    ]);
  });

  it('are between two tellings of one thing in like words, where their other amounts agree', () => {
    const told = (amount: string) => [
      `In the year ended December 31, 2006, the Company repaid in full $${amount} million of debt and borrowed $75.4 million.`,
      '',
      'As Note 7 says, in the year ended December 31, 2006, the Company repaid in full $197 million of debt and borrowed $75.4 million from banks.',
      '',
    ];
    expect(differencesIn(report('Orders\t$500,001\t$400,002\t$300,003', told('197')))).toEqual([]);
    expect(differencesIn(report('Orders\t$500,001\t$400,002\t$300,003', told('179')))).toEqual([
      '$197 million $179 million two adjacent digits swapped',
    ]);
  });
});
