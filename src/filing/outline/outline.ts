import type { FormType, Section } from '../filing.js';
import { type FormItem, ITEMS_BEFORE_2000, parentItemId } from '../forms/index.js';
import { Numbering } from '../forms/numbering.js';
import type { Layout, RawBlock } from '../read/layout.js';
import { compareLooks, lookOf } from './block-look.js';
import { HeadingRule } from './headings.js';
import { FEWEST_IN_BODY, findIndexItems } from './index-items.js';
import { readItemLine } from './item-lines.js';
import { findItems, type ItemPlace } from './item-places.js';
import { type Line, readLines } from './lines.js';
import { NoteReader } from './notes.js';
import { headText, pageHeads } from './page-heads.js';
import { isProse } from './prose.js';
import { type RiskRange, riskRange } from './risk-range.js';
import { NOTES_ID, SectionTree, slug } from './section-tree.js';
import { isContinued, statementHeading, statementInTable } from './statements.js';

/** The outline, with the section that each block stands in and the blocks that are headings. */
export interface OutlineReading {
  readonly outline: readonly Section[];
  /** Per block: id of the innermost section, or null before the first heading. */
  readonly sectionOf: readonly (string | null)[];
  /** Indexes of the blocks that are headings. */
  readonly headings: ReadonlySet<number>;
}

/** Reads the outline from headings in the body. */
export function readOutline(layout: Layout, form: FormType, sourceLength: number): OutlineReading {
  const lines = readLines(layout);
  const numbering = numberingOf(form, lines);
  const rule = new HeadingRule(layout);
  const numbered = findItems(layout, lines, numbering);
  const indexed = numbered.length < FEWEST_IN_BODY ? findIndexItems(layout, lines, numbering, rule) : [];
  const places = indexed.length > numbered.length ? indexed : numbered;
  return new OutlineReader(layout, lines, numbering, rule, places, sourceLength).read();
}

const NUMBERINGS: Readonly<Record<FormType, Numbering>> = {
  '20-F': new Numbering('20-F'),
  '10-K': new Numbering('10-K'),
};
const BEFORE_2000 = new Numbering('20-F', ITEMS_BEFORE_2000);

/** Form 20-F was numbered otherwise until 2000: the titles behind the numbers tell which numbering a report is of. */
function numberingOf(form: FormType, lines: readonly (Line | null)[]): Numbering {
  if (form === '10-K') return NUMBERINGS['10-K'];
  let [before, since] = [0, 0];
  for (const line of lines) {
    if (line === null || !ITEM.test(line.text)) continue;
    before += readItemLine(line.text, BEFORE_2000, null)?.likeness ?? 0;
    since += readItemLine(line.text, NUMBERINGS['20-F'], null)?.likeness ?? 0;
  }
  return before > since ? BEFORE_2000 : NUMBERINGS['20-F'];
}

const ITEM = /^item\s+\d/i;
/** Items in or behind which the financial statements stand. */
const STATEMENT_ITEMS = new Set(['8', '8.A', '14', '15', '16', '17', '18', '19']);
/** Blocks between a statement's title and its table: dates, units. */
const TITLE_ABOVE_TABLE = 4;
const PART = /^part\s+[IVX]{1,4}\b[\s.:—–-]*/i;
const BESIDE_ITEMS =
  /^(?:signatures?|power of attorney|exhibits? index|index to exhibits|(?:index to|list of) (?:the )?(?:consolidated )?financial (?:statements|information).*)$/i;
