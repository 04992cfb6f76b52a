import { describe, expect, it } from 'vitest';
import { formItems, readFiling } from '../filing/index.js';
import { parseDay } from '../value/index.js';
import { check } from './form.js';

type Heading = readonly [number: string, title: string];

const ITEMS: readonly Heading[] = formItems('20-F', parseDay('2024-12-31'))
  .filter(({ number }) => !number.includes('.') && number !== '16')
  .map(({ number, title }) => [number, title] as const);

function report(headings: readonly Heading[], year = 2024): string {
  const items = headings.map(
    ([number, title]) =>
      `<p><b>Item ${number}. ${title}</b></p><p>${'Kitano Denki Co., Ltd. says here what the form asks of it. '.repeat(5)}</p>`,
  );
  return `<html><body><p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 20-F</p>
    <p>ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d)</p><p>For the fiscal year ended December 31, ${year}</p>
    <p>Kitano Denki Co., Ltd.</p>${items.join('')}</body></html>`;
}

function findings(html: string): string[] {
  const { findings: found, notRun } = check.run(readFiling(html), { rates: null });
  return notRun === null
    ? found.map(({ message, values }) => `${message} ${values['number'] ?? values['item']}`)
    : [notRun];
}

const without = (...numbers: string[]) => ITEMS.filter(([number]) => !numbers.includes(number));
const renamed = (number: string, title: string) =>
  ITEMS.map(([own, right]): Heading => [own, own === number ? title : right]);

describe('form', () => {
  it('is content with a whole report on Form 20-F', () => {
    expect(findings(report(ITEMS))).toEqual([]);
  });

  it('misses no Item that an annual report may omit', () => {
    expect(findings(report(without('1', '2', '4A', '17')))).toEqual([]);
  });

  it('misses an Item that it may not omit, from the year on in which the form asks for it', () => {
    expect(findings(report(without('16K')))).toEqual(['missing Item 16K of Form 20-F']);
    expect(findings(report(without('16J', '16K'), 2021))).toEqual([]);
  });

  it('finds the title of another Item, and a letter that is wrong', () => {
    expect(findings(report(renamed('11', 'Financial Information')))).toEqual(['title 11']);
    expect(findings(report(renamed('7', 'Major Shareholders and Related Parti Transactions')))).toEqual([
      'title 7',
    ]);
    expect(findings(report(renamed('13', 'Defaults, Dividends in Arrears and Delinquencies')))).toEqual([]);
  });

  it('finds an Item under the number of another', () => {
    const headings = ITEMS.map(([number, title]): Heading => [number === '8' ? '9' : number, title]);
    expect(findings(report(headings))).toEqual(['number 9']);
  });

  it('finds an Item out of order', () => {
    const [item, ...others] = [ITEMS[10] as Heading, ...ITEMS.slice(0, 10), ...ITEMS.slice(11)];
    const headings = [...others.slice(0, 16), item as Heading, ...others.slice(16)];
    expect(findings(report(headings))).toEqual([`order ${item?.[0]}`]);
  });

  it('finds a second heading', () => {
    const again = ITEMS.find(([number]) => number === '10') as Heading;
    const headings = ITEMS.flatMap((heading) => (heading[0] === '12' ? [heading, again] : [heading]));
    expect(findings(report(headings))).toEqual(['doubled 10']);
  });

  it('does not judge an excerpt', () => {
    expect(findings(report(ITEMS.slice(0, 6)))).toEqual([
      'the document is no whole report with a heading for each Item',
    ]);
  });
});
