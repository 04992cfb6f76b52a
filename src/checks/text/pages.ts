import type { Block, Filing } from '../../filing/filing.js';
import { firstIndex } from '../../value/index.js';
import { oncePerFiling } from '../engine/once.js';

/** A page number as printed: "F-12" is 12 of the series "F", "31" is 31 of the series "". */
export interface PageNumber {
  readonly series: string;
  readonly number: number;
}

/** A page number where it stands. */
interface PrintedPage extends PageNumber {
  readonly start: number;
}

/** The pages of one series: they run on by one from the first to the last. */
interface PageSeries {
  readonly first: number;
  readonly last: number;
}

/** Numbers stand at the foot of their page in nearly all reports, at its head in some. */
export type NumbersAt = 'foot' | 'head';

/** Fewer pages than these show nothing of where a series ends. */
const FEWEST_PAGES = 5;

/** The page numbers that a report prints, and which page a place stands on. */
export class Pages {
  private readonly printed: readonly PrintedPage[];
  private readonly series: ReadonlyMap<string, PageSeries>;

  constructor(filing: Filing) {
    const read = filing.blocks.flatMap(pageOfBlock);
    this.series = seriesOf(read);
    this.printed = read.filter(({ series }) => this.series.has(series));
  }

  /** The last page of a series; null where the report does not number its pages so, or not without gaps. */
  lastOf(series: string): number | null {
    return this.series.get(series)?.last ?? null;
  }

  /** The page that a place of the source stands on; null where it is not known. */
  at(place: number, numbers: NumbersAt): PageNumber | null {
    const { printed } = this;
    const next = firstIndex(printed.length, (index) => (printed[index]?.start ?? 0) >= place);
    return printed[numbers === 'foot' ? next : next - 1] ?? null;
  }
}

export const pagesOf = oncePerFiling((filing) => new Pages(filing));

/** "F-12", "31". */
export function pageName({ series, number }: PageNumber): string {
  return series === '' ? String(number) : `${series}-${number}`;
}

const PREFIXED = /(?:^|[^\p{L}\d])([A-Z]{1,3})\s?-\s?(\d{1,3})(?![\d,.]*\d)/u;
const BARE = /(?:^|[^\p{L}\d.,$%-])-?(\d{1,3})-?(?:\s+of\s+\d{1,3})?\W*$|^\W{0,3}(\d{1,3})(?=\s|$)/u;
const LONGEST = 80;

/** The number in the footer or header of a page: alone, or beside the issuer's name and the form. */
function pageOfBlock({ kind, text, start }: Block): PrintedPage[] {
  if ((kind !== 'page-number' && kind !== 'running-header') || text.length > LONGEST) return [];
  const prefixed = PREFIXED.exec(text);
  if (prefixed !== null && kind === 'page-number')
    return [{ series: prefixed[1] ?? '', number: Number(prefixed[2]), start }];
  const bare = BARE.exec(text);
  const number = bare?.[1] ?? bare?.[2];
  return number === undefined ? [] : [{ series: '', number: Number(number), start }];
}

/** The series whose numbers run on with hardly a gap. */
function seriesOf(read: readonly PrintedPage[]): Map<string, PageSeries> {
  const numbers = new Map<string, Set<number>>();
  for (const { series, number } of read) {
    const known = numbers.get(series);
    if (known === undefined) numbers.set(series, new Set([number]));
    else known.add(number);
  }
  const series = new Map<string, PageSeries>();
  for (const [name, found] of numbers) {
    const [first, last] = [Math.min(...found), Math.max(...found)];
    if (found.size < FEWEST_PAGES || found.size < 0.9 * (last - first + 1)) continue;
    series.set(name, { first, last });
  }
  return series;
}
