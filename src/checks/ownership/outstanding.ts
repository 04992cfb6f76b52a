import type { Figure, Filing, Table } from '../../filing/filing.js';
import { Decimal, Fraction } from '../../value/index.js';
import { withCommas } from '../arithmetic/digits.js';
import { type TypingSlip, typingSlip } from '../arithmetic/typing-slip.js';
import { figuresIn } from '../engine/surroundings.js';
import { ImpliedRate, sharedRate } from '../translation/implied-rate.js';
import type { Holding } from './holdings.js';

/** The number of shares that the percentages of a table are of. */
export interface Outstanding {
  /** Shares for one percent: the number as stated, or what all lines that agree imply. */
  readonly perPercent: ImpliedRate;
  /** The figure that states it; null where the lines imply it or the cover states it. */
  readonly figure: Figure | null;
  /** "151,437,000 shares, as stated", for the work. */
  readonly name: string;
  /** Rows that agree with it. */
  readonly agreeing: ReadonlySet<number>;
}

/** A holding with its printed percentage. */
export type Percentage = Holding & { readonly percent: Figure };

/** So many lines show what the percentages are of, and as large a part of all. */
const FEWEST = 3;

/**
 * The number that most lines agree with: one that the cover or the text beside the table states, else the one that the
 * lines imply together. Null where no number fits three lines and four in five.
 */
export function outstandingOf(
  filing: Filing,
  table: Table,
  lines: readonly Percentage[],
): Outstanding | null {
  const implied = lines.map(impliedBy);
  const stated = statedNumbers(filing, table).flatMap(({ value, figure }): Outstanding[] => {
    const exact = Fraction.fromDecimal(Decimal.parse(value)).over(HUNDRED);
    const perPercent = ImpliedRate.between(exact, exact);
    const agreeing = agreeingRows(lines, implied, perPercent);
    return isShown(agreeing.size, lines.length) || isShownButForSlip(lines, agreeing, perPercent)
      ? [{ perPercent, figure, name: `${grouped(value)} shares, as stated`, agreeing }]
      : [];
  });
  const [best] = stated.sort((a, b) => b.agreeing.size - a.agreeing.size);
  return best ?? impliedNumber(lines, implied);
}

function impliedNumber(lines: readonly Percentage[], implied: readonly ImpliedRate[]): Outstanding | null {
  const tight = lines.flatMap((_, index) => (implied[index]?.isTight() === true ? [index] : []));
  const shared = sharedRate(tight.map((index) => implied[index] as ImpliedRate));
  if (shared === null || shared.members.length <= FEWEST || !isShown(shared.members.length, tight.length))
    return null;
  const agreeing = agreeingRows(lines, implied, shared.rate);
  const { low, high } = shared.rate;
  const [from, to] = [low, high ?? low].map((end) =>
    grouped(end.times(HUNDRED).rounded(0, 'half-up').toString()),
  );
  return {
    perPercent: shared.rate,
    figure: null,
    name: `${from} to ${to} shares, as ${shared.members.length} lines imply`,
    agreeing,
  };
}

function isShown(agreeing: number, all: number): boolean {
  return agreeing >= FEWEST && 5 * agreeing >= 4 * all;
}

/** Whether the lines fit a stated number but for one, and a slip of typing explains that one. */
function isShownButForSlip(
  lines: readonly Percentage[],
  agreeing: ReadonlySet<number>,
  perPercent: ImpliedRate,
): boolean {
  const [only, second] = lines.filter(({ row }) => !agreeing.has(row));
  if (only === undefined || second !== undefined || agreeing.size < FEWEST_BUT_FOR_SLIP) return false;
  // Lines that imply a number to less than a tenth fit another one hardly by chance.
  const fits = lines.every((line) => line === only || impliedBy(line).isTight());
  return fits && slipOf(only, perPercent) !== null;
}

const FEWEST_BUT_FOR_SLIP = 2;

/** How a percentage may have been mistyped for that of the shares beside it; null where no slip explains it. */
export function slipOf(line: Percentage, perPercent: ImpliedRate): TypingSlip | null {
  const { percent } = line;
  const meant = meantPercent(line, perPercent);
  return typingSlip(
    stepsOf(Decimal.parse(percent.value), percent.decimals),
    stepsOf(meant, percent.decimals),
  );
}

/** What the shares held are in percent of the number outstanding, as the percentage is printed. */
export function meantPercent({ held, percent }: Percentage, { low }: ImpliedRate): Decimal {
  return Fraction.fromDecimal(Decimal.parse(held.value)).over(low).rounded(percent.decimals, 'half-up');
}

/** A number in steps of what is printed with so many decimals. */
export function stepsOf(value: Decimal, decimals: number): number {
  return Number(value.dividedBy(Decimal.of(1n, decimals), 0, 'half-up').toString());
}

function agreeingRows(
  lines: readonly Percentage[],
  implied: readonly ImpliedRate[],
  rate: ImpliedRate,
): ReadonlySet<number> {
  return new Set(lines.flatMap(({ row }, index) => (implied[index]?.overlaps(rate) === true ? [row] : [])));
}

/** Shares for one percent, as a line's two figures imply. */
export function impliedBy({ held, percent }: Percentage): ImpliedRate {
  return ImpliedRate.ofAmounts(sizeOf(held), sizeOf(percent), 'rounded');
}

function sizeOf({ value, decimals }: Figure) {
  return { value: Decimal.parse(value), decimals };
}

interface StatedNumber {
  readonly value: string;
  readonly figure: Figure | null;
}

/** Numbers of shares in the paragraphs and notes beside the table, nearest first, and those on the cover. */
function statedNumbers({ blocks, cover, figures: all, ...rest }: Filing, table: Table): StatedNumber[] {
  const filing = { blocks, cover, figures: all, ...rest };
  const near = [-1, -2, -3, -4, 1, 2, 3].flatMap((distance) => blocks[table.block + distance] ?? []);
  const noted = table.notes.flatMap(({ block }) => blocks[block] ?? []);
  const beside = [...near, ...noted]
    .filter(({ kind, text }) => kind !== 'table' && /\boutstanding\b|\bissued\b/i.test(text))
    .flatMap((block) => figuresIn(filing, [block.start, block.end]))
    .filter(
      ({ role, unit, decimals, value }) =>
        role === 'amount' && SHARE_UNITS.has(unit) && decimals <= 0 && value.length >= SHORTEST,
    )
    .map((figure) => ({ value: figure.value, figure }));
  return [...beside, ...cover.sharesOutstanding.map(({ value }) => ({ value, figure: null }))].slice(
    0,
    MOST_NUMBERS,
  );
}

const SHARE_UNITS: ReadonlySet<string> = new Set(['share', 'ADS', 'count', 'pure']);
/** A company has thousands of shares at least. */
const SHORTEST = 4;
const MOST_NUMBERS = 24;
export const HUNDRED = Fraction.of(100n);

function grouped(value: string): string {
  return withCommas(value.replace(/\.\d*$/, ''));
}
