/** Words that say nothing of what a risk or a figure is. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be been being both but by can cannot could do does doing for from had has have how if in into is it its ' +
    'may might more most must no not of on or other our own particularly shall should so some such than that the their them there ' +
    'these they this those to under up us very was we were what when where which while who will with would ' +
    'adversely affect affected affecting business company companies financial condition fail manner significant significantly ' +
    'risk risks relating related associated face subject substantially material materially result results operations subject including against especially able'
  ).split(' '),
);

/** Ids that paths of shocks and variables of correlations begin with. */
const RESERVED: ReadonlySet<string> = new Set([
  'inputs',
  'base',
  'market',
  'shared-events',
  'factor',
  'open',
]);

/** Gives ids that are short, speak, and are all different. */
export class Names {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set([...taken, ...RESERVED]);
  }

  /** From the words of a heading or label that say most: "lose-service-executive-officers". */
  of(text: string, words: number, otherwise: string): string {
    const all = text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[’']s?\b/g, '')
      .match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g);
    const telling = (all ?? []).filter((word) => word.length > 1 && !EMPTY.has(word));
    const base =
      (telling.length > 0 ? telling : (all ?? [])).slice(0, words).join('-').slice(0, 60) || otherwise;
    return this.unique(base.replace(/-+$/, ''));
  }

  private unique(base: string): string {
    let name = base;
    for (let number = 2; this.taken.has(name); number++) name = `${base}-${number}`;
    this.taken.add(name);
    return name;
  }
}
