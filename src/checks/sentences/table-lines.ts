import type { Figure, Filing, Unit } from '../../filing/filing.js';
import { civilDateOf, isInstant, isYear, lastDayOf } from '../../value/index.js';
import { oncePerFiling } from '../engine/once.js';
import { type AmountFact, amountFacts, type Series } from '../facts/amount-facts.js';
import type { LabelReader } from '../facts/label-words.js';
import { labelReader } from '../facts/sentence-words.js';
import type { TextSentence } from './text-sentence.js';
import { isNumberToken } from './tokens.js';

/** Two years, or year-ends, of one line of a table. */
export interface LinePair {
  readonly now: AmountFact;
  readonly before: AmountFact;
}

/** The lines of the tables by what they are called, to find what a sentence speaks of. */
export type { TableLines };

class TableLines {
  private readonly byName = new Map<string, Series[]>();
  private readonly reader: LabelReader;

  constructor(filing: Filing) {
    this.reader = labelReader(filing);
    for (const series of amountFacts(filing).series) {
      if (series.table === null || series.own.strict === '' || series.scope.words.length > 0) continue;
      const own = this.byName.get(series.own.strict);
      if (own === undefined) this.byName.set(series.own.strict, [series]);
      else own.push(series);
    }
  }

  /**
   * The lines that words name, statements before other tables: those called by all the words from one of the commas on,
   * the longest name first ("In 2024, selling, general and administrative expenses"). Empty where none is.
   */
  named(words: readonly string[], unit: Unit): readonly Series[] {
    for (const name of namesIn(words)) {
      const lines = (this.byName.get(this.reader.read(name).strict) ?? []).filter(
        (series) => series.unit === unit,
      );
      if (lines.length === 0) continue;
      const stated = lines.filter(({ statement }) => statement !== null);
      return stated.length > 0 ? stated : lines;
    }
    return [];
  }
}

/** Of a filing, once. */
export const tableLines = oncePerFiling((filing: Filing) => new TableLines(filing));

/** What words may name, longest first; no name is longer than twelve words. */
function namesIn(words: readonly string[]): string[] {
  const names: string[] = [];
  const from = Math.max(0, words.length - 14);
  for (let at = from; at < words.length; at += 1) {
    if (at > from && words[at - 1] !== ',' && words[at - 1] !== ')' && words[at - 1] !== ':' && at > 0)
      continue;
    const name = words
      .slice(at)
      .filter((word) => word.length > 1)
      .join(' ');
    if (name !== '') names.push(name);
  }
  return names;
}

/** The values of a line for what ends on a day and for a year before; null where it has not both. */
export function pairOf({ cells }: Series, day: number): LinePair | null {
  const now = factOn(cells, day, null);
  const before = now === null ? null : factOn(cells, now.day - 365, now.months);
  return now === null || before === null ? null : { now, before };
}

/** The value of a year or an instant that ends within the days by which 52 weeks and a year differ. */
export function factOn(cells: Series['cells'], day: number, months: number | null): AmountFact | null {
  for (const [fact, again] of cells.values()) {
    if (fact === undefined || again !== undefined || Math.abs(fact.day - day) > 8) continue;
    if (months === null ? fact.months === 12 || fact.months === 0 : fact.months === months) return fact;
  }
  return null;
}

/**
 * The day on which ends what a figure of a sentence is of: that of its period, else the end of the year that the report
 * is of, or of the last year that its sentence names. Null where it is of another span than a year.
 */
export function lastDayOfFigure(figure: Figure, sentence: TextSentence, filing: Filing): number | null {
  const { own, compared } = yearsIn(sentence);
  const { period } = figure;
  if (period !== null && !isInstant(period) && !isYear(period)) return null;
  if (period !== null) {
    const day = lastDayOf(period);
    const { year } = civilDateOf(day);
    // "An increase over 2023" is of the year after.
    return compared.includes(year) && own.length === 0 ? day + 365 : day;
  }
  const end = filing.cover.periodEnd;
  if (end === null) return null;
  return own.length === 0 ? end : end - Math.round((civilDateOf(end).year - Math.max(...own)) * 365.25);
}

/** The years among the words of a sentence, and those that it compares with ("over 2023"). */
function yearsIn({ gaps }: TextSentence): { readonly own: number[]; readonly compared: number[] } {
  const own: number[] = [];
  const compared: number[] = [];
  for (const gap of gaps) {
    for (let at = 0; at < gap.length; at += 1) {
      if (!isYearToken(gap[at] as string)) continue;
      const isCompared = gap.slice(Math.max(0, at - 3), at).some((token) => COMPARING.has(token));
      (isCompared ? compared : own).push(Number(gap[at]));
    }
  }
  return { own, compared };
}

const COMPARING = new Set(['over', 'compared', 'versus', 'vs', 'from', 'than', 'against']);

function isYearToken(token: string): boolean {
  return (
    token.length === 4 &&
    (token.startsWith('19') || token.startsWith('20')) &&
    isNumberToken(token) &&
    !token.includes(',') &&
    !token.includes('.')
  );
}
