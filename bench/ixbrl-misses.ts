/** Prints what was missed, commonest cause first, each with what is needed to find out why. */
import type { Figure, Filing } from '../src/filing/index.js';
import { formatPeriod } from '../src/value/index.js';
import type { Kind, Outcome } from './ixbrl-score.js';

export interface Miss {
  readonly name: string;
  readonly cause: string;
  readonly lines: readonly string[];
}

/** Of one filing, in order of the page. */
export function missesOf(name: string, filing: Filing, outcomes: readonly Outcome[], kind: Kind): Miss[] {
  return outcomes.flatMap((outcome): Miss[] => {
    const why = outcome.misses[kind];
    if (why === undefined) return [];
    const place = outcome.tag.inTable ? 'table' : 'sentence';
    return [{ name, cause: `${place}: ${why}`, lines: describe(filing, outcome) }];
  });
}

/** All causes with their counts, then up to `limit` misses of each. */
export function printMisses(misses: readonly Miss[], limit: number): void {
  const byCause = new Map<string, Miss[]>();
  for (const miss of misses) byCause.set(miss.cause, [...(byCause.get(miss.cause) ?? []), miss]);
  const causes = [...byCause].sort(([, a], [, b]) => b.length - a.length);
  console.log(`${misses.length} missed`);
  for (const [cause, of] of causes)
    console.log(
      `${String(of.length).padStart(6)}  ${cause}  (${new Set(of.map(({ name }) => name)).size} filings)`,
    );
  for (const [cause, of] of causes) {
    console.log(`\n## ${cause}: ${of.length}`);
    for (const { name, lines } of spread(of, limit)) console.log(`\n${name}\n  ${lines.join('\n  ')}`);
  }
}

/** Evenly over all, so that the first filing does not fill the list. */
function spread(misses: readonly Miss[], limit: number): Miss[] {
  const step = Math.max(1, misses.length / limit);
  const count = Math.min(limit, misses.length);
  return Array.from({ length: count }, (_, index) => misses[Math.floor(index * step)] as Miss);
}

function describe(filing: Filing, { tag, figure }: Outcome): string[] {
  const printed = `"${tag.text}"  at ${tag.start}  ${tag.concept}`;
  const expected = `tagged   ${tag.value ?? 'nil'}  ${tag.unit ?? '-'}  ${tag.period === null ? '-' : formatPeriod(tag.period)}`;
  const lines = [printed, `before   …${tag.before.slice(-80)}`, expected];
  if (figure === null) {
    const near = filing.figures.filter(({ start, end }) =>
      tag.spans.some(([from, to]) => start < to && from < end),
    );
    return [...lines, ...near.slice(0, 3).flatMap((found) => ofFigure(filing, found))];
  }
  return [...lines, ...ofFigure(filing, figure)];
}

function ofFigure({ tables, blocks }: Filing, figure: Figure): string[] {
  const { id, role, text, value, unit, period, label, where } = figure;
  const ours = `figure   ${value}  ${unit}  ${period === null ? '-' : formatPeriod(period)}  ${role} ${id} "${text}"  label "${label}"`;
  if (!('table' in where)) {
    const sentence = blocks[where.block]?.kind ?? '';
    return [
      ours,
      `where    ${sentence} ${where.block}, sentence ${where.sentence}, section ${where.section}`,
    ];
  }
  const table = tables.find(({ id: of }) => of === where.table);
  const row = table?.rows[where.row];
  const column = table?.columns[where.column];
  return [
    ours,
    `where    ${where.table} row ${where.row} (${row?.kind}) ${JSON.stringify(row?.labelPath ?? [])}  column ${where.column} ${JSON.stringify(column?.labelPath ?? [])}`,
    `table    scale ${table?.scale} unit ${table?.unit}, row ${row?.scale} ${row?.unit}, column ${column?.scale} ${column?.unit}  caption "${(table?.caption ?? '').slice(0, 90)}"`,
  ];
}
