import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from './mentions.js';
import { readMentions } from './read-mentions.js';

/** One figure a piece: `text = value unit`, a label's kind in front, a counted noun in angle brackets. */
function show(text: string, mention: Mention): string {
  const label = mention.labelKind === undefined ? '' : `${mention.labelKind} `;
  const noun = mention.noun === undefined ? '' : ` <${mention.noun}>`;
  return `${label}${text.slice(mention.start, mention.end)} = ${mention.value} ${mention.unit}${noun}`;
}

function read(text: string): string[] {
  return readMentions(text).map((mention) => show(text, mention));
}

const CASES: Readonly<Record<string, readonly (readonly [text: string, ...figures: string[]])[]>> = {
  money: [
    ['cash of ¥29.7 billion.', '¥29.7 billion = 29700000000 JPY'],
    ['we paid JPY 5 million', 'JPY 5 million = 5000000 JPY'],
    ['US$1.2 billion and $5', 'US$1.2 billion = 1200000000 USD', '$5 = 5 USD'],
    ['5 million yen', '5 million yen = 5000000 JPY'],
    ['5 million U.S. dollars', '5 million U.S. dollars = 5000000 USD'],
    ['EUR 3 or €1.2m', 'EUR 3 = 3 EUR', '€1.2m = 1200000 EUR'],
    ['U.S. \\$1.50', 'U.S. \\$1.50 = 1.50 USD'],
    ['NIS 200 million', 'NIS 200 million = 200000000 ILS'],
    ['£ 7\u00a0million', '£ 7\u00a0million = 7000000 GBP'],
    ['$369.2 m illion', '$369.2 m illion = 369200000 USD'],
    ['25 cents per share', '25 cents = 0.25 USD/share'],
    ['the 5 won matches', '5 = 5 count <won matches>'],
    ['$400M and $5bn', '$400M = 400000000 USD', '$5bn = 5000000000 USD'],
  ],
  signs: [
    ['was (1,234)', '(1,234) = -1234 pure'],
    ['of $(5) million', '$(5) million = -5000000 USD'],
    ['totaled ($5)', '($5) = -5 USD'],
    ['−5 and -7', '−5 = -5 pure', '-7 = -7 pure'],
    ['△5 and ▲¥6', '△5 = -5 pure', '▲¥6 = -6 JPY'],
    ['a net loss of approximately ¥5 billion', '¥5 billion = -5000000000 JPY'],
    ['an impairment loss of ¥5 billion', '¥5 billion = 5000000000 JPY'],
    ['5 billion yen ($42.6 million)', '5 billion yen = 5000000000 JPY', '$42.6 million = 42600000 USD'],
  ],
  rates: [
    ['¥117.48 per U.S. \\$1.00', '¥117.48 = 117.48 JPY/USD', 'rate-base U.S. \\$1.00 = 1.00 USD'],
    ['¥117.48=US$1.00', '¥117.48 = 117.48 JPY/USD', 'rate-base US$1.00 = 1.00 USD'],
    ['¥117.48 to US$1.00', '¥117.48 = 117.48 JPY/USD', 'rate-base US$1.00 = 1.00 USD'],
    ['U.S.$1.00 to ¥117.48', 'rate-base U.S.$1.00 = 1.00 USD', '¥117.48 = 117.48 JPY/USD'],
    ['RMB6.5063 to US$1.00', 'RMB6.5063 = 6.5063 CNY/USD', 'rate-base US$1.00 = 1.00 USD'],
    ['$1.2058 per €1.00', '$1.2058 = 1.2058 USD/EUR', 'rate-base €1.00 = 1.00 EUR'],
    ['NT$32.0 = US$1.00', 'NT$32.0 = 32.0 TWD/USD', 'rate-base US$1.00 = 1.00 USD'],
    ['¥117.48 to the dollar', '¥117.48 = 117.48 JPY/USD'],
    ['Y117.48 per US$1.00', 'Y117.48 = 117.48 JPY/USD', 'rate-base US$1.00 = 1.00 USD'],
    ['Won 1,130.60 to US$1.00', 'Won 1,130.60 = 1130.60 KRW/USD', 'rate-base US$1.00 = 1.00 USD'],
    ['W1,130.60 = $1.00', 'W1,130.60 = 1130.60 KRW/USD', 'rate-base $1.00 = 1.00 USD'],
    ['the R10.49 model'],
    ['Won 120 contracts', '120 = 120 count <contracts>'],
    ['117.48 yen per dollar', '117.48 yen = 117.48 JPY/USD'],
    ['rates for Japanese yen per U.S. $1.00', 'rate-base U.S. $1.00 = 1.00 USD'],
  ],
  proportions: [
    ['29.7% or 29.7 percent', '29.7% = 29.7 percent', '29.7 percent = 29.7 percent'],
    [
      '29.7 per cent and two percentage points',
      '29.7 per cent = 29.7 percent',
      'two percentage points = 2 percent',
    ],
    ['50 basis points', '50 = 50 bp <basis points>'],
    ['6 7/8% notes', '6 7/8% = 6.875 percent'],
    ['2.5x or 3.2 times', '2.5x = 2.5 multiple', '3.2 = 3.2 multiple <times>'],
    ['a ratio of 3.5 to 1.00', '3.5 = 3.5 multiple', 'rate-base 1.00 = 1.00 multiple'],
    ['one-half, one-third', 'one-half = 0.5 pure'],
  ],
  'per share': [
    ['¥750 per share', '¥750 = 750 JPY/share'],
    ['$0.05 per ADS', '$0.05 = 0.05 USD/ADS'],
    ['net income per share was $2.13', '$2.13 = 2.13 USD/share'],
  ],
  counts: [
    ['12,500 additional shares in May', '12,500 = 12500 share <additional shares>'],
    ['100 ADSs', '100 = 100 ADS <ADSs>'],
    ['1,200 employees', '1,200 = 1200 count <employees>'],
    ['575 U.S. patents', '575 = 575 count <U.S. patents>'],
    ['three shareholders’ meetings', 'three = 3 count <shareholders’ meetings>'],
    ['two million shares', 'two million = 2000000 share <shares>'],
    ['one hundred and five stores', 'one hundred and five = 105 count <stores>'],
    ['ten (10) days', 'ten (10) = 10 day <days>'],
    ['the prior six fiscal years', 'six = 6 year <fiscal years>'],
    ['a three-year term and a 90-day notice', 'three = 3 year <year>', '90 = 90 day <day>'],
    ['two or three persons', 'two = 2 count <persons>', 'three = 3 count <persons>'],
    ['one director', 'one = 1 count <director>'],
    ['24 hours a day', '24 = 24 count <hours>'],
    ['one or more of these, one of them, no one', ...[]],
    ['one-time costs, a two-tier board, hundreds of customers', ...[]],
  ],
  dates: [
    ['March 31, 2006', 'March 31, 2006 = 2006-03-31 date'],
    ['31 March 2006 and MARCH 2006', '31 March 2006 = 2006-03-31 date', 'MARCH 2006 = 2006-03 date'],
    ['in 2006. We', '2006 = 2006 date'],
    ['March 31, 2005 and 2006', 'March 31, 2005 = 2005-03-31 date', '2006 = 2006-03-31 date'],
    ['February 30, 2006', 'February 30, 2006 = 2006-02-30 date'],
    ['by March 31', 'day-of-year March 31 = --03-31 date'],
    ['March 31 and June 30, 2006', 'March 31 = 2006-03-31 date', 'June 30, 2006 = 2006-06-30 date'],
    ['2006-03-31, 3/31/2006', '2006-03-31 = 2006-03-31 date', '3/31/2006 = 2006-03-31 date'],
    ['FY2006', 'FY2006 = 2006 date'],
    ['it may 5 times', '5 = 5 multiple <times>'],
    ['the Exchange Act of 1934', 'name 1934 = 1934 date'],
  ],
  labels: [
    ['see Item 5, “Review”', 'item 5 = 5 pure'],
    ['As of September 9,1999,', 'September 9,1999 = 1999-09-09 date'],
    ['Item 3.D and Items 4 and 16A.', 'item 3.D = 3 pure', 'item 4 = 4 pure', 'item 16A = 16 pure'],
    ['Notes 5, 12 and 14', 'note 5 = 5 pure', 'note 12 = 12 pure', 'note 14 = 14 pure'],
    ['Section 102(b)(2)', 'section 102(b)(2) = 102 pure'],
    ['on page 7 and F-12', 'page 7 = 7 pure', 'page F-12 = 12 pure'],
    ['Form 20-F or a 10-K', 'form 20-F = 20 pure', 'form 10-K = 10 pure'],
    ['Rule 3-20, Exhibit 4.1', 'rule 3-20 = 3 pure', 'exhibit 4.1 = 4.1 pure'],
    ['SFAS No. 115, ISO 9001', 'name 115 = 115 pure', 'name 9001 = 9001 pure'],
    ['sales (1) and costs⁽²⁾', 'footnote-mark (1) = 1 pure', 'footnote-mark ⁽²⁾ = 2 pure'],
    ['(1) For fiscal years', 'enumerator (1) = 1 pure'],
    [
      'call +81-3-5555-6500 or (212) 555-0123',
      'phone +81-3-5555-6500 = 81 pure',
      'phone (212) 555-0123 = 212 pure',
    ],
    ['33 Liberty Street, New York, NY 10045', 'address 33 = 33 pure', 'address 10045 = 10045 pure'],
    ['IPv6, B2B and 3G', 'name 3G = 3 pure'],
    ['under Chapter 11', 'section 11 = 11 pure'],
  ],
  punctuation: [
    ['It was ¥117.48. Then', '¥117.48 = 117.48 JPY'],
    ['about 1,34 tons', '1,34 = 1.34 count <tons>'],
    ['in 2004,2005', '2004 = 2004 date', '2005 = 2005 date'],
    ['earned .05%', '.05% = 0.05 percent'],
  ],
};

