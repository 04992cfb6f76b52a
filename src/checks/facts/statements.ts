import type { Filing, Section, Table } from '../../filing/filing.js';
import { oncePerFiling } from '../engine/once.js';

/** Which of the financial statements a table is. */
export type StatementKind = 'income' | 'comprehensive-income' | 'balance-sheet' | 'cash-flow' | 'equity';

/** The tables of the primary financial statements, by id. Those of a parent or of guarantors in a note are none. */
export const statementTables = oncePerFiling((filing: Filing): ReadonlyMap<string, StatementKind> => {
  const sections = new Map<string, Section>();
  const open = [...filing.outline];
  for (let section = open.pop(); section !== undefined; section = open.pop()) {
    sections.set(section.id, section);
    for (const child of section.children) open.push(child);
  }
  const isOutlined = [...sections.values()].some(({ kind }) => kind === 'statement');
  const found = new Map<string, StatementKind>();
  const firstOf = new Map<StatementKind, string>();
  for (const table of filing.tables) {
    const section = table.section === null ? undefined : sections.get(table.section);
    const kind = kindOf(table, section, isOutlined);
    if (kind === null) continue;
    const home = table.section ?? '';
    const first = firstOf.get(kind);
    // A second set of statements, in another section, is of the parent or of guarantors.
    if (first !== undefined && first !== home) continue;
    firstOf.set(kind, home);
    found.set(table.id, kind);
  }
  return found;
});

function kindOf(table: Table, section: Section | undefined, isOutlined: boolean): StatementKind | null {
  if (section === undefined || table.rows.filter(({ kind }) => kind === 'data').length < 4) return null;
  // An excerpt may hold one statement, which its outline takes for a heading like any other.
  const isStatement = isOutlined ? section.kind === 'statement' : namesStatement(section.title);
  if (!isStatement || !holdsTotals(table)) return null;
  return kindOfTitle(ownTitle(table) ?? section.title);
}

/** The title that stands at the top of the table itself, as “Consolidated Statements of Cash Flows”, or null. */
function ownTitle({ rows }: Table): string | null {
  for (const { kind, cells } of rows.slice(0, 3)) {
    const title = kind === 'data' ? undefined : cells[0]?.text;
    if (title !== undefined && title.length <= 120 && namesStatement(title)) return title;
  }
  return null;
}

function namesStatement(title: string): boolean {
  const lower = title.toLowerCase().trim().replace('consolidated ', '');
  return lower.startsWith('statement') || lower.startsWith('balance sheet');
}

/** By the words of its title; "statements of operations and comprehensive income" are income statements. */
function kindOfTitle(title: string): StatementKind | null {
  const lower = title.toLowerCase();
  const has = (...words: readonly string[]) => words.some((word) => lower.includes(word));
  if (has('cash flow')) return 'cash-flow';
  if (has('balance sheet', 'financial position', 'financial condition')) return 'balance-sheet';
  if (has('equity', 'deficit', 'capital', 'investment', 'net assets')) return 'equity';
  if (has('operations', 'earnings', 'profit or loss')) return 'income';
  if (has('comprehensive')) return 'comprehensive-income';
  return has('income', 'loss') ? 'income' : null;
}

const TOTALS = ['total', 'net', 'balance', 'income', 'cash'];

/** A list of exhibits may stand below the title of a statement. */
function holdsTotals(table: Table): boolean {
  const found = table.rows.filter(({ label }) => {
    const lower = label.toLowerCase();
    return TOTALS.some((word) => lower.includes(word));
  });
  return found.length > 0;
}

const NAMES: Readonly<Record<StatementKind, string>> = {
  income: 'statement of income',
  'comprehensive-income': 'statement of comprehensive income',
  'balance-sheet': 'balance sheet',
  'cash-flow': 'statement of cash flows',
  equity: 'statement of equity',
};

/** As a sentence names it: "the statement of cash flows". */
export function statementName(kind: StatementKind): string {
  return NAMES[kind];
}

/** Whether two lines stand in two different statements: their agreement is articulation. */
export function areStatements(
  a: { readonly statement: StatementKind | null },
  b: { readonly statement: StatementKind | null },
): boolean {
  return a.statement !== null && b.statement !== null;
}
