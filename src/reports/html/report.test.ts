import { describe, expect, it } from 'vitest';
import { checkedText, SMALL_ITEM_3 } from '../../../test/checked-text.js';
import type { CheckResult } from '../../checks/index.js';
import { dayOf } from '../../value/index.js';
import { htmlReport } from './report.js';

const HOSTILE = `Item 3. Key Information

Figures of <script>alert(1)</script> & "others" 'too' are in <b>bold</b>: \u2028 we owe ¥5 billion.

	High & <low>	"Average"
<img src=x onerror=alert(1)>	¥117.48	¥118.00
`;

/** The text of the document as the report shows it: marks are drawn by the style sheet, so that tags are all. */
function shownText(report: string): string {
  const paper =
    /<div class="paper">(.*?)<\/div>\n(?:<section class="appendix"|<\/article>|\n<\/article>)/s.exec(
      report,
    )?.[1] ?? '';
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r', amp: '&' };
  return paper.replace(/<[^>]*>/g, '').replace(/&(\w+|#\d+);/g, (_, name) => entities[name] ?? '?');
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

function sourceText({ filing }: CheckResult): string {
  return filing.blocks.map(({ text }) => text).join('');
}

describe('htmlReport', () => {
  it.each([
    ['a report', SMALL_ITEM_3],
    ['hostile text', HOSTILE],
    ['a line', 'No figure here.\n'],
  ])('shows the text of %s, nothing added, nothing lost', (_, text) => {
    const result = checkedText(text);
    expect(bare(shownText(htmlReport([result])))).toBe(bare(sourceText(result)));
  });

  it('runs no script and opens no tag of a document', () => {
    const report = htmlReport([checkedText(HOSTILE, '"><script>x</script>.txt')]);
    expect(report.match(/<script/g)).toHaveLength(2);
    expect(report).not.toMatch(/<img|<b>bold/);
    expect(report).toContain("default-src 'none'".replaceAll("'", '&#39;'));
  });

  it('marks figures and gives each with work or findings a numbered entry', () => {
    const result = checkedText(SMALL_ITEM_3);
    const report = htmlReport([result], { rates: { name: 'H.10', asOf: dayOf(2026, 5, 15) } });
    const wrong = result.figures.find(({ status }) => status === 'differs')?.figure.id;
    expect(report).toContain(`<a class="fig differs" id="r1-${wrong}" href="#r1-e-${wrong}"`);
    expect(report).toContain(`<li id="r1-e-${wrong}">`);
    expect(report).toMatch(
      /<a class="fig unsupported"[^>]* data-v="412600000000" data-u="JPY"[^>]*>¥412\.6 billion<\/a>/,
    );
    expect(report).toContain('<dd>H.10, as of May 15, 2026</dd>');
    for (const [, target] of report.matchAll(/ href="#([^"]+)"/g)) expect(report).toContain(`id="${target}"`);
  });

  it('lists the figures of a long sum once, with its total', () => {
    const amounts = ['12', '23', '34', '45', '56', '67'];
    const report = htmlReport([
      checkedText(
        [
          'Costs of Harbor Lane Foods, Inc. (in thousands of dollars)',
          '',
          '\tYear ended December 31, 2006\tYear ended December 31, 2005',
          ...amounts.map((amount, index) => `Cost of plant ${'ABCDEF'[index]}\t${amount}1\t${amount}2`),
          'Total costs\t2,376\t2,382',
        ].join('\n'),
      ),
    ]);
    expect(report).toContain('sum of 6 lines: 121 + 231 + 341 + 451 + 561 + 671 = 2,376');
    expect(report.match(/and 5 other figures, listed there/g)).toHaveLength(12);
  });

  it('holds several files apart', () => {
    const report = htmlReport([checkedText(SMALL_ITEM_3, 'a.txt'), checkedText(SMALL_ITEM_3, 'b.txt')]);
    expect(report).toContain('<title>Tickmark report: a.txt, b.txt</title>');
    const ids = [...report.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('r2-file');
  });

  it('gives the same bytes twice', () => {
    expect(htmlReport([checkedText(SMALL_ITEM_3)])).toBe(htmlReport([checkedText(SMALL_ITEM_3)]));
  });
});
