import type { Block, Figure, Filing } from '../../filing/filing.js';
import type { NamedRateSource } from '../../rates/rate-source.js';
import { formatPeriod, instantAt, isInstant, type Period } from '../../value/index.js';
import { periodName } from '../engine/period-name.js';
import { blockOf, inTable, sentenceOf } from '../engine/surroundings.js';
import { type NamedSource, NamedSources } from '../rates/named-source.js';
import { quoteDoubt } from '../rates/quote-doubts.js';
import { isRateUnit, rateTables, statisticOf } from '../rates/rate-cells.js';

/** One place that states an exchange rate of a day or a span. */
export interface RateMention {
  readonly figure: Figure;
  /** Equal for two mentions of one rate. */
  readonly fact: string;
  /** The rate without its period. */
  readonly series: string;
  /** The rate in words. */
  readonly name: string;
  /** Whose it is said to be. */
  readonly source: NamedSource | null;
}

/** What tables state of a rate in all periods, by `series`. */
export type MentionsBySeries = ReadonlyMap<string, readonly RateMention[]>;

/**
 * The rates in tables, then those in sentences; the second of two equal paragraphs adds nothing. The names of
 * `otherRates` tell their rates from those of other sources.
 */
export function rateMentions(filing: Filing, otherRates: readonly NamedRateSource[] = []): RateMention[] {
  const sources = new NamedSources(filing, otherRates);
  const all = [...ratesInTables(filing, sources), ...ratesInSentences(filing, sources)];
  const seen = new Map<string, Set<string>>();
  return all.filter(({ fact, figure }) => {
    const block = blockOf(filing, figure);
    return block === null || isFirst(seen, block, `${fact}|${figure.text}`);
  });
}

/** Notes a mention under the text of its block, which is never copied: it may be long, and hold many mentions. */
function isFirst(seen: Map<string, Set<string>>, block: Block, mention: string): boolean {
  const own = seen.get(block.text) ?? new Set();
  if (own.has(mention)) return false;
  seen.set(block.text, own.add(mention));
  return true;
}

function ratesInTables(filing: Filing, sources: NamedSources): RateMention[] {
  return rateTables(filing).flatMap(({ table, cells, base }) => {
    const source = sources.ofTable(table);
    if (base !== null || source?.kind === 'mixed') return [];
    return cells.flatMap(({ figure, unit, statistic, span, day }) => {
      const period = day === null ? span : instantAt(day);
      return period === null ? [] : [rateMention(figure, unit, statistic, period, source)];
    });
  });
}

/** A rate beside that of another source may be of either, so it is left out; as is one that need not be of its day. */
function ratesInSentences(filing: Filing, sources: NamedSources): RateMention[] {
  const rates = filing.figures.filter(({ unit }) => isRateUnit(unit));
  return rates.flatMap((figure) => {
    const { role, unit, period } = figure;
    if (role === 'label' || inTable(figure) || !isRateUnit(unit) || period === null) return [];
    const statistic = isInstant(period) ? 'period-end' : statisticOf([sentenceOf(filing, figure)]);
    const source = sources.ofSentence(figure);
    if (statistic === null || source?.kind === 'mixed' || quoteDoubt(filing, figure) !== null) return [];
    return [rateMention(figure, unit, statistic, period, source)];
  });
}

function rateMention(
  figure: Figure,
  unit: string,
  statistic: string,
  period: Period,
  source: NamedSource | null,
): RateMention {
  const name = `${unit} ${statistic === 'period-end' ? 'rate' : statistic} of ${periodName(period)}`;
  const series = ['rate', unit, statistic, ownerOf(source)].join('|');
  return { figure, fact: `${series}|${formatPeriod(period)}`, series, name, source };
}

/** One name for a source, however a text calls it; "" for the noon buying rates, and where none is named. */
function ownerOf(source: NamedSource | null): string {
  if (source === null || source.kind === 'noon') return '';
  const imported = source.kind === 'other' ? source.imported : null;
  return (imported?.name ?? source.name).toLowerCase();
}
