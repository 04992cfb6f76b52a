import type { Filing } from '../../filing/filing.js';
import { firstIndex } from '../../value/index.js';
import { reprint } from '../arithmetic/reprint.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { CheckOutcome, FindingDraft } from '../check.js';
import { sentenceKey } from '../engine/surroundings.js';
import { type AmountFact, amountFacts, nameOf, type Series } from '../facts/amount-facts.js';
import { samePeriodLength, significantDigits } from '../facts/equal-values.js';
import { sentenceWords } from '../facts/sentence-words.js';
import { statementName } from '../facts/statements.js';
import { tiesOf } from '../facts/ties.js';

/** Amounts of one unit that a sentence states for several periods: "$1.2 billion, $1.1 billion and $1.0 billion". */
type List = readonly AmountFact[];

/** A list of more amounts than this is of several things. */
const MOST_AMOUNTS = 6;
/** What a row must have in common with a list: digits that agree, and three for a label that the sentence holds whole. */
const ENOUGH = 7;
/** The least of that, where an amount of many digits is but a slip away from its cell. */
const LEAST = 4.5;
/** The same with the digits of the amount that differs: a slip of many digits is seldom one by chance. */
const ENOUGH_FOR_SLIP = 9;

/** A row that states what a list does. */
interface Row {
  readonly series: Series;
  /** Amounts of the list with the cell of the row for the same period, which agree. */
  readonly agreeing: readonly Match[];
  readonly weight: number;
}

interface Match {
  readonly said: AmountFact;
  readonly cell: AmountFact;
}

/**
 * Holds the amounts that a sentence states for several periods against the rows of the tables, by their values: a row
 * that has all of them confirms them (where it is one of a statement); one that has all but one, which is a slip of
 * typing, shows that the one is wrong.
 */
export function rowLists<Id extends string>(
  filing: Filing,
  message: Id,
): Pick<CheckOutcome<Id>, 'ticks' | 'findings'> {
  const lists = listsOf(filing);
  if (lists.length === 0) return { ticks: [], findings: [] };
  const cells = new Cells(filing, lists);
  const outcomes = lists.map((list) => judged(list, cells.rowsOf(list), message));
  return {
    ticks: outcomes.flatMap(({ ticks }) => ticks),
    findings: outcomes.flatMap(({ findings }) => findings),
  };
}

/** Amounts of one sentence and unit, each for a period of its own. */
function listsOf(filing: Filing): List[] {
  const lists: List[] = [];
  let place = -1;
  let groups: AmountFact[][] = [];
  const close = (): void => {
    for (const own of groups) if (own.length > 1) lists.push(...inRuns(own));
    groups = [];
  };
  // The amounts of a sentence stand one after the other.
  for (const fact of amountFacts(filing).facts) {
    const { where } = fact.figure;
    if (!('block' in where) || fact.figure.range !== null) continue;
    const own = sentenceKey(where);
    if (own !== place) close();
    place = own;
    const group = groups.find(([first]) => first?.series.unitNumber === fact.series.unitNumber);
    if (group === undefined) groups.push([fact]);
    else group.push(fact);
  }
  close();
  return lists;
}

/** A period that is told once more begins another list. */
function inRuns(facts: readonly AmountFact[]): List[] {
  const lists: AmountFact[][] = [];
  let open: AmountFact[] = [];
  for (const fact of facts) {
    if (open.some(({ day }) => Math.abs(day - fact.day) < 60)) {
      lists.push(open);
      open = [];
    }
    open.push(fact);
  }
  lists.push(open);
  return lists.filter((list) => list.length >= 2 && list.length <= MOST_AMOUNTS);
}

/** The cells of all tables by unit and day, of those that lists have, in order of size. */
class Cells {
  private readonly filing: Filing;
  private readonly sorted = new Map<number, AmountFact[]>();

  constructor(filing: Filing, lists: readonly List[]) {
    this.filing = filing;
    for (const list of lists) for (const said of list) this.sorted.set(keyOf(said), []);
    for (const fact of amountFacts(filing).facts) {
      if (fact.series.table !== null) this.sorted.get(keyOf(fact))?.push(fact);
    }
    for (const facts of this.sorted.values()) facts.sort((a, b) => a.size - b.size);
  }

  /** The rows that have all amounts of a list but one, or all. */
  rowsOf(list: List): Row[] {
    const matches = new Map<Series, Match[]>();
    for (const said of list) {
      for (const cell of this.equalTo(said)) {
        const own = matches.get(cell.series);
        if (own === undefined) matches.set(cell.series, [{ said, cell }]);
        else if (!own.some((match) => match.said === said)) own.push({ said, cell });
      }
    }
    return [...matches].flatMap(([series, agreeing]) => {
      if (agreeing.length < list.length - 1) return [];
      const digits = digitsOf(agreeing);
      if (digits + 3 < LEAST) return [];
      const weight = digits + 3 * this.likeness(series, list[0] as AmountFact);
      return weight < LEAST ? [] : [{ series, agreeing, weight }];
    });
  }

