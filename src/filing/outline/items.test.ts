import { describe, expect, it } from 'vitest';
import type { Section } from '../filing.js';
import { readFiling } from '../read-filing.js';

const COVER = `<html><body><p align="center"><b>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</b></p>
<p align="center"><b>FORM 10-K</b></p><p>For the fiscal year ended December 31, 2024</p>`;
const WORDS =
  'We bake bread and cakes in four plants and sell them to grocers, hotels and hospitals in nine states, and we have done so since the company was founded by two brothers in a shed behind the harbor.';

/** Ids of Items, nested ones after their parent, with the title of each. */
function itemsOf(html: string): string[] {
  return flatten(readFiling(html).outline)
    .filter(({ kind }) => kind === 'item')
    .map(({ id, title }) => `${id} ${title}`);
}

function flatten(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flatten(section.children)]);
}

const item = (heading: string, ...paragraphs: string[]) =>
  `<p><b>${heading}</b></p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`;

describe('Items of a web page', () => {
  it('begin at headings of the body, not at entries of the contents', () => {
    const contents = ['1. Business', '1A. Risk Factors', '2. Properties', '3. Legal Proceedings']
      .map((title, index) => `<div><a href="#i${index}">Item ${title}</a> ${index + 3}</div>`)
      .join('');
    const html = `${COVER}<p><b>TABLE OF CONTENTS</b></p>${contents}
      ${item('Item 1. Business', WORDS)}${item('Item 1A. Risk Factors', WORDS)}
      ${item('Item 2. Properties', WORDS)}${item('Item 3. Legal Proceedings', 'None.')}</body></html>`;
    const filing = readFiling(html);
    expect(itemsOf(html)).toEqual([
      'item-1 Business',
      'item-1a Risk Factors',
      'item-2 Properties',
      'item-3 Legal Proceedings',
    ]);
    expect(filing.outline[0]?.start).toBe(html.indexOf('Item 1. Business', html.indexOf('<p><b>Item 1')));
  });

  it('are read where number and title are parted, and where one heading has two', () => {
    const html = `${COVER}
      <p><b>Items 1 and 2.</b> <b>Business and Properties</b></p><p>${WORDS}</p>
      <table><tr><td><b>ITEM 3.</b></td><td><b>LEGAL PROCEEDINGS</b></td></tr></table><p>None.</p>
      <p><b>ITEM 5.</b></p><p><b>MARKET FOR OUR COMMON STOCK</b></p><p>${WORDS}</p>
      <p><b>ITEM 7. AND 7A. MANAGEMENT’S DISCUSSION AND ANALYSIS, AND MARKET RISK</b></p><p>${WORDS}</p>
      <p><b>9A. Controls and Procedures</b></p><p>${WORDS}</p>`;
    expect(itemsOf(html)).toEqual([
      'item-1 Business',
      'item-2 Properties',
      'item-3 LEGAL PROCEEDINGS',
      'item-5 MARKET FOR OUR COMMON STOCK',
      'item-7 Management’s Discussion and Analysis of Financial Condition and Results of Operations',
      'item-7a Quantitative and Qualitative Disclosures About Market Risk',
      'item-9a Controls and Procedures',
    ]);
  });

  it('go on where the head of a page repeats them', () => {
    const page = (number: number, text: string) =>
      `<p>PART II</p><p>Item 7. Management’s Discussion and Analysis (Continued)</p><p>${text}</p><p>${number}</p><hr>`;
    const html = `${COVER}${item('Item 7. Management’s Discussion and Analysis', WORDS)}
      ${[21, 22, 23, 24].map((number) => page(number, WORDS)).join('')}${item('Item 8. Financial Statements', WORDS)}`;
    expect(itemsOf(html)).toEqual([
      'item-7 Management’s Discussion and Analysis',
      'item-8 Financial Statements',
    ]);
  });

  it('may run into their paragraphs', () => {
    const html = `${COVER}<p><b>Item 1. Business.</b> ${WORDS} ${WORDS}</p><p>Item 3. Legal Proceedings. None.</p>
      <p>Item 4. Mine Safety Disclosures. Not applicable.</p><p><b>Item 5.</b> <i>Market for Our Stock</i> ${WORDS}</p>`;
    const filing = readFiling(html);
    expect(filing.outline.map(({ id, title, answer }) => `${id} ${title} ${answer}`)).toEqual([
      'item-1 Business content',
      'item-3 Legal Proceedings content',
      'item-4 Mine Safety Disclosures not-applicable',
      'item-5 Market for Our Stock content',
    ]);
    expect(filing.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(0);
  });

  it('are not sentences that begin with an Item', () => {
    const html = `${COVER}${item('Item 1. Business', WORDS, 'Item 7 of this report says how we did.', 'Item 1A contains risks.')}
      ${item('Item 2. Properties', WORDS)}`;
    expect(itemsOf(html)).toEqual(['item-1 Business', 'item-2 Properties']);
  });

  it('are found through an index where the report goes by titles of its own', () => {
    const heading = (title: string) => `<p style="font-size:18pt">${title}</p>`;
    const rows = [
      '1|Business',
      '1A|Risk Factors',
      '1B|Unresolved Staff Comments',
      '1C|Cybersecurity',
      '2|Properties',
    ]
      .concat([
        '3|Legal Proceedings',
        '5|Market for Common Stock',
        '7A|Market Risk',
        '9A|Controls and Procedures',
      ])
      .map((row) => row.split('|'))
      .map(([number, title]) => `<tr><td>Item ${number}.</td><td>${title}</td><td>12</td></tr>`)
      .join('');
    const text = `<p style="font-size:10pt">${WORDS}</p>`;
    const html = `${COVER}<p style="font-size:18pt">What We Bake</p>${text}${heading('Risk Factors')}${text}
      ${heading('Properties')}${text}${heading('Our People')}${text}${heading('Controls and Procedures')}${text}
      <p style="font-size:18pt">Form 10-K Cross-Reference Index</p><table><tr><th>Item</th><th>Title</th><th>Page</th></tr>${rows}</table>`;
    const filing = readFiling(html);
    expect(itemsOf(html)).toEqual([
      'item-1a Risk Factors',
      'item-2 Properties',
      'item-9a Controls and Procedures',
    ]);
    const properties = filing.outline.find(({ id }) => id === 'item-2');
    expect(properties?.end).toBe(html.indexOf('Our People'));
  });

  it('answer with content, a pointer, or not at all', () => {
    const html = `${COVER}${item('Item 1B. Unresolved Staff Comments', 'Not applicable.')}
      ${item('Item 6. [Reserved]')}${item('Item 9B. Other Information', WORDS.repeat(3))}
      ${item('Item 11. Executive Compensation', 'The information required by this Item is incorporated herein by reference to our proxy statement.')}`;
    const answers = readFiling(html).outline.map(({ id, answer }) => `${id} ${answer}`);
    expect(answers).toEqual([
      'item-1b not-applicable',
      'item-6 content',
      'item-9b content',
      'item-11 pointer',
    ]);
  });
});

describe('Items of Form 20-F', () => {
  const FORM_20_F = '<p>FORM 20-F</p><p>Securities and Exchange Commission</p>';

  it('have sub-items however they are lettered', () => {
    const html = `${FORM_20_F}${item('Item 3. Key Information')}${item('3.A. [Reserved]')}
      ${item('B. Capitalization and Indebtedness', 'Not applicable.')}${item('Item 3.D. Risk Factors', WORDS)}
      ${item('Item 4. Information on the Company')}${item('History and Development of the Company', WORDS)}
      ${item('Item 4A. Unresolved Staff Comments', 'None.')}`;
    expect(itemsOf(html)).toEqual([
      'item-3 Key Information',
      'item-3-a [Reserved]',
      'item-3-b Capitalization and Indebtedness',
      'item-3-d Risk Factors',
      'item-4 Information on the Company',
      'item-4-a History and Development of the Company',
      'item-4a Unresolved Staff Comments',
    ]);
  });

  it('are known in the numbering that held before 2000', () => {
    const html = `${FORM_20_F}${item('Item 1. Description of Business', WORDS)}${item('Item 4. Control of Registrant', WORDS)}
      ${item('Item 9A. Quantitative and Qualitative Disclosures About Market Risk', WORDS)}
      ${item('Item 10. Directors and Officers of Registrant', WORDS)}`;
    expect(itemsOf(html)).toEqual([
      'item-1 Description of Business',
      'item-4 Control of Registrant',
      'item-9a Quantitative and Qualitative Disclosures About Market Risk',
      'item-10 Directors and Officers of Registrant',
    ]);
  });
});
