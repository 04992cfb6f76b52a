import type { Figure, Filing, Section, Table, Unit } from '../../filing/filing.js';
import { isInstant, lastDayOf, type Period } from '../../value/index.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import { type Quantity, quantityOf } from '../arithmetic/quantity.js';
import { oncePerFiling } from '../engine/once.js';
import { inTable, sentenceKey } from '../engine/surroundings.js';
import { joined, type LabelReader, type LabelWords } from './label-words.js';
import { labelReader } from './sentence-words.js';
import { type StatementKind, statementTables } from './statements.js';

/** A label of this filing; `line` is equal for labels that differ in times and small words alone. */
export interface Label extends LabelWords {
  readonly line: number;
}

/** One place that states an amount of a period. */
export interface AmountFact {
  readonly figure: Figure;
  readonly quantity: Quantity;
  /** Without its sign, in units of one, as a double: to look for, never to compare. */
  readonly size: number;
  /** Last day of its period. */
  readonly day: number;
  /** Length of its period in months; 0 for an instant. */
  readonly months: number;
  readonly series: Series;
}

/** What one line of a table, or a sentence under one label, states: the same thing in several periods. */
export interface Series {
  readonly index: number;
  readonly table: Table | null;
  readonly statement: StatementKind | null;
  /** Number of the table, or of the block of the sentence: two series of one place never tie. */
  readonly place: number;
  readonly unit: Unit;
  /** Of the units of this filing, in order of appearance. */
  readonly unitNumber: number;
  /** What the line says it is: its label under its groups and, of a column, what its heading adds. */
  readonly label: Label;
  /** The row's own label alone. */
  readonly own: Label;
  /** What the headings of its columns say beside the period: a segment, a class, "change". */
  readonly scope: Label;
  /** What stands over the table: title of its section, caption. */
  readonly context: Label;
  /** By `periodKey`; several where a line states a period twice: what one year closes with, the next opens with. */
  readonly cells: Map<number, AmountFact[]>;
}

/** The facts of a filing: every amount with a unit and a period, tables first, each in order of the document. */
export interface AmountFacts {
  readonly facts: readonly AmountFact[];
  readonly series: readonly Series[];
}

/** A line that states a period more often than this states several facts. */
const MOST_TELLINGS = 3;

/** More labels, and more units, than any report has: factors of the number that a line goes by. */
const MOST_LABELS = 2 ** 20;
const MOST_UNITS = 2 ** 8;

/** What the place calls the amount: the label of its row, or what its sentence says. */
export function nameOf({ figure, series }: AmountFact): string {
  const row = inTable(figure) ? series.table?.rows[figure.where.row] : undefined;
  return row?.label || series.own.text || series.label.text;
}

/** Amounts of one sentence have one number; those of tables have none of their own. */
export function sentenceOfFact({ figure: { where } }: AmountFact): number {
  return 'block' in where ? sentenceKey(where) : -1;
}

/** A period as one number: last day and length. */
export function periodKey(fact: Pick<AmountFact, 'day' | 'months'>): number {
  return fact.day * 512 + fact.months;
}

/** The amounts that can tie, in tables and sentences. */
export const amountFacts = oncePerFiling((filing: Filing): AmountFacts => new Collector(filing).collect());

class Collector {
  private readonly filing: Filing;
  private readonly facts: AmountFact[] = [];
  private readonly series: Series[] = [];
  /** What the sentence at hand has said, and where it stands. */
  private readonly said = new Map<number, Series>();
  private place = { block: -1, sentence: -1 };
  private readonly labels = new Map<string, Label>();
  private readonly lines = new Map<string, number>();
  private readonly units = new Map<Unit, number>();
  private readonly tying = new Map<Unit, boolean>();
  private readonly reader: LabelReader;
  private readonly none: Label;
  private readonly sectionTitles: ReadonlyMap<string, string>;

  constructor(filing: Filing) {
    this.filing = filing;
    this.reader = labelReader(filing);
    this.none = this.label('');
    this.sectionTitles = titlesOf(filing.outline);
  }

  collect(): AmountFacts {
    const statements = statementTables(this.filing);
    for (const grid of numberGrids(this.filing)) this.addTable(grid, statements.get(grid.table.id) ?? null);
    for (const figure of this.filing.figures) if (!inTable(figure)) this.addSentence(figure);
    return { facts: this.facts, series: this.series };
  }

