import { relative, sep } from 'node:path';
import { type Figure, type Filing, type Section, SourceLines } from '../../filing/index.js';
import type { BaseItem, DisclosedFigure, DisclosedReport } from '../../risk/index.js';
import { formatDay } from '../../value/index.js';

/** What a register takes from a report. `from` is the folder of the register, which paths are relative to. */
export function disclosedReport(filing: Filing, path: string, from: string): DisclosedReport {
  const { cover, figures, riskFactors, source } = filing;
  const lines = new SourceLines(source.text);
  const disclosed = (figure: Figure): DisclosedFigure => ({
    key: figure.key,
    text: figure.text.replace(/\s+/g, ' '),
    value: figure.value,
    unit: figure.unit,
    label: figure.label,
    line: lines.at(figure.start).line,
  });
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    path: relative(from, path).split(sep).join('/'),
    issuer: cover.issuer,
    currency: cover.currency,
    periodEnd: cover.periodEnd === null ? null : formatDay(cover.periodEnd),
    factors: riskFactors.map((factor) => ({
      key: factor.key,
      heading: factor.heading.replace(/\s+/g, ' ').trim(),
      group: factor.group,
      line: lines.at(factor.start).line,
      figures: withoutTranslations(factor.figures.flatMap((id) => byId.get(id) ?? []))
        .filter(({ role }) => role === 'amount')
        .map(disclosed),
    })),
    base: baseOf(filing, disclosed),
  };
}

/** "¥24.8 billion ($234 million)": the dollars are a translation, no input of their own. */
function withoutTranslations(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure, index) => {
    const before = figures[index - 1];
    const isMoney = ({ unit }: Figure) => /^[A-Z]{3}$/.test(unit);
    if (before === undefined || !isMoney(figure) || !isMoney(before) || before.unit === figure.unit)
      return true;
    return figure.start - before.end > MOST_APART || figure.label !== before.label;
  });
}

/** Characters between an amount and its translation in brackets. */
const MOST_APART = 12;

const LABELS: Readonly<Record<BaseItem, RegExp>> = {
  revenue: /^(?:total |net )?(?:revenues?|sales|net sales|operating revenues?)$/i,
  costs: /^total (?:operating )?(?:costs?(?: and expenses)?|costs and operating expenses)$/i,
  'operating-income': /^(?:operating (?:income|profit)|income from operations)(?: \(loss\))?$/i,
  'net-income': /^(?:net (?:income|profit)|profit for the (?:year|period))(?: \(loss\))?$/i,
  equity: /^total (?:shareholders[’'] |stockholders[’'] )?equity$/i,
};

/** The amounts of the year reported, from the statements where they are there, else from the first table that has them. */
function baseOf(filing: Filing, disclosed: (figure: Figure) => DisclosedFigure): DisclosedReport['base'] {
  const statements = sectionsOf(filing.outline, 'statement');
  const isStated = ({ start }: Figure) => statements.some((each) => start >= each.start && start < each.end);
  const rows = new Map(filing.tables.map(({ id, rows }) => [id, rows]));
  const rowLabel = ({ where }: Figure) =>
    'table' in where ? (rows.get(where.table)?.[where.row]?.label ?? '') : '';
  const candidates = filing.figures.filter((figure) => isOfTheYear(figure, filing.cover));
  const found: Partial<Record<BaseItem, DisclosedFigure>> = {};
  for (const item of Object.keys(LABELS) as BaseItem[]) {
    const named = candidates.filter((figure) => LABELS[item].test(rowLabel(figure)));
    const chosen = named.find(isStated) ?? named[0];
    if (chosen !== undefined) found[item] = disclosed(chosen);
  }
  return found;
}

/** An amount of a table, of the fiscal year that the report is of or of its last day. */
function isOfTheYear(
  { role, unit, where, period, label }: Figure,
  { currency, periodEnd }: Filing['cover'],
): boolean {
  if (role === 'label' || unit !== currency || periodEnd === null || !('table' in where)) return false;
  if (period === null) return label.endsWith(formatDay(periodEnd).slice(0, 4));
  return ('instant' in period ? period.instant : period.until - 1) === periodEnd;
}

function sectionsOf(outline: readonly Section[], kind: Section['kind']): Section[] {
  return outline.flatMap((section) => [
    ...(section.kind === kind ? [section] : []),
    ...sectionsOf(section.children, kind),
  ]);
}
