import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../limits.js';
import type { Layout, RawBlock } from '../layout.js';
import { readTextLayout } from './text-layout.js';

function layoutOf(text: string, start = 0, end = text.length): Layout {
  return readTextLayout({ path: 'draft.txt', text, start, end }, DEFAULT_LIMITS);
}

/** Each row of the first table: its cells as "column:text", "+1" where one stands over two, lines drawn as ^ and _. */
function rowsOf(...lines: string[]): string[] {
  const { text, blocks } = layoutOf(lines.join('\n'));
  const table = blocks.find((block) => block.table !== null)?.table;
  return (table?.rows ?? []).map(({ cells }) =>
    cells
      .map(({ from, to, column, columns, above, below }) => {
        const drawn = '^'.repeat(above) + '_'.repeat(below);
        return `${column}${columns > 1 ? `+${columns - 1}` : ''}${drawn}:${text.slice(from, to).replace(/\s+/g, ' ')}`;
      })
      .join(' | '),
  );
}

/** Kind, look and text of each block that is no table. */
function wordsOf(source: string): string[] {
  const { text, blocks } = layoutOf(source);
  return blocks.filter(({ table }) => table === null).map((block) => wordOf(block, text));
}

function wordOf({ kind, from, to, look }: RawBlock, text: string): string {
  const marks = look.emphasis.map(
    (mark) => `${mark.bold ? 'bold' : 'underlined'}(${text.slice(mark.from, mark.to)})`,
  );
  return `${[kind, look.align === 'center' ? 'centred' : '', ...marks].filter(Boolean).join(' ')}: ${text.slice(from, to)}`;
}