/** What stands beside statements and notes, however it looks. */
const REPORT =
  /^(?:reports? of (?:the )?(?:independent|management)|management[’']?s (?:annual )?report|independent auditor)/i;
const COVER = /\bsecurities and exchange commission\b/i;
const COVER_WINDOW = 6000;

class OutlineReader {
  private readonly layout: Layout;
  private readonly lines: readonly (Line | null)[];
  private readonly numbering: Numbering;
  private readonly places: ReadonlyMap<number, ItemPlace>;
  private readonly titles: ReadonlySet<number>;
  private readonly firstItem: number;
  private readonly lastItem: number;
  private readonly hasCover: boolean;
  private readonly rule: HeadingRule;
  private readonly risks: RiskRange | null;
  private readonly pageHeads: ReadonlySet<string>;
  private readonly tree: SectionTree;
  private readonly notes = new NoteReader();
  private readonly headings = new Set<number>();
  /** Block of the statement that was opened last. */
  private lastStatement = Number.NEGATIVE_INFINITY;

  constructor(
    layout: Layout,
    lines: readonly (Line | null)[],
    numbering: Numbering,
    rule: HeadingRule,
    places: readonly ItemPlace[],
    sourceLength: number,
  ) {
    this.layout = layout;
    this.lines = lines;
    this.numbering = numbering;
    this.places = new Map(places.map((place) => [place.block, place]));
    this.titles = new Set(places.flatMap(({ titleBlock }) => (titleBlock === null ? [] : [titleBlock])));
    this.firstItem = places[0]?.block ?? -1;
    this.lastItem = places.at(-1)?.block ?? -1;
    this.hasCover = COVER.test(layout.text.slice(0, COVER_WINDOW));
    this.rule = rule;
    this.risks = riskRange(layout, lines, rule, places);
    this.pageHeads = pageHeads(layout, lines);
    this.tree = new SectionTree(sourceLength);
  }

  read(): OutlineReading {
    const { layout, tree } = this;
    const sectionOf: (string | null)[] = [];
    for (const [index, block] of layout.blocks.entries()) {
      if (this.isHeading(index)) {
        if (block.kind !== 'table') this.headings.add(index);
      } else if (!this.places.has(index)) tree.addText(layout.text, block.from, block.to);
      sectionOf.push(tree.currentId);
    }
    return { outline: tree.finish(), sectionOf, headings: this.headings };
  }

  /** Whether a block is a heading; opens its section. */
  private isHeading(index: number): boolean {
    const place = this.places.get(index);
    if (place !== undefined) {
      this.openItem(place);
      return !this.addRest(index);
    }
    if (this.titles.has(index)) return true;
    const block = this.layout.blocks[index];
    if (block === undefined || block.kind === 'page-number' || block.kind === 'running-header') return false;
    const own = this.lines[index] ?? null;
    const line = own?.runsIn === true ? null : own;
    if (this.risks !== null && index >= this.risks.from && index < this.risks.until)
      return this.openRisk(index, this.risks);
    const statement = this.openStatement(index, line);
    if (statement !== null) return statement;
    return this.openNote(index, line) || this.openHeading(index, line);
  }

  /** Adds what runs on behind the heading of an Item in its own block; whether anything does. */
  private addRest(index: number): boolean {
    const [line, block] = [this.lines[index], this.layout.blocks[index]];
    if (line == null || block === undefined || !line.runsIn) return false;
    this.tree.addText(this.layout.text, line.to, block.to);
    return true;
  }

  private openItem({ items, title, block, look }: ItemPlace): void {
    const start = this.startOf(block);
    const [only] = items;
    if (look !== null && only !== undefined && this.tree.isAmongStatements) {
      // An index may point into the notes: at the legal proceedings that one of them tells of.
      this.tree.openHeading({ kind: 'item', id: only.id, title, item: only, look, start });
      return;
    }
    this.notes.reset();
    for (const [order, item] of items.entries()) {
      const isSub = item.number.includes('.');
      if (isSub) this.requireParent(item, start);
      const level = isSub || order > 0 ? 2 : 1;
      const own = items.length > 1 ? item.title : title;
      this.tree.openItem({ kind: 'item', id: item.id, title: own, item, look, start }, level);
    }
  }

  /** Opens the Item of a sub-item where no heading printed it; what the excerpt began with belongs to it. */
  private requireParent(item: FormItem, start: number): void {
    const parentId = parentItemId(item.id);
    if (parentId === null || this.tree.isOpen(parentId)) return;
    const parent = this.numbering.items.find(({ id }) => id === parentId);
    if (parent === undefined) return;
    const opening = { kind: 'item', id: parentId, title: parent.title, item: parent, look: null } as const;
    if (this.tree.hasItem) this.tree.openItem({ ...opening, start, printed: false }, 1);
    else this.tree.adoptAll({ ...opening, start: 0, printed: false }, start);
  }

  /** Of the headings among risk factors only those of groups open sections: a factor is no part of the outline. */
  private openRisk(index: number, { headings }: RiskRange): boolean {
    const heading = headings.get(index);
    if (heading === undefined || heading.kind === 'factor')
      return heading !== undefined && heading.blocks > 0;
    const block = this.layout.blocks[index] as RawBlock;
    const { text: title } = heading;
    this.tree.openHeading({
      kind: 'heading',
      id: slug(title),
      title,
      item: null,
      look: lookOf(this.layout, block),
      start: this.startOf(index),
    });
    return true;
  }

  /** Whether a block is the heading of a statement or of the notes; null where it says nothing of either. */
  private openStatement(index: number, line: Line | null): boolean | null {
    const isTable = this.layout.blocks[index]?.kind === 'table';
    if ((line === null && !isTable) || !this.mayHoldStatements(index)) return null;
    const found = isTable
      ? statementInTable(this.layout, index)
      : line === null
        ? null
        : statementHeading(this.layout, line);
    if (found === null || (found.kind === 'statement' && !this.isAboveNotes(line))) return null;
    const isNotes = found.kind === 'notes';
    const id = isNotes ? NOTES_ID : slug(found.title);
    if (this.tree.isOpen(id) || isContinued(line?.text ?? '')) return false;
    if (isTable && index <= this.lastStatement + TITLE_ABOVE_TABLE) return false;
    if (isNotes) this.notes.reset();
    else this.lastStatement = index;
    this.tree.openInItem({
      ...(this.isBehindSignatures() ? { root: true } : {}),
      kind: isNotes ? 'heading' : 'statement',
      id,
      title: found.title,
      item: null,
      look: line?.look ?? null,
      start: this.startOf(index),
    });
    return !isTable;
  }

  /** The pages of statements follow the signatures in many reports, and are no part of them. */
  private isBehindSignatures(): boolean {
    return (
      this.tree.isOpen('signatures') || this.tree.isOpen('signature') || this.tree.isOpen('power-of-attorney')
    );
  }

  /** Among notes, what is titled as a statement is a part of a note, unless it looks higher than notes do. */
  private isAboveNotes(line: Line | null): boolean {
    if (!this.notes.hasBegun) return true;
    const look = this.notes.lastLook;
    return look !== null && line !== null && compareLooks(line.look, look) > 0;
  }

  /** In Item 8, 17 or 18, behind the last Item, or anywhere in an exhibit without Items. */
  private mayHoldStatements(index: number): boolean {
    if (this.firstItem < 0) return true;
    if (index < this.firstItem) return false;
    const item = this.tree.currentItem;
    return item === null || index > this.lastItem || STATEMENT_ITEMS.has(item.number);
  }

  private openNote(index: number, line: Line | null): boolean {
    const block = this.layout.blocks[index];
    if (block === undefined || !this.mayHoldStatements(index)) return false;
    // A heading inside a note that looks higher than notes do ends them in the tree, but not their count.
    if (!this.tree.isAmongStatements && !this.notes.hasBegun) return false;
    const note = this.notes.read(this.layout, block, line, this.tree.isOpen(NOTES_ID));
    if (note === null) return false;
    const title = note.title || this.titleBelow(index) || `Note ${note.number}`;
    const start = this.startOf(index);
    this.tree.openNote({
      kind: 'note',
      id: `note-${note.number}`,
      title,
      item: null,
      look: note.look,
      start,
    });
    return line !== null;
  }

  private titleBelow(index: number): string | null {
    const below = this.lines[index + 1];
    return below != null && this.rule.isHeading(below) ? below.text : null;
  }

  private openHeading(index: number, line: Line | null): boolean {
    if (line === null || this.layout.blocks[index]?.kind === 'table') return false;
    if (PART.test(line.text) && line.text.length < 20) return true;
    if (this.isOfStatement(index)) return false;
    if (!this.rule.isHeading(line) || (index < this.firstItem && !this.opensProse(index))) return false;
    const title = line.text;
    const id = slug(title);
    if (this.pageHeads.has(headText(title)) || this.tree.isOpen(id)) return false;
    const opening = {
      kind: 'heading',
      id,
      title,
      item: null,
      look: line.look,
      start: this.startOf(index),
    } as const;
    if (REPORT.test(title) && this.tree.isAmongStatements) this.tree.openInItem(opening);
    else if (
      index > this.firstItem &&
      BESIDE_ITEMS.test(title) &&
      index > this.lastItem &&
      this.firstItem >= 0
    )
      this.tree.openInItem({ ...opening, root: true });
    else this.tree.openHeading(opening);
    return true;
  }

  /** Stands between a statement's title and its table, or is the issuer's name above such a title. */
  private isOfStatement(index: number): boolean {
    if (index <= this.lastStatement + TITLE_ABOVE_TABLE && this.tree.current?.kind === 'statement') {
      for (let at = this.lastStatement; at < index; at += 1)
        if (this.layout.blocks[at]?.kind === 'table') return false;
      return true;
    }
    const below = this.lines[index + 1];
    return (
      below != null &&
      this.mayHoldStatements(index) &&
      statementHeading(this.layout, below)?.kind === 'statement'
    );
  }

  /** Before the first Item, on the cover and in the contents, a heading is one that has paragraphs below. */
  private opensProse(index: number): boolean {
    if (!this.hasCover) return true;
    const next = this.layout.blocks[index + 1];
    return next !== undefined && next.to - next.from > 200 && isProse(this.layout.text, next);
  }

  private startOf(index: number): number {
    return this.layout.map.sourceAt(this.layout.blocks[index]?.from ?? 0);
  }
}
