import { noonBuyingRates } from '../../src/rates/index.js';
import { binomialProbabilities } from '../../src/risk/backtests/binomial-law.js';
import {
  BACKTEST_LEVELS,
  BACKTEST_METHODS,
  type CurrencyBacktest,
  type CurrencyHistory,
  currencyBacktests,
  currencyHistories,
  LEAST_DAYS,
} from '../../src/risk/backtests/currency-backtests.js';
import { FLOAT_RULE, REGIMES, type Regime } from '../../src/risk/backtests/floating-days.js';
import { kupiecSize } from '../../src/risk/backtests/kupiec.js';
import { trafficLight, type Zone } from '../../src/risk/backtests/traffic-light.js';
import { type Day, formatDay } from '../../src/value/index.js';
import { exceptionsChart, periodsChart } from './backtest-charts.js';
import { GENERATED, markdown, type Page, table } from './page.js';

const FOLDER = 'docs/risk';
const PERIOD = 250;

/** Why days are left out, as the head of a column. */
const REGIME_NAMES: Readonly<Record<Exclude<Regime, 'floating'>, string>> = {
  'too-early': 'first 500',
  jump: 'jump or new unit',
  run: 'run unchanged',
  unchanged: 'often unchanged',
  calm: 'calm',
  'one-way': 'one way',
  gap: 'gap',
};

/** The backtests of every floating currency: the page, its charts, and every number as CSV. */
export function backtestPages(): Page[] {
  const source = noonBuyingRates();
  const histories = currencyHistories(source);
  const results = histories.flatMap(currencyBacktests);
  return [
    { path: `${FOLDER}/backtests.md`, text: page(histories, results, source.description) },
    { path: `${FOLDER}/backtests.csv`, text: csv(results) },
    { path: `${FOLDER}/backtests-exceptions.svg`, text: exceptionsChart(results, 0.99) },
    { path: `${FOLDER}/backtests-periods.svg`, text: periodsChart(histories, 'JPY') },
  ];
}

function page(
  histories: readonly CurrencyHistory[],
  results: readonly CurrencyBacktest[],
  source: string,
): string {
  const currencies = new Set(results.map(({ currency }) => currency));
  const days = results.filter(
    ({ method, level, side }) => method === BACKTEST_METHODS[0]?.name && level === 0.99 && side === 'long',
  );
  const total = days.reduce((sum, each) => sum + each.days, 0);
  const tests = results.length / BACKTEST_METHODS.length / BACKTEST_LEVELS.length;
  return markdown(
    GENERATED,
    '# Backtests of value at risk',
    `How often was the loss of a day larger than the value at risk that was foretold the evening before? At 99% it should be one day in a hundred, at 95% one in twenty, and such days should come alone. Here each method of a register's market section is held against ${currencies.size} currencies and ${total.toLocaleString('en-US')} days on which they floated: a long position (the currency is owned, and its fall is the loss) and a short one (it is owed).`,
    `![Share of days on which the loss exceeded the value at risk at 99%, by currency and method](backtests-exceptions.svg)`,
    '## What it shows',
    summaryTable(results),
    `Each line covers ${tests} tests (${currencies.size} currencies, long and short). *Rejected*: the exact two-sided binomial p-value is at most 5%. Were every model right, chance alone would reject up to 5% of them: **${(0.05 * tests).toFixed(1)} of ${tests}**. They are not independent (a dollar that rises falls against most currencies at once), so that a few more or less mean nothing. *Clustered*: the exact p-value of independence is at most 5%. *Periods*: whole periods of 250 days in each zone of the traffic light, beside what a right model gives.`,
    conclusions(results),
    `![Exceptions within 250 days at 99%, U.S. dollar value of the yen](backtests-periods.svg)`,
    '## Exceptions by currency',
    ...BACKTEST_LEVELS.flatMap((level) => [`### At ${percent(level, 0)}`, currencyTable(results, level)]),
    'Share of days with an exception, in percent, long / short. `*`: exact p-value at most 5%, `**`: at most 1%, `***`: at most 0.1%. [backtests.csv](backtests.csv) has every number: exceptions, exact binomial, Kupiec, independence, conditional coverage, zones.',
    '## Which days are tested',
    rule(),
    daysTable(histories),
    '## Methods',
    methods(source),
    '## Tests',
    testsText(),
  );
}

