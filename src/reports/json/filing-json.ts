import type { Figure, Filing, RiskFactor, Section, SourceSpan, Table } from '../../filing/index.js';
import { formatDay, isInstant, lastDayOf, type Period } from '../../value/index.js';
import type {
  FileHeadJson,
  PeriodJson,
  ReadFigureJson,
  RiskFactorJson,
  SectionJson,
  TableJson,
} from '../json-schema.js';

/** What file it is and what its cover says. */
export function headJson({ source, cover, documents }: Filing): FileHeadJson {
  return {
    path: source.path,
    sha256: source.sha256,
    encoding: source.encoding,
    form: cover.form,
    issuer: cover.issuer,
    currency: cover.currency,
    otherCurrencies: [...cover.otherCurrencies],
    periodEnd: cover.periodEnd === null ? null : formatDay(cover.periodEnd),
    sharesOutstanding: cover.sharesOutstanding.map(({ value, title, asOf }) => ({
      value,
      title,
      asOf: asOf === null ? null : formatDay(asOf),
    })),
    accounting: cover.accounting,
    documents: documents.map(({ type, description, name, start, end, main }) => ({
      type,
      description,
      name,
      start,
      end,
      main,
    })),
  };
}

export function sectionJson(section: Section): SectionJson {
  const { id, key, kind, title, level, start, end, answer, printed } = section;
  const children = section.children.map(sectionJson);
  return { id, key, kind, title, level, start, end, answer, printed, children };
}

export function riskFactorJson({ id, key, heading, group, start, end, figures }: RiskFactor): RiskFactorJson {
  return { id, key, heading, group, start, end, figures: [...figures] };
}

export function tableJson(table: Table): TableJson {
  return {
    id: table.id,
    section: table.section,
    rows: table.rows.length,
    columns: table.columns.length,
    caption: table.caption,
    scale: table.scale,
    unit: table.unit,
    start: table.start,
    end: table.end,
  };
}

export function figureJson(figure: Figure): Omit<ReadFigureJson, 'role'> {
  return {
    id: figure.id,
    key: figure.key,
    text: figure.text,
    start: figure.start,
    end: figure.end,
    spans: spansJson(figure.spans),
    value: figure.value,
    decimals: figure.decimals,
    unit: figure.unit,
    period: periodJson(figure.period),
    label: figure.label,
    where:
      'table' in figure.where
        ? { table: figure.where.table, row: figure.where.row, column: figure.where.column }
        : { section: figure.where.section, block: figure.where.block, sentence: figure.where.sentence },
    range: figure.range,
  };
}

export function spansJson(spans: readonly SourceSpan[]): [number, number][] {
  return spans.map(([start, end]) => [start, end]);
}

/** Spans with their last day. */
export function periodJson(period: Period | null): PeriodJson {
  if (period === null) return null;
  if (isInstant(period)) return { instant: formatDay(period.instant) };
  return { start: formatDay(period.start), end: formatDay(lastDayOf(period)) };
}
