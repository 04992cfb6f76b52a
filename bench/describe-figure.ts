/** A figure in words, for lists of what checks missed. */
import type { CheckResult } from '../src/checks/index.js';
import type { Figure, Filing } from '../src/filing/index.js';
import { formatPeriod } from '../src/value/index.js';

/** Where a figure stands: its table with row and column, or its sentence. */
export function placeOf(filing: Filing, { where, text }: Figure): string {
  if (!('table' in where)) {
    const block = filing.blocks[where.block];
    const [start, end] = block?.sentences[where.sentence] ?? [0, 0];
    const sentence = block?.text.slice(start, end) ?? '';
    const at = where.at - start;
    const from = Math.max(0, at - 160);
    return `[${where.section}] …${sentence.slice(from, at)}«${text}»${sentence.slice(at + text.length, at + 120)}`;
  }
  const table = filing.tables.find(({ id }) => id === where.table);
  const row = table?.rows[where.row]?.labelPath.join(' › ') ?? '';
  const column = table?.columns[where.column]?.labelPath.join(' › ') ?? '';
  return `${where.table} r${where.row} c${where.column} [${table?.section}] ${row} | ${column}`;
}

/** "1,234 USD 2023" and where it stands. */
export function describeFigure(filing: Filing, figure: Figure): string {
  const period = figure.period === null ? '-' : formatPeriod(figure.period);
  return `${figure.id} "${figure.text}" ${figure.unit} ${period}  ${placeOf(filing, figure)}`;
}

/** A finding whole, a line each. */
export function describeFinding(filing: Filing, finding: CheckResult['findings'][number]): string[] {
  const figures = new Map(filing.figures.map((figure) => [figure.id, figure]));
  return [
    `${finding.severity} ${finding.check} at ${finding.line}:${finding.column}  ${finding.message}`,
    ...(finding.cause === null ? [] : [`    cause: ${finding.cause}`]),
    ...finding.suspects.map((id) => {
      const figure = figures.get(id);
      return `    suspect ${figure === undefined ? id : describeFigure(filing, figure)}`;
    }),
    ...finding.evidence.map((line) => `    ${line}`),
  ];
}