describe('tables of EDGAR text', () => {
  it('reads headings over several columns, totals, and a currency sign in a column of its own', () => {
    expect(
      rowsOf(
        '<TABLE>',
        '<CAPTION>',
        '                                      Year ended March 31,',
        '                                 ------------------------------',
        '(IN MILLIONS)                      2004       2005       2006',
        '-------------                    --------   --------   --------',
        '<S>                              <C>        <C>        <C>',
        'Sales of cable.................  $  1,200   $  1,300   $ (1,400)',
        'Services.......................        --        .57         (5)%',
        '                                 --------   --------   --------',
        '  Total........................  $  1,200   $  1,301   $ (1,405)',
        '                                 ========   ========   ========',
        '</TABLE>',
      ),
    ).toEqual([
      '1+2_:Year ended March 31,',
      '0:(IN MILLIONS) | 1_:2004 | 2_:2005 | 3_:2006',
      '0:Sales of cable | 1:$ 1,200 | 2:$ 1,300 | 3:$ (1,400)',
      '0:Services | 1_:-- | 2_:.57 | 3_:(5)%',
      '0:Total | 1^__:$ 1,200 | 2^__:$ 1,301 | 3^__:$ (1,405)',
    ]);
  });

  it('reads headings above a group of rows, a line drawn between them', () => {
    expect(
      rowsOf(
        'Selected Financial Data',
        '',
        'The table sets forth selected data (in millions of yen).',
        '',
        '                     Fiscal year ended March 31,',
        '                          2005       2006',
        '-------------------------------------------',
        'Income statement data:',
        '  Net sales            668,337    702,946',
        '  Cost of sales       (467,015)  (489,538)',
      ),
    ).toEqual([
      '1+1:Fiscal year ended March 31,',
      '1_:2005 | 2_:2006',
      '0:Income statement data:',
      '0:Net sales | 1:668,337 | 2:702,946',
      '0:Cost of sales | 1:(467,015) | 2:(489,538)',
    ]);
  });

  it('joins headings that stand above each other', () => {
    expect(
      rowsOf(
        '                    Total',
        '         Interest   income if',
        '          income    performing',
        '         --------   ----------',
        'Loans       17          55',
        'Leases       9          12',
      ),
    ).toEqual([
      '1_:Interest income | 2_:Total income if performing',
      '0:Loans | 1:17 | 2:55',
      '0:Leases | 1:9 | 2:12',
    ]);
  });

  it('joins a label over several lines, before its figures and after them', () => {
    expect(
      rowsOf(
        'Sales:                          2005     2006',
        'Changes, principally',
        '  amounts relating to leases     1.2      3.4',
        'Adjusted Income from Cable and',
        '  Taxes                          5.6      7.8',
        'Minimum pension liability',
        '  (net of tax)                   9.1      9.2',
        'Allowance as a percentage       10.1     10.2',
        '  of net receivables',
        'Cost of sales:',
        '  Cable                         11.1     11.2',
      ),
    ).toEqual([
      '0:Sales: | 1:2005 | 2:2006',
      '0:Changes, principally amounts relating to leases | 1:1.2 | 2:3.4',
      '0:Adjusted Income from Cable and Taxes | 1:5.6 | 2:7.8',
      '0:Minimum pension liability (net of tax) | 1:9.1 | 2:9.2',
      '0:Allowance as a percentage of net receivables | 1:10.1 | 2:10.2',
      '0:Cost of sales:',
      '0:Cable | 1:11.1 | 2:11.2',
    ]);
  });

  it('keeps the dot of initials before leaders', () => {
    expect(
      rowsOf(
        '                        2005      2006',
        'U.S...............    $   17    $   19',
        'Non-U.S. .........        12        14',
        'Other.............         1         2',
      ),
    ).toEqual([
      '1:2005 | 2:2006',
      '0:U.S. | 1:$ 17 | 2:$ 19',
      '0:Non-U.S. | 1:12 | 2:14',
      '0:Other | 1:1 | 2:2',
    ]);
  });

  it('ends on a line of 50,000 numbers, and on as many underlined lines', () => {
    const row = (words: string) => `${words.padEnd(20)}1,234     5`;
    const numbers = ['<TABLE>', '<S>  <C>  <C>', row('Sales'), '1 '.repeat(50_000), row('Tax'), '</TABLE>'];
    expect(layoutOf(numbers.join('\n')).blocks).toHaveLength(1);
    expect(layoutOf('some words\n----\n'.repeat(50_000)).blocks).toHaveLength(1);
  });

  it('counts values off where they do not stand above each other', () => {
    expect(
      rowsOf(
        '                  High     Low',
        'January...... 120.93   104.41',
        'February........... 118.95   115.82',
        'March........................ 119.07   115.89',
      ),
    ).toEqual([
      '1:High | 2:Low',
      '0:January | 1:120.93 | 2:104.41',
      '0:February | 1:118.95 | 2:115.82',
      '0:March | 1:119.07 | 2:115.89',
    ]);
  });

  it('reads columns of words beside those of values, and words that run over lines', () => {
    expect(
      rowsOf(
        '<TABLE>',
        'Name              Position                   Age',
        '----              --------                   ---',
        '<S>               <C>                        <C>',
        'Aiko Mori         President and Chief         61',
        '                  Executive Officer',
        'Ben Lane          Treasurer                   48',
        'Cora Diaz         Secretary                   52',
        '</TABLE>',
      ),
    ).toEqual([
      '0:Name | 1_:Position | 2_:Age',
      '0:Aiko Mori | 1:President and Chief Executive Officer | 2:61',
      '0:Ben Lane | 1:Treasurer | 2:48',
      '0:Cora Diaz | 1:Secretary | 2:52',
    ]);
  });

  it('takes a note mark for part of the label, and a bracketed figure in a column for a figure', () => {
    expect(
      rowsOf(
        'Net income  (1)        940      (8,628)',
        'Wholesale               (4)          15',
        'Retail  (a)            213         298',
      ),
    ).toEqual([
      '0:Net income (1) | 1:940 | 2:(8,628)',
      '0:Wholesale | 1:(4) | 2:15',
      '0:Retail (a) | 1:213 | 2:298',
    ]);
  });

  it('keeps titles above a table and notes below it outside', () => {
    const source = [
      '<TABLE>',
      '<CAPTION>',
      'HARBOR LANE FOODS, INC.',
      'CONSOLIDATED BALANCE SHEET',
      '',
      '                  2005      2006',
      '<S>               <C>       <C>',
      'Cash               120       130',
      'Stock               80        90',
      '-----------',
      '*  Restated for the merger.',
      '</TABLE>',
    ].join('\n');
    expect(wordsOf(source)).toEqual([
      'text bold(HARBOR LANE FOODS, INC.\nCONSOLIDATED BALANCE SHEET): HARBOR LANE FOODS, INC.\nCONSOLIDATED BALANCE SHEET',
      'text: -----------',
      'list-item: *  Restated for the merger.',
    ]);
  });

  it('takes no justified prose for a table', () => {
    const prose = [
      'Sales  of cable  rose  in  2005  and  again in the  year  that  ended on March 31,  2006',
      'by  37.4%,  and  those  of  services  by  12%  in  2005,  to  an  amount of  ¥29,813',
    ];
    expect(rowsOf(...prose)).toEqual([]);
  });
});

