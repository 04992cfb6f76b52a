import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checked, stated, YEN } from '../../test/checked-translations.js';
import { Decimal } from '../value/index.js';

describe('amounts beside their translation', () => {
  const amounts = fc.bigInt({ min: 1000n, max: 99_999_999n });
  const rates = fc.bigInt({ min: 5000n, max: 25_000n });
  const places = fc.integer({ min: 1, max: 3 });

  it('are ticked wherever they are printed by rounding half up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amounts, places), { minLength: 1, maxLength: 5 }),
        rates,
        (list, hundredths) => {
          const { texts, rate } = printed(list, hundredths);
          const { ticked, errors } = checked(`${stated(rate)}${texts.map(sentence).join(' ')}`);
          expect(errors).toEqual([]);
          expect(ticked.length).toBe(list.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are held wrong where a digit that counts is another', () => {
    const list = fc.array(fc.tuple(amounts, places), { minLength: 4, maxLength: 6 });
    fc.assert(
      fc.property(list, rates, fc.nat(2), fc.integer({ min: 1, max: 9 }), (some, hundredths, at, by) => {
        const { texts, rate } = printed(some, hundredths);
        const [first] = texts;
        const wrong = withOtherDigit(first?.dollars ?? '', at, by);
        fc.pre(first !== undefined && wrong !== null);
        const all = [{ local: first?.local ?? '', dollars: wrong ?? '' }, ...texts.slice(1)];
        fc.pre(new Set(texts.slice(1).map(({ dollars }) => dollars)).size >= 3);
        const { findings } = checked(`${stated(rate)}${all.map(sentence).join(' ')}`);
        expect(findings.filter(({ severity }) => severity === 'error').length).toBe(1);
      }),
      { numRuns: 25 },
    );
  });

  it('are judged in both directions of a rate and for losses', () => {
    const canadian =
      'Canadian dollar amounts are translated into U.S. dollars for convenience at Cdn$1.00 = US$0.7225, the rate on December 31, 2015. ';
    expect(checked(`${canadian}The loss was Cdn$(39,900) (US$(28,828)).`).ticked).toEqual(['US$(28,828)']);
    expect(
      checked(`${YEN}The loss was ¥2,370 million ($20.2 million), and nothing (¥0, or $0) was paid.`).ticked,
    ).toContain('$20.2 million');
  });

  it('need no official rates', () => {
    const { ticked, said } = checked(`${YEN}Sales were ¥29.7 billion ($252.8 million).`, null);
    expect(ticked).toEqual(['$252.8 million']);
    expect(said).toEqual([]);
  });

  it('are graded by how they agree', () => {
    const { ticks } = checked(
      `${YEN}Sales were ¥29.7 billion ($252.8 million) and costs ¥30 billion ($254.0 million).`,
    );
    expect(ticks.map(({ tick }) => [tick.grade, tick.letter, tick.inputs.length])).toEqual([
      ['exact', 'RC', 2],
      ['rounding', 'RC', 2],
    ]);
  });

  it('are accepted from a report that drops digits', () => {
    const text = `${YEN}They were ¥1,999 million ($17.0 million), ¥5,009 million ($42.6 million), ¥2,500 million ($21.2 million), ¥3,999 million ($34.0 million) and ¥8,999 million ($76.5 million).`;
    const { ticked, errors } = checked(text);
    expect(errors).toEqual([]);
    expect(ticked.length).toBeGreaterThan(0);
  });
});

describe('amounts that do not fit are no error', () => {
  const SOME = `${YEN}Sales were ¥29.7 billion ($252.8 million) and costs ¥12.5 billion ($106.4 million). `;

  it.each([
    ['a contract', 'Under the loan agreement we owe ¥5,500 million ($50.0 million).'],
    ['dollars first', 'The plant cost US$50.0 million (¥5,500 million).'],
    ['a named day and its rate', 'On May 10, 2005 we paid ¥1,000 million ($9.5 million).'],
    ['an earlier year and its rates', 'In 2003 we paid ¥1,000 million ($8.6 million).'],
    ['an amount that is no translation', 'The plan covers ¥1,000 million ($40 million) of costs.'],
    ['an approximate amount', 'The plant cost ¥1,000 million (approximately $9 million).'],
    ['another currency', 'Fees were €3.0 million ($3.6 million).'],
  ])('%s', (_, sentenceText) => {
    const { errors, ticked } = checked(SOME + sentenceText);
    expect(errors).toEqual([]);
    expect(ticked).toEqual(expect.arrayContaining(['$252.8 million', '$106.4 million']));
    expect(ticked.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['shares bought back', 'We repurchased our own ADSs at a cost of ¥3,250 million ($29.5 million).'],
    ['proceeds', 'We received ¥3,250 million ($31.1 million) from our initial public offering.'],
    ['a market price', 'The closing price of our shares was ¥2,100 ($18.92).'],
    ['an estimate', 'According to the institute, sales of the industry were ¥3,250 billion ($29.5 billion).'],
    ['swapped digits by chance', 'The plaintiffs seek damages of ¥3,250 million ($22.7 million).'],
  ])('%s, which may have been in dollars all along', (_, text) => {
    const { errors, reasons } = checked(SOME + text);
    expect(errors).toEqual([]);
    expect(Object.values(reasons).join()).toMatch(/original|too far/);
  });

  it('unless no day of many years had such a rate', () => {
    const { said, findings } = checked(
      `${SOME}We repurchased our own ADSs at a cost of ¥3,250 million ($36.0 million).`,
    );
    expect(said).toEqual(['error amount -']);
    expect(findings[0]?.evidence?.[1]).toBe(
      'no day of many years had that rate; H.10 rates from April 1, 1996 to March 31, 2007: 101.53 to 147.14 JPY/USD',
    );
  });

  it('and an amount of last year may be at the rate of that year', () => {
    const text = `${SOME}Net income was ¥3,250 million ($27.7 million) in the year ended March 31, 2006, compared with ¥3,110 million ($29.0 million) in the year ended March 31, 2005.`;
    expect(checked(text).errors).toEqual([]);
    const stale = text.replace('$27.7 million', '$30.3 million');
    expect(checked(stale).errors.length).toBe(1);
  });

  it('where the sentence gives a rate for something else', () => {
    const text = 'We paid ¥1,000 million ($9.5 million) on a day when ¥113.98 per U.S.$1.00 was quoted.';
    expect(checked(SOME + text).errors).toEqual([]);
  });

  it('where two rates are stated', () => {
    const { errors, reasons } = checked(
      `${YEN}Amounts in the tables are translated into U.S. dollars for convenience at ¥107.22 per U.S.$1.00. Sales were ¥29.7 billion ($260.0 million).`,
    );
    expect(errors).toEqual([]);
    expect(reasons['$260.0 million']).toContain('several rates');
  });

  it('where amounts follow no rate at all, though some faults look particular', () => {
    const many = Array.from({ length: 300 }, (_, index) => {
      const dollars = Decimal.of(BigInt(10_000 + index)).dividedBy(
        Decimal.of(BigInt(100 + ((index * 37) % 97))),
        1,
        'half-up',
      );
      return `It was ¥${10_000 + index} million ($${dollars} million).`;
    });
    const { errors } = checked(`${YEN}${many.join(' ')}`);
    expect(errors).toEqual([]);
  });

  it('where nothing but one odd pair speaks for it', () => {
    const { errors, reasons } = checked(`${YEN}Sales were ¥29.7 billion ($261 million).`);
    expect(errors).toEqual([]);
    expect(reasons['$261 million']).toContain('no other amounts');
  });
});

describe('causes', () => {
  const OTHERS = 'Costs were ¥12.5 billion ($106.4 million) and taxes ¥3,250 million ($27.7 million). ';

  it.each([
    ['¥29.7 billion ($25.28 million)', 'error amount 10 times too small'],
    ['¥29.7 billion ($252.8 billion)', 'error amount 1,000 times too large'],
    ['¥27.9 billion ($252.8 million)', 'error original two adjacent digits swapped'],
    ['¥29.7 billion ($251.8 million)', 'error amount one digit differs: 1 for 2'],
    [
      '¥29.7 billion ($277.0 million)',
      'error amount translated at 107.22, the noon buying rate of March 31, 2005, a year before',
    ],
    ['¥29.7 billion ($240.4 million)', 'error amount -'],
    ['¥29.7 million ($3,489 million)', 'error amount multiplied by the rate instead of divided'],
  ])('%s', (pair, expected) => {
    expect(checked(`${YEN}${OTHERS}Sales were ${pair}.`).said).toEqual([expected]);
  });

  it('finds the rate itself mistyped where all amounts follow another', () => {
    const { said, findings } = checked(
      `${stated('¥117.84')}Costs were ¥12,512 million ($106.5 million), taxes ¥3,250.4 million ($27.67 million) and sales ¥4,444.4 million ($37.83 million).`,
    );
    expect(said).toEqual(['error otherRate two adjacent digits swapped in the rate, ¥117.84 for ¥117.48']);
    expect(findings[0]?.printed).toBe('¥117.84');
  });

  it('holds a pair to the rate that its own sentence gives', () => {
    const text =
      'We paid Cdn$39,900 (or US$32,102 based on an average exchange rate for 2015 of Cdn$1.00 = US$0.7820).';
    expect(checked(text).said).toEqual(['error amount two adjacent digits swapped']);
  });

  it('names the day of a rate that the report quotes', () => {
    const { said } = checked(
      `${YEN}${OTHERS}Sales were ¥29.7 billion ($260.6 million).\n\nThe noon buying rate on July 7, 2006 was ¥113.98 per U.S.$1.00.`,
    );
    expect(said).toEqual(['error amount translated at ¥113.98, quoted for July 7, 2006', 'info moved -']);
  });
});

describe('size', () => {
  it('thousands of pairs are judged in one linear pass', () => {
    const many = Array.from({ length: 2000 }, (_, index) => {
      const local = Decimal.of(BigInt(10_000 + 7 * index));
      const dollars = local.dividedBy(Decimal.parse('117.48'), 1, 'half-up');
      return `Item ${index} cost ¥${local} million ($${dollars} million).`;
    });
    const { ticked, errors } = checked(`${YEN}\n\n${many.join('\n\n')}`);
    expect(errors).toEqual([]);
    expect(ticked.length).toBe(2000);
  });

  it('a line of thousands of amounts ends', () => {
    const line = Array.from({ length: 1500 }, () => '¥1 ($2').join(' or ');
    expect(checked(`${YEN}${line}`).errors).toEqual([]);
  });
});

describe('a real filing', () => {
  const path = '../shared/filings/20-f-iij-2006-item-3.txt';

  it.skipIf(!existsSync(path))(`has no error and no warning (skipped where ${path} is absent)`, () => {
    const bytes = readFileSync(path);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const { said, findings } = checked(text);
    expect(said).toEqual(['info moved -']);
    expect(findings[0]?.values.change).toBe('-2.98%');
  });
});

interface Printed {
  readonly local: string;
  readonly dollars: string;
}

function printed(
  list: readonly (readonly [bigint, number])[],
  hundredths: bigint,
): { texts: Printed[]; rate: string } {
  const rate = Decimal.of(hundredths, 2);
  const texts = list.map(([local, decimals]) => ({
    local: `¥${local} million`,
    dollars: `$${Decimal.of(local).dividedBy(rate, decimals, 'half-up')} million`,
  }));
  return { texts, rate: `¥${rate}` };
}

function sentence({ local, dollars }: Printed): string {
  return `Net sales were ${local} (${dollars}).`;
}

/** The text with one of its first digits raised; null where that digit does not count or the text is short. */
function withOtherDigit(text: string, at: number, by: number): string | null {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const index = digits[at];
  if (index === undefined || digits.length < 4 || text.charAt(digits[0] ?? 0) === '0') return null;
  const digit = (Number(text.charAt(index)) + by) % 10;
  const changed = text.slice(0, index) + digit + text.slice(index + 1);
  return at === 0 && digit === 0 ? null : changed;
}
