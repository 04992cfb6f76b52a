import type { Answer, FormType, Section } from '../filing.js';
import { type FormItem, formItems, parentItemId } from '../forms/index.js';
import { KeyMaker, normalized } from '../identity.js';
import { answerOf } from './answer.js';
import { type Heading, headingOf, type ProseBlock } from './headings.js';

/** The outline, with the section that each block stands in and the blocks that are headings. */
export interface OutlineReading {
  readonly outline: readonly Section[];
  /** Per block: id of the innermost section, or null before the first heading. */
  readonly sectionOf: readonly (string | null)[];
  readonly headings: ReadonlyMap<number, Heading>;
}

/** A section while it is built: its end and children come later. */
interface OpenSection {
  readonly id: string;
  readonly item: FormItem | null;
  readonly title: string;
  readonly level: number;
  readonly printed: boolean;
  readonly start: number;
  end: number;
  /** Text between its heading and its first child. */
  readonly own: string[];
  readonly children: OpenSection[];
}

/**
 * Reads the outline from headings in the body. An excerpt that begins inside an Item gets that Item as an unprinted
 * section, so that "B. Capitalization and Indebtedness" is 3.B wherever the excerpt starts.
 */
export function readOutline(
  blocks: readonly ProseBlock[],
  form: FormType,
  sourceLength: number,
): OutlineReading {
  const builder = new OutlineBuilder(sourceLength);
  const headings = new Map<number, Heading>();
  const sectionOf: (string | null)[] = [];
  for (const [index, block] of blocks.entries()) {
    const heading = headingOf(block, form, builder.currentItem);
    if (heading === null) {
      builder.addText(block.text);
    } else {
      headings.set(index, heading);
      builder.open(heading, block.start, form);
    }
    sectionOf.push(builder.currentId);
  }
  return { outline: builder.finish(), headings, sectionOf };
}

class OutlineBuilder {
  private readonly roots: OpenSection[] = [];
  private readonly path: OpenSection[] = [];
  private readonly ids = new Map<string, number>();
  private readonly sourceLength: number;

  constructor(sourceLength: number) {
    this.sourceLength = sourceLength;
  }

  /** The Item or sub-item that the reader stands in. */
  get currentItem(): FormItem | null {
    return this.path.findLast(({ item }) => item !== null)?.item ?? null;
  }

  get currentId(): string | null {
    return this.path.at(-1)?.id ?? null;
  }

  addText(text: string): void {
    this.path.at(-1)?.own.push(text);
  }

  open(heading: Heading, start: number, form: FormType): void {
    const level = heading.level;
    if (heading.item !== null && level === 2) this.requireParent(heading.item, start, form);
    this.closeFrom(level, start);
    this.push({
      id: this.uniqueId(heading.item?.id ?? slug(heading.title)),
      item: heading.item,
      title: heading.title,
      level,
      printed: true,
      start,
      end: this.sourceLength,
      own: [],
      children: [],
    });
  }

  finish(): Section[] {
    this.closeFrom(0, this.sourceLength);
    const keys = new KeyMaker();
    return this.roots.map((root) => sectionOf(root, [], keys));
  }

  /** Opens the Item of a sub-item where no heading printed it; what the excerpt began with belongs to it. */
  private requireParent(item: FormItem, start: number, form: FormType): void {
    const parentId = parentItemId(item.id);
    if (parentId === null || this.path.some(({ id, item: open }) => id === parentId || open?.id === parentId))
      return;
    const parent = formItems(form, null).find(({ id }) => id === parentId);
    if (parent === undefined) return;
    const atBeginning = this.roots.every(({ item: root }) => root === null);
    this.closeFrom(1, start);
    const adopted = atBeginning ? this.roots.splice(0) : [];
    this.push({
      id: this.uniqueId(parentId),
      item: parent,
      title: parent.title,
      level: 1,
      printed: false,
      start: atBeginning ? 0 : start,
      end: this.sourceLength,
      own: [],
      children: adopted,
    });
  }

  private push(section: OpenSection): void {
    const parent = this.path.at(-1);
    (parent?.children ?? this.roots).push(section);
    this.path.push(section);
  }

  private closeFrom(level: number, at: number): void {
    while (this.path.length > 0 && (this.path.at(-1)?.level ?? 0) >= level) {
      const closed = this.path.pop();
      if (closed !== undefined) closed.end = at;
    }
  }

  private uniqueId(id: string): string {
    const count = (this.ids.get(id) ?? 0) + 1;
    this.ids.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  }
}

function sectionOf(open: OpenSection, above: readonly string[], keys: KeyMaker): Section {
  const path = [...above, open.item?.number ?? open.title];
  const answer: Answer = open.children.length > 0 ? 'content' : answerOf(open.own);
  return {
    id: open.id,
    key: keys.key('section', ...path),
    title: open.title,
    level: open.level,
    start: open.start,
    end: open.end,
    answer,
    printed: open.printed,
    children: open.children.map((child) => sectionOf(child, path, keys)),
  };
}

function slug(title: string): string {
  const words = normalized(title).replace(/[ %/.]+/g, '-');
  return words.replace(/^-|-$/g, '').slice(0, 60) || 'section';
}
