import { formatDay, formatPeriod } from '../../value/index.js';
import type { ChartFigure, RateChart } from './rate-chart.js';

/**
 * The chart as JSON text: figures exact, as text, days in ISO 8601. A rate is a list: its day, its value in the unit
 * asked for (rounded half up where the source publishes the inverse) and the value as published.
 */
export function chartJson(chart: RateChart): string {
  const rates = chart.lines.map((line) =>
    line.map(({ day, observation: { printed, ratio } }) => [
      formatDay(day),
      ratio.rounded(chart.decimals, 'half-up').toString(),
      printed.toString(),
    ]),
  );
  const { lines: _, ...head } = chart;
  const text = JSON.stringify({ ...headRecord(head), lines: [] }, null, 2);
  // A rate a line: indented whole, 55 years of them would be 70,000 lines.
  const lines = rates.map(
    (line) => `    [\n${line.map((rate) => `      ${JSON.stringify(rate)}`).join(',\n')}\n    ]`,
  );
  return `${text.replace('"lines": []', () => `"lines": [\n${lines.join(',\n')}\n  ]`)}\n`;
}

function headRecord(chart: Omit<RateChart, 'lines'>) {
  const { unit, direction, publishedUnit, decimals, source, span, scale, averageMethod } = chart;
  return {
    unit,
    direction,
    publishedUnit,
    decimals,
    source: { name: source.name, description: source.description, asOf: formatDay(source.asOf) },
    span: formatPeriod(span),
    scale,
    averageMethod,
    periods: chart.periods.map(({ label, period, high, low, average, end }) => ({
      label,
      period: formatPeriod(period),
      high: figureRecord(high),
      low: figureRecord(low),
      average: average?.printed.toString() ?? null,
      'period-end': figureRecord(end),
    })),
    marks: chart.marks.map(({ kind, asked, rate }) => ({
      kind,
      asked: formatDay(asked),
      ...figureRecord(rate),
    })),
    high: figureRecord(chart.high),
    low: figureRecord(chart.low),
    last: figureRecord(chart.last),
    redenominations: chart.redenominations.map(formatDay),
  };
}

function figureRecord(figure: ChartFigure | null) {
  if (figure === null) return null;
  return { date: figure.day === null ? null : formatDay(figure.day), value: figure.printed.toString() };
}
