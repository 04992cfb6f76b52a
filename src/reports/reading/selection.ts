import {
  type Block,
  type Fact,
  type Figure,
  type Filing,
  formItems,
  itemId,
  type RiskFactor,
  type Section,
  type Table,
} from '../../filing/index.js';
import { firstIndex, InputError } from '../../value/index.js';

/** What of a filing is wanted: all of it, or one kind of thing. */
export type ReadingView = 'all' | 'outline' | 'risk-factors' | 'tables' | 'figures' | 'facts';

/** What to print of each filing. */
export interface Selection {
  readonly view: ReadingView;
  /** An Item as people name it ("3.D", "item-3-d", "Item 16A"), or the id of any section; null for the whole filing. */
  readonly item: string | null;
  /** "t12" or "12"; null for all. */
  readonly table: string | null;
}

/** The part of a filing that was asked for, in order of the document. */
export interface Selected {
  readonly filing: Filing;
  readonly view: ReadingView;
  /** The section asked for, or null. */
  readonly section: Section | null;
  readonly outline: readonly Section[];
  /** Indexes of its blocks, the end excluded. */
  readonly blocks: readonly [from: number, to: number];
  readonly riskFactors: readonly RiskFactor[];
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
  readonly facts: readonly Fact[];
}

/** Throws `InputError` ('not-found') where the filing has no such Item or table, and says what it has. */
export function select(filing: Filing, { view, item, table }: Selection): Selected {
  const section = item === null ? null : sectionOf(filing, item);
  const only = table === null ? null : tableOf(filing, table);
  const { start, end } = only ?? section ?? { start: 0, end: Number.POSITIVE_INFINITY };
  const within = <Thing extends { readonly start: number }>(things: readonly Thing[]): readonly Thing[] => {
    const [from, to] = range(things, start, end);
    return from === 0 && to === things.length ? things : things.slice(from, to);
  };
  return {
    filing,
    view,
    section,
    outline: section === null ? filing.outline : [section],
    blocks: range<Block>(filing.blocks, start, end),
    riskFactors: within(filing.riskFactors),
    tables: only === null ? within(filing.tables) : [only],
    figures: within(filing.figures),
    facts: within(filing.facts),
  };
}

/** Indexes of the things that begin in a range of the source, the end excluded; they stand in order. */
function range<Thing extends { readonly start: number }>(
  things: readonly Thing[],
  start: number,
  end: number,
): [from: number, to: number] {
  const from = firstIndex(things.length, (index) => (things[index]?.start ?? 0) >= start);
  return [from, firstIndex(things.length, (index) => (things[index]?.start ?? 0) >= end)];
}

function sectionOf(filing: Filing, wanted: string): Section {
  const sections = allSections(filing.outline);
  const ids = possibleIds(filing, wanted);
  for (const id of ids) {
    const found = sections.find((section) => section.id === id);
    if (found !== undefined) return found;
  }
  const numbers = sections
    .filter(({ kind, level }) => kind === 'item' && level === 1)
    .map(({ id }) => numberOf(id));
  const near = sections
    .filter(({ id }) => itemIdPattern.test(id) && leadingNumber(id) === leadingNumber(ids[0] ?? ''))
    .map(({ id }) => numberOf(id));
  const has =
    numbers.length === 0
      ? 'it has no Items that were recognized'
      : near.length > 0 && near.length <= 8
        ? `did you mean ${either(near)}?`
        : `it has ${numbers.join(', ')}`;
  throw new InputError(
    'not-found',
    `${nameOf(filing)} has no Item ${shown(wanted)}: ${has}; "--outline" lists all`,
  );
}

/**
 * "3D" may be Item 3.D, "4A" is Item 4A where the form has one. The id of any section stands for itself, so that a note
 * can be named as the outline lists it.
 */
function possibleIds(filing: Filing, wanted: string): string[] {
  const name = wanted.trim().toLowerCase();
  const match = /^(?:item)?[\s.-]*(\d{1,2})(?:([\s.-]*)([a-z])(?:[\s.-]*([a-z]))?)?\.?$/.exec(name);
  if (match === null) return [name];
  const [, number = '', gap = '', letter, subLetter] = match;
  if (letter === undefined) return [itemId(number)];
  if (subLetter !== undefined) return [itemId(`${number}${letter}.${subLetter}`)];
  const [own, below] = [itemId(number + letter), itemId(`${number}.${letter}`)];
  if (gap !== '') return [below, own];
  const form = filing.cover.form === null ? [] : formItems(filing.cover.form, null);
  return form.some(({ id }) => id === own) ? [own] : [own, below];
}

const itemIdPattern = /^item-(\d+)([a-z]?)(?:-([a-z]))?$/;

function leadingNumber(id: string): string {
  return itemIdPattern.exec(id)?.[1] ?? '';
}

/** "item-3-d" is "3.D", "item-16a" is "16A". */
export function numberOf(id: string): string {
  const match = itemIdPattern.exec(id);
  return match === null ? '' : `${match[1]}${match[2]}${match[3] ? `.${match[3]}` : ''}`.toUpperCase();
}

function tableOf(filing: Filing, wanted: string): Table {
  const id = wanted
    .trim()
    .toLowerCase()
    .replace(/^t?(?=\d)/, 't');
  const found = filing.tables.find((table) => table.id === id);
  if (found !== undefined) return found;
  const [first, last] = [filing.tables[0], filing.tables.at(-1)];
  const has =
    first === undefined || last === undefined
      ? 'it has none'
      : first === last
        ? `its one table is ${first.id}`
        : `its tables are ${first.id} to ${last.id}; "--tables" prints them`;
  throw new InputError('not-found', `${nameOf(filing)} has no table ${shown(wanted)}: ${has}`);
}

/** Every section, in order of the document, those above before those below. */
export function allSections(outline: readonly Section[]): Section[] {
  return outline.flatMap((section) => [section, ...allSections(section.children)]);
}

function nameOf({ source }: Filing): string {
  return source.path === '-' ? 'standard input' : source.path;
}

function shown(wanted: string): string {
  return `"${wanted.slice(0, 40)}"`;
}

function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