  private addTable({ table, cells }: NumberGrid, statement: StatementKind | null): void {
    const context = this.label(contextOf(table, this.sectionTitles));
    const scopes = table.columns.map(({ labelPath }) => this.label(joined(labelPath)));
    const lines = new Map<number, Series>();
    for (const [index, line] of cells.entries()) {
      const row = table.rows[index];
      if (row === undefined) continue;
      let label: Label | null = null;
      for (const quantity of line) {
        if (quantity === null || !this.canTie(quantity.figure)) continue;
        const { figure } = quantity;
        label ??= this.label(joined(row.labelPath));
        const scope = scopes[columnOf(figure)] ?? this.none;
        const key = (label.line * MOST_LABELS + scope.line) * MOST_UNITS + this.unitNumber(figure.unit);
        let series = lines.get(key);
        if (series === undefined) {
          const own =
            row.labelPath.length === 1 && row.labelPath[0] === row.label ? label : this.label(row.label);
          const { unit } = figure;
          series = this.newSeries({ table, statement, place: table.block, unit, label, own, scope, context });
          lines.set(key, series);
        }
        this.add(figure, quantity, series);
      }
    }
  }

  /** The amounts that a sentence gives one label are a line, as in "were $12 and $15 in 2005 and 2006". */
  private addSentence(figure: Figure): void {
    if (!this.canTie(figure) || !('block' in figure.where)) return;
    const quantity = quantityOf(figure);
    if (quantity === null) return;
    const { block, sentence } = figure.where;
    const label = this.label(figure.label);
    // Figures stand in order, so that what the last sentence said is all that this one can go on with.
    if (block !== this.place.block || sentence !== this.place.sentence) {
      this.said.clear();
      this.place = figure.where;
    }
    const key = label.line * MOST_UNITS + this.unitNumber(figure.unit);
    let series = this.said.get(key);
    if (series === undefined) {
      series = this.newSeries({
        table: null,
        statement: null,
        place: block,
        unit: figure.unit,
        label,
        own: label,
        scope: this.none,
        context: this.none,
      });
      this.said.set(key, series);
    }
    this.add(figure, quantity, series);
  }

  private newSeries(said: Omit<Series, 'index' | 'unitNumber' | 'cells'>): Series {
    const { table, statement, place, unit, label, own, scope, context } = said;
    const series: Series = {
      index: this.series.length,
      table,
      statement,
      place,
      unit,
      unitNumber: this.unitNumber(unit),
      label,
      own,
      scope,
      context,
      cells: new Map(),
    };
    this.series.push(series);
    return series;
  }

  private add(figure: Figure, quantity: Quantity, series: Series): void {
    const { period } = figure;
    if (period === null) return;
    const fact: AmountFact = {
      figure,
      quantity,
      size: Math.abs(quantity.coefficient) * 10 ** quantity.exponent,
      day: lastDayOf(period),
      months: monthsOf(period),
      series,
    };
    const key = periodKey(fact);
    const own = series.cells.get(key);
    if (own === undefined) series.cells.set(key, [fact]);
    else if (own.length < MOST_TELLINGS) own.push(fact);
    this.facts.push(fact);
  }

  private label(text: string): Label {
    const known = this.labels.get(text);
    if (known !== undefined) return known;
    const { words, strict } = this.reader.read(text);
    let line = this.lines.get(strict);
    if (line === undefined) {
      line = this.lines.size;
      this.lines.set(strict, line);
    }
    const label: Label = { text, words, strict, line };
    this.labels.set(text, label);
    return label;
  }

  /** Whether an amount is of a kind that reports state twice. */
  private canTie({ role, unit, period }: Figure): boolean {
    if (role === 'label' || period === null) return false;
    let ties = this.tying.get(unit);
    if (ties === undefined) {
      ties = isTyingUnit(unit);
      this.tying.set(unit, ties);
    }
    return ties;
  }

  private unitNumber(unit: Unit): number {
    const known = this.units.get(unit);
    if (known !== undefined) return known;
    this.units.set(unit, this.units.size);
    return this.units.size - 1;
  }
}

function columnOf(figure: Figure): number {
  return inTable(figure) ? figure.where.column : 0;
}

/** Money, shares, percentages, bare numbers of a table. */
function isTyingUnit(unit: Unit): boolean {
  return (
    /^[A-Z]{3}$/.test(unit) ||
    unit === 'share' ||
    unit === 'ADS' ||
    unit === 'percent' ||
    unit === 'pure' ||
    unit.endsWith('/share') ||
    unit.endsWith('/ADS')
  );
}

function monthsOf(period: Period): number {
  return isInstant(period) ? 0 : Math.max(1, Math.round((period.until - period.start) / 30.44));
}

function contextOf(table: Table, titles: ReadonlyMap<string, string>): string {
  const title = table.section === null ? '' : (titles.get(table.section) ?? '');
  const caption = table.caption ?? '';
  return caption.length <= 160 ? `${title} ${caption}` : title;
}

function titlesOf(outline: readonly Section[]): Map<string, string> {
  const titles = new Map<string, string>();
  const open = [...outline];
  for (let section = open.pop(); section !== undefined; section = open.pop()) {
    titles.set(section.id, section.title);
    for (const child of section.children) open.push(child);
  }
  return titles;
}
