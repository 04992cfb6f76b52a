import type { Block, Figure, Filing, Table } from '../../filing/filing.js';
import { blockOf, sectionTexts, sentenceOf, textsBeside } from './surroundings.js';

/**
 * Whose exchange rates a text says it gives. `noon`: the Federal Reserve's noon buying rates. `mixed`: those beside
 * another's, so that a figure may be of either. `other`: another source alone, by the words that name it.
 */
export type NamedSource =
  | { readonly kind: 'noon' }
  | { readonly kind: 'mixed'; readonly name: string }
  | { readonly kind: 'other'; readonly name: string };

const FEDERAL_RESERVE =
  /federal\s+reserve\s+(bank|board|statistical|system|h)|\bH\.\s?10\b|certified\s+(for|by)\s+(customs|the\s+federal)|noon\s+(buying\s+)?rates?[^.]{0,60}\bnew\s+york/i;
const NOON_BUYING_RATE = /noon\s+buying\s+rate/i;

/** Sources that issuers name instead: central banks, commercial banks, data vendors. */
const OTHERS =
  /\b(?:bank of (?:canada|england|israel|japan|korea|tokyo-mitsubishi|mexico)|banco (?:central|de m[eé]xico)|reserve bank of (?:india|australia|new zealand)|south african reserve bank|european central bank|ECB|people[’']s bank of china|PBOC|state administration of foreign exchange|central bank of [A-Z]\w+|telegraphic transfer|TTM|TTS|TTB|tokyo foreign exchange market|seoul money brokerage|market average exchange rate|PTAX|MUFG|mizuho bank|sumitomo mitsui banking|bloomberg|reuters|oanda|wall street journal)\b/i;

/** A phrase that says whose rates these are not: "not at the noon buying rate", "which differs from the noon buying rates". */
const NOT_NOON =
  /\b(?:not|never|unlike|rather\s+than|instead\s+of|other\s+than|diff(?:er(?:s|ed|ing|ent)?)\s+from)\s+(?:[\w’'-]+\s+){0,4}?noon\s+buying\s+rates?\b/gi;

/** A noon buying rate that another source sets: "the noon buying rate quoted by the Bank of Canada". */
const NOON_OF_ANOTHER = new RegExp(
  `${OTHERS.source}(?:['’]s)?\\s+noon\\s+buying\\s+rates?|noon\\s+buying\\s+rates?\\s+(?:\\w+\\s+){0,5}?(?:of|by|from)\\s+(?:the\\s+)?${OTHERS.source}`,
  'gi',
);

/** The sources that a document names, each paragraph and section read once however many rates stand in it. */
export class NamedSources {
  private readonly filing: Filing;
  private readonly ofParagraphs = new Map<Block, NamedSource | null>();
  private readonly ofSections = new Map<string | null, NamedSource | null>();
  private texts: ReadonlyMap<string | null, string> | null = null;
  private whole: { readonly source: NamedSource | null } | null = null;

  constructor(filing: Filing) {
    this.filing = filing;
  }

  /** Of a table's rates: named beside it, or else in the text of its section. */
  ofTable(table: Table): NamedSource | null {
    return namedSource(textsBeside(this.filing, table)) ?? this.ofSection(table.section);
  }

  /** Of a rate in a sentence: named in the sentence, or else in its paragraph. */
  ofSentence(figure: Figure): NamedSource | null {
    const block = blockOf(this.filing, figure);
    return (
      namedSource([sentenceOf(this.filing, figure)]) ?? (block === null ? null : this.ofParagraph(block))
    );
  }

  /** Of a rate that neither its sentence nor its paragraph tells of: named anywhere in the document. */
  ofDocument(): NamedSource | null {
    this.whole ??= { source: namedSource([this.filing.blocks.map(({ text }) => text).join('\n')]) };
    return this.whole.source;
  }

  private sectionText(section: string | null): string {
    this.texts ??= sectionTexts(this.filing);
    return this.texts.get(section) ?? '';
  }

  private ofParagraph(block: Block): NamedSource | null {
    return remembered(this.ofParagraphs, block, () => namedSource([block.text]));
  }

  private ofSection(section: string | null): NamedSource | null {
    return remembered(this.ofSections, section, () => namedSource([this.sectionText(section)]));
  }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** The source that the first of the texts to name one names; null where none does. Put the nearest text first. */
export function namedSource(texts: Iterable<string>): NamedSource | null {
  for (const text of texts) {
    const source = sourceIn(text);
    if (source !== null) return source;
  }
  return null;
}

/** Whether a text names the noon buying rate only to set another rate against it. */
export function deniesNoonRate(text: string): boolean {
  return text.search(NOT_NOON) >= 0;
}

function sourceIn(whole: string): NamedSource | null {
  const text = whole.replace(NOT_NOON, ' ');
  const federalReserve = FEDERAL_RESERVE.test(text);
  const other = OTHERS.exec(text)?.[0];
  if (other === undefined) return federalReserve || NOON_BUYING_RATE.test(text) ? { kind: 'noon' } : null;
  const noon = federalReserve || NOON_BUYING_RATE.test(text.replace(NOON_OF_ANOTHER, ' '));
  return { kind: noon ? 'mixed' : 'other', name: other };
}
