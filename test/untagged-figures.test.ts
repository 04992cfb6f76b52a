import { describe, expect, it } from 'vitest';
import { realFilings } from '../bench/real-filings.js';
import { figureLines, untagged } from '../bench/untagged.js';
import { readFiling } from '../src/filing/index.js';

const FACT = (concept: string, text: string, more = '') =>
  `<ix:nonFraction name="kd:${concept}" contextRef="year" unitRef="yen" decimals="-6" scale="6" ${more} format="ixt:num-dot-decimal">${text}</ix:nonFraction>`;

const PAGE = `<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><head><title>kd</title></head><body>
<div style="display:none"><ix:header><ix:hidden><ix:nonNumeric name="dei:Year" contextRef="year">2024</ix:nonNumeric></ix:hidden>
<ix:resources><xbrli:context id="year"><xbrli:entity><xbrli:identifier scheme="x">1</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2024-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:unit id="yen"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>
<p>FORM 20-F</p><p>For the fiscal year ended <ix:nonNumeric name="dei:End" format="ixt:date-monthname-day-year-en">March 31, 2024</ix:nonNumeric></p>
<p><b>Item 5. Operating and Financial Review and Prospects</b></p>
<ix:nonNumeric name="kd:Review" escape="true" continuedAt="more">
<p>Kitano Denki Co., Ltd. earned net income of ¥${FACT('NetIncome', '29,700')} million in the year ended March 31, 2024, and runs
<ix:nonFraction name="kd:Plants" contextRef="year" format="ixt-sec:numwordsen">three</ix:nonFraction> plants.</p></ix:nonNumeric>
<ix:continuation id="more"><p>Years ended March 31 (millions of yen)</p>
<table><tr><td></td><td colspan="2">2024</td><td colspan="2">2023</td></tr>
<tr><td>Net sales</td><td>¥</td><td>${FACT('Sales', '412,345')}</td><td>¥</td><td>${FACT('Sales', '398,001')}</td></tr>
<tr><td>Other income (loss)</td><td></td><td>(${FACT('Other', '1,234', 'sign="-"')})</td><td></td><td>${FACT('Other', '—')}</td></tr></table></ix:continuation>
</body></html>`;

describe('a tagged page', () => {
  it('has the figures of the page without its tags, and facts beside them', () => {
    const filing = readFiling(PAGE, { path: 'kitano.htm' });
    const bare = readFiling(untagged(PAGE), { path: 'kitano.htm' });
    expect(filing.facts).toHaveLength(9);
    expect(bare.facts).toHaveLength(0);
    expect(figureLines(filing)).toEqual(figureLines(bare));
    const values = filing.figures.map(({ value }) => value);
    for (const value of ['29700000000', '412345000000', '398001000000', '3']) expect(values).toContain(value);
  });

  it('has places in the source that its facts share', () => {
    const { facts, figures } = readFiling(PAGE);
    const sales = facts.find(({ concept }) => concept === 'kd:Sales');
    const figure = figures.find(({ spans }) =>
      spans.some(([start, end]) => start <= (sales?.start ?? -1) && end >= (sales?.end ?? 0)),
    );
    expect(sales?.value).toBe('412345000000');
    expect(figure?.value).toBe(sales?.value);
  });

  const real = [...realFilings('html', '10-k-ibm-2024')];
  it.skipIf(real.length === 0)('has them in real filings too (skipped without ../shared/filings)', () => {
    for (const { name, bytes } of real) {
      const filing = readFiling(bytes, { path: name });
      expect(filing.facts.length, name).toBeGreaterThan(50);
      expect(figureLines(filing), name).toEqual(
        figureLines(readFiling(untagged(filing.source.text), { path: name })),
      );
    }
  });
});
