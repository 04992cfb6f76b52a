import picocolors from 'picocolors';
import { SourceLines } from '../../filing/index.js';
import type { Problem, ProblemSeverity } from '../../risk/index.js';
import { displayWidth, padStart } from '../../value/display-width.js';
import { formatDayLong, parseDay } from '../../value/index.js';
import { VERSION } from '../../version.js';
import { counted, verdict } from '../marks.js';
import { excerptOf } from '../terminal/excerpt.js';
import { printable, wrapAfter } from '../terminal/layout.js';

/** What `risk check` found. Plain data, the JSON form of the command. */
export interface RegisterCheck {
  readonly path: string;
  readonly issuer: string | null;
  readonly asOf: string | null;
  /** The report that figures were held against; null where none was read. */
  readonly report: string | null;
  readonly legend: string | null;
  readonly problems: readonly Problem[];
  readonly figures: readonly {
    readonly path: string;
    readonly figure: string;
    readonly status: 'agrees' | 'differs' | 'gone';
    readonly now: { readonly text: string; readonly line: number; readonly key: string } | null;
  }[];
  /** Null where the register cannot be read. */
  readonly summary: RegisterSummary | null;
}

export interface RegisterSummary {
  readonly risks: number;
  /** Risks by the kind of their model, in the order of the kinds. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly withoutModel: number;
  readonly inputs: number;
  readonly disclosed: number;
  readonly assumed: number;
  /** Values, owners, authors, days that are still to be filled in. */
  readonly open: number;
  /** Risks whose review is due before the day of the check. */
  readonly overdue: readonly { readonly risk: string; readonly review: string }[];
  readonly day: string;
}

export interface RegisterCheckOptions {
  readonly columns: number;
  readonly color: boolean;
  /** The lowest severity of problems that are shown. */
  readonly severity: ProblemSeverity;
  /** The text of the register, for the lines that are shown. */
  readonly text: string;
}

interface Page extends RegisterCheckOptions {
  readonly colors: ReturnType<typeof picocolors.createColors>;
}

const SEVERITIES: readonly ProblemSeverity[] = ['error', 'warning', 'info'];

/** The problems as a compiler prints errors, then what the register holds. */
export function registerCheckText(check: RegisterCheck, options: RegisterCheckOptions): string {
  const page = { ...options, colors: picocolors.createColors(options.color) };
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(options.severity) + 1);
  const lines = new SourceLines(options.text);
  return [
    ...(check.legend === null ? [] : [page.colors.bold(printable(check.legend)), '']),
    ...check.problems
      .filter(({ severity }) => shown.includes(severity))
      .flatMap((problem) => [...problemLines(problem, check.path, lines, page), '']),
    ...summaryLines(check, page),
    '',
  ].join('\n');
}

/** The same as a record. */
export function registerCheckRecord(check: RegisterCheck): object {
  const { problems, ...rest } = check;
  return { tickmark: VERSION, schema: 1, ...rest, problems, ...counts(problems) };
}

function counts(problems: readonly Problem[]): { errors: number; warnings: number } {
  const count = (severity: ProblemSeverity) => problems.filter((each) => each.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}

function problemLines(
  { severity, code, line, column, message }: Problem,
  path: string,
  lines: SourceLines,
  { columns, colors, text }: Page,
): string[] {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const start = (lines.starts[line - 1] ?? 0) + column - 1;
  const gutter = String(lines.starts.length).length;
  const excerpt = excerptOf(text, lines, start, wordEnd(text, start), Math.max(30, columns - gutter - 5));
  const blank = `  ${' '.repeat(gutter)} ${colors.dim('|')} `;
  const carets = paint('^'.repeat(Math.max(1, excerpt.width)));
  return [
    `${colors.bold(code)}  ${paint(colors.bold(severity))}  ${printable(path)}:${line}:${column}`,
    ...wrapAfter(
      '  ',
      `${message.charAt(0).toUpperCase()}${message.slice(1)}.`.replace(/[.?]\.$/, (end) => end.charAt(0)),
      columns,
    ),
    ...(excerpt.text === ''
      ? []
      : [
          `  ${colors.dim(padStart(String(excerpt.line), gutter))} ${colors.dim('|')} ${excerpt.text}`.trimEnd(),
          `${blank}${' '.repeat(excerpt.from)}${carets}`,
        ]),
  ];
}

/** The word or the quoted text that begins at a place. */
function wordEnd(text: string, start: number): number {
  const rest = text.slice(start, start + 200);
  const match = /^(?:"[^"\n]*"|'[^'\n]*'|[^,:}\]\n#]+)/.exec(rest);
  return start + (match?.[0].trimEnd().length ?? 1);
}

function summaryLines(check: RegisterCheck, { columns, colors }: Page): string[] {
  const { summary, problems } = check;
  const { errors, warnings } = counts(problems);
  const closing = colors.bold(`${printable(check.path)}: ${verdict(errors, warnings)}`);
  if (summary === null) return [closing];
  const kinds = Object.entries(summary.kinds).map(([kind, count]) => `${count} ${kind}`);
  if (summary.withoutModel > 0) kinds.push(`${summary.withoutModel} without a model`);
  const rows: readonly (readonly [string, string])[] = [
    ['Risks', `${summary.risks}${kinds.length === 0 ? '' : `: ${kinds.join(', ')}`}`],
    ['Inputs', `${summary.inputs}: ${summary.disclosed} disclosed, ${summary.assumed} assumed`],
    ...(check.report === null ? [] : ([['Figures', figuresText(check)]] as const)),
    ['Reviews', reviewsText(summary)],
    ...(summary.open > 0
      ? ([
          [
            'Open',
            `${counted(summary.open, 'entry').replace('entrys', 'entries')} still to be filled in; --severity info lists them`,
          ],
        ] as const)
      : []),
  ];
  const asOf = check.asOf === null ? '' : `, as of ${formatDayLong(parseDay(check.asOf))}`;
  const width = Math.max(...rows.map(([name]) => displayWidth(name)));
  return [
    `Register of ${printable(check.issuer ?? 'an issuer still to be named')}${asOf}`,
    ...rows.flatMap(([name, value]) => wrapAfter(`  ${name.padEnd(width)}  `, value, columns)),
    closing,
  ];
}

function figuresText({ figures, report }: RegisterCheck): string {
  const count = (status: string) => figures.filter((figure) => figure.status === status).length;
  if (figures.length === 0) return 'none points at the report';
  const parts = [`${count('agrees')} agree`, `${count('differs')} differ`, `${count('gone')} gone`];
  return `${parts.join(', ')}, against ${report}`;
}

function reviewsText({ overdue, day }: RegisterSummary): string {
  if (overdue.length === 0) return `none overdue on ${day}`;
  const named = overdue.slice(0, 6).map(({ risk, review }) => `${risk} (${review})`);
  const more = overdue.length > named.length ? [`and ${overdue.length - named.length} more`] : [];
  return `${overdue.length} overdue on ${day}: ${[...named, ...more].join(', ')}`;
}
