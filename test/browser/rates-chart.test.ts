import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartSvg, noonBuyingRates, type RateChartOptions, rateChart } from '../../src/rates/index.js';
import { parseDay } from '../../src/value/index.js';
import { browserMissing, launchBrowser } from './browser.js';

/** Of the browser, in functions that run there; the project's own types know no browser. */
declare const document: { querySelectorAll(selector: string): Iterable<DrawnText> };
declare const getComputedStyle: (element: unknown) => Record<string, string>;
interface DrawnText {
  readonly textContent: string;
  getBoundingClientRect(): { left: number; top: number; right: number; bottom: number };
}

const MARCH = { month: 3, day: 31 };
const JULY = parseDay('2006-07-07');

const CASES: readonly (readonly [string, RateChartOptions])[] = [
  [
    'five fiscal years',
    { currency: 'JPY', fiscalYearEnd: MARCH, years: [2002, 2003, 2004, 2005, 2006], through: JULY },
  ],
  [
    'the inverse',
    { unit: 'USD/JPY', fiscalYearEnd: MARCH, years: [2002, 2003, 2004, 2005, 2006], through: JULY },
  ],
  ['a whole series with fiscal years', { currency: 'JPY', fiscalYearEnd: MARCH }],
  ['new currency units', { currency: 'VES' }],
  ['a peg', { currency: 'CNY', from: parseDay('2002-12-01'), to: parseDay('2005-06-30') }],
  [
    'marks on neighbouring days',
    {
      currency: 'JPY',
      fiscalYearEnd: MARCH,
      years: [2006],
      marks: ['2006-03-30', '2006-03-31'].map(parseDay),
    },
  ],
  ['one rate', { currency: 'JPY', from: JULY, to: JULY }],
];

const missing = browserMissing();
const TITLE = 'charts in a browser';

describe.skipIf(missing !== null)(missing === null ? TITLE : `${TITLE}: skipped, ${missing}`, () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    expect(requests).toEqual([]);
  });

  async function show(options: RateChartOptions, width: number, height: number): Promise<void> {
    const svg = chartSvg(rateChart(noonBuyingRates(), options), { theme: 'auto', width, height });
    await page.setViewportSize({ width, height });
    await page.setContent(`<body style="margin: 0">${svg}</body>`);
  }

  describe.each(CASES)('of %s', (_, options) => {
    it.each([
      [400, 320],
      [800, 450],
      [1400, 788],
    ])('have texts that overlap nowhere, at %i by %i pixels', async (width, height) => {
      await show(options, width, height);
      const boxes = await page.evaluate(() =>
        // The lines of a label are its parts; every other text is one. The rims behind labels are no texts.
        [...document.querySelectorAll('g:not([aria-hidden]) > text > tspan, text:not(:has(tspan))')].map(
          (element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return { text: element.textContent, left, top, right, bottom };
          },
        ),
      );
      expect(boxes.length).toBeGreaterThan(5);
      const outside = boxes.filter(
        ({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
      );
      expect(outside.map(({ text }) => text)).toEqual([]);
      // The boxes of lines one below the other reach into each other by the room for accents.
      const meeting = boxes.flatMap((one, index) =>
        boxes
          .slice(0, index)
          .filter((other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5)
          .filter((other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3)
          .map((other) => `${other.text} | ${one.text}`),
      );
      expect(meeting).toEqual([]);
    });
  });

  it.each([
    ['light', 'rgb(255, 255, 255)', 'rgb(31, 35, 38)'],
    ['dark', 'rgb(27, 30, 33)', 'rgb(220, 222, 220)'],
  ] as const)('follow a %s setting', async (colorScheme, paper, ink) => {
    await page.emulateMedia({ colorScheme });
    await show({ currency: 'JPY', from: JULY, to: JULY }, 800, 450);
    const fillOf = (selector: string) =>
      page.evaluate((name) => getComputedStyle([...document.querySelectorAll(name)][0]).fill, selector);
    expect(await fillOf('svg > rect')).toBe(paper);
    expect(await fillOf('g:not([aria-hidden]) tspan')).toBe(ink);
  });

  it('are named and described to those who do not see them', async () => {
    await show({ currency: 'JPY', from: JULY, to: JULY }, 800, 450);
    const image = page.getByRole('img', { name: /Japanese yen per U\.S\. \$1\.00/ });
    expect(await image.count()).toBe(1);
  });
});
