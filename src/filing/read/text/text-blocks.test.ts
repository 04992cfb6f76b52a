import { describe, expect, it } from 'vitest';
import { joinBrokenBlocks } from './join-blocks.js';
import { splitLines } from './lines.js';
import { markPageFurniture } from './page-furniture.js';
import { RowKinds } from './row-kinds.js';
import { findTables } from './table-lines.js';
import { readTextBlocks } from './text-blocks.js';

/** Kind and text of each block, the parts of a broken one joined by " / ". */
function blocksOf(source: string): string[] {
  const lines = splitLines(source);
  markPageFurniture(lines);
  const blocks = joinBrokenBlocks(readTextBlocks(lines, findTables(lines, new RowKinds(lines))), source);
  return blocks.map(
    ({ kind, spans }) =>
      `${kind}: ${spans.map(([start, end]) => source.slice(start, end).trim()).join(' / ')}`,
  );
}

describe('readTextBlocks', () => {
  it('parts paragraphs at blank lines and joins wrapped lines', () => {
    expect(blocksOf('One line\nand its rest.\n\n\nAnother.')).toEqual([
      'text: One line\nand its rest.',
      'text: Another.',
    ]);
  });

  it('begins a list item at each marker, with or without blank lines between', () => {
    expect(blocksOf('- first,\n- second\n  goes on\n\n(a) third\n• fourth\n(1) a note')).toEqual([
      'list-item: - first,',
      'list-item: - second\n  goes on',
      'list-item: (a) third',
      'list-item: • fourth',
      'list-item: (1) a note',
    ]);
  });

  it('does not take a letter with a full stop for a list', () => {
    expect(blocksOf('B. Capitalization and Indebtedness.')).toEqual([
      'text: B. Capitalization and Indebtedness.',
    ]);
  });

  it('joins a paragraph over a page break and keeps the page number apart', () => {
    const broken =
      'Competition for people who know how to splice deep-sea cable is\n\n- 12 -\n\f\nkeen, and we may lose some.';
    expect(blocksOf(broken)).toEqual([
      'text: Competition for people who know how to splice deep-sea cable is / keen, and we may lose some.',
      'page-number: - 12 -',
    ]);
  });

  it('does not join a heading with what follows, nor a finished sentence', () => {
    expect(blocksOf('Exchange Rates\n\nfluctuate.')).toHaveLength(2);
    expect(blocksOf('We sell cable in eleven countries, most of them in Asia.\n\nand so on.')).toHaveLength(
      2,
    );
  });

  it('finds tables by tabs, with trailing and missing cells', () => {
    expect(blocksOf('Rates:\n\tHigh\tLow\n2005\t114.30\t102.26\n\n2006\t120.93\nThen words.')).toEqual([
      'text: Rates:',
      'table: High\tLow\n2005\t114.30\t102.26\n\n2006\t120.93',
      'text: Then words.',
    ]);
  });

  it('keeps a table whole where an editor took the tabs off its group rows', () => {
    const table =
      'Fiscal year ended June 30,\n\tHigh\tLow(1)\n2005\t114.30\t102.26\nCalendar year 2006\nJune\t1\t2';
    expect(blocksOf(`Exchange Rates\n\nIn yen per $1.00:\n${table}\nWords that follow it.`)).toEqual([
      'text: Exchange Rates',
      'text: In yen per $1.00:',
      `table: ${table}`,
      'text: Words that follow it.',
    ]);
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it.each(['\tHigh (1)\tLow\n', '12\n\n', 'a\n\n', 'and so on, and\n\n', '2005\tabc def\tx\n', '- a\n'])(
    'comes to an end on %j, repeated',
    (line) => {
      expect(blocksOf(line.repeat(50_000)).length).toBeGreaterThan(0);
    },
  );

  it('does not take an indented paragraph or a note behind a tab for a table', () => {
    expect(blocksOf('\tWe sell cable.\n\tWe sold 12 in 2005.')).toHaveLength(1);
    expect(
      blocksOf('(1)\tThe mean of 12 rates.\n(2)\tAs of July 7, 2006.').every((b) => b.startsWith('list')),
    ).toBe(true);
  });

  it('finds tables by columns of spaces, and takes no prose with double spaces for one', () => {
    const table =
      '                 2004      2005\nSales.......    1,200     1,300\nCost              800       (90)';
    expect(blocksOf(`Sales grew.  Costs fell.\n\n${table}\n\nIn 2005.  We sold 12.  Then 13.`)).toEqual([
      'text: Sales grew.  Costs fell.',
      `table: ${table.trim()}`,
      'text: In 2005.  We sold 12.  Then 13.',
    ]);
  });
});
