import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import type { RateSource } from '../rate-source.js';
import { placeLabels } from './chart-labels.js';
import { chartLayout } from './chart-layout.js';
import { chartSvg } from './chart-svg.js';
import type { ChartTheme } from './chart-theme.js';
import { overlap } from './label-placement.js';
import { type RateChartOptions, rateChart } from './rate-chart.js';

const MARCH = { month: 3, day: 31 };
const FIVE_YEARS = { currency: 'JPY', fiscalYearEnd: MARCH, years: [2002, 2003, 2004, 2005, 2006] };

const CASES: readonly (readonly [string, RateChartOptions])[] = [
  ['five fiscal years', { ...FIVE_YEARS, through: parseDay('2006-07-07') }],
  ['a whole series', { currency: 'JPY' }],
  ['a whole series with fiscal years', { currency: 'JPY', fiscalYearEnd: MARCH }],
  [
    'the inverse',
    { unit: 'EUR/USD', fiscalYearEnd: { month: 12, day: 31 }, years: [2019, 2020, 2021, 2022] },
  ],
  ['a peg', { currency: 'CNY', from: parseDay('2002-12-01'), to: parseDay('2005-06-30') }],
  ['new currency units', { currency: 'VES' }],
  ['a month', { currency: 'JPY', from: parseDay('2006-06-01'), to: parseDay('2006-06-30') }],
  ['one rate', { currency: 'JPY', from: parseDay('2006-06-01'), to: parseDay('2006-06-01') }],
  ['a gap', { currency: 'JPY', from: parseDay('1971-06-01'), to: parseDay('1971-12-31') }],
  [
    'marks on neighbouring days',
    {
      ...FIVE_YEARS,
      years: [2005, 2006],
      through: parseDay('2006-07-07'),
      marks: ['2006-03-29', '2006-03-30', '2006-03-31'].map(parseDay),
    },
  ],
];
const SIZES = [
  [320, 180],
  [400, 300],
  [800, 450],
  [1400, 790],
] as const;

function svgOf(options: RateChartOptions, width: number, height: number, theme: ChartTheme = 'auto'): string {
  return chartSvg(rateChart(noonBuyingRates(), options), { theme, width, height });
}

describe.each(CASES)('the SVG of %s', (_, options) => {
  const chart = rateChart(noonBuyingRates(), options);

  it.each(SIZES)('is well-formed and within its %i by %i pixels', (width, height) => {
    const svg = chartSvg(chart, { theme: 'auto', width, height });
    const elements = elementsOf(svg);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(elements[0]).toMatchObject({ name: 'svg', attributes: { role: 'img' } });
    expect(elements.slice(1, 3).map(({ name }) => name)).toEqual(['title', 'desc']);
    const places = elements.slice(1).flatMap(({ name, attributes }) => placesOf(name, attributes));
    expect(places.filter(([x, y]) => !(x >= 0 && x <= width && y >= 0 && y <= height))).toEqual([]);
    expect(Buffer.byteLength(svg)).toBeLessThan(40_000);
  });

  it.each(SIZES)('has labels that meet nothing at %i by %i pixels', (width, height) => {
    const layout = chartLayout(chart, width, height);
    const boxes = placeLabels(chart, layout, []).map(({ box }) => box);
    const meeting = boxes.filter((box, index) => boxes.slice(0, index).some((other) => overlap(box, other)));
    expect(meeting).toEqual([]);
    expect(layout.plot.bottom - layout.plot.top).toBeGreaterThan(30);
    expect(layout.plot.right - layout.plot.left).toBeGreaterThan(width / 2);
  });
});

