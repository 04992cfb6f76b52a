import { describe, expect, it } from 'vitest';
import type { Figure } from '../../filing/filing.js';
import { readFiling } from '../../filing/index.js';
import { Decimal } from '../../value/index.js';
import { fitOf, printedLike, recomputedAmount, type Translation } from './fit.js';
import { statedRate } from './stated-rate.js';

/** The figures of a sentence, in order. */
function figuresIn(text: string): readonly Figure[] {
  return readFiling(text).figures.filter(({ role }) => role === 'amount');
}

function translationOf(text: string, approximate = false): Translation {
  const [local, dollars] = figuresIn(text);
  if (local === undefined || dollars === undefined) throw new Error(`no two figures in "${text}"`);
  return { local, dollars, translated: 'dollars', approximate, shift: 0 };
}

function rateOf(text: string) {
  const rate = figuresIn(text).flatMap((figure) => statedRate(figure) ?? [])[0];
  if (rate === undefined) throw new Error(`no rate in "${text}"`);
  return rate;
}

const YEN = rateOf('The rate was ¥117.48 per U.S.$1.00.');

describe('how a translation fits a rate', () => {
  it.each([
    ['It was ¥29.7 billion ($252.8 million).', 'exact'],
    ['It was ¥29.7 billion ($252.5 million).', 'rounding'],
    ['It was ¥29.7 billion ($253.4 million).', 'truncated'],
    ['It was ¥29.7 billion ($254.8 million).', null],
    ['It was ¥0 ($0).', 'exact'],
    ['It was ¥300 thousand ($0.0 million).', 'exact'],
    ['It was ¥0 ($5).', null],
    ['It was ¥5.00 ($0.04) per share.', 'exact'],
    ['There was a loss of ¥29.7 billion ($(252.8) million).', 'exact'],
  ])('%s', (text, fit) => {
    expect(fitOf(translationOf(text), YEN)).toBe(fit);
  });

  it('lets the last zeros of an approximate amount count for nothing', () => {
    const text = 'It was ¥29.7 billion (about $250 million).';
    expect(fitOf(translationOf(text, true), YEN)).toBe('loose');
    expect(fitOf(translationOf(text), YEN)).toBeNull();
  });

  it('multiplies by a rate that is printed as dollars for one unit', () => {
    const rate = rateOf('The rate was Cdn$1.00 = US$0.7225.');
    expect(rate.inverse).toBe(true);
    expect(recomputedAmount(translationOf('It was Cdn$39,900 (US$28,828).'), rate).toString()).toBe('28828');
  });

  it('takes the scale of a table into account', () => {
    const thousandTooMany = { ...translationOf('It was ¥29.7 billion ($252.8 billion).'), shift: 3 };
    expect(fitOf(thousandTooMany, YEN)).toBe('exact');
  });
});

describe('an amount in the look of a figure', () => {
  it.each([
    ['It was $25.3 million.', '252800000', '$252.8 million'],
    ['It was US$1.00.', '1234567.5', 'US$1,234,567.50'],
    ['It was $(2,370) thousand.', '20200000', '$(20,200) thousand'],
    ['It was 29.7 billion yen.', '1000000000', '1.0 billion yen'],
  ])('%s', (text, amount, shown) => {
    const [figure] = figuresIn(text);
    expect(figure && printedLike(figure, Decimal.parse(amount))).toBe(shown);
  });
});

describe('a stated rate', () => {
  it('is one against the dollar', () => {
    expect(figuresIn('The rate was €1.00 = £0.85.').flatMap((figure) => statedRate(figure) ?? [])).toEqual(
      [],
    );
    expect(figuresIn('It was ¥117.48.').flatMap((figure) => statedRate(figure) ?? [])).toEqual([]);
  });
});
