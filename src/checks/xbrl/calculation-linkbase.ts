import { SaxesParser, type SaxesTagNS, type SaxesTagPlain } from 'saxes';
import { InputError } from '../../value/index.js';
import type { Calculation, Contributor } from './calculation.js';

/** Arcs and locators of a linkbase; the largest that are filed have some thousands. */
const MOST_ELEMENTS = 200_000;
const LONGEST = 2000;

const SUMMATIONS: ReadonlySet<string> = new Set([
  'http://www.xbrl.org/2003/arcrole/summation-item',
  'https://xbrl.org/2023/arcrole/summation-item',
]);

/**
 * Reads an XBRL calculation linkbase (`…_cal.xml`): which totals are the sums of which facts. `file` is named in
 * messages. Throws `InputError` for what is not well-formed XML, has a document type of its own, or is no such linkbase.
 */
export function readCalculationLinkbase(text: string, file: string): Calculation[] {
  const reader = new LinkbaseReader(file);
  try {
    reader.parser.write(text).close();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    throw unreadable(file, `it is not well-formed XML: ${placed(error.message)}`);
  }
  if (!reader.isLinkbase) throw unreadable(file, 'it has no calculationLink');
  return reader.calculations;
}

function unreadable(file: string, what: string): InputError {
  return new InputError(
    'unreadable',
    `Cannot read ${file} as an XBRL calculation linkbase: ${what}. Name the file that ends in _cal.xml`,
  );
}

/** "2:0: unclosed tag: a" is what the parser says. */
function placed(message: string): string {
  return message
    .slice(0, 200)
    .replace(/^(\d+):\d+: /, 'line $1, ')
    .replace(/\.$/, '');
}

type Attributes = Readonly<Record<string, string>>;

class LinkbaseReader {
  readonly parser = new SaxesParser();
  readonly calculations: Calculation[] = [];
  isLinkbase = false;
  private readonly file: string;
  private role = '';
  private elements = 0;
  private concepts = new Map<string, string>();
  private arcs: {
    readonly from: string;
    readonly to: string;
    readonly weight: string;
    readonly order: number;
  }[] = [];

  constructor(file: string) {
    this.file = file;
    this.parser.on('doctype', () => {
      throw unreadable(file, 'it has a document type declaration');
    });
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', ({ name }) => {
      if (localName(name) === 'calculationLink') this.settle();
    });
  }

  private open({ name, attributes }: SaxesTagPlain | SaxesTagNS): void {
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS)
      throw unreadable(this.file, `it has more than ${MOST_ELEMENTS} elements`);
    const plain = attributes as Attributes;
    switch (localName(name)) {
      case 'calculationLink':
        this.isLinkbase = true;
        this.role = attribute(plain, 'role');
        this.concepts = new Map();
        this.arcs = [];
        break;
      case 'loc':
        this.concepts.set(attribute(plain, 'label'), conceptIn(attribute(plain, 'href')));
        break;
      case 'calculationArc':
        this.arc(plain);
    }
  }

  private arc(attributes: Attributes): void {
    if (!SUMMATIONS.has(attribute(attributes, 'arcrole')) || attributes.use === 'prohibited') return;
    const weight = attributes.weight ?? '';
    if (!/^[+-]?\d{1,9}(?:\.\d{1,9})?$/.test(weight)) {
      throw unreadable(
        this.file,
        `line ${this.parser.line}, an arc has the weight "${weight.slice(0, 40)}", expected a number such as 1.0 or -1.0`,
      );
    }
    const order = Number(attributes.order ?? '1');
    this.arcs.push({
      from: attribute(attributes, 'from'),
      to: attribute(attributes, 'to'),
      weight: weight.replace(/^\+/, '').replace(/\.0+$/, ''),
      order: Number.isFinite(order) ? order : 1,
    });
  }

  /** Joins the arcs of a network, once its locators are known, into one calculation for each total. */
  private settle(): void {
    const totals = new Map<string, Contributor[]>();
    for (const { from, to, weight } of [...this.arcs].sort((a, b) => a.order - b.order)) {
      const total = this.concepts.get(from);
      const concept = this.concepts.get(to);
      if (total === undefined || concept === undefined) continue;
      const own = totals.get(total);
      if (own === undefined) totals.set(total, [{ concept, weight }]);
      else own.push({ concept, weight });
    }
    for (const [total, contributors] of totals)
      this.calculations.push({ role: this.role, total, contributors });
  }
}

/** An attribute by its local name; the prefix of XLink is the file's own. */
function attribute(attributes: Attributes, name: string): string {
  const found = attributes[name] ?? attributes[`xlink:${name}`] ?? byLocalName(attributes, name) ?? '';
  return found.slice(0, LONGEST);
}

function byLocalName(attributes: Attributes, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

/** "…/us-gaap-2023.xsd#us-gaap_GrossProfit" is the concept us-gaap:GrossProfit. */
function conceptIn(href: string): string {
  const id = href.slice(href.indexOf('#') + 1);
  const at = id.lastIndexOf('_');
  return at < 0 ? id : `${id.slice(0, at)}:${id.slice(at + 1)}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
