import type { NamedRateSource } from '../../rates/rate-source.js';

/** A user's list of names is bounded, since each is looked for in every text. */
const MOST_NAMES = 50;
const LONGEST_NAME = 100;
/** What the Federal Reserve's rates are called is no name of another source. */
const IS_NOON = /federal\s+reserve|\bnoon\s+buying\b|^h\.?\s?10$/i;
/** Words that set a rate against the source they name, which is then not its own. */
const DENIED =
  "\\b(?:not|never|unlike|rather\\s+than|instead\\s+of|other\\s+than|differ(?:s|ed|ing|ent)?\\s+from)\\s+(?:[\\w’'-]+\\s+){0,6}?";
/** A stand-in that every pattern of other sources knows. */
const STAND_IN = 'Bank of Canada';

/** "the rate published by the Bank of Canada", "(source: Bank of Canada)", "Bank of Canada noon rates". */
const RATE_OF = new RegExp(
  `\\b(?:rates?|fixings?|quotations?|parity|quoted|published|announced|reported|provided|released|according\\s+to|sources?)\\b:?(?:\\s+[\\w’',-]+){0,5}?\\s+${STAND_IN}`,
  'i',
);
const SOURCE_RATE = new RegExp(
  `${STAND_IN}\\)?(?:['’]s)?(?:\\s+[\\w’'-]+){0,3}?\\s+(?:rates?|fixings?|quotations?|parity|TTM)\\b`,
  'i',
);

/** What a text says of the sources that the user imported. */
export interface ImportedMentions {
  readonly sources: readonly NamedRateSource[];
  /** The name of the first, as printed. */
  readonly printed: string;
  /** The text without their names. */
  readonly rest: string;
  /** The text with the name of a well-known source in place of theirs. */
  readonly disguised: string;
  /** Whether the text says that a rate is theirs: a bank may be named for other reasons. */
  readonly isOfRates: boolean;
}

/** Finds the names of imported sources in texts: whole words, without regard to capitals or to how spaces are printed. */
export class ImportedNames {
  private readonly names: readonly { readonly source: NamedRateSource; readonly pattern: RegExp }[];
  private readonly any: RegExp | null;
  private readonly denied: RegExp | null;

  constructor(sources: readonly NamedRateSource[]) {
    const named = sources.flatMap((source) => usableNames(source).map((name) => ({ source, name })));
    const longestFirst = named.sort((a, b) => b.name.length - a.name.length).slice(0, MOST_NAMES);
    this.names = longestFirst.map(({ source, name }) => ({
      source,
      pattern: wordsOf(patternOf(name), 'iu'),
    }));
    const all = longestFirst.map(({ name }) => patternOf(name)).join('|');
    this.any = all === '' ? null : wordsOf(all, 'giu');
    this.denied = all === '' ? null : new RegExp(`${DENIED}${bounded(all)}`, 'giu');
  }

  /** Null where the text names none, or only to say that its rates are not meant. */
  in(whole: string): ImportedMentions | null {
    if (this.any === null || this.denied === null || whole.search(this.any) < 0) return null;
    const text = whole.replace(this.denied, ' ');
    const found = [...text.matchAll(this.any)].filter(
      ({ index, 0: name }) => !isPartOfName(text, index, name.length),
    );
    const printed = found[0]?.[0];
    if (printed === undefined) return null;
    const replaced = (by: string) =>
      text.replace(this.any ?? '', (name, at: number) => (isPartOfName(text, at, name.length) ? name : by));
    const disguised = replaced(STAND_IN);
    return {
      isOfRates: saysRates(disguised.replace(OTHER_RATES, ' ')),
      sources: this.sourcesOf(new Set(found.map(([name]) => name))),
      printed,
      rest: replaced(' '),
      disguised,
    };
  }

  private sourcesOf(printed: ReadonlySet<string>): NamedRateSource[] {
    const own = (name: string) => this.names.find(({ pattern }) => pattern.test(name))?.source ?? [];
    return [...new Set([...printed].flatMap(own))];
  }
}

function saysRates(disguised: string): boolean {
  return RATE_OF.test(disguised) || SOURCE_RATE.test(disguised);
}

/** Rates that a bank sets, and that are none of exchange: "raised its policy rate", "after a rate increase". */
const OTHER_RATES =
  /\b(?:interest|policy|base|call|discount|lending|deposit|key|overnight|prime|benchmark)\s+rates?\b|\brate\s+(?:increase|hike|cut|decision|rise|reduction)s?\b/gi;

/** Whether a longer name goes on before or after: "Royal" of "Royal Bank of Canada", "(Hong Kong)" after a bank's name. */
function isPartOfName(text: string, at: number, length: number): boolean {
  const start = text.slice(Math.max(0, at - 40), at);
  if (/people['’]s\s+$/i.test(start)) return true;
  const before = /(\p{Lu}[\p{L}&.'’-]+)\s+$/u.exec(start)?.[1];
  if (before !== undefined && !LEADS_TO_NAME.test(before)) return true;
  const after = text.slice(at + length, at + length + 60);
  return PLACE_AFTER.test(after) || HOUSE_AFTER.test(after);
}

/** "(Hong Kong)": a word that is no abbreviation. */
const PLACE_AFTER = /^\s+\((?:\p{Lu}\p{Ll}+\s*){1,3}\)/u;
/** "Securities", "’s Hong Kong branch". */
const HOUSE_AFTER =
  /^(?:['’]s|,)?(?:\s+[A-Z]\w+){0,3}?\s+(?:branch|tower|building|securities|trust|holdings|group|law|act)\b/i;

/** Capitals at the start of a sentence or heading that belong to no name. */
const LEADS_TO_NAME =
  /^(?:the|by|from|of|at|in|per|and|or|an?|to|on|source|sources|rates?|exchange|daily|noon|average|our|its|this|such|under|using|if|while|unlike)\.?$/i;

function usableNames({ names }: NamedRateSource): string[] {
  return names
    .map((name) => name.trim())
    .filter((name) => name.length > 1 && name.length <= LONGEST_NAME && !IS_NOON.test(name));
}

/** The name as a pattern: nothing in it has a meaning of its own, spaces and apostrophes match in any form. */
function patternOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/['’]/g, "['’]"))
    .join('\\s+');
}

function bounded(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
}

function wordsOf(pattern: string, flags: string): RegExp {
  return new RegExp(bounded(pattern), flags);
}