describe('the SVG of a chart', () => {
  const [, first] = CASES[0] ?? ['', {}];

  it('prints the figures that the chart has', () => {
    const texts = textsOf(svgOf(first, 800, 450));
    for (const text of [
      'Japanese yen per U.S. $1.00',
      '125.64',
      '132.70',
      '134.77',
      'Feb 8',
      '113.98',
      'Jul 7, 2006',
    ]) {
      expect(texts).toContain(text);
    }
  });

  it('says all of it to those who do not see it', () => {
    const svg = svgOf(first, 320, 180);
    const description = /<desc[^>]*>(.*?)<\/desc>/.exec(svg)?.[1] ?? '';
    expect(description).toContain(
      'Fiscal 2006: high 120.93 on December 7, 2005, low 104.41 on May 5, 2005, average 113.67, year-end 117.48.',
    );
    expect(description).toContain('Latest: 113.98 on July 7, 2006.');
    const [title, desc] = elementsOf(svg).slice(1, 3);
    expect(elementsOf(svg)[0]?.attributes['aria-labelledby']).toBe(
      `${title?.attributes.id} ${desc?.attributes.id}`,
    );
  });

  it('follows the setting of the reader, or stays light or dark without a style sheet', () => {
    const [auto, light, dark] = (['auto', 'light', 'dark'] as const).map((theme) =>
      svgOf(first, 800, 450, theme),
    );
    expect(auto).toContain('@media (prefers-color-scheme:dark)');
    expect(light).not.toMatch(/<style|class=/);
    expect(dark).not.toMatch(/<style|class=/);
    const plain = (auto ?? '').replace(/<style>.*?<\/style>/, '').replace(/ class="[^"]*"/g, '');
    expect(plain).toBe(light);
    expect(dark?.replace(/#[\da-f]{6}/g, '')).toBe(light?.replace(/#[\da-f]{6}/g, ''));
  });

  it('fetches and runs nothing', () => {
    const names = new Set(elementsOf(svgOf(first, 800, 450)).map(({ name }) => name));
    expect([...names].sort()).toEqual(
      ['circle', 'desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title', 'tspan'].sort(),
    );
    expect(svgOf(first, 800, 450).replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\(|href|@import/,
    );
  });

  it('is the same each time', () => {
    expect(svgOf(first, 800, 450)).toBe(svgOf(first, 800, 450));
  });

  it('escapes what a source calls itself', () => {
    const noon = noonBuyingRates();
    const hostile: RateSource = {
      name: '</desc><script>&"\u0000',
      description: '<rates> of "Kitano" & Co\u0007',
      asOf: noon.asOf,
      currencies: noon.currencies,
      series: (unit) => noon.series(unit),
    };
    const svg = chartSvg(rateChart(hostile, first), { theme: 'auto', width: 800, height: 450 });
    const names = elementsOf(svg).map(({ name }) => name);
    expect(names).not.toContain('script');
    expect(textsOf(svg).join(' ')).toContain('Source: <rates> of "Kitano" & Co\ufffd.');
  });

  it.each([
    [319, 450],
    [4001, 450],
    [800, 179],
    [800.5, 450],
    [Number.NaN, 450],
  ])('refuses %s by %s pixels', (width, height) => {
    expect(() => svgOf(first, width, height)).toThrow(/^Unexpected (width|height) /);
  });
});

/** Elements in order, read by a strict parser. */
function elementsOf(svg: string): SaxesTagPlain[] {
  const parser = new SaxesParser();
  const found: SaxesTagPlain[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => found.push(tag));
  parser.write(svg).close();
  return found;
}

/** The text of each element that has some. */
function textsOf(svg: string): string[] {
  const parser = new SaxesParser();
  const texts: string[] = [];
  parser.on('text', (text) => texts.push(text));
  parser.write(svg).close();
  return texts;
}

/** Where an element stands; of a path each end of its lines. */
function placesOf(name: string, attributes: Readonly<Record<string, string>>): (readonly [number, number])[] {
  const number = (key: string) => Number(attributes[key] ?? 0);
  if (name === 'circle') return [[number('cx'), number('cy')]];
  if (name === 'path') return pathPlaces(attributes.d ?? '');
  if (name !== 'rect') return [[number('x'), number('y')]];
  return [
    [number('x'), number('y')],
    [number('x') + number('width'), number('y') + number('height')],
  ];
}

/** What each letter of a path does with the numbers after it. */
const COMMANDS: Readonly<Record<string, (at: Place, one: number, two: number) => Place>> = {
  M: (_, one, two) => [one, two],
  H: ([, y], one) => [one, y],
  V: ([x], one) => [x, one],
  h: ([x, y], one) => [x + one, y],
  v: ([x, y], one) => [x, y + one],
  l: ([x, y], one, two) => [x + one, y + two],
};

type Place = readonly [number, number];

function pathPlaces(d: string): Place[] {
  let at: Place = [0, 0];
  return [...d.matchAll(/([MHVhvl])([^MHVhvl]*)/g)].flatMap(([, command = '', rest = '']) => {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const places: Place[] = [];
    for (let index = 0; index < numbers.length; index += 'Ml'.includes(command) ? 2 : 1) {
      at = COMMANDS[command]?.(at, numbers[index] ?? 0, numbers[index + 1] ?? 0) ?? at;
      places.push(at);
    }
    return places;
  });
}
