import { escaped, valueParts } from './html.js';
import type { Part, ReportRow, ReportTable } from './report.js';

/** Columns of mark-up that a column of the table takes: sign, digits, bracket; and one between two columns. */
const CELL = 3;

/** A page as makers of the 2020s print it: styles in line, every table a grid of narrow columns under colspans. */
export function gridManner(parts: readonly Part[]): string {
  return [
    '<!DOCTYPE html>',
    '<html><head><meta charset="utf-8"><title>Annual report</title></head><body>',
    ...parts.map(partHtml),
    '</body></html>',
    '',
  ].join('\n');
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'item':
      return div('margin-top:12pt', `<span style="${font('700')}">${escaped(part.title)}</span>`);
    case 'sub-item':
      return div('margin-top:9pt', `<span style="${font('700')}">${escaped(part.title)}</span>`);
    case 'heading':
      return div(
        'margin-top:9pt',
        `<span style="${font('400')};font-style:italic">${escaped(part.title)}</span>`,
      );
    case 'centered':
      return part.lines
        .map((line) => div('text-align:center', `<span style="${font('700')}">${escaped(line)}</span>`))
        .join('\n');
    case 'paragraph':
      return div(
        'margin-top:6pt;text-align:justify',
        `<span style="${font('400')}">${escaped(part.text)}</span>`,
      );
    case 'table':
      return tableHtml(part);
  }
}

function tableHtml({ headings, rows }: ReportTable): string {
  const count = (headings.at(-1) ?? []).length;
  const narrow = `<tr>${'<td style="width:1.0%"></td>'.repeat(CELL * (1 + 2 * count))}</tr>`;
  return [
    '<div><table style="border-collapse:collapse;display:inline-table;width:100%">',
    narrow,
    ...headings.map(headingRow),
    ...rows.map((row, index) => rowHtml(row, count, index)),
    '</table></div>',
  ].join('\n');
}

function headingRow(cells: ReportTable['headings'][number]): string {
  const inner = cells.map(({ text, over }) => {
    const span = CELL * (2 * over - 1);
    return `${td(CELL, '', '')}${td(span, 'border-bottom:0.5pt solid #000;text-align:center', bold(text))}`;
  });
  return `<tr>${td(CELL, '', '')}${inner.join('')}</tr>`;
}

function rowHtml({ label, values, level, kind }: ReportRow, count: number, index: number): string {
  const shade = index % 2 === 0 ? 'background-color:#cceeff;' : '';
  const indent = level === 0 ? '' : `;padding-left:${level * 9}pt`;
  const text = `<span style="${font(kind === 'group' ? '700' : '400')}">${escaped(label)}</span>`;
  const cells = Array.from({ length: count }, (_, at) =>
    valueHtml(values[at] ?? '', shade, kind === 'total'),
  );
  return `<tr>${td(CELL, `${shade}text-align:left${indent}`, text)}${cells.join('')}</tr>`;
}

function valueHtml(value: string, shade: string, isTotal: boolean): string {
  const gap = td(CELL, shade, '');
  if (value === '') return gap + td(CELL, shade, '');
  const { sign, body, tail } = valueParts(value);
  const style = `${shade}${isTotal ? 'border-top:0.5pt solid #000;' : ''}text-align:right`;
  const digits = `<span style="${font('400')}">${escaped(body)}</span>`;
  const end = td(1, style, tail === '' ? '' : `<span style="${font('400')}">${escaped(tail)}</span>`);
  if (sign === '') return gap + td(2, style, digits) + end;
  return (
    gap + td(1, style, `<span style="${font('400')}">${escaped(sign)}</span>`) + td(1, style, digits) + end
  );
}

function td(span: number, style: string, inner: string): string {
  return `<td${span > 1 ? ` colspan="${span}"` : ''}${style === '' ? '' : ` style="${style}"`}>${inner}</td>`;
}

const bold = (text: string) => `<span style="${font('700')}">${escaped(text)}</span>`;
const font = (weight: string) =>
  `color:#000;font-family:'Times New Roman',serif;font-size:10pt;font-weight:${weight}`;
const div = (style: string, inner: string) => `<div style="${style}">${inner}</div>`;
