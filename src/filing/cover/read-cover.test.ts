import { describe, expect, it } from 'vitest';
import { formatDay } from '../../value/index.js';
import { readFiling } from '../read-filing.js';

const p = (text: string) => `<p>${text}</p>`;
const SEC = p('UNITED STATES SECURITIES AND EXCHANGE COMMISSION');

function coverOf(html: string) {
  const { cover } = readFiling(html);
  const { periodEnd, sharesOutstanding } = cover;
  return {
    ...cover,
    periodEnd: periodEnd === null ? null : formatDay(periodEnd),
    sharesOutstanding: sharesOutstanding.map(
      ({ value, title, asOf }) => `${value} ${title} ${asOf === null ? '-' : formatDay(asOf)}`,
    ),
  };
}

describe('the cover', () => {
  it('names form, issuer, year and shares of a domestic registrant', () => {
    const cover = coverOf(`${SEC}${p('FORM 10-K')}${p('For the fiscal year ended September 28, 2024')}
      ${p('Commission File Number 1-23456')}${p('<b>HARBOR LANE FOODS, INC.</b>')}${p('(Exact name of registrant as specified in its charter)')}
      ${p('The aggregate market value of the shares held by non-affiliates was $1,234,567,890 as of March 29, 2024.')}
      ${p('As of November 1, 2024, there were 120,500,000 shares of the registrant’s Class A common stock and 3.5 million shares of its Class B common stock outstanding, after deducting 1,000,000 shares held in treasury.')}
      ${p('The statements are prepared in conformity with accounting principles generally accepted in the United States of America.')}`);
    expect(cover).toMatchObject({
      form: '10-K',
      issuer: 'HARBOR LANE FOODS, INC.',
      periodEnd: '2024-09-28',
      accounting: 'US GAAP',
      sharesOutstanding: [
        '120500000 Class A common stock 2024-11-01',
        '3500000 Class B common stock 2024-11-01',
      ],
    });
  });

  it('reads the boxes of Form 20-F, whichever side they stand on', () => {
    const boxes = (text: string) =>
      coverOf(`${SEC}${p('FORM 20-F')}${p('☒ ANNUAL REPORT for the year ended 31 March 2024')}
        ${p('KITANO DENKI CO., LTD.')}${p('(Exact name of Registrant as specified in its charter)')}
        ${p('Number of outstanding shares of each class as of the close of the period covered by the annual report:')}
        ${p('81,000,000 ordinary shares')}
        ${p(`Indicate by check mark which basis of accounting the registrant has used to prepare the statements: ${text}`)}`);
    const ifrs = boxes(
      'U.S. GAAP ☐ International Financial Reporting Standards as issued by the Board ☒ Other ☐',
    );
    expect(ifrs).toMatchObject({
      form: '20-F',
      issuer: 'KITANO DENKI CO., LTD.',
      periodEnd: '2024-03-31',
      accounting: 'IFRS',
      sharesOutstanding: ['81000000 ordinary shares 2024-03-31'],
    });
    expect(boxes('[X] U.S. GAAP [ ] International Financial Reporting Standards [ ] Other').accounting).toBe(
      'US GAAP',
    );
    expect(boxes('☐ U.S. GAAP ☐ International Financial Reporting Standards ☒ Other').accounting).toBe(
      'other',
    );
  });

  it('takes the first form that a cover names, and of an excerpt the one named most', () => {
    expect(coverOf(`${SEC}${p('Form 10-K405/A')}${p('as on Form 20-F, on Form 20-F')}`).form).toBe('10-K');
    expect(coverOf(p('Form 10-K, Form 20-F and again Form 20-F')).form).toBe('20-F');
    expect(coverOf(p('Nothing of the kind.')).form).toBeNull();
  });

  it('counts classes in a table, row by row', () => {
    const rows = ['Class A|10,000,000', 'Class B|2,000,000'].map(
      (row) => `<tr><td>${row.replace('|', '</td><td>')}</td></tr>`,
    );
    const cover =
      coverOf(`${SEC}${p('FORM 10-K')}${p('As of July 10, 2024, the number of shares of common stock outstanding were:')}
      <table>${rows.join('')}</table>`);
    expect(cover.sharesOutstanding).toEqual(['10000000 Class A 2024-07-10', '2000000 Class B 2024-07-10']);
  });

  it('reads the header of a submission', () => {
    const text = `<SEC-DOCUMENT>0000.txt
<SEC-HEADER>
CONFORMED SUBMISSION TYPE:\t10-K405
CONFORMED PERIOD OF REPORT:\t20001231
\t\tCOMPANY CONFORMED NAME:\t\t\tMINATO FOODS CO LTD
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K405
<TEXT>
Some words of a report that names neither form nor year.
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>`;
    expect(coverOf(text)).toMatchObject({
      form: '10-K',
      issuer: 'MINATO FOODS CO LTD',
      periodEnd: '2000-12-31',
    });
  });

  it('names currencies, commonest first', () => {
    const cover = coverOf(
      p(
        'Sales were $12 million, $11 million and $10 million; in Europe €3 million and €2 million; in Japan ¥5 million.',
      ),
    );
    expect([cover.currency, ...cover.otherCurrencies]).toEqual(['USD', 'EUR', 'JPY']);
  });
});
