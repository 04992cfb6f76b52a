import { PERCENT, printEstimate, printNumber } from '../../../risk/index.js';
import type { Estimate } from '../../../risk/results/results.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { inSentence, MEASURE_NAMES, type MoneyUnit, moneyOf } from '../words.js';
import { barRows, MOST_BARS } from './bar-rows.js';
import {
  figure,
  linear,
  moneyTicks,
  PLOT_WIDTH,
  type PlotText,
  round,
  type Scale,
  textWidth,
} from './plot.js';

/** Beside a side without labels. */
const LEAST_ROOM = 8;

/** A name with what its low and its high value make of the measure. */
interface TwoSided {
  readonly name: string;
  readonly about: string;
  readonly low: Estimate;
  readonly high: Estimate;
  /** Before the numbers: "−10%". */
  readonly lowText: string;
  readonly highText: string;
}

/** Each risk at its 5% and 95%. */
export function tornadoPlot(run: RiskRun, tornado: RiskRun['tornadoes'][number]): Html | null {
  const money = moneyOf(run, tornado.unit);
  const headings = new Map(run.risks.map(({ risk, heading }) => [risk, heading]));
  const bars = tornado.bars
    .filter(({ low, high }) => (low.value ?? 0) !== 0 || (high.value ?? 0) !== 0)
    .map(({ risk, low, high }) => ({
      name: risk,
      about: headings.get(risk) ?? '',
      low,
      high,
      lowText: '',
      highText: '',
    }));
  const part = (level: number) => printNumber(level, PERCENT, 3);
  return twoSided(bars, money, {
    id: `tornado-${tornado.measure}`,
    title: `How far each risk alone moves ${inSentence(MEASURE_NAMES[tornado.measure])}, ${money.text}.`,
    reading: `Left (red): its bad end, at ${part(tornado.lowLevel)} of its range; right (green): its good end, at ${part(tornado.highLevel)}; all others at their mean.`,
  });
}

/** Each input a tenth lower and higher. Inputs that cannot be told from having no effect are left out. */
export function inputTornadoPlot(run: RiskRun): Html | null {
  const tornado = run.inputTornado;
  if (tornado === null) return null;
  const money = moneyOf(run, tornado.unit);
  const values = new Map(run.inputs.map(({ name, value }) => [name, value]));
  const bars = tornado.bars
    .filter(({ low, high }) => isFelt(low.mean) || isFelt(high.mean))
    .map(({ input, low, high }) => ({
      name: input,
      about: values.get(input) ?? '',
      low: low.mean,
      high: high.mean,
      lowText: low.text,
      highText: high.text,
    }));
  return twoSided(bars, money, {
    id: 'inputs',
    title: `How far each input moves the mean of ${inSentence(MEASURE_NAMES[tornado.measure])}, ${money.text}.`,
    reading: 'The inputs at the top are the guesses worth a second look.',
  });
}

/** Told apart from nothing by more than two standard errors. */
function isFelt({ value, standardError }: Estimate): boolean {
  return Math.abs(value ?? 0) > 2 * (standardError ?? 0);
}

function twoSided(
  all: readonly TwoSided[],
  money: MoneyUnit,
  text: Pick<PlotText, 'id' | 'title' | 'reading'>,
): Html | null {
  const bars = all.slice(0, MOST_BARS);
  if (bars.length === 0) return null;
  const values = bars.flatMap(({ low, high }) => [low.value ?? 0, high.value ?? 0]);
  const labels = bars.flatMap((bar) => labelsOf(bar, money));
  const room = (side: -1 | 1) =>
    labels
      .filter(({ at }) => at < 0 === side < 0)
      .reduce((most, { text: label }) => Math.max(most, textWidth(label) + 8), LEAST_ROOM);
  const x = linear([Math.min(0, ...values), Math.max(0, ...values)], [room(-1), PLOT_WIDTH - room(1)]);
  const rows = bars.map((bar) => ({
    name: bar.name,
    about: bar.about,
    draw: (top: number, height: number) => barMarkup(bar, x, money, top, height),
  }));
  const { drawing, height } = barRows(rows, x, moneyTicks(x, money, 4));
  const rest = all.length - bars.length;
  return figure(
    {
      ...text,
      reading: `${text.reading}${rest > 0 ? ` ${rest} others move it less; the table has them.` : ''}`,
      description: bars
        .map(({ name, low, high }) => `${name} ${printEstimate(low, money)} to ${printEstimate(high, money)}`)
        .join('; '),
      height,
    },
    drawing,
  );
}

/** The two ends of a bar. Where both lie on one side the longer is paler. */
function barMarkup(bar: TwoSided, x: Scale, money: MoneyUnit, top: number, height: number): Html {
  const values = [bar.low.value ?? 0, bar.high.value ?? 0].sort((a, b) => Math.abs(b) - Math.abs(a));
  const rects = values
    .filter((value) => value !== 0)
    .map((value, nth) => {
      const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
      return html`<rect class="bar ${value < 0 ? 'bad' : 'good'}${nth === 0 && isOneSided(bar) ? ' pale' : ''}" x="${round(from)}" y="${top}" width="${round(Math.max(1, to - from))}" height="${height}"/>`;
    });
  const texts = labelsOf(bar, money).map(
    ({ at, text }) =>
      html`<text class="lb${at < 0 ? ' end' : ''}" x="${round(x(at) + (at < 0 ? -4 : 4))}" y="${top + 10}">${text}</text>`,
  );
  return html`${rects}${texts}`;
}

/** A label at each end; where both ends lie on one side, one label at the farther says both. */
function labelsOf(bar: TwoSided, money: MoneyUnit): { readonly at: number; readonly text: string }[] {
  const number = ({ value }: Estimate) => printNumber(value ?? 0, money, 2);
  const [low, high] = [bar.low.value ?? 0, bar.high.value ?? 0];
  if (isOneSided(bar)) {
    const at = Math.abs(low) > Math.abs(high) ? low : high;
    return [{ at, text: `${number(bar.low)} … ${number(bar.high)}` }];
  }
  const said = (estimate: Estimate, text: string) => `${text === '' ? '' : `${text}: `}${number(estimate)}`;
  return [
    { at: low, text: said(bar.low, bar.lowText) },
    { at: high, text: said(bar.high, bar.highText) },
  ].filter(({ at }) => at !== 0);
}

function isOneSided({ low, high }: TwoSided): boolean {
  return (low.value ?? 0) * (high.value ?? 0) > 0;
}
