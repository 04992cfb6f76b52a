import type { Fact, Figure, Filing, Section, Table } from '../../filing/index.js';
import { csvLine, plainNumber } from '../../value/csv-field.js';
import { formatDay, InputError, isInstant, lastDayOf, type Period } from '../../value/index.js';
import type { ReadingForm } from './form.js';
import { allSections, numberOf, type ReadingView, type Selected } from './selection.js';
import { gridOf } from './table-grid.js';
import { unitAndScale } from './unit-text.js';

/** What a view has in a line of CSV: its heads, and its lines without the file. */
interface CsvView {
  readonly head: readonly string[];
  lines(selected: Selected): string[][];
}

/**
 * What `tickmark read --format csv` writes: a line of heads and a line a thing, the file in the first column. Tables
 * follow one another, each headed by its id and caption, with an empty line between. Throws `InputError` ('bad-option')
 * for a view that is no table.
 */
export function csvForm(view: ReadingView): ReadingForm {
  if (view === 'tables') return tablesForm();
  const { head, lines } = csvViewOf(view);
  return {
    opening: csvLine(['file', ...head]),
    separator: '',
    closing: '',
    file: (selected) =>
      lines(selected)
        .map((fields) => csvLine([pathOf(selected), ...fields]))
        .join(''),
    failure: () => null,
  };
}

function csvViewOf(view: Exclude<ReadingView, 'tables'>): CsvView {
  switch (view) {
    case 'outline':
      return {
        head: OUTLINE_HEAD,
        lines: ({ filing, outline }) => allSections(outline).map((each) => sectionLine(filing, each)),
      };
    case 'risk-factors':
      return { head: RISK_HEAD, lines: riskLines };
    case 'figures':
      return { head: FIGURE_HEAD, lines: ({ figures }) => figures.map(figureLine) };
    case 'facts':
      return { head: FACT_HEAD, lines: ({ facts }) => facts.map(factLine) };
    case 'all':
      throw new InputError(
        'bad-option',
        'Cannot write a whole report as CSV: add --outline, --risk-factors, --tables, --table t1, --figures or --facts',
      );
  }
}

function pathOf({ filing }: Selected): string {
  return filing.source.path;
}

/** Headings, then a line a row; figures plain, so that a spreadsheet counts with them. Amounts are at the table's scale. */
function tablesForm(): ReadingForm {
  return {
    opening: '',
    separator: '\n',
    closing: '',
    file: (selected) => selected.tables.map((table) => tableCsv(table, pathOf(selected))).join('\n'),
    failure: () => null,
  };
}

function tableCsv(table: Table, path: string): string {
  const { headings, rows } = gridOf(table);
  return [
    csvLine([path, table.id, table.caption ?? '', unitAndScale(table)]),
    csvLine(headings),
    ...rows.map(({ cells }) =>
      csvLine(cells.map((cell, column) => (column === 0 ? cell : plainNumber(cell)))),
    ),
  ].join('');
}

const OUTLINE_HEAD = [
  'id',
  'number',
  'title',
  'kind',
  'level',
  'answer',
  'start',
  'end',
  'figures',
  'tables',
];

function sectionLine(filing: Filing, section: Section): string[] {
  const { id, kind, title, level, answer, start, end } = section;
  const inside = (things: readonly { readonly start: number }[]) =>
    String(things.filter((thing) => thing.start >= start && thing.start < end).length);
  const number = kind === 'item' ? numberOf(id) : '';
  return [
    id,
    number,
    title,
    kind,
    String(level),
    answer,
    String(start),
    String(end),
    inside(filing.figures),
    inside(filing.tables),
  ];
}

const RISK_HEAD = ['id', 'group', 'heading', 'text', 'words', 'figures', 'start', 'end'];

function riskLines({ filing, riskFactors }: Selected): string[][] {
  return riskFactors.map(({ id, group, heading, blocks, figures, start, end }) => {
    const paragraphs = blocks
      .slice(1)
      .flatMap((index) => filing.blocks[index] ?? [])
      .filter(({ kind, text }) => text !== '' && kind !== 'page-number' && kind !== 'running-header')
      .map(({ text }) => text.replace(/\s+/g, ' ').trim());
    const text = paragraphs.join('\n');
    const words = `${heading} ${text}`.split(/\s+/).filter(Boolean).length;
    return [
      id,
      group ?? '',
      heading,
      text,
      String(words),
      String(figures.length),
      String(start),
      String(end),
    ];
  });
}

const FIGURE_HEAD = [
  'id',
  'role',
  'printed',
  'value',
  'decimals',
  'unit',
  'first_day',
  'last_day',
  'label',
  'section',
  'table',
  'row',
  'column',
  'start',
  'end',
];

function figureLine(figure: Figure): string[] {
  const { id, role, text, value, decimals, unit, period, label, where, start, end } = figure;
  const place =
    'table' in where
      ? ['', where.table, String(where.row), String(where.column)]
      : [where.section ?? '', '', '', ''];
  return [
    id,
    role,
    text,
    value,
    String(decimals),
    unit,
    ...daysOf(period),
    label,
    ...place,
    String(start),
    String(end),
  ];
}

const FACT_HEAD = [
  'id',
  'concept',
  'kind',
  'value',
  'decimals',
  'unit',
  'first_day',
  'last_day',
  'dimensions',
  'hidden',
  'start',
  'end',
];

function factLine(fact: Fact): string[] {
  const { id, concept, kind, value, decimals, unit, context, hidden, start, end } = fact;
  const dimensions = (context?.dimensions ?? []).map(([axis, member]) => `${axis}=${member}`).join('; ');
  return [
    id,
    concept,
    kind,
    value ?? '',
    decimals ?? '',
    unit ?? '',
    ...daysOf(context?.period ?? null),
    dimensions,
    hidden ? 'yes' : '',
    String(start),
    String(end),
  ];
}

/** First and last day, ISO 8601, both included; an instant has the last only. */
function daysOf(period: Period | null): [first: string, last: string] {
  if (period === null) return ['', ''];
  if (isInstant(period)) return ['', formatDay(period.instant)];
  return [formatDay(period.start), formatDay(lastDayOf(period))];
}