describe('readMentions', () => {
  for (const [kind, cases] of Object.entries(CASES)) {
    it.each(cases.map(([text, ...figures]) => ({ text, figures })))(
      `reads ${kind}: $text`,
      ({ text, figures }) => {
        expect(read(text)).toEqual(figures);
      },
    );
  }

  it('keeps what the last printed digit is worth', () => {
    const decimals = readMentions('133.40, ¥29.7 billion, 12%, two million yen').map(
      (figure) => figure.decimals,
    );
    expect(decimals).toEqual([2, -8, 0, -6]);
  });

  it('reads a bare sign as the options say', () => {
    const units = readMentions('¥5, $6 and 7 dollars', { yen: 'CNY', dollar: 'CAD' }).map(
      (figure) => figure.unit,
    );
    expect(units).toEqual(['CNY', 'CAD', 'CAD']);
  });

  it('marks misplaced separators', () => {
    const marks = readMentions('1,34 and 12,3456 and 1,234').map((figure) => figure.misgrouped);
    expect(marks).toEqual([true, true, undefined]);
  });
});

describe('ranges', () => {
  const RANGES = [
    ['¥3.0 to ¥4.0 billion', '3000000000', '4000000000'],
    ['$3-4 million', '3000000', '4000000'],
    ['10-15%', '10', '15'],
    ['between 5% and 10%', '5', '10'],
    ['ranging from 2 to 3 years', '2', '3'],
    ['2005-2007', '2005', '2007'],
    ['2005/06', '2005', '2006'],
    ['from April 1, 2005 to March 31, 2006', '2005-04-01', '2006-03-31'],
    ['five to ten years', '5', '10'],
  ] as const;
  it.each(RANGES)('%s names its two ends', (text, first, second) => {
    const mentions = readMentions(text);
    expect(mentions.map((mention) => [mention.value, mention.rangeOf])).toEqual([
      [first, 1],
      [second, 0],
    ]);
    expect(mentions[0]?.unit).toBe(mentions[1]?.unit);
  });

  it.each(['increased from ¥3.0 to ¥4.0 billion', 'decreased by 5% to 10%', 'rose $3 million to $4 million'])(
    '%s is no range',
    (text) => {
      expect(readMentions(text).map((mention) => mention.rangeOf)).toEqual([undefined, undefined]);
    },
  );
});

