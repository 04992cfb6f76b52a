import type { Answer, Section, SectionKind } from '../filing.js';
import type { FormItem } from '../forms/index.js';
import { KeyMaker, normalized } from '../identity.js';
import { answerOf, LONGEST_ANSWER } from './answer.js';
import { type BlockLook, compareLooks, lookKey } from './block-look.js';

/** A section that a heading opens. */
export interface Opening {
  readonly kind: SectionKind;
  /** As it begins; made unique where the document has it twice. */
  readonly id: string;
  readonly title: string;
  readonly item: FormItem | null;
  readonly look: BlockLook | null;
  /** Offset in the source of the heading's first character. */
  readonly start: number;
  /** Stands beside the Items, not in one: "Signatures", the index to the financial statements behind them. */
  readonly root?: boolean;
  /** False where no heading is printed. */
  readonly printed?: boolean;
}

/** A section while it is built: its end and children come later. */
interface OpenSection extends Opening {
  /** Its id before it was made unique. */
  readonly base: string;
  readonly level: number;
  end: number;
  /** What stands between its heading and its first child, as far as it can tell how an Item answers. */
  own: string;
  children: OpenSection[];
}

/** Headings below headings below an Item: deeper ones stand side by side. */
const DEEPEST = 8;

/** Builds the outline, heading by heading, in order of the document. */
export class SectionTree {
  private roots: OpenSection[] = [];
  private readonly path: OpenSection[] = [];
  private readonly ids = new Map<string, number>();
  /** Looks of headings in the order in which the open Item first has them. */
  private readonly looks = new Map<string, number>();
  private readonly sourceLength: number;

  constructor(sourceLength: number) {
    this.sourceLength = sourceLength;
  }

  get currentId(): string | null {
    return this.path.at(-1)?.id ?? null;
  }

  /** The Item or sub-item that is open. */
  get currentItem(): FormItem | null {
    for (let at = this.path.length - 1; at >= 0; at -= 1) {
      const item = this.path[at]?.item;
      if (item != null) return item;
    }
    return null;
  }

  /** The innermost section. */
  get current(): Opening | null {
    return this.path.at(-1) ?? null;
  }

  /** The innermost section that an opening of such an id goes on with: the head of a page repeats it. */
  isOpen(id: string): boolean {
    return this.path.some(({ base }) => base === id);
  }

  /** Whether an Item was opened so far. */
  hasItem = false;

  /** Whether a statement, the notes or a note are open. */
  get isAmongStatements(): boolean {
    return this.path.some(({ kind, base }) => kind === 'statement' || kind === 'note' || base === NOTES_ID);
  }

  addText(text: string, from: number, to: number): void {
    const open = this.path.at(-1);
    if (open === undefined || open.own.length > LONGEST_ANSWER || open.children.length > 0) return;
    open.own += ` ${text.slice(from, Math.min(to, from + LONGEST_ANSWER))}`;
  }

  /** Opens an Item (level 1) or a sub-item (level 2); what is open of its level or below ends. */
  openItem(opening: Opening, level: 1 | 2): void {
    const depth = this.path.findIndex((open) => open.level >= level);
    this.closeTo(depth < 0 ? this.path.length : depth, opening.start);
    this.looks.clear();
    this.hasItem = true;
    this.push(opening, level);
  }

  /** Gives all that was read so far a section above: an Item that the excerpt does not print. */
  adoptAll(opening: Opening, endOfLast: number): void {
    this.closeTo(0, endOfLast);
    const children = this.roots;
    this.roots = [];
    this.hasItem = true;
    this.push(opening, 1);
    this.path[0]?.children.push(...children);
  }

  /** Opens a section of the innermost Item, or beside the Items, whatever headings are open. */
  openInItem(opening: Opening): void {
    this.closeTo(opening.root === true ? 0 : this.itemDepth(), opening.start);
    this.push(opening, this.levelBelow());
  }

  /** Opens a note to the statements: beside other notes, in the section of the notes where one is open. */
  openNote(opening: Opening): void {
    const note = this.path.findIndex(({ kind }) => kind === 'note');
    const notes = this.path.findIndex(({ base }) => base === NOTES_ID);
    const depth = note >= 0 ? note : notes >= 0 ? notes + 1 : this.itemDepth();
    this.closeTo(depth, opening.start);
    this.push(opening, this.levelBelow());
  }

  /** Opens a heading of the filer's own, below those that look higher. */
  openHeading(opening: Opening & { readonly look: BlockLook }): void {
    const key = lookKey(opening.look);
    const first = this.looks.get(key) ?? this.looks.size;
    this.looks.set(key, first);
    let depth = this.path.length;
    while (depth > 0 && this.isClosedBy(this.path[depth - 1] as OpenSection, opening.look, first)) depth -= 1;
    this.closeTo(Math.min(depth, DEEPEST), opening.start);
    this.push(opening, this.levelBelow());
  }

  finish(): Section[] {
    this.closeTo(0, this.sourceLength);
    const keys = new KeyMaker();
    return this.roots.map((root) => sectionOf(root, [], keys));
  }

  private isClosedBy(
    { kind, base, item, look: own, root }: OpenSection,
    look: BlockLook,
    first: number,
  ): boolean {
    if (root === true) return false;
    if (item !== null) return own !== null && compareLooks(look, own) >= 0;
    if (kind === 'statement') return look.bold || look.capitals || own === null;
    if (own === null) return false;
    const order = compareLooks(look, own);
    // A heading in a note often looks as the note's own does.
    if (kind === 'note') return look.size > own.size + 1 || (order > 0 && look.centred && !own.centred);
    if (order !== 0 || base === NOTES_ID) return order > 0;
    return first <= (this.looks.get(lookKey(own)) ?? 0);
  }

  /** How many sections of the path are left where all below the innermost Item is closed. */
  private itemDepth(): number {
    return this.path.findLastIndex(({ item, root }) => item !== null || root === true) + 1;
  }

  private levelBelow(): number {
    return Math.max(3, (this.path.at(-1)?.level ?? 0) + 1);
  }

  private push(opening: Opening, level: number): void {
    const id = this.uniqueId(opening.id);
    const section = {
      ...opening,
      base: opening.id,
      id,
      level,
      end: this.sourceLength,
      own: '',
      children: [],
    };
    (this.path.at(-1)?.children ?? this.roots).push(section);
    this.path.push(section);
  }

  /** Closes all but the first sections of the path. */
  private closeTo(depth: number, end: number): void {
    for (const closed of this.path.splice(depth)) closed.end = end;
  }

  private uniqueId(id: string): string {
    const count = (this.ids.get(id) ?? 0) + 1;
    this.ids.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  }
}

/** The notes to the statements as a whole. */
export const NOTES_ID = 'notes-to-financial-statements';

/** An id made of a title. */
export function slug(title: string): string {
  const words = normalized(title).replace(/[ %/.]+/g, '-');
  return words.replace(/^-|-$/g, '').slice(0, 60) || 'section';
}

function sectionOf(open: OpenSection, above: readonly string[], keys: KeyMaker): Section {
  const path = [...above, open.item?.number ?? open.title];
  const answer: Answer = open.children.length > 0 || open.item === null ? 'content' : answerOf(open.own);
  return {
    id: open.id,
    key: keys.key('section', ...path),
    kind: open.kind,
    title: open.title,
    level: open.level,
    start: open.start,
    end: open.end,
    answer,
    printed: open.printed ?? true,
    children: open.children.map((child) => sectionOf(child, path, keys)),
  };
}
