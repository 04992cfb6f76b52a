import { Decimal } from '../../value/index.js';
import { note, type TranslationNote } from './notes.js';
import { type AmountPower, numberText, type PrintedAmount } from './printed-amount.js';
import type { TranslatedLine } from './translated-table.js';

/** No total of a report has more lines; it also bounds the work. */
const MOST_PARTS = 60;
/** Nor has any statement: a longer table is data, and is not footed. */
const MOST_LINES = 2000;
const MOST_NOTES = 12;
/** In the table's power of ten: smaller totals come out of their neighbours by chance. */
const LEAST_TOTAL_UNITS = 100n;

/** An amount line: what it was and what it became. */
interface AmountLine {
  readonly label: string;
  readonly base: Decimal;
  readonly printed: PrintedAmount;
}

/** A line that lines right above it add up to, exactly, in the currency of the table. */
interface Total {
  readonly total: AmountLine;
  readonly parts: readonly AmountLine[];
  /** -1 where the lines after the first are taken off: costs printed without brackets. */
  readonly sign: 1 | -1;
}

/**
 * Says which translated totals differ from the sum of their translated lines; `power` is the table's. That is no error: each line is rounded
 * from its own amount. A reviewer who foots the column will ask.
 */
export function footingNotes(lines: readonly TranslatedLine[], power: AmountPower): TranslationNote[] {
  if (lines.length > MOST_LINES) return [];
  const least = Decimal.of(LEAST_TOTAL_UNITS, -power);
  const notes = totalsOf(amountRuns(lines), least).flatMap((total) => {
    const sum = translatedSum(total);
    if (sum.equals(total.total.printed.printed)) return [];
    const { label, printed } = total.total;
    const summed = numberText({ ...printed, printed: sum });
    return [
      note(
        'lines-do-not-add',
        `${label}: the translated lines come to ${summed}, the translated total is ${numberText(printed)}; each is rounded from its own amount.`,
      ),
    ];
  });
  if (notes.length <= MOST_NOTES) return notes;
  const more = `${notes.length - MOST_NOTES} more totals differ so from their translated lines.`;
  return [...notes.slice(0, MOST_NOTES), note('lines-do-not-add', more)];
}

/** Runs of lines with amounts; another kind of line, or the label of a group, parts them. */
function amountRuns(lines: readonly TranslatedLine[]): AmountLine[][] {
  const runs: AmountLine[][] = [[]];
  for (const { label, base, translated, cells } of lines) {
    if (base.kind === 'amount' && translated !== null) {
      runs.at(-1)?.push({ label, base: base.value, printed: translated });
    } else if (base.kind === 'per-share' || cells.length === 0) {
      runs.push([]);
    }
  }
  return runs;
}

function totalsOf(runs: readonly (readonly AmountLine[])[], least: Decimal): Total[] {
  return runs.flatMap((run) =>
    run.flatMap((total, index) => {
      const found = total.base.abs().compare(least) < 0 ? null : partsOf(run, index);
      return found === null ? [] : [found];
    }),
  );
}

/** The shortest run of two lines or more, right above a line, that comes to it. */
function partsOf(run: readonly AmountLine[], index: number): Total | null {
  const total = run[index];
  if (total === undefined) return null;
  let rest = Decimal.ZERO;
  for (let first = index - 1; first >= Math.max(0, index - MOST_PARTS); first -= 1) {
    const line = run[first];
    // A line in a power of ten of its own stands beside the sum, not in it.
    if (line === undefined || line.printed.style.power !== total.printed.style.power) return null;
    if (first < index - 1) {
      for (const sign of [1, -1] as const) {
        const sum = sign === 1 ? line.base.plus(rest) : line.base.minus(rest);
        if (sum.equals(total.base)) return { total, parts: run.slice(first, index), sign };
      }
    }
    rest = rest.plus(line.base);
  }
  return null;
}

/** Of the translated lines, as printed. */
function translatedSum({ parts, sign }: Total): Decimal {
  const [first = Decimal.ZERO, ...others] = parts.map(({ printed }) => printed.printed);
  return others.reduce((sum, value) => (sign === 1 ? sum.plus(value) : sum.minus(value)), first);
}