  private equalTo(said: AmountFact): AmountFact[] {
    const facts = this.sorted.get(keyOf(said)) ?? [];
    const half = 10 ** said.quantity.exponent / 2;
    const reach = half + said.size * 1e-12;
    const found: AmountFact[] = [];
    const first = firstIndex(facts.length, (at) => (facts[at]?.size ?? 0) >= said.size - reach);
    for (let at = first; at < facts.length && found.length < MOST_EQUAL; at += 1) {
      const cell = facts[at] as AmountFact;
      if (cell.size > said.size + reach) break;
      if (cell.quantity.exponent <= said.quantity.exponent && samePeriodLength(cell, said)) found.push(cell);
    }
    return found;
  }

  private likeness({ own, label }: Series, { figure }: AmountFact): number {
    const held = sentenceWords(this.filing, figure);
    const words = own.words.length > 0 ? own.words : label.words;
    return tiesOf(this.filing).weights.share(words, (word) => held.has(word));
  }
}

/** A value that more cells have is common. */
const MOST_EQUAL = 24;

function keyOf({ day, series: { unitNumber } }: AmountFact): number {
  return day * 256 + unitNumber;
}

/** Digits that agree; a value that two periods share tells once. */
function digitsOf(matches: readonly Match[]): number {
  const values = new Map(matches.map(({ said }) => [said.figure.value, significantDigits(said.quantity)]));
  return [...values.values()].reduce((sum, digits) => sum + digits, 0);
}

function judged<Id extends string>(
  list: List,
  rows: readonly Row[],
  message: Id,
): Pick<CheckOutcome<Id>, 'ticks' | 'findings'> {
  const whole = rows.filter(({ agreeing }) => agreeing.length === list.length);
  const sure = whole.filter(({ weight }) => weight >= ENOUGH);
  if (whole.length > 0) {
    const stated = sure.find(({ series }) => series.statement !== null) ?? sure[0];
    return { ticks: stated === undefined ? [] : stated.agreeing.flatMap(tickOf), findings: [] };
  }
  const broken = rows.flatMap((row) => breachOf(list, row) ?? []);
  const [best] = broken.sort((a, b) => b.row.weight - a.row.weight);
  // Rows that would have the amount say different things do not tell what it is.
  if (best === undefined || broken.some(({ meant }) => meant !== best.meant))
    return { ticks: [], findings: [] };
  return { ticks: best.row.agreeing.flatMap(tickOf), findings: [findingOf(best, message)] };
}

function tickOf({ said, cell }: Match): CheckOutcome['ticks'][number][] {
  const { statement } = cell.series;
  if (significantDigits(said.quantity) < 2) return [];
  const isExact = said.quantity.exponent === cell.quantity.exponent;
  const name = `“${nameOf(cell)}”`;
  return [
    {
      figure: said.figure.id,
      tick: {
        letter: statement === null ? 'IC' : 'TS',
        support: statement === null ? 'agreement' : 'statements',
        grade: isExact ? 'exact' : 'rounding',
        formula: `${name} ${statement === null ? 'in a table' : `in the ${statementName(statement)}`}, as the other periods of this list`,
        inputs: [{ figure: cell.figure.id }],
        recomputed: cell.figure.value,
      },
    },
  ];
}

interface Breach {
  readonly row: Row;
  readonly said: AmountFact;
  readonly cell: AmountFact;
  /** What the sentence would have to print, in its steps. */
  readonly meant: number;
  readonly cause: string;
}

/** The one amount of a list that a row has otherwise, where that is a slip of typing. */
function breachOf(list: List, row: Row): Breach | null {
  const said = list.find((fact) => !row.agreeing.some((match) => match.said === fact));
  if (said === undefined) return null;
  const tellings = [...row.series.cells.values()]
    .flat()
    .filter((cell) => cell.day === said.day && samePeriodLength(cell, said));
  const [cell, another] = tellings;
  if (cell === undefined || another !== undefined || cell.quantity.exponent > said.quantity.exponent)
    return null;
  const meant = Math.round(
    Math.abs(cell.quantity.coefficient) / 10 ** (said.quantity.exponent - cell.quantity.exponent),
  );
  const printed = Math.abs(said.quantity.coefficient);
  const cause = typingSlip(printed, meant);
  if (cause === null || Math.max(printed, meant) < 100 || Math.abs(printed - meant) < 2) return null;
  // Of four digits one number in a hundred is a slip away from another, of three one in twenty.
  if (row.weight + String(Math.max(printed, meant)).length < ENOUGH_FOR_SLIP) return null;
  return { row, said, cell, meant, cause };
}

function findingOf<Id extends string>(
  { row, said, cell, meant, cause }: Breach,
  message: Id,
): FindingDraft<Id> {
  const expected = reprint(said.figure, said.quantity.coefficient < 0 ? -meant : meant);
  const { figure } = said;
  return {
    message,
    values: { printed: figure.text, expected, name: nameOf(cell) },
    at: figure.id,
    suspects: [figure.id, cell.figure.id],
    repairs: { [figure.id]: expected },
    printed: figure.text,
    expected,
    cause,
    related: [
      {
        figure: cell.figure.id,
        start: cell.figure.start,
        end: cell.figure.end,
        note: 'the row of the table',
      },
    ],
    evidence: row.agreeing.map(
      (match) => `${match.said.figure.text} is ${match.cell.figure.text} of the same row`,
    ),
  };
}
