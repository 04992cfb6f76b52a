import type { CheckedFigure, CheckResult, Finding } from '../../checks/check.js';
import type { Figure, Section } from '../../filing/index.js';
import { SourceLines } from '../../filing/index.js';

/** One file of the report, with what its parts look up. */
export interface Sheet {
  readonly result: CheckResult;
  /** Prefix of every id: `r1-` for the first file. */
  readonly prefix: string;
  readonly lines: SourceLines;
  readonly figures: ReadonlyMap<string, CheckedFigure>;
  /** Findings that stand on a figure, by its id. */
  readonly onFigure: ReadonlyMap<string, readonly Finding[]>;
  /** Findings that stand on a run of text without a figure of their own, in order. */
  readonly onText: readonly Finding[];
  /** Id of the mark in the document that a finding points at, by the finding's id. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Reasons why a check could not decide, by figure. */
  readonly undecided: ReadonlyMap<string, readonly string[]>;
  /** Numbers of the entries of the evidence, by the id of their figure or finding. */
  readonly entries: ReadonlyMap<string, number>;
}

export function sheetOf(result: CheckResult, number: number): Sheet {
  const figures = new Map(result.figures.map((checked) => [checked.figure.id, checked]));
  const prefix = `r${number}-`;
  const { onFigure, anchors } = findingsByFigure(result, figures);
  const onText = result.findings
    .filter(({ id }) => anchors.get(id) === id)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const undecided = new Map<string, string[]>();
  for (const { figure, check, reason } of result.undecided) {
    append(undecided, figure, `${check}: ${reason}`);
  }
  return {
    result,
    prefix,
    lines: new SourceLines(result.filing.source.text),
    figures,
    onFigure,
    onText,
    anchors: new Map([...anchors].map(([finding, id]) => [finding, prefix + id])),
    undecided,
    entries: numberedEntries(result, onFigure, onText, undecided),
  };
}

/** A finding stands on every figure it suspects and on the figure at its place; on the text where none is there. */
function findingsByFigure(
  result: CheckResult,
  figures: ReadonlyMap<string, CheckedFigure>,
): { onFigure: Map<string, Finding[]>; anchors: Map<string, string> } {
  const byPlace = new Map(result.figures.map(({ figure }) => [`${figure.start}-${figure.end}`, figure.id]));
  const onFigure = new Map<string, Finding[]>();
  const anchors = new Map<string, string>();
  for (const finding of result.findings) {
    const at =
      byPlace.get(`${finding.start}-${finding.end}`) ??
      finding.suspects.find((id) => isWithin(figures.get(id)?.figure, finding));
    for (const id of new Set(at === undefined ? finding.suspects : [at, ...finding.suspects])) {
      append(onFigure, id, finding);
    }
    anchors.set(finding.id, at ?? finding.id);
  }
  return { onFigure, anchors };
}

function isWithin(inner: Figure | undefined, outer: Finding): boolean {
  return inner !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** What has evidence to show, numbered in the order of the document. */
function numberedEntries(
  result: CheckResult,
  onFigure: ReadonlyMap<string, readonly Finding[]>,
  onText: readonly Finding[],
  undecided: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const places = result.figures
    .filter(({ figure, ticks }) => ticks.length > 0 || onFigure.has(figure.id) || undecided.has(figure.id))
    .map(({ figure }) => ({ id: figure.id, start: figure.start }));
  const all = [...places, ...onText.map(({ id, start }) => ({ id, start }))].sort(
    (a, b) => a.start - b.start,
  );
  return new Map(all.map(({ id }, index) => [id, index + 1]));
}

/** Whether a figure is marked in the document: labels are not, unless a finding stands on them. */
export function isMarked(sheet: Sheet, { figure, status }: CheckedFigure): boolean {
  return status !== 'label' || sheet.onFigure.has(figure.id);
}

/** "line 14, column 9"; of mark-up, whose lines nobody sees, the title of the section. */
export function placeText({ result: { filing }, lines }: Sheet, offset: number): string {
  if (filing.format === 'html') return sectionTitle(filing.outline, offset) ?? 'before the first section';
  const { line, column } = lines.at(offset);
  return `line ${line}, column ${column}`;
}

/** Title of the innermost section that holds a place. */
function sectionTitle(outline: readonly Section[], offset: number): string | null {
  let title: string | null = null;
  let sections = outline;
  for (;;) {
    const holder = sections.find(({ start, end }) => start <= offset && offset < end);
    if (holder === undefined) return title;
    title = holder.title;
    sections = holder.children;
  }
}
