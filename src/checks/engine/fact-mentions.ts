import type { Block, Figure, Filing } from '../../filing/filing.js';
import type { NamedRateSource } from '../../rates/rate-source.js';
import { formatPeriod, instantAt, isInstant, type Period } from '../../value/index.js';
import { type NamedSource, NamedSources } from '../rates/named-source.js';
import { quoteDoubt } from '../rates/quote-doubts.js';
import { isRateUnit, rateTables, statisticOf } from '../rates/rate-cells.js';
import { normalizedLabel } from './label-words.js';
import { periodName } from './period-name.js';
import { blockOf, inTable, sentenceOf } from './surroundings.js';

/** One place that states a fact: an exchange rate of a day or a span, or a labelled amount of a period. */
export interface Mention {
  readonly figure: Figure;
  readonly kind: 'rate' | 'amount';
  /** Equal for two mentions of one fact. */
  readonly fact: string;
  /** The fact without its period. */
  readonly series: string;
  /** The fact in words. */
  readonly name: string;
  /** Of a rate: whose it is said to be. */
  readonly source: NamedSource | null;
}

/** What tables state of a fact in all periods, by `series`. */
export type MentionsBySeries = ReadonlyMap<string, readonly Mention[]>;

const AMOUNT_UNIT = /^([A-Z]{3}(\/(share|ADS))?|percent|share|ADS)$/;

/**
 * The rates in tables, those in sentences, then the amounts; the second of two equal paragraphs adds nothing. The names
 * of `otherRates` tell their rates from those of other sources.
 */
export function factMentions(filing: Filing, otherRates: readonly NamedRateSource[] = []): Mention[] {
  const sources = new NamedSources(filing, otherRates);
  const all = [...ratesInTables(filing, sources), ...ratesInSentences(filing, sources), ...amounts(filing)];
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

function ratesInTables(filing: Filing, sources: NamedSources): Mention[] {
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
function ratesInSentences(filing: Filing, sources: NamedSources): Mention[] {
  return filing.figures.flatMap((figure) => {
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
): Mention {
  const name = `${unit} ${statistic === 'period-end' ? 'rate' : statistic} of ${periodName(period)}`;
  const series = ['rate', unit, statistic, ownerOf(source)].join('|');
  return { figure, kind: 'rate', fact: `${series}|${formatPeriod(period)}`, series, name, source };
}

/** One name for a source, however a text calls it; "" for the noon buying rates, and where none is named. */
function ownerOf(source: NamedSource | null): string {
  if (source === null || source.kind === 'noon') return '';
  const imported = source.kind === 'other' ? source.imported : null;
  return (imported?.name ?? source.name).toLowerCase();
}

/** Amounts with a label and a period. A bare equal value ties nothing, nor does a label of one general word. */
function amounts(filing: Filing): Mention[] {
  const tables = new Map(filing.tables.map((table) => [table.id, table]));
  return filing.figures.flatMap((figure): Mention[] => {
    const { unit, period, role, where } = figure;
    if (role === 'label' || period === null || !AMOUNT_UNIT.test(unit) || isRateUnit(unit)) return [];
    const label = 'table' in where ? (tables.get(where.table)?.rows[where.row]?.label ?? '') : figure.label;
    const words = normalizedLabel(label);
    if (!words.includes(' ')) return [];
    const series = ['amount', unit, words].join('|');
    const name = `${label} of ${periodName(period)}`;
    return [
      { figure, kind: 'amount', fact: `${series}|${formatPeriod(period)}`, series, name, source: null },
    ];
  });
}
