import type { Colors } from 'picocolors/types.js';
import type { CheckedFigure, CheckResult } from '../../checks/check.js';
import { SourceLines } from '../../filing/index.js';
import { printable } from './layout.js';

/** What every part of the terminal report writes with: one file, its lines, the width and the colours. */
export interface Page {
  readonly result: CheckResult;
  readonly lines: SourceLines;
  readonly columns: number;
  readonly colors: Colors;
  readonly figures: ReadonlyMap<string, CheckedFigure>;
}

export function pageOf(result: CheckResult, columns: number, colors: Colors): Page {
  return {
    result,
    lines: new SourceLines(result.filing.source.text),
    columns,
    colors,
    figures: new Map(result.figures.map((checked) => [checked.figure.id, checked])),
  };
}

/** `item-3.txt:14:9`, the form that editors and terminals make a link of. */
export function placeText(page: Page, start: number): string {
  const { line, column } = page.lines.at(start);
  return `${printable(page.result.filing.source.path)}:${line}:${column}`;
}
