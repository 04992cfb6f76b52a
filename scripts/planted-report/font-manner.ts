import { escaped, valueParts } from './html.js';
import type { Part, ReportRow, ReportTable } from './report.js';

/** A page as makers of the 2000s printed it: capitals, FONT and P, signs and brackets in cells of their own, lines as rows. */
export function fontManner(parts: readonly Part[]): string {
  return [
    '<HTML><HEAD><TITLE>Annual report</TITLE></HEAD>',
    '<BODY BGCOLOR="WHITE">',
    ...parts.map(partHtml),
    '</BODY></HTML>',
    '',
  ].join('\r\n');
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case 'item':
    case 'sub-item':
      return `<P STYLE="margin-top:12px;margin-bottom:0px"><FONT FACE="Times New Roman" SIZE="2"><B>${escaped(part.title)}</B></FONT></P>`;
    case 'heading':
      return `<P STYLE="margin-top:6px;margin-bottom:0px"><FONT FACE="Times New Roman" SIZE="2"><B><I>${escaped(part.title)}</I></B></FONT></P>`;
    case 'centered':
      return part.lines
        .map(
          (line) =>
            `<P ALIGN="center"><FONT FACE="Times New Roman" SIZE="2"><B>${escaped(line)}</B></FONT></P>`,
        )
        .join('\r\n');
    case 'paragraph':
      return `<P STYLE="margin-top:6px;margin-bottom:0px;text-indent:4%"><FONT FACE="Times New Roman" SIZE="2">${escaped(part.text)}</FONT></P>`;
    case 'table':
      return tableHtml(part);
  }
}

function tableHtml({ headings, rows }: ReportTable): string {
  const count = (headings.at(-1) ?? []).length;
  return [
    '<TABLE CELLSPACING="0" CELLPADDING="0" WIDTH="100%" BORDER="0" ALIGN="center">',
    ...headings.map(headingRow),
    ...rows.flatMap((row) =>
      row.kind === 'total' ? [ruleRow(count), rowHtml(row, count)] : [rowHtml(row, count)],
    ),
    '</TABLE>',
  ].join('\r\n');
}

function headingRow(cells: ReportTable['headings'][number]): string {
  const inner = cells.map(
    ({ text, over }) =>
      `<TD VALIGN="bottom"><FONT SIZE="1">&nbsp;</FONT></TD><TD VALIGN="bottom" COLSPAN="${4 * over - 1}" ALIGN="center" STYLE="border-bottom:1px solid #000000"><FONT FACE="Times New Roman" SIZE="1"><B>${escaped(text)}</B></FONT></TD>`,
  );
  return `<TR><TD VALIGN="bottom"><FONT SIZE="1">&nbsp;</FONT></TD>${inner.join('')}</TR>`;
}

function rowHtml({ label, values, level, kind }: ReportRow, count: number): string {
  const text = kind === 'group' ? `<B>${escaped(label)}</B>` : escaped(label);
  const head = `<TD VALIGN="top"><P STYLE="margin-left:${level + 1}.00em; text-indent:-1.00em"><FONT FACE="Times New Roman" SIZE="2">${text}</FONT></P></TD>`;
  const cells = Array.from({ length: count }, (_, at) => valueHtml(values[at] ?? ''));
  return `<TR BGCOLOR="#cceeff">${head}${cells.join('')}</TR>`;
}

function valueHtml(value: string): string {
  const { sign, body, tail } = valueParts(value);
  const cell = (align: string, text: string) =>
    `<TD VALIGN="bottom" ALIGN="${align}" NOWRAP><FONT FACE="Times New Roman" SIZE="2">${text === '' ? '&nbsp;' : escaped(text)}</FONT></TD>`;
  return `<TD VALIGN="bottom"><FONT SIZE="1">&nbsp;</FONT></TD>${cell('left', sign)}${cell('right', body)}${cell('left', tail)}`;
}

/** The line above a total: a row of its own. */
function ruleRow(count: number): string {
  const rule = '<TD VALIGN="bottom"><P STYLE="border-top:1px solid #000000">&nbsp;</P></TD>';
  const cells = `<TD VALIGN="bottom"><FONT SIZE="1">&nbsp;</FONT></TD>${rule}${rule}<TD>&nbsp;</TD>`;
  return `<TR><TD>&nbsp;</TD>${cells.repeat(count)}</TR>`;
}
