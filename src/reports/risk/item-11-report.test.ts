import { describe, expect, it } from 'vitest';
import { REGISTER } from '../../../test/item-11-register.js';
import { item11 } from '../../risk/index.js';
import { displayWidth } from '../../value/display-width.js';
import { item11Report } from './item-11-report.js';

const SHOW = { currency: 'JPY', size: 1e6, text: 'JPY million' };
const DATA = item11(REGISTER, { asOf: '2008-02-29' });
const as = (format: Parameters<typeof item11Report>[2], columns = 100) =>
  item11Report(DATA, SHOW, format, { columns, color: false });

describe('the tables of Item 11 alone', () => {
  it('as JSON are the data, to stand beside next year’s', () => {
    const value = JSON.parse(as('json'));
    expect(value).toMatchObject({ schema: 1, kind: 'item-11' });
    expect(value.item11).toEqual(JSON.parse(JSON.stringify(DATA)));
  });

  it('as Markdown have as many cells in each row as in its head', () => {
    let cells = 0;
    let tables = 0;
    for (const line of as('markdown').split('\n')) {
      if (!line.startsWith('|')) cells = 0;
      else {
        const here = line.replaceAll('\\|', '').split('|').length;
        if (cells === 0) tables += 1;
        else expect(here, line).toBe(cells);
        cells = here;
      }
    }
    expect(tables).toBeGreaterThan(3);
  });

  it('as HTML are a fragment without style, script or anything of the page', () => {
    const fragment = as('html');
    expect(fragment).toMatch(/^<section>[\s\S]*<\/section>\n$/);
    expect(fragment).not.toMatch(/<style|<script|data-head|href=/);
    expect(fragment.match(/<table/g)?.length).toBe(fragment.match(/<\/table>/g)?.length);
  });

  it('as CSV have plain numbers', () => {
    const csv = as('csv');
    expect(csv).toMatch(/,-\d+/);
    expect(csv).not.toContain('−');
    expect(csv).not.toMatch(/"\d{1,3},\d{3}"/);
  });

  it.each([60, 80, 120])('fit a terminal of %i columns', (columns) => {
    const wide = as('terminal', columns)
      .split('\n')
      .filter((line) => displayWidth(line) > columns);
    expect(wide).toEqual([]);
  });
});