/** Digits with thousands separators. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 4 }));

describe('properties', () => {
  it('reads back an amount from every form that it is printed in', () => {
    const signs = ['¥', 'US$', '€', 'RMB', '£', 'NT$'];
    const around = fc.constantFrom<[string, string]>(['', ''], ['-', ''], ['△', ''], ['(', ')']);
    fc.assert(
      fc.property(amount, fc.constantFrom(...signs), around, ([whole, decimals], sign, [open, close]) => {
        const fraction = decimals === 0 ? '' : `.${'7'.repeat(decimals)}`;
        const text = `${open}${sign}${grouped(whole.toString())}${fraction}${close}`;
        const [mention, ...more] = readMentions(text);
        const isZero = whole === 0n && decimals === 0;
        expect(more).toEqual([]);
        expect(mention).toMatchObject({ start: 0, end: text.length, role: 'amount', decimals });
        expect(mention?.value).toBe(`${open === '' || isZero ? '' : '-'}${whole}${fraction}`);
      }),
      { numRuns: 200 },
    );
  });

  it('applies a magnitude word exactly', () => {
    const words = fc.constantFrom<[string, bigint]>(
      ['thousand', 1000n],
      ['million', 1000000n],
      ['billion', 1000000000n],
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 99999n }), words, (tenths, [word, power]) => {
        const text = `¥${tenths / 10n}.${tenths % 10n} ${word}`;
        expect(readMentions(text)[0]?.value).toBe(((tenths * power) / 10n).toString());
      }),
    );
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '¥',
        '$',
        '(',
        ')',
        '-',
        '%',
        '1',
        '2006',
        '1,234',
        '.5',
        'million',
        'one',
        'March',
        'Item',
        'to',
        'per',
        'and',
        'share',
      ),
      fc.constantFrom(
        ' ',
        ' ',
        '\n',
        '\u00a0',
        '\\',
        ',',
        '.',
        '⁽¹⁾',
        '½',
        '/',
        'respectively',
        'two-year',
        'ended',
        'FY06',
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
    { maxLength: 30 },
  );

  it('gives places that are in order, inside the text, without overlap, and name each other in ranges', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const mentions = readMentions(text);
        let last = 0;
        for (const [index, mention] of mentions.entries()) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(text.slice(mention.start, mention.end).trim()).toBe(text.slice(mention.start, mention.end));
          if (mention.rangeOf !== undefined) expect(mentions[mention.rangeOf]?.rangeOf).toBe(index);
          last = mention.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  const HOSTILE = [
    '(((((',
    '1,1,1,1,',
    '$ $ $',
    '1-',
    '1 and ',
    '¥1 to ',
    'Item 1(1)',
    'two and ',
    '2006, ',
    '(1',
    '5 m illion ',
  ];
  // A quadratic reader would take minutes and fail by the runner's time limit.
  it.each(HOSTILE)('comes to an end on %j, repeated', (piece) => {
    expect(readMentions(piece.repeat(100_000 / piece.length))).toBeInstanceOf(Array);
  });
});

const ITEM_3 = '../shared/filings/20-f-iij-2006-item-3.txt';
const hasFilings = existsSync(ITEM_3);

describe.skipIf(!hasFilings)(`a real Item 3 (skipped where ${ITEM_3} is absent)`, () => {
  it('finds every amount of its sentences', () => {
    const paragraphs = hasFilings ? readFileSync(ITEM_3, 'utf8').split(/\n\s*\n/) : [];
    const found = paragraphs
      .filter((paragraph) => !paragraph.includes('\t'))
      .flatMap((paragraph) =>
        readMentions(paragraph).filter((mention) => mention.role === 'amount' && mention.unit !== 'date'),
      )
      .map((mention) => `${mention.value} ${mention.unit}`);
    expect(found).toEqual([
      '117.48 JPY/USD',
      '113.98 JPY/USD',
      '6 year',
      '29700000000 JPY',
      '15600000000 JPY',
      '2100000000 JPY',
      '750000000 JPY',
      '90000000 JPY',
      '3200000000 JPY',
      '6800000000 JPY',
      '29.7 percent',
      '12500 share',
      '3 count',
      '2 count',
    ]);
  });
});