describe('text around tables', () => {
  it('marks what is underlined and leaves the drawn line out, within a paragraph too', () => {
    expect(wordsOf('Rope and wire\n-------------\n\nOur plants. We have\n----------\ntwo of them.')).toEqual([
      'text underlined(Rope and wire): Rope and wire',
      'text underlined(Our plants.): Our plants. We have\ntwo of them.',
    ]);
  });

  it('parts paragraphs that only an indent parts, and a heading in capitals from what follows', () => {
    expect(
      wordsOf('We make cable.\n   We make rope, too,\nand wire.\n\nRISK FACTORS\nCopper may rise.'),
    ).toEqual([
      'text: We make cable.',
      'text: We make rope, too,\nand wire.',
      'text bold(RISK FACTORS): RISK FACTORS',
      'text: Copper may rise.',
    ]);
  });

  it('tells centred lines', () => {
    const prose = 'We make cable, rope and wire in two plants, and sell them in eleven countries.';
    const title = `${' '.repeat(34)}PART II`;
    expect(wordsOf(`${prose}\n\n${title}\n\n${prose}`)[1]).toBe('text centred bold(PART II): PART II');
  });

  it('tells page numbers, running headers and headings that go on', () => {
    const page = (number: number) =>
      `Words of page ${number}.\n\n  ${number}\n<PAGE>\nKitano Denki Co., Ltd.\n\nItem 3. Key Information (Continued)\n\n`;
    expect(wordsOf([1, 2, 3].map(page).join('')).slice(0, 4)).toEqual([
      'text: Words of page 1.',
      'page-number: 1',
      'running-header: Kitano Denki Co., Ltd.',
      'running-header: Item 3. Key Information (Continued)',
    ]);
  });

  it('reads a part of the source, places counted from its beginning', () => {
    const source = '<DOCUMENT>\nWords.\n</DOCUMENT>';
    const { text, map, blocks } = layoutOf(source, 11, 17);
    expect(blocks.map(({ from, to }) => text.slice(from, to))).toEqual(['Words.']);
    expect(map.spansOf(0, 6)).toEqual([[11, 17]]);
  });
});

describe('any text', () => {
  it('keeps the law of places', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\n\n',
        '  ',
        '     ',
        '....',
        '---',
        '====',
        '1,234',
        '(5)',
        '$',
        '%',
        '2005',
        '\t',
        '\f',
        '<TABLE>\n',
        '</TABLE>\n',
        '<S>  <C>  <C>\n',
        '<PAGE>\n',
        'Sales',
        'and so on',
        '(1)',
        '\u00a0',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const { text, map, blocks } = layoutOf(source);
        for (const { from, to, table } of blocks) {
          for (const range of [{ from, to }, ...(table?.rows.flatMap(({ cells }) => cells) ?? [])]) {
            expect(range.from).toBeLessThan(range.to);
            const shown = map
              .spansOf(range.from, range.to)
              .map(([start, end]) => source.slice(start, end))
              .join('');
            expect(shown.replace(/\s/g, '')).toBe(text.slice(range.from, range.to).replace(/\s/g, ''));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it.each([
    ['a\n', 100_000],
    ['a label without figures and\n', 20_000],
    ['<TABLE>\n<S> <C>\na  1\n</TABLE>\n', 10_000],
    ['<TABLE>\r<S> <C>\ra  1\r</TABLE>\r', 10_000],
    ['<PAGE>\nhead\n', 20_000],
    [`${'1  '.repeat(200)}\n`, 300],
    [`${'-- '.repeat(200)}\n`, 5000],
    [`x  ${'1  '.repeat(200)}\n${'-- '.repeat(60)}\n`, 300],
    [' ', 1_000_000],
    ['. ', 1_000_000],
    ['(', 1_000_000],
    ['\t', 1_000_000],
  ])('comes to an end on %j, %i times', (piece, count) => {
    expect(layoutOf(piece.repeat(count)).blocks.length).toBeGreaterThanOrEqual(0);
  });
});
