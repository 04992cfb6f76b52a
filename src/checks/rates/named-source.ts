import type { Block, Figure, Filing, Table } from '../../filing/filing.js';
import type { NamedRateSource, RateSource } from '../../rates/rate-source.js';
import { blockOf, sectionTexts, sentenceOf, textsBeside } from '../engine/surroundings.js';
import { ImportedNames } from './imported-names.js';
import { isOtherKind } from './kind-of-rate.js';

/**
 * Whose exchange rates a text says it gives. `noon`: the Federal Reserve's noon buying rates. `mixed`: those of
 * several sources, or of one that is named without a word of its rates, so that a figure may be of any; `noon` tells whether the Federal Reserve is one of them. `other`:
 * another source alone, by the words that name it. `imported`: those whose rates the user has imported.
 */
export type NamedSource =
  | { readonly kind: 'noon' }
  | {
      readonly kind: 'mixed';
      readonly name: string;
      readonly noon: boolean;
      readonly imported: readonly NamedRateSource[];
    }
  | { readonly kind: 'other'; readonly name: string; readonly imported: NamedRateSource | null };

const FEDERAL_RESERVE =
  /federal\s+reserve\s+(bank|board|statistical|system|h)|\bH\.\s?10\b|certified\s+(for|by)\s+(customs|the\s+federal)|noon\s+(buying\s+)?rates?[^.]{0,60}\bnew\s+york/i;
const NOON_BUYING_RATE = /noon\s+buying\s+rate/i;

/** Sources that issuers name instead: central banks, commercial banks, data vendors. */
const OTHERS =
  /\b(?:bank of (?:canada|england|israel|japan|korea|tokyo-mitsubishi|mexico)|banco (?:central|de m[eé]xico)|reserve bank of (?:india|australia|new zealand)|south african reserve bank|european central bank|ECB|people[’']s bank of china|PBOC|state administration of foreign exchange|central bank of [A-Z]\w+|telegraphic transfer|TTM|TTS|TTB|tokyo foreign exchange market|seoul money brokerage|market average exchange rate|PTAX|MUFG|mizuho bank|sumitomo mitsui banking|bloomberg|reuters|oanda|wall street journal)\b/i;

/** Says what rate a bank sets, not which bank. */
const KIND_OF_RATE =
  /\b(?:telegraphic transfer|TTM|market average exchange rate|tokyo foreign exchange market)\b/gi;

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
  private readonly imported: ImportedNames;
  private readonly ofParagraphs = new Map<Block, NamedSource | null>();
  private readonly ofSections = new Map<string | null, NamedSource | null>();
  private texts: ReadonlyMap<string | null, string> | null = null;
  private whole: { readonly source: NamedSource | null } | null = null;

  /** `others`: sources that the user has imported, known by the names that they were given. */
  constructor(filing: Filing, others: readonly NamedRateSource[] = []) {
    this.filing = filing;
    this.imported = new ImportedNames(others);
  }

  /** Of a table's rates: named beside it, or else in the text of its section. */
  ofTable(table: Table): NamedSource | null {
    return this.named(textsBeside(this.filing, table)) ?? this.ofSection(table.section);
  }

  /** Of a rate in a sentence: named in the sentence, or else in its paragraph. */
  ofSentence(figure: Figure): NamedSource | null {
    const block = blockOf(this.filing, figure);
    return this.inSentence(figure) ?? (block === null ? null : this.ofParagraph(block));
  }

  /** Named in the sentence of a rate itself. */
  inSentence(figure: Figure): NamedSource | null {
    return this.named([sentenceOf(this.filing, figure)]);
  }

  /** Of a rate that neither its sentence nor its paragraph tells of: named anywhere in the document. */
  ofDocument(): NamedSource | null {
    this.whole ??= { source: this.named([this.filing.blocks.map(({ text }) => text).join('\n')]) };
    return this.whole.source;
  }

  private named(texts: readonly string[]): NamedSource | null {
    return namedSource(texts, this.imported);
  }

  private sectionText(section: string | null): string {
    this.texts ??= sectionTexts(this.filing);
    return this.texts.get(section) ?? '';
  }

  private ofParagraph(block: Block): NamedSource | null {
    return remembered(this.ofParagraphs, block, () => this.named([block.text]));
  }

  private ofSection(section: string | null): NamedSource | null {
    return remembered(this.ofSections, section, () => this.named([this.sectionText(section)]));
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
export function namedSource(texts: Iterable<string>, imported: ImportedNames = NONE): NamedSource | null {
  for (const text of texts) {
    const source = sourceIn(text, imported);
    if (source !== null) return source;
  }
  return null;
}

const NONE = new ImportedNames([]);

/** The rates that a figure of this source may be, the likeliest first; none where they are not held. */
export function sourcesOf(source: NamedSource, noon: RateSource): readonly RateSource[] {
  if (source.kind === 'noon') return [noon];
  if (source.kind === 'other') return source.imported === null ? [] : [source.imported];
  return source.noon ? [noon, ...source.imported] : source.imported;
}

/** Whether a text names the noon buying rate only to set another rate against it. */
export function deniesNoonRate(text: string): boolean {
  return text.search(NOT_NOON) >= 0;
}

function sourceIn(whole: string, imported: ImportedNames): NamedSource | null {
  const text = whole.replace(NOT_NOON, ' ');
  const known = imported.in(text);
  if (known !== null) {
    const { sources, printed, rest, disguised, isOfRates } = known;
    const noon = namesNoon(disguised, FEDERAL_RESERVE.test(rest));
    const [only] = sources;
    const isAlone =
      isOfRates && !noon && sources.length === 1 && !OTHERS.test(rest.replace(KIND_OF_RATE, ' '));
    return isAlone && only !== undefined && !isOtherKind(rest, only)
      ? { kind: 'other', name: printed, imported: only }
      : { kind: 'mixed', name: printed, noon, imported: sources };
  }
  const federalReserve = FEDERAL_RESERVE.test(text);
  const other = OTHERS.exec(text)?.[0];
  if (other === undefined) return federalReserve || NOON_BUYING_RATE.test(text) ? { kind: 'noon' } : null;
  return namesNoon(text, federalReserve)
    ? { kind: 'mixed', name: other, noon: true, imported: [] }
    : { kind: 'other', name: other, imported: null };
}

/** Whether a text that names another source names the Federal Reserve's rates as well. */
function namesNoon(text: string, federalReserve: boolean): boolean {
  return federalReserve || NOON_BUYING_RATE.test(text.replace(NOON_OF_ANOTHER, ' '));
}
