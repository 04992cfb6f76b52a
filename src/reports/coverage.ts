import type { CheckedFigure, CheckResult, FigureStatus } from '../checks/check.js';
import type { Section } from '../filing/index.js';

/** How many amounts of a part of the report have each status. */
export interface CoverageLine {
  /** Title of an Item or of a statement; "Notes to the financial statements" for all of them together. */
  readonly title: string;
  readonly counts: Readonly<StatusCounts>;
}

type StatusCounts = Record<Exclude<FigureStatus, 'label'>, number>;

const NOTES = 'Notes to the financial statements';
const OUTSIDE = 'Before the first Item';

/** What is ticked where: a line for each Item and statement that holds amounts, in order of the document. */
export function coverageBySection({ filing, figures }: CheckResult): CoverageLine[] {
  const groups = groupTitles(filing.outline);
  const sections = new Map(filing.tables.map(({ id, section }) => [id, section]));
  const lines = new Map<string, StatusCounts>();
  for (const checked of figures) {
    if (checked.status === 'label') continue;
    const section = sectionOf(checked, sections);
    const title = (section === null ? undefined : groups.get(section)) ?? OUTSIDE;
    const counts = lines.get(title) ?? { ticked: 0, agrees: 0, differs: 0, unsupported: 0 };
    lines.set(title, counts);
    counts[checked.status] += 1;
  }
  return [...lines].map(([title, counts]) => ({ title, counts }));
}

/** How many figures each check ticked, most first. */
export function ticksByCheck({ figures }: CheckResult): (readonly [check: string, figures: number])[] {
  const counts = new Map<string, number>();
  for (const { status, ticks } of figures) {
    if (status !== 'ticked') continue;
    const checks = ticks.filter(({ support, grade }) => support !== 'agreement' && grade !== 'possible');
    for (const check of new Set(checks.map((tick) => tick.check)))
      counts.set(check, (counts.get(check) ?? 0) + 1);
  }
  return [...counts].sort(([a, most], [b, least]) => least - most || (a < b ? -1 : 1));
}

function sectionOf(
  { figure: { where } }: CheckedFigure,
  tables: ReadonlyMap<string, string | null>,
): string | null {
  return 'table' in where ? (tables.get(where.table) ?? null) : where.section;
}

/** The title that each section counts under. An outline is as deep as a report's headings, some six. */
function groupTitles(outline: readonly Section[]): Map<string, string> {
  const titles = new Map<string, string>();
  const visit = (section: Section, inherited: string | null) => {
    const own = section.kind === 'note' ? NOTES : section.kind === 'statement' ? section.title : inherited;
    const title = own ?? section.title;
    titles.set(section.id, title);
    for (const child of section.children) visit(child, title);
  };
  for (const section of outline) visit(section, null);
  return titles;
}
