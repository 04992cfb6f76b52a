import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { HOSTILE, smallRiskRun } from '../../../test/small-risk-run.js';
import { displayWidth } from '../../value/display-width.js';
import { explainReport } from './explain-report.js';
import { riskResultsSchema } from './results-schema.js';
import { riskReport } from './risk-report.js';
import { scenarioReport } from './scenario-report.js';

const OPTIONS = { columns: 100, color: false };
const FIXTURES = '../../../test/fixtures/risk-report';
const run = smallRiskRun();

describe('the report on a run', () => {
  it('for a terminal is as recorded', async () => {
    await expect(riskReport(run, 'terminal', OPTIONS)).toMatchFileSnapshot(`${FIXTURES}/terminal.txt`);
  });

  it('for a narrow terminal keeps to its width but for words that are longer, without escape sequences', () => {
    const lines = riskReport(run, 'terminal', { columns: 60, color: false }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > 60 && line.includes('  '))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(lines.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  it('as Markdown is as recorded', async () => {
    await expect(riskReport(run, 'markdown', OPTIONS)).toMatchFileSnapshot(`${FIXTURES}/report.md`);
  });

  it('as Markdown has as many cells in each line of a table as in its head', () => {
    let cells = 0;
    for (const line of riskReport(run, 'markdown', OPTIONS).split('\n')) {
      if (!line.startsWith('|')) cells = 0;
      else {
        const here = line.replaceAll('\\|', '').split('|').length;
        if (cells > 0) expect(here, line).toBe(cells);
        cells = here;
      }
    }
  });

  it('as JSON keeps its contract, which is published', () => {
    const schema = riskResultsSchema();
    const isValid = new Ajv2020({ strict: false }).compile(schema);
    const value = JSON.parse(riskReport(run, 'json', OPTIONS));
    expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
    expect(value).toMatchObject({
      kind: 'risk-results',
      legend: 'Privileged & confidential',
      register: { asOf: '2026-03-31' },
    });
    expect(value.risks[0].momentsBelow).toBeNull();
    expect(isValid({ ...value, threads: 2 })).toBe(false);
    const published = JSON.parse(
      readFileSync(new URL('../../../schema/risk-results.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(schema);
  });

  it('is the same for the same run', () => {
    for (const format of ['terminal', 'json', 'markdown', 'html'] as const) {
      expect(riskReport(smallRiskRun(), format, OPTIONS)).toBe(riskReport(run, format, OPTIONS));
    }
  });

  it('explains a risk and a measure, and lists what there is', () => {
    expect(explainReport(run, 'prices', 'terminal', OPTIONS)).toContain('disclosed: 30.0%, report.txt:12');
    expect(explainReport(run, 'operating-income', 'markdown', OPTIONS)).toContain(
      '| Total | 2,920 ± 15 | 100% |',
    );
    expect(JSON.parse(explainReport(run, 'prices', 'json', OPTIONS)).risk.risk).toBe('prices');
    expect(() => explainReport(run, 'price', 'terminal', OPTIONS)).toThrow(
      /prices, lawsuit, swap, operating-income/,
    );
  });

  it('says what a control is worth', () => {
    expect(scenarioReport(run, 'terminal', OPTIONS)).toContain(
      'Having it is worth −180.0 ± 1.0 (JPY million)',
    );
    expect(scenarioReport(run, 'markdown', OPTIONS)).toContain('| Operating income | 30.0 ± 1.0 | −90 ± 5 |');
  });
});

describe('the page', () => {
  const page = riskReport(run, 'html', OPTIONS);

  it('is well formed: every element is closed, every id is one, every reference leads somewhere', () => {
    const [open, ids, references]: [string[], string[], string[]] = [[], [], []];
    const VOID = new Set(['meta', 'link', 'br', 'col', 'img', 'input']);
    const wrong: string[] = [];
    const parser = new Parser(
      {
        onopentag(name, attributes) {
          if (!VOID.has(name)) open.push(name);
          if (attributes['id'] !== undefined) ids.push(attributes['id']);
          references.push(...(attributes['aria-labelledby']?.split(' ') ?? []));
          if (attributes['href']?.startsWith('#') === true) references.push(attributes['href'].slice(1));
        },
        onclosetag(name, isImplied) {
          if (VOID.has(name)) return;
          if (open.pop() !== name) wrong.push(name);
          if (isImplied && !/^(?:path|rect|circle)$/.test(name)) wrong.push(`implied ${name}`);
        },
      },
      { recognizeSelfClosing: true },
    );
    parser.end(page);
    expect(wrong).toEqual([]);
    expect(open).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('shows hostile names as text, runs nothing and fetches nothing', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot;');
    expect(page).not.toContain(HOSTILE.slice(0, 20));
    expect(page).not.toMatch(/<script|<img|<iframe|\son\w+=|src=|url\(|style="/i);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  it('has the legend on top and the plots that a reader looks for, each with words for those who do not see it', () => {
    expect(page.indexOf('Privileged &amp; confidential')).toBeLessThan(page.indexOf('<h1>'));
    for (const id of [
      'hist-operating-income',
      'exceed-operating-income',
      'parts-operating-income',
      'tornado-operating-income',
      'inputs',
    ]) {
      expect(page).toContain(`aria-labelledby="${id}-t ${id}-d"`);
    }
    expect(page).toContain('class="heat"');
  });

  it('has no number in a drawing that is none', () => {
    for (const svg of page.match(/<svg[\s\S]*?<\/svg>/g) ?? [])
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('stands with measures that nothing can be drawn of', () => {
    const [first] = run.measures;
    if (first === undefined) throw new Error('no measure');
    const none = {
      value: null,
      standardError: null,
      low: null,
      high: null,
      why: 'no mean: the law has none',
    };
    const change = {
      ...first.change,
      mean: none,
      exceedance: [],
      histogram: { edges: [0, 0], counts: [5] },
      valueAtRisk: [],
      expectedShortfall: [],
    };
    const bare = riskReport(
      { ...run, measures: [{ ...first, change, contributions: null }], tornadoes: [], inputTornado: null },
      'html',
      OPTIONS,
    );
    expect(bare).toContain('no mean: the law has none');
    expect(bare).not.toContain('NaN');
    const empty = {
      ...run,
      measures: [],
      risks: [],
      comparisons: [],
      inputs: [],
      heatMap: { ...run.heatMap, cells: [] },
    };
    for (const format of ['terminal', 'json', 'markdown', 'html'] as const) {
      expect(riskReport(empty, format, OPTIONS)).not.toContain('NaN');
    }
  });
});
