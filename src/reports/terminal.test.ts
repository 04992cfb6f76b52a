import { describe, expect, it } from 'vitest';
import { checkedText, SMALL_ITEM_3 } from '../../test/checked-text.js';
import { displayWidth } from '../value/display-width.js';
import { type TerminalOptions, terminalReport } from './terminal.js';

const PLAIN: TerminalOptions = { columns: 80, color: false, evidence: false, severity: 'warning' };
const result = checkedText(SMALL_ITEM_3);
const report = terminalReport([result], PLAIN);

/** The part of a report from the line that holds `first` up to the next empty line. */
function paragraph(text: string, first: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.includes(first));
  return lines.slice(start, lines.indexOf('', start));
}

describe('terminalReport', () => {
  it('prints a finding as a compiler does', () => {
    const finding = paragraph(report, 'exchange-rate-table  error  item-3.txt:10:13');
    expect(finding).toContain('  10 | 2016    125.58  113.10  120.13  112.42');
    expect(finding).toContain('     |                 ^^^^^^');
    expect(finding.join('\n')).toContain('Unexpected low 113.10');
    expect(finding.join('\n')).not.toContain('Printed 113.10');
  });

  it('reprints the rate table with its tick marks', () => {
    expect(paragraph(report, 'Exchange Rates, JPY/USD')).toEqual([
      'Exchange Rates, JPY/USD',
      '              High          Low      Average   Period-end',
      'Fiscal year ended March 31,',
      ' 2015  ¥121.50 ✓OF  ¥101.26 ✓OF  ¥110.78 ✓OF  ¥119.96 ✓OF',
      ' 2016   125.58 ✓OF ✗ 113.10       120.13 ✓OF   112.42 ✓OF',
    ]);
  });

  it('lists ticked figures of sentences with their work, then legend and summary', () => {
    expect(report).toContain('  ¥100.65 ✓OF  noon buying rate of Friday, July 8, 2016\n');
    const lines = report.trimEnd().split('\n');
    expect(lines.find((line) => line.startsWith('Legend:'))).toContain('✗ differs');
    const { ticked, unsupported, labels } = result.summary;
    const dates = result.figures.filter(
      ({ figure, status }) => figure.unit === 'date' && status === 'unsupported',
    );
    const summary = `1 error. ${ticked + 1 + unsupported} amounts: ${ticked} ticked, 0 agree, 1 differ, ${unsupported} unsupported (${dates.length} of them dates); ${labels} labels.`;
    expect(report.trimEnd().replaceAll('\n', ' ').endsWith(summary)).toBe(true);
  });

  it('shows the work behind every tick when asked', () => {
    const text = terminalReport([result], { ...PLAIN, evidence: true });
    expect(text).toContain('¥110.78 ✓OF');
    expect(text).toMatch(/H\.10 JPY: 2014-04-30 102\.14, 2014-05-30 \d/);
    expect(text).toContain('2015-03-31 119.96');
    expect(report).not.toContain('2014-04-30');
  });

  it.each([50, 60, 80, 120])('keeps within %i columns', (columns) => {
    const text = terminalReport([result], { ...PLAIN, columns, evidence: true });
    expect(text.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([]);
  });

  it('says the same with colour as without', () => {
    const colored = terminalReport([result], { ...PLAIN, color: true });
    expect(colored).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is taken off.
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(report);
  });

  it('holds findings below the severity back, and says why checks did not run', () => {
    const info = {
      ...result,
      findings: result.findings.map((finding) => ({ ...finding, severity: 'info' as const })),
    };
    expect(terminalReport([info], PLAIN)).not.toContain('Unexpected low 113.10');
    expect(terminalReport([info], { ...PLAIN, severity: 'info' })).toContain('Unexpected low 113.10');
    const notRun = { ...result, checksNotRun: [{ check: 'footing', reason: 'no table has a total' }] };
    expect(terminalReport([notRun], PLAIN)).toContain('Did not run: footing: no table has a total');
    const checksNotRun = ['a', 'b', 'c'].map((check) => ({ check, reason: `no ${check}` }));
    const many = terminalReport([{ ...result, checksNotRun }], PLAIN);
    expect(many).toContain('\nDid not run: a, b, c (--evidence says why)\n');
    const evidence = terminalReport([{ ...result, checksNotRun }], { ...PLAIN, evidence: true });
    expect(evidence).toContain('\nDid not run: a: no a\nDid not run: b: no b\nDid not run: c: no c\n');
  });

  it('leaves out what is ticked, but no finding, where only those are wanted', () => {
    const findingsOnly = terminalReport([result], { ...PLAIN, findingsOnly: true });
    expect(findingsOnly).not.toMatch(/✓|Legend|In the text/);
    expect(report.startsWith(findingsOnly.slice(0, findingsOnly.search(/Did not run|1 error\./)))).toBe(true);
    const evidence = { ...PLAIN, evidence: true };
    expect(terminalReport([result], { ...evidence, findingsOnly: true })).toBe(
      terminalReport([result], evidence),
    );
  });

  it('counts the figures that a check could not decide by check and reason', () => {
    const undecided = [1, 2, 3].map((number) => ({
      check: number === 3 ? 'other' : 'date',
      figure: `f${number}`,
      reason: 'no year',
    }));
    expect(terminalReport([{ ...result, undecided }], PLAIN)).toContain(
      '\nUndecided: 2 figures, date: no year\nUndecided: 1 figure, other: no year\n',
    );
  });

  it('lets no escape sequence of a document through', () => {
    const text = terminalReport(
      [checkedText(SMALL_ITEM_3.replace('2016	125', '\u001b[31m2016	125'), 'a\u001b[2J')],
      PLAIN,
    );
    expect(text).not.toContain('\u001b');
  });
});