function summaryTable(results: readonly CurrencyBacktest[]): string {
  const rows = BACKTEST_LEVELS.flatMap((level) => {
    const right = zoneShares(level);
    const expected = [
      `a model that is right, ${percent(level, 0)}`,
      percent(1 - level, 2),
      '≤ 5%',
      '≤ 5%',
      zoneText(right),
    ];
    return [
      ...BACKTEST_METHODS.map(({ name }) => {
        const some = results.filter((each) => each.method === name && each.level === level);
        const rejected = some.filter(({ exactPValue }) => exactPValue <= 0.05);
        const many = rejected.filter(({ share }) => share > 1 - level).length;
        const clustered = some.filter(({ independencePValue }) => independencePValue <= 0.05).length;
        return [
          `${name}, ${percent(level, 0)}`,
          percent(shareOf(some), 2),
          `${rejected.length} (${many} too many, ${rejected.length - many} too few)`,
          String(clustered),
          zoneText(periodShares(some)),
        ];
      }),
      expected,
    ];
  });
  return table(['method', 'exceptions', 'rejected', 'clustered', 'periods green / yellow / red'], rows);
}

/** What a reader should take along; the numbers are of the tests above, and a test holds what the words say. */
function conclusions(results: readonly CurrencyBacktest[]): string {
  const share = (name: string, level: number) =>
    percent(shareOf(results.filter((each) => each.method === name && each.level === level)), 2);
  return [
    `- **The normal law is too thin at 99%.** Both parametric methods are exceeded on ${share('parametric, sample', 0.99)} and ${share('parametric, EWMA', 0.99)} of days, not 1%, though they are nearly right at 95% (${share('parametric, sample', 0.95)} and ${share('parametric, EWMA', 0.95)}). Their 99% figure is nearer to a 98% one.`,
    `- **A window without weights reacts too late.** With historical simulation and with the sample's volatility, exceptions come in clusters in nearly every currency: whole red periods in crises, none for years in calm. EWMA mends more than half of that.`,
    `- **Filtered historical simulation does both**, and is the method that fits best here: ${share('filtered historical simulation', 0.99)} at 99% and ${share('filtered historical simulation', 0.95)} at 95%.`,
    '- **Part of the excess of historical simulation is its own rule.** The value at risk of n losses is the k-th largest, k = ⌊n (1 − level)⌋ + 1, the least loss that no more than a share 1 − level of the n exceed. The *next* loss exceeds it with probability k / (n + 1) even where nothing changes: 6/501 = 1.20% at 99% and 26/501 = 5.19% at 95%, with 500 days. Against these rates the excess of the filtered method is gone.',
    '- **No method passes everywhere.** With half a century of days even a small bias is rejected; at 250 days, which is what a supervisor sees, most of these would pass. A rejection here says that the bias is real, not that it is large.',
  ].join('\n');
}

function currencyTable(results: readonly CurrencyBacktest[], level: number): string {
  const currencies = [...new Set(results.map(({ currency }) => currency))];
  const rows = currencies.map((currency) => {
    const of = (name: string, side: string) =>
      results.find(
        (each) =>
          each.currency === currency && each.method === name && each.level === level && each.side === side,
      );
    const cells = BACKTEST_METHODS.map(
      ({ name }) => `${marked(of(name, 'long'))} / ${marked(of(name, 'short'))}`,
    );
    return [currency, String(of(BACKTEST_METHODS[0]?.name ?? '', 'long')?.days ?? ''), ...cells];
  });
  return table(['currency', 'days', ...BACKTEST_METHODS.map(({ name }) => name)], rows);
}

function marked(result: CurrencyBacktest | undefined): string {
  if (result === undefined) return '';
  const { share, exactPValue } = result;
  const stars = [0.05, 0.01, 0.001].filter((limit) => exactPValue <= limit).length;
  return `${(100 * share).toFixed(2)}${'\\*'.repeat(stars)}`;
}

function rule(): string {
  const { window, mostUnchanged, longestRun, leastVolatility, largestFactor, mostOneWay, longestGap } =
    FLOAT_RULE;
  return `A peg has no risk until the day it breaks, and a backtest over both says nothing of a method. A day is tested where the ${window} daily changes before it look like a float. What comes later plays no part, so that no day is left out because of how it went. It does not look like a float where, within those ${window} changes, there is

- a change by more than a factor of ${largestFactor} in a day, or a new unit of currency (*jump or new unit*);
- a run of ${longestRun} or more days without any change (*run unchanged*);
- no change on more than ${percent(mostUnchanged, 0)} of days (*often unchanged*);
- a deviation of less than ${percent(leastVolatility, 0)} a year (*calm*: bands);
- changes in the same direction on more than ${percent(mostOneWay, 0)} of days (*one way*: a crawling peg);
- more than ${longestGap} days between two rates (*gap*).

The first that holds is counted below. Currencies with fewer than ${LEAST_DAYS} such days are left out whole. A rule by numbers takes some managed rates for floats and some quiet floats for pegs: the Canadian dollar of the 1970s is left out, the renminbi of recent years is not.`;
}

