import type { ChartScale, ChartTheme, RateChart, RateChartOptions } from '../../rates/index.js';
import { type Day, InputError } from '../../value/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { rateSourceOf } from '../held-rates.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { requireSeriesOptions, type SeriesOptions, wholeNumber } from '../rates-options.js';

const FORMATS = ['terminal', 'svg', 'json'] as const;
const THEMES: readonly ChartTheme[] = ['auto', 'light', 'dark'];
const SCALES: readonly ChartScale[] = ['linear', 'log'];

/** Lines of the sketch's plot. */
const ROWS = 16;
const WIDTH = 800;
/** A chart is a little more than half as high as it is wide, and high enough for its words. */
const HEIGHT_PER_WIDTH = 9 / 16;
const LEAST_HEIGHT = 320;

type ChartFormat = (typeof FORMATS)[number];

interface RatesChartCommandOptions extends SeriesOptions {
  readonly from?: string;
  readonly to?: string;
  readonly through?: string;
  readonly mark?: string;
  readonly average: 'daily' | 'month-end';
  readonly scale?: ChartScale;
  readonly source?: string;
  readonly format?: ChartFormat;
  readonly theme?: ChartTheme;
  readonly width?: string;
  readonly height?: string;
  readonly output?: string;
}

/** `tickmark rates chart`: a series of rates to look at, or to paste. */
export const command: CommandDefinition = {
  name: 'rates chart',
  summary: 'draw noon buying rates as an SVG chart or a sketch in the terminal',
  description: [
    'Draws the daily noon buying rates (H.10) of a currency, all of them unless --years, --from, --to or --through narrow it. Fiscal years are marked with their high, low, average and last rate, the same figures that "rates table" prints; with --fiscal-year-end alone each year that is shown whole.',
    'Without --format it is a sketch on the terminal, or what the name of --output says: .svg or .json. The SVG is one file to paste into a report, a web page or a slide: text as text, nothing to fetch, its own background. The theme "auto" follows the light or dark setting of whoever looks at it.',
    'Where the source has no rates for more than ten days the line is broken. A logarithmic axis is drawn where --scale log asks for it, and where the highest rate is more than 100 times the lowest; the chart says so. Where a currency was replaced by a new unit, a rule marks the day, and no high, low or average is given over both.',
    'JSON holds every rate shown and the exact figures, as text.',
  ],
  examples: [
    {
      line: 'tickmark rates chart --currency JPY --fiscal-year-end 03-31 --years 2002..2006 --through 2006-07-07',
      shows: 'five fiscal years and the latest practicable date, on the terminal',
    },
    {
      line: 'tickmark rates chart --currency JPY --fiscal-year-end 03-31 --years 2002..2006 --through 2006-07-07 --output chart.svg',
      shows: 'the same as an SVG file',
    },
    {
      line: 'tickmark rates chart --unit EUR/USD --from 2020-01-01 --to 2025-12-31 --mark 2022-09-27 --theme light --width 1200 --output euro.svg',
      shows: 'euros per dollar with a day marked, for a page that is white',
    },
  ],
  define(command) {
    command
      .option('-c, --currency <code>', 'currency against the U.S. dollar, such as JPY; or give --unit')
      .option('--unit <unit>', 'direction: JPY/USD is yen per dollar, USD/JPY dollars per yen')
      .option('--fiscal-year-end <month-day>', 'last day of the fiscal years to mark, such as 03-31')
      .option('--years <list>', 'fiscal years, named by the year in which they end, such as 2002..2006')
      .option('--from <date>', 'first day shown, such as 2001-04-01')
      .option('--to <date>', 'last day shown')
      .option('--through <date>', 'latest practicable date: the chart reaches to it and names its rate')
      .option('--mark <dates>', 'days whose rates are marked, such as 2006-03-31,2006-07-07')
      .addOption(
        command
          .createOption('--average <method>', 'how fiscal years are averaged')
          .choices(['month-end', 'daily'])
          .default('month-end'),
      )
      .option('--decimals <number>', 'decimals to print instead of what the source carries')
      .addOption(command.createOption('--scale <scale>', 'axis of the rates').choices(SCALES))
      .option('--source <name>', 'a source that was imported, such as "Bank of Canada"')
      .addOption(command.createOption('-f, --format <format>', 'form of the chart').choices(FORMATS))
      .addOption(command.createOption('--theme <theme>', 'colours of the SVG').choices(THEMES))
      .option('--width <pixels>', `width of the SVG; ${WIDTH} unless given`)
      .option(
        '--height <pixels>',
        'height of the SVG; nine sixteenths of its width unless given, at least 320',
      )
      .option('-o, --output <path>', 'write to a file instead of standard output');
  },
  run: (_args, options, io) => run(options as unknown as RatesChartCommandOptions, io),
};

async function run(options: RatesChartCommandOptions, io: CommandIo): Promise<ExitStatus> {
  const format = options.format ?? formatByName(options.output);
  requireSeriesOptions(options);
  requireSvgFor(options, format);
  checkOutputPath(options.output, [], io);
  const { rateChart } = await import('../../rates/index.js');
  const chart = rateChart(await rateSourceOf(io, options.source), await chartOptions(options));
  await writeOutput(await written(chart, format, options, io), options.output, io);
  return 0;
}

function formatByName(output: string | undefined): ChartFormat {
  if (output === undefined) return 'terminal';
  return FORMATS.find((format) => output.toLowerCase().endsWith(`.${format}`)) ?? 'terminal';
}

/** An option that would change nothing is a mistake worth a word. */
function requireSvgFor({ theme, width, height }: RatesChartCommandOptions, format: ChartFormat): void {
  if (format === 'svg') return;
  const given = Object.entries({ theme, width, height }).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new InputError(
    'bad-option',
    `Unexpected --${given[0]} of a chart in the form "${format}", expected it with --format svg or --output chart.svg`,
  );
}

async function chartOptions(options: RatesChartCommandOptions): Promise<RateChartOptions> {
  const [{ parseMonthDay, parseYears }, { parseDay }] = await Promise.all([
    import('../../rates/index.js'),
    import('../../value/index.js'),
  ]);
  const { currency, unit, fiscalYearEnd, years, from, to, through, mark, average, decimals, scale } = options;
  const day = (text: string | undefined): Day | undefined =>
    text === undefined ? undefined : parseDay(text);
  return {
    currency,
    unit,
    fiscalYearEnd: fiscalYearEnd === undefined ? undefined : parseMonthDay(fiscalYearEnd),
    years: years === undefined ? [] : parseYears(years),
    from: day(from),
    to: day(to),
    through: day(through),
    marks: mark?.split(',').map((text) => parseDay(text.trim())),
    average,
    decimals: wholeNumber('--decimals', decimals),
    scale,
  };
}

async function written(
  chart: RateChart,
  format: ChartFormat,
  options: RatesChartCommandOptions,
  io: CommandIo,
): Promise<string> {
  const { chartJson, chartSvg, chartText } = await import('../../rates/index.js');
  if (format === 'json') return chartJson(chart);
  if (format === 'terminal') {
    // A file is read elsewhere: 80 columns, whatever the window.
    const isFile = options.output !== undefined;
    return chartText(chart, { columns: isFile ? 80 : io.columns, rows: ROWS, color: io.color && !isFile });
  }
  const width = wholeNumber('--width', options.width) ?? WIDTH;
  const height =
    wholeNumber('--height', options.height) ?? Math.max(LEAST_HEIGHT, Math.round(width * HEIGHT_PER_WIDTH));
  return chartSvg(chart, { theme: options.theme ?? 'auto', width, height });
}
