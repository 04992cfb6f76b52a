import { paintOf } from '../../src/rates/chart/chart-theme.js';
import { element, linePath } from '../../src/rates/chart/svg-markup.js';
import { svgPicture } from '../../src/rates/chart/svg-picture.js';
import { binomialTest } from '../../src/risk/backtests/binomial-test.js';
import {
  BACKTEST_METHODS,
  type CurrencyBacktest,
  type CurrencyHistory,
} from '../../src/risk/backtests/currency-backtests.js';
import { rollingValueAtRisk } from '../../src/risk/backtests/rolling-value-at-risk.js';
import { type Day, formatDay } from '../../src/value/index.js';

const paint = paintOf('auto');
const PERIOD = 250;

/** A panel a method, a row a currency: dots for long and short, and behind them what a right model may show. */
export function exceptionsChart(results: readonly CurrencyBacktest[], level: number): string {
  const currencies = [...new Set(results.map(({ currency }) => currency))];
  const [left, top, row, panel, gap] = [36, 46, 17, 184, 14];
  const most = 0.035;
  const height = top + row * currencies.length + 44;
  const width = left + BACKTEST_METHODS.length * (panel + gap);
  const bottom = top + row * currencies.length;
  const parts = currencies.map((currency, index) =>
    text(currency, left - 6, top + row * (index + 0.5) + 3.5, 'end', 'ink'),
  );
  const accepted = new Map(
    [...new Set(results.map(({ days }) => days))].map((days) => [days, acceptedShares(days, 1 - level)]),
  );
  for (const [nth, { name }] of BACKTEST_METHODS.entries()) {
    const from = left + nth * (panel + gap);
    const x = (share: number) => from + (Math.min(share, most) / most) * panel;
    parts.push(text(name, from, 20, 'start', 'ink', 'bold'));
    for (const share of [0, 0.01, 0.02, 0.03]) {
      const role = Math.abs(share - (1 - level)) < 1e-9 ? 'axis' : 'grid';
      parts.push(
        element('path', {
          d: linePath([
            { x: x(share), y: top },
            { x: x(share), y: bottom },
          ]),
          'stroke-width': 1,
          ...paint({ fill: 'none', stroke: role }),
        }),
        text(`${(100 * share).toFixed(0)}%`, x(share), top - 8, 'middle', 'soft'),
      );
    }
    for (const [index, currency] of currencies.entries()) {
      const y = top + row * (index + 0.5);
      const of = results.filter(
        (each) => each.currency === currency && each.method === name && each.level === level,
      );
      const days = of[0]?.days ?? 0;
      const [low, high] = accepted.get(days) ?? [0, 0];
      parts.push(
        element('rect', {
          x: x(low),
          y: y - 5,
          width: x(high) - x(low),
          height: 10,
          ...paint({ fill: 'grid' }),
        }),
        ...of.map(({ side, share }) =>
          side === 'long'
            ? element('circle', { cx: x(share), cy: y, r: 3.2, ...paint({ fill: 'line' }) })
            : element('circle', {
                cx: x(share),
                cy: y,
                r: 3.2,
                'stroke-width': 1.6,
                ...paint({ fill: 'paper', stroke: 'average' }),
              }),
        ),
      );
    }
  }
  parts.push(
    element('circle', { cx: left + 4, cy: bottom + 24, r: 3.2, ...paint({ fill: 'line' }) }),
    text('long', left + 12, bottom + 27.5, 'start', 'soft'),
    element('circle', {
      cx: left + 50,
      cy: bottom + 24,
      r: 3.2,
      'stroke-width': 1.6,
      ...paint({ fill: 'paper', stroke: 'average' }),
    }),
    text('short', left + 58, bottom + 27.5, 'start', 'soft'),
    element('rect', { x: left + 100, y: bottom + 19, width: 24, height: 10, ...paint({ fill: 'grid' }) }),
    text('what the exact test at 5% accepts of a right model', left + 130, bottom + 27.5, 'start', 'soft'),
  );
  const about = `Share of days on which the loss exceeded the value at risk at ${(100 * level).toFixed(0)}%, for a long and a short position in each currency and by four methods, beside the range that the exact binomial test at 5% accepts.`;
  return picture(
    'tickmark-backtests-exceptions',
    width,
    height,
    'Exceptions by currency and method',
    about,
    parts,
  );
}

