import { resolve } from 'node:path';
import type { CheckResult, CheckSummary, Finding, Severity } from '../checks/check.js';
import { SourceLines } from '../filing/index.js';
import type { FileFailure } from './file-failure.js';
import { counted, findingSentences, totalsText } from './marks.js';
import { leadsOutside, relativePath } from './relative-path.js';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** An annotation is read in the margin of a page; the JSON report has all lines of the work. */
const MOST_EVIDENCE = 6;

export interface GithubOptions {
  /** The folder that the paths of the files start at; absolute. */
  readonly folder: string;
  /** The checkout, GITHUB_WORKSPACE; annotations name files below it as seen from there. */
  readonly workspace?: string | undefined;
}

/**
 * What `tickmark check --format github` writes for a file: a workflow command of GitHub Actions for each finding,
 * which becomes an annotation of the line. The place stands in the text too, since the log hides the parameters.
 */
export function githubAnnotations(result: CheckResult, options: GithubOptions): string {
  const path = annotatedPath(result.filing.source.path, options);
  const lines = new SourceLines(result.filing.source.text);
  return result.findings.map((finding) => annotation(finding, path, lines)).join('');
}

/** The same for a file that could not be read. */
export function githubFailure({ path, message }: FileFailure, options: GithubOptions): string {
  const file = annotatedPath(path, options);
  return command('error', { ...(file === null ? {} : { file }), title: 'file not read' }, message);
}

/** The last line, for the log: how many files, findings and ticked amounts. */
export function githubSummary(summaries: readonly CheckSummary[], failures: number): string {
  return `${totalsText(summaries, failures)}\n`;
}

function annotation(finding: Finding, path: string | null, lines: SourceLines): string {
  const [from, to] = [lines.at(finding.start), lines.at(finding.end)];
  const parameters = {
    ...(path === null ? {} : { file: path }),
    line: String(from.line),
    endLine: String(to.line),
    // GitHub refuses columns of a range over lines.
    ...(from.line === to.line ? { col: String(from.column), endColumn: String(to.column) } : {}),
    title: finding.check,
  };
  const place = `${path ?? 'standard input'}:${from.line}:${from.column}`;
  return command(COMMANDS[finding.severity], parameters, `${place} ${textOf(finding)}`);
}

function textOf(finding: Finding): string {
  const work = finding.evidence.slice(0, MOST_EVIDENCE).map((line) => `- ${line}`);
  const left = finding.evidence.length - work.length;
  const more = left === 0 ? [] : [`- and ${counted(left, 'more line')}`];
  return [findingSentences(finding).join(' '), ...work, ...more].join('\n');
}

/** As GitHub knows the file: below the checkout where it is, else as seen from the folder. Null for standard input. */
function annotatedPath(path: string, { folder, workspace }: GithubOptions): string | null {
  if (path === '-') return null;
  const there = workspace ? relativePath(workspace, resolve(folder, path)) : '..';
  return leadsOutside(there) ? relativePath(folder, path) : there;
}

/** `::error file=a.txt,line=1::text`; https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function command(name: string, parameters: Readonly<Record<string, string>>, text: string): string {
  const list = Object.entries(parameters).map(([key, value]) => `${key}=${escapedParameter(value)}`);
  return `::${name} ${list.join(',')}::${escaped(text)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedParameter(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