function daysTable(histories: readonly CurrencyHistory[]): string {
  const reasons = REGIMES.filter((regime) => regime !== 'floating');
  const rows = histories.map(({ currency, days, regimes }) => {
    const count = (regime: Regime) => regimes.filter((each) => each === regime).length;
    const [first, last] = [regimes.indexOf('floating'), regimes.lastIndexOf('floating')];
    const tested = count('floating') >= LEAST_DAYS;
    const day = (index: number) => formatDay(days[index + 1] as Day);
    return [
      currency,
      tested ? String(count('floating')) : `none (${count('floating')})`,
      tested ? `${day(first)} to ${day(last)}` : '',
      ...reasons.map((regime) => String(count(regime) || '')),
    ];
  });
  return table(['currency', 'tested', 'within', ...reasons.map((regime) => REGIME_NAMES[regime])], rows);
}

function methods(source: string): string {
  return `The change of a day is that of the dollars which a unit of the currency buys. Source: ${source}

All have a horizon of one day and a mean of zero.

- **Historical simulation**: the k-th largest of the last 500 losses, k = ⌊500 (1 − level)⌋ + 1.
- **Parametric, sample**: the normal quantile (2.326 at 99%, 1.645 at 95%) times the root mean square of the last 250 changes.
- **Parametric, EWMA**: the same times the exponentially weighted volatility, decay 0.94 (RiskMetrics 1996).
- **Filtered historical simulation**: historical simulation over 500 changes, each rescaled from the EWMA volatility of its day to that of today (Hull and White 1998). The filter here runs through the whole series; \`tickmark risk\` begins it with its window, which moves the figure by a few percent on some days.`;
}

function testsText(): string {
  const size = (days: number) => percent(kupiecSize(days, 0.01, 0.05), 1);
  return `- **Exact binomial**: the probability, under the model, of all numbers of exceptions that are no more likely than the one observed (Sterne 1954). It decides here.
- **Kupiec's proportion of failures** (1995) compares a likelihood ratio with a chi-square law that few exceptions hardly follow: with its nominal 5% it rejects ${size(250)} of right models at 250 days and 99%, ${size(500)} at 500, ${size(1000)} at 1,000.
- **Christoffersen's independence** (1998) asks whether an exception makes another the next day more likely. Its p-value here is exact, too: given the number of exceptions each order is equally likely, and the orders are counted by their runs. The conditional coverage in the CSV is the chi-square one.
- **Traffic light** (Basel Committee 1996): periods of 250 days, green below a cumulative probability of 95%, red from 99.99%. At 99% that is 0 to 4, 5 to 9, and 10 or more exceptions.`;
}

function csv(results: readonly CurrencyBacktest[]): string {
  const head =
    'currency,method,level,side,days,exceptions,share,exact_p,kupiec_p,independence_exact_p,independence_p,conditional_coverage_p,green,yellow,red';
  const lines = results.map((each) =>
    [
      each.currency,
      `"${each.method}"`,
      each.level,
      each.side,
      each.days,
      each.exceptions,
      each.share.toFixed(6),
      ...[
        each.exactPValue,
        each.kupiecPValue,
        each.independencePValue,
        each.christoffersenPValue,
        each.conditionalPValue,
      ].map((p) => p.toPrecision(4)),
      each.zones.green,
      each.zones.yellow,
      each.zones.red,
    ].join(','),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

type Zones = Readonly<Record<Zone, number>>;

/** The zones of a period of 250 days under a model that is right. */
function zoneShares(level: number): Zones {
  const zones = { green: 0, yellow: 0, red: 0 };
  for (const [exceptions, probability] of binomialProbabilities(PERIOD, 1 - level).entries()) {
    zones[trafficLight(PERIOD, exceptions, 1 - level).zone] += probability;
  }
  return zones;
}

function periodShares(results: readonly CurrencyBacktest[]): Zones {
  const sum = (zone: Zone) => results.reduce((total, { zones }) => total + zones[zone], 0);
  const all = sum('green') + sum('yellow') + sum('red');
  return { green: sum('green') / all, yellow: sum('yellow') / all, red: sum('red') / all };
}

function zoneText({ green, yellow, red }: Zones): string {
  return `${percent(green, 1)} / ${percent(yellow, 1)} / ${percent(red, red < 0.001 ? 2 : 1)}`;
}

/** Exceptions of all days together. */
function shareOf(results: readonly CurrencyBacktest[]): number {
  const days = results.reduce((sum, each) => sum + each.days, 0);
  return results.reduce((sum, each) => sum + each.exceptions, 0) / days;
}

function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)}%`;
}
