import { formatDay, formatPeriod } from '../../value/index.js';
import {
  type ExchangeRateCell,
  type ExchangeRateRow,
  type ExchangeRateTable,
  RATE_COLUMNS,
} from '../exchange-rate-table.js';

/** What `tickmark rates table --format json` prints. Figures are text, exact; days are ISO 8601. */
export interface ExchangeRateTableJson {
  readonly unit: string;
  readonly direction: string;
  readonly inverted: boolean;
  readonly decimals: number;
  readonly source: {
    readonly name: string;
    readonly description: string;
    readonly asOf: string;
    /** Last day of this currency. */
    readonly lastDay: string;
    /** The direction of every `inputs` value. */
    readonly unit: string;
  };
  readonly groups: readonly {
    readonly heading: string;
    readonly rows: readonly {
      readonly label: string;
      readonly period: string;
      readonly averageMethod: string;
      readonly figures: readonly FigureJson[];
    }[];
  }[];
  readonly footnotes: readonly { readonly mark: string | null; readonly text: string }[];
}

interface FigureJson {
  readonly name: string;
  readonly value: string;
  /** Daily rates that the period holds. */
  readonly observations: number;
  /** The rates that the figure rests on, as published: one day's, or every rate that entered the average. */
  readonly inputs: readonly { readonly date: string; readonly value: string }[];
}

/** The table with the inputs of every figure, enough to form each again; ends with a line feed. */
export function jsonTable(table: ExchangeRateTable): string {
  return `${JSON.stringify(tableJson(table), null, 2)}\n`;
}

function tableJson(table: ExchangeRateTable): ExchangeRateTableJson {
  return {
    unit: table.unit,
    direction: table.direction,
    inverted: table.inverted,
    decimals: table.decimals,
    source: {
      name: table.source.name,
      description: table.source.description,
      asOf: formatDay(table.source.asOf),
      lastDay: formatDay(table.lastDay),
      unit: table.publishedUnit,
    },
    groups: table.groups.map(({ heading, rows }) => ({ heading, rows: rows.map(rowJson) })),
    footnotes: table.footnotes,
  };
}

function rowJson({ label, period, averageMethod, cells }: ExchangeRateRow) {
  const figures = RATE_COLUMNS.map((name) => figureJson(name, cells[name]));
  return { label, period: formatPeriod(period), averageMethod, figures };
}

function figureJson(name: string, { printed, statistic }: ExchangeRateCell): FigureJson {
  const inputs = statistic.inputs.map((rate) => ({
    date: formatDay(rate.day),
    value: rate.printed.toString(),
  }));
  return { name, value: printed.toString(), observations: statistic.observations, inputs };
}
