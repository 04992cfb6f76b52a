import { describe, expect, it } from 'vitest';
import { checkedText } from '../../test/checked-text.js';
import { readFiling } from '../filing/index.js';
import { terminalReport } from './terminal.js';
import { visibleLine, visibleText } from './visible-line.js';

const PAGE = `<html><body><p>Item 3. Key&nbsp;Information</p><p>R&amp;D of <b>Kitano</b> Denki Co., Ltd. cost <span>&#165;29.7</span>&nbsp;billion on Wednesday, June 21, 2018.</p><table><tr><td>Year</td><td>2017</td><td>2018</td></tr><tr><td>Net income (loss)</td><td>(1,386</td><td>)</td></tr></table></body></html>`;

const filing = readFiling(PAGE);

/** The visible line of the first place of these characters of the source, what is marked in brackets. */
function shown(start: string, end = start): string {
  const from = PAGE.indexOf(start);
  const line = visibleLine(filing, from, PAGE.indexOf(end, from) + end.length);
  if (line === null) return '';
  return `${line.text.slice(0, line.from)}[${line.text.slice(line.from, line.to)}]${line.text.slice(line.to)}`.replace(
    /\s+/g,
    ' ',
  );
}

describe('visibleLine', () => {
  it('is what a person sees of a block', () => {
    expect(shown('&#165;29.7', 'billion')).toBe(
      'R&D of Kitano Denki Co., Ltd. cost [¥29.7 billion] on Wednesday, June 21, 2018.',
    );
    expect(shown('Kitano')).toMatch(/^R&D of \[Kitano\] Denki/);
  });

  it('is the row of a table', () => expect(shown('1,386')).toMatch(/^Net income \(loss\) \(\[1,386\]/));

  it('is nothing where no block stands', () => {
    expect(visibleLine(filing, 0, 5)).toBeNull();
    expect(visibleText(filing, 0, 6)).toBe('<html>');
  });
});

describe('the terminal report of a page', () => {
  it('shows the sentence, not the mark-up, and the place in the source', () => {
    const text = terminalReport([checkedText(PAGE, 'page.htm')], {
      columns: 80,
      color: false,
      evidence: false,
      severity: 'warning',
    });
    const column = PAGE.indexOf('June 21') + 1;
    expect(text).toContain(`page.htm:1:${column}`);
    const lines = text.split('\n');
    const excerpt = lines.findIndex((line) => /^ +1 \|/.test(line));
    expect(lines[excerpt]).toContain('on Wednesday, June 21, 2018.');
    expect(lines[excerpt]).not.toContain('<');
    const at = lines[excerpt + 1]?.indexOf('^') ?? -1;
    expect(lines[excerpt]?.slice(at)).toMatch(/^June 21, 2018/);
  });
});
