import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { formatPeriod } from '../value/index.js';
import type { Filing, Place, Section } from './filing.js';
import { readFiling } from './read-filing.js';

const FIXTURES = new URL('../../test/fixtures/filing/', import.meta.url);
const REAL = new URL('../../../shared/filings/20-f-iij-2006-item-3.txt', import.meta.url);

describe('readFiling', () => {
  for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith('.txt'))) {
    it(`reads ${name} as its golden tree says (UPDATE_GOLDENS=1 rewrites it)`, () => {
      const filing = readFiling(readFileSync(new URL(name, FIXTURES)), { path: name });
      const tree = stringify(treeOf(filing), { lineWidth: 110 });
      const golden = new URL(name.replace(/\.txt$/, '.yaml'), FIXTURES);
      if (process.env.UPDATE_GOLDENS === '1') writeFileSync(golden, tree);
      expect(tree).toBe(readFileSync(golden, 'utf8'));
    });

    it(`keeps the law of places in ${name}`, () => {
      expectExactPlaces(readFiling(readFileSync(new URL(name, FIXTURES))));
    });
  }

  it('keeps the law of places, whatever it is given', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '',
        'Item 3. Key Information',
        '2005\t1.00\t2.00',
        '\tHigh\tLow',
        'Sales......  1,234   5,678',
        '- a point, and',
        'The rate on May 1, 2006 was ¥113.98 per \\$1.00,',
        '12',
        '\f',
        'goes on in lower case.',
      ),
    );
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (lines) => {
        const source = lines.flat().join('');
        fc.pre(source.trim() !== '' && !source.includes('\u0000') && !/<html/i.test(source));
        expectExactPlaces(readFiling(source));
      }),
      { numRuns: 300 },
    );
  });

  it('gives every figure a key of its own that survives edits elsewhere', () => {
    const text = readFileSync(new URL('tabs-crlf.txt', FIXTURES), 'utf8');
    const keys = readFiling(text).figures.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(readFiling(`A line about nothing.\r\n\r\n${text}`).figures.map(({ key }) => key)).toEqual(keys);
  });

  it('refuses a text of more parts or figures than the limit, and names the remedy', () => {
    const limits = { maxParts: 100 };
    const message = /^draft\.txt falls into more than 100 .* raise the limit with --max-parts/;
    for (const text of ['A.\n\n'.repeat(101), '\t1\t2\n'.repeat(60), '$1 '.repeat(101)]) {
      expect(() => readFiling(text, { path: 'draft.txt', limits })).toThrow(message);
    }
    expect(readFiling('$1 '.repeat(100), { limits }).figures).toHaveLength(100);
  });

  it('is plain data: a structured clone is equal', () => {
    const filing = readFiling(readFileSync(new URL('tabs-crlf.txt', FIXTURES)));
    expect(structuredClone(filing)).toEqual(filing);
  });

  it.skipIf(!existsSync(REAL))('reads a real Item 3 whole (needs ../shared/filings)', () => {
    const filing = readFiling(readFileSync(REAL));
    expectExactPlaces(filing);
    const sections = filing.outline.flatMap((item) =>
      item.children.map(({ id, answer }) => `${id} ${answer}`),
    );
    expect(sections).toEqual([
      'exchange-rates content',
      'item-3-b omitted',
      'item-3-c not-applicable',
      'item-3-d content',
    ]);
    expect(filing.riskFactors).toHaveLength(14);
    expect(filing.tables[0]).toMatchObject({ unit: 'JPY/USD', notes: [{ mark: '1' }] });
    const inTable = filing.figures.filter(({ where, role }) => 'table' in where && role === 'amount');
    expect(inTable).toHaveLength(48);
    expect(inTable.every(({ unit, period }) => unit === 'JPY/USD' && period !== null)).toBe(true);
    // Three paragraphs of the source are broken over pages; each is read as one block of two spans.
    expect(filing.blocks.filter(({ kind, spans }) => kind !== 'table' && spans.length > 1)).toHaveLength(3);
  });
});

function expectExactPlaces(filing: Filing): void {
  const { text } = filing.source;
  const cells = filing.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const tables = filing.blocks.filter(({ kind }) => kind === 'table');
  // The text of a table parts its cells and rows with white space that stands nowhere.
  for (const table of tables) expect(withoutSpace(table.text)).toBe(withoutSpace(joined(table, text)));
  const blocks = filing.blocks.filter(({ kind }) => kind !== 'table');
  for (const place of [...blocks, ...filing.figures, ...cells]) {
    expect(place.text).toBe(joined(place, text));
    expect(place.start).toBe(place.spans[0]?.[0]);
    expect(place.end).toBe(place.spans.at(-1)?.[1]);
  }
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

function joined({ spans }: Place, source: string): string {
  return spans.map(([start, end]) => source.slice(start, end).replaceAll('\u00a0', ' ')).join('');
}

/** What a person would check by eye, in order; everything else is derived from it. */
function treeOf(filing: Filing) {
  return {
    cover: { ...filing.cover, encoding: filing.source.encoding },
    outline: filing.outline.map(sectionTree),
    blocks: filing.blocks.map(
      ({ kind, section, text, spans }) => `${kind} @${section} ${JSON.stringify(spans)} ${text}`,
    ),
    tables: filing.tables.map(({ rows, columns, notes, caption, unit, scale }) => ({
      caption,
      unit,
      scale,
      notes: notes.map(({ mark, text }) => `${mark}: ${text}`),
      columns: columns.map(({ labelPath }) => labelPath.join(' > ')),
      rows: rows.map(
        ({ kind, labelPath, cells }) =>
          `${kind}: ${labelPath.join(' > ')} | ${cells.map((c) => c.text).join(' | ')}`,
      ),
    })),
    figures: filing.figures.map(
      ({ role, text, value, decimals, unit, period, label, start, end }) =>
        `${role} [${start}, ${end}] ${text} = ${value} (${decimals}) ${unit} ${period === null ? '-' : formatPeriod(period)} ${label}`,
    ),
    riskFactors: filing.riskFactors.map(({ group, heading, blocks, figures }) => ({
      group,
      heading,
      blocks: blocks.join(' '),
      figures: figures.join(' '),
    })),
  };
}

function sectionTree({ id, title, answer, printed, start, end, children }: Section): unknown {
  const line = `${id} [${start}, ${end}] ${answer}${printed ? '' : ' (not printed)'}: ${title}`;
  return children.length === 0 ? line : { [line]: children.map(sectionTree) };
}
