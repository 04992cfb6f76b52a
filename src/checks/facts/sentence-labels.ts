import type { Filing } from '../../filing/filing.js';
import { civilDateOf, type Day } from '../../value/index.js';
import { groupedBy } from '../engine/grouped.js';
import { isOwnLabel } from '../engine/labelled.js';
import { sentenceOf } from '../engine/surroundings.js';
import { type AmountFact, amountFacts, type Label, type Series } from './amount-facts.js';
import { agree, type Contradiction, judged } from './differences.js';
import { significantDigits } from './equal-values.js';
import { counterparts } from './line-periods.js';

/** A sentence that gives an amount the label of a line, and no table has that amount under the label. */
export function inSentences(filing: Filing, tied: ReadonlySet<AmountFact>): Contradiction[] {
  const { facts, series } = amountFacts(filing);
  const said = facts.filter(
    (fact) =>
      fact.series.table === null &&
      fact.series.label.strict.includes(' ') &&
      fact.series.label.words.length > 0 &&
      !tied.has(fact) &&
      significantDigits(fact.quantity) >= 3,
  );
  const lines = linesByLabel(series, new Set(said.map((fact) => fact.series.label)));
  return said.flatMap((fact) => {
    const stated = (lines.get(fact.series.label) ?? []).flatMap((line) =>
      line.unit === fact.series.unit ? counterparts(fact, line) : [],
    );
    // A segment may have a line of the same label; the statements have the issuer's.
    const audited = stated.filter(
      ({ series: { statement } }) => statement === 'income' || statement === 'balance-sheet',
    );
    const meant = audited.length > 0 ? audited : stated;
    const [first] = meant;
    if (first === undefined || stated.some((other) => agree(other, fact))) return [];
    if (meant.some((other) => !agree(other, first))) return [];
    if (!isOwnLabel(filing, fact.figure) || namesOtherYear(filing, fact)) return [];
    return judged({ at: fact, against: first }, 'label', 0, false);
  });
}

/** The lines of tables whose label, with its groups or without, has the very words of another. */
function linesByLabel(series: readonly Series[], asked: ReadonlySet<Label>): Map<Label, Series[]> {
  const byFirst = groupedBy(asked, ({ words }) => words[0] ?? '');
  for (const label of asked) {
    for (const word of label.words.slice(1)) {
      const own = byFirst.get(word);
      if (own === undefined) byFirst.set(word, [label]);
      else own.push(label);
    }
  }
  const known = new Map<Label, readonly Label[]>();
  const askedAs = (label: Label): readonly Label[] => {
    const own =
      known.get(label) ??
      (byFirst.get(label.words[0] ?? '') ?? NO_LABELS).filter((other) => sameWords(other, label));
    known.set(label, own);
    return own;
  };
  const found = new Map<Label, Series[]>();
  for (const line of series) {
    if (line.table === null) continue;
    const own = askedAs(line.own);
    const grouped = line.label === line.own ? NO_LABELS : askedAs(line.label);
    for (const label of own) addTo(found, label, line);
    for (const label of grouped) if (!own.includes(label)) addTo(found, label, line);
  }
  return found;
}

const NO_LABELS: readonly Label[] = [];

function addTo(found: Map<Label, Series[]>, label: Label, line: Series): void {
  const own = found.get(label);
  if (own === undefined) found.set(label, [line]);
  else own.push(line);
}

/** "Assets" are not "total assets": of a single word, "total" tells. */
function sameWords({ words: a, strict }: Label, { words: b, strict: other }: Label): boolean {
  if (a.length === 1) return strict === other;
  return a.length === b.length && a.every((word) => b.includes(word));
}

/** A sentence that names several years may give the amount of any. */
function namesOtherYear(filing: Filing, { figure, day }: AmountFact): boolean {
  const year = civilDateOf(day as Day).year;
  const sentence = sentenceOf(filing, figure);
  for (const other of [year - 2, year - 1, year + 1]) if (sentence.includes(String(other))) return true;
  return false;
}
