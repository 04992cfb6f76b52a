import type { Cell, Filing, Row, Section, Table } from '../../filing/filing.js';
import { itemId, sameTitle } from '../../filing/index.js';
import { normalizedLabel } from '../engine/label-words.js';
import type { PageNumber } from './pages.js';
import { allSections } from './sections.js';

/** An entry of a table of contents whose section is in the document. */
export interface ContentsEntry {
  readonly title: string;
  /** The section that it names. */
  readonly section: Section;
  readonly page: PageNumber;
  /** The cell of the page number. */
  readonly cell: Cell;
}

/** Fewer lines than these that name a section and a page may be a table of anything. */
const FEWEST_ENTRIES = 4;

/** The lists of what stands on which page: contents, index to the financial statements. An entry's page is its first. */
export function contentsLists(filing: Filing): ContentsEntry[][] {
  const titles = new TitledSections(filing);
  const lists: ContentsEntry[][] = [];
  for (const table of filing.tables) {
    if (!endsInPages(table)) continue;
    const entries = entriesOf(table, titles);
    if (entries.length >= FEWEST_ENTRIES && isList(table, entries)) lists.push(entries);
  }
  return lists;
}

/** Whether rows enough end in a number of a page: looked at before any label is read. */
function endsInPages({ rows }: Table): boolean {
  let [pages, lines] = [0, 0];
  for (const { cells } of rows) {
    const last = cells.at(-1)?.text;
    if (last === undefined || cells.length < 2) continue;
    lines++;
    const code = last.length > 12 ? 0 : last.charCodeAt(last.length - 1);
    if (code >= 48 && code <= 57 && !last.includes(',') && !last.includes('.') && !last.includes('$'))
      pages++;
  }
  return pages >= FEWEST_ENTRIES && pages * 3 > lines;
}

/** Sections by Item number, and by title where only one bears it. */
class TitledSections {
  private readonly items = new Map<string, Section>();
  private readonly titles = new Map<string, Section | null>();

  constructor({ outline }: Filing) {
    for (const section of allSections(outline)) {
      if (!section.printed) continue;
      if (section.kind === 'item' && !this.items.has(section.id)) this.items.set(section.id, section);
      if (section.kind === 'heading') continue;
      const title = normalizedLabel(section.title);
      this.titles.set(title, this.titles.has(title) ? null : section);
    }
  }

  /** The section of an Item under the title that the entry gives it. */
  item(number: string, title: string): Section | null {
    const section = this.items.get(itemId(number.toUpperCase()));
    return section !== undefined && sameTitle(title, section.title) ? section : null;
  }

  titled(title: string): Section | null {
    return this.titles.get(normalizedLabel(title)) ?? null;
  }
}

function entriesOf({ rows, start }: Table, titles: TitledSections): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const row of rows) {
    const entry = entryOf(row, titles);
    if (entry !== null && entry.section.start > start) entries.push(entry);
  }
  return entries;
}

const PAGE = /^(?:page\s+)?(?:([A-Z]{1,3})\s?-\s?)?(\d{1,3})$/i;
const NUMBERED = /^(?:item\s+)?(\d{1,2}[A-K]?)\b[\s.:—–-]*(.*)$/i;

function entryOf({ cells }: Row, titles: TitledSections): ContentsEntry | null {
  const cell = cells.at(-1);
  if (cell === undefined || cells.length < 2 || cell.text.length > 12) return null;
  const page = PAGE.exec(cell.text.trim());
  if (page === null) return null;
  const title = (cells.at(-2)?.text ?? '').trim();
  const before = (cells.at(-3)?.text ?? '').trim();
  const [, number = '', rest = ''] = NUMBERED.exec(before === '' ? title : `${before} ${title}`) ?? [];
  const section = number === '' ? titles.titled(title) : titles.item(number, rest);
  if (section === null) return null;
  return {
    title: rest === '' ? title : `Item ${number}, ${rest}`,
    section,
    page: { series: page[1]?.toUpperCase() ?? '', number: Number(page[2]) },
    cell,
  };
}

/** Pages rise from line to line, and hardly any line of the table ends in anything but a page. */
function isList({ rows }: Table, entries: readonly ContentsEntry[]): boolean {
  const falls = entries.filter(({ page }, index) => {
    const above = entries[index - 1]?.page;
    return above !== undefined && above.series === page.series && above.number > page.number;
  }).length;
  const lines = rows.filter(({ cells }) => cells.length > 1);
  const others = lines.filter(({ cells }) => !/\d{1,3}\s*$|^page$/i.test(cells.at(-1)?.text ?? ''));
  return falls <= 1 && others.length * 2 < lines.length;
}