/** Exceptions of a short position within the last 250 tested days, by two methods, over the zones of the traffic light. */
export function periodsChart(histories: readonly CurrencyHistory[], currency: string): string {
  const history = histories.find((each) => each.currency === currency);
  if (history === undefined) throw new Error(`No history of ${currency}`);
  const { days, changes, regimes } = history;
  const tested = [...changes.keys()].filter((day) => regimes[day] === 'floating');
  const [left, right, top, bottom, width] = [30, 756, 40, 220, 800];
  const most = 20;
  const [first, last] = [days[tested[0] ?? 0] ?? 0, days.at(-1) ?? 0];
  const x = (day: number) => left + ((day - first) / (last - first)) * (right - left);
  const y = (count: number) => bottom - (Math.min(count, most) / most) * (bottom - top);
  const parts = [
    element('rect', {
      x: left,
      y: y(9.5),
      width: right - left,
      height: y(4.5) - y(9.5),
      ...paint({ fill: 'band' }),
    }),
    element('rect', {
      x: left,
      y: top,
      width: right - left,
      height: y(9.5) - top,
      ...paint({ fill: 'grid' }),
    }),
    text('red', right + 5, top + 12, 'start', 'soft'),
    text('yellow', right + 5, y(9.5) + 12, 'start', 'soft'),
    text('green', right + 5, y(4.5) + 12, 'start', 'soft'),
    ...[0, 5, 10, 15, 20].map((count) => text(String(count), left - 5, y(count) + 3.5, 'end', 'soft')),
    element('path', {
      d: linePath([
        { x: left, y: bottom },
        { x: right, y: bottom },
      ]),
      ...paint({ fill: 'none', stroke: 'axis' }),
    }),
  ];
  const firstYear = Number(formatDay(first as Day).slice(0, 4));
  const lastYear = Number(formatDay(last as Day).slice(0, 4));
  for (let year = Math.ceil(firstYear / 5) * 5; year <= lastYear; year += 5) {
    const day = days.find((each) => formatDay(each as Day) >= `${year}-01-01`) ?? first;
    parts.push(text(String(year), x(day), bottom + 14, 'middle', 'soft'));
  }
  const lines = [
    { name: 'historical simulation', stroke: 'average' },
    { name: 'filtered historical simulation', stroke: 'line' },
  ] as const;
  for (const [nth, { name, stroke }] of lines.entries()) {
    const method = BACKTEST_METHODS.find((each) => each.name === name)?.method;
    if (method === undefined) throw new Error(`No method ${name}`);
    const short = rollingValueAtRisk(changes, method, [0.99])[0]?.short ?? changes;
    const hits = tested.map((day) => ((changes[day] as number) > (short[day] as number) ? 1 : 0));
    let count = 0;
    const spots: { x: number; y: number }[] = [];
    for (const [index, hit] of hits.entries()) {
      count += hit - (hits[index - PERIOD] ?? 0);
      if (index >= PERIOD && index % 5 === 0)
        spots.push({ x: x(days[tested[index] ?? 0] ?? 0), y: y(count) });
    }
    parts.push(
      element('path', {
        d: linePath(spots),
        'stroke-width': 1.4,
        'stroke-linejoin': 'round',
        ...paint({ fill: 'none', stroke }),
      }),
      element('path', {
        d: linePath([
          { x: left + nth * 170, y: bottom + 32 },
          { x: left + nth * 170 + 18, y: bottom + 32 },
        ]),
        'stroke-width': 2,
        ...paint({ fill: 'none', stroke }),
      }),
      text(name, left + nth * 170 + 24, bottom + 35.5, 'start', 'soft'),
    );
  }
  parts.push(
    text(
      `Exceptions within 250 days, short position in ${currency}, value at risk at 99%`,
      left,
      20,
      'start',
      'ink',
      'bold',
    ),
  );
  const about = `How many of the last 250 days had a loss above the value at risk at 99% of a short position in ${currency}, by historical simulation and by filtered historical simulation, over the zones of the traffic light: up to 4 green, up to 9 yellow, 10 and more red.`;
  return picture(
    'tickmark-backtests-periods',
    width,
    bottom + 48,
    `Exceptions within 250 days, ${currency}`,
    about,
    parts,
  );
}

/** The shares of exceptions that the exact test at 5% does not reject. */
function acceptedShares(days: number, probability: number): readonly [number, number] {
  const mode = Math.round(days * probability);
  const accepts = (count: number) => count >= 0 && binomialTest(days, count, probability).pValue > 0.05;
  let [low, high] = [mode, mode];
  while (accepts(low - 1)) low--;
  while (accepts(high + 1)) high++;
  return [low / days, high / days];
}

function text(
  content: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  role: 'ink' | 'soft',
  weight: 'bold' | null = null,
): string {
  return element(
    'text',
    { x, y, 'text-anchor': anchor, 'font-weight': weight, ...paint({ fill: role }) },
    content,
  );
}

function picture(
  id: string,
  width: number,
  height: number,
  title: string,
  description: string,
  parts: readonly string[],
): string {
  return svgPicture({ id, width, height, fontSize: 10.5, theme: 'auto', title, description }, ...parts);
}
