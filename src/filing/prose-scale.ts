import { scaledValue } from './figures/index.js';
import type { Block, Section, Table, TextWhere } from './filing.js';
import type { FoundFigure } from './number-figures.js';

/**
 * Some reports say once that all amounts are in millions and then print "$1,349" in their sentences as well. Whether
 * one does is told by its habit, Item by Item, since the words are often far off: most of its amounts of money are
 * printed without "million", few are so long or so round that they can only be meant in full, and its tables have a scale.
 * A note below a table is read in the table's scale, and what follows "(in millions)" in a sentence in that. Amounts with cents, per share or with a magnitude stay as printed.
 * The figures that are meant otherwise are given their value.
 */
export function applyProseScale(
  found: readonly FoundFigure[],
  outline: readonly Section[],
  blocks: readonly Block[],
  tables: readonly Table[],
): void {
  const regionOf = regions(outline);
  const region = (section: string | null) => (section === null ? undefined : regionOf.get(section));
  const scales = scalesOf(tables, region);
  const money = found.filter((figure) => isText(figure.where) && isMoney(figure));
  const habits = habitsOf(money, blocks, region);
  const ofNotes = noteScales(tables);
  for (const figure of money) {
    if (!isBare(figure) || !mayBeScaled(figure.text)) continue;
    const where = figure.where as TextWhere;
    const { block } = where;
    const place = region(blocks[block]?.section ?? null);
    const ofRegion = place === undefined ? undefined : scales.get(place);
    const isHabit = ofRegion !== undefined && isShortened(habits.get(place ?? ''), ofRegion);
    const scale = scaleBefore(blocks[block], where) ?? ofNotes.get(block) ?? (isHabit ? ofRegion : undefined);
    if (scale !== undefined) applyScale(figure, scale);
  }
}

/** The Item that each section stands in; the statements and their notes, wherever they stand, are one region. */
function regions(outline: readonly Section[]): Map<string, string> {
  const found = new Map<string, string>();
  const open = outline.map((section) => ({ section, region: section.id }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { section } = next;
    const region = section.kind === 'note' || section.kind === 'statement' ? 'statements' : next.region;
    found.set(section.id, region);
    for (const child of section.children) open.push({ section: child, region });
  }
  return found;
}

type RegionOf = (section: string | null) => string | undefined;

/** The scale that most tables of a region have that are about money; none where most have none. */
function scalesOf(tables: readonly Table[], region: RegionOf): Map<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const { section, scale, unit } of tables) {
    const place = region(section);
    if (place === undefined || (scale === 0 && unit === null)) continue;
    const ofRegion = counts.get(place) ?? new Map<number, number>();
    ofRegion.set(scale, (ofRegion.get(scale) ?? 0) + 1);
    counts.set(place, ofRegion);
  }
  const found = new Map<string, number>();
  for (const [place, ofRegion] of counts) {
    const [scale = 0] = [...ofRegion].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (scale > 0) found.set(place, scale);
  }
  return found;
}

/** How the sentences of a region print money. */
interface Habit {
  /** With "million" or the like. */
  worded: number;
  bare: number;
  /** Bare ones that can only be meant in full: of seven digits, or of four and more with three zeros at their end. */
  full: number;
}

function habitsOf(
  money: readonly FoundFigure[],
  blocks: readonly Block[],
  region: RegionOf,
): Map<string, Habit> {
  const habits = new Map<string, Habit>();
  for (const figure of money) {
    const { block } = figure.where as TextWhere;
    const name = region(blocks[block]?.section ?? null);
    if (name === undefined) continue;
    const habit = habits.get(name) ?? { worded: 0, bare: 0, full: 0 };
    habits.set(name, habit);
    if (!isBare(figure)) habit.worded += 1;
    else if (figure.decimals < 2) {
      habit.bare += 1;
      if (!mayBeScaled(figure.text) || /\d,000$/.test(figure.text)) habit.full += 1;
    }
  }
  return habits;
}

const FEWEST = 8;

/**
 * Beside tables in millions a bare "$488" can hardly mean dollars, so that some "million" beside it says little; beside
 * tables in thousands it can, but "$750,000" is as likely the principal of a loan.
 */
function isShortened(habit: Habit | undefined, scale: number): boolean {
  if (habit === undefined || habit.bare < FEWEST) return false;
  return scale >= 6
    ? habit.bare * 2 > habit.worded && habit.full * 8 < habit.bare
    : habit.bare > habit.worded * 3 && habit.full * 4 < habit.bare;
}

/** The scales of the tables that notes stand below, by the index of the note's block. */
function noteScales(tables: readonly Table[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { notes, scale } of tables) {
    if (scale > 0) for (const { block, mark } of notes) if (mark !== null) found.set(block, scale);
  }
  return found;
}

const SCALE_WORD = /\((?:dollars |yen |amounts |\$ |¥ )?in (thousand|million|billion)s\b[^)]{0,40}\)/i;
const POWERS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };

/** What a sentence says of the amounts that follow: "… was (in millions): 2006–$7.2; 2005–$6.9". */
function scaleBefore(block: Block | undefined, { sentence, at }: TextWhere): number | undefined {
  const start = block?.sentences[sentence]?.[0] ?? at;
  const open = block?.text.indexOf('(', start) ?? -1;
  if (open < 0 || open > at) return undefined;
  const match = SCALE_WORD.exec(block?.text.slice(open, Math.min(at, open + LONGEST_SENTENCE)) ?? '');
  return match === null ? undefined : POWERS[(match[1] ?? '').toLowerCase()];
}

const LONGEST_SENTENCE = 2000;

function isText(where: FoundFigure['where']): where is TextWhere {
  return 'block' in where;
}

/** An amount whose unit is a currency: the other units of three letters are "ADS" and "day". */
function isMoney({ role, unit }: FoundFigure): boolean {
  return role === 'amount' && unit.length === 3 && unit !== 'ADS' && unit !== 'day';
}

const MAGNITUDE = /[a-z]{2}|\d\s?[mMbBkK]$/;

/** Printed without a magnitude. */
function isBare({ text }: FoundFigure): boolean {
  return !MAGNITUDE.test(text);
}

/** Neither cents nor seven digits. */
function mayBeScaled(text: string): boolean {
  return !/\.\d\d$|\.\d\d\D|\d,\d{3},\d{3}|\d{7}/.test(text);
}

function applyScale(figure: FoundFigure, power: number): void {
  const digits = figure.value.replace(/[-.]/g, '');
  const negative = figure.value.startsWith('-');
  const { value, decimals } = scaledValue({ digits, decimals: figure.decimals }, power, negative);
  figure.value = value;
  figure.decimals = decimals;
}
