import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { check } from '../xbrl.js';
import { readCalculationLinkbase } from './calculation-linkbase.js';
import { readCalculations } from './read-calculations.js';

const ARC = (to: string, weight: string, order: number) =>
  `<link:loc xlink:type="locator" xlink:label="${to}" xlink:href="x.xsd#us-gaap_${to}"/><link:calculationArc order="${order}" weight="${weight}" xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item" xlink:from="total" xlink:to="${to}" xlink:type="arc"/>`;

const LINKBASE = `<?xml version="1.0"?><link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"><link:calculationLink xlink:role="http://kitano.example/role/INCOME" xlink:type="extended"><link:loc xlink:type="locator" xlink:label="total" xlink:href="x.xsd#us-gaap_GrossProfit"/>${ARC('CostOfRevenue', '-1.0', 2)}${ARC('Revenues', '1.0', 1)}</link:calculationLink></link:linkbase>`;

/** A page of two years, of millions of yen: revenues, costs, gross profit. */
function page(rows: readonly (readonly [concept: string, latest: string, prior: string])[]): string {
  const contexts = ['2006', '2005'].map(
    (year) =>
      `<xbrli:context id="y${year}"><xbrli:entity><xbrli:identifier scheme="x">k</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>${Number(year) - 1}-04-01</xbrli:startDate><xbrli:endDate>${year}-03-31</xbrli:endDate></xbrli:period></xbrli:context>`,
  );
  const cell = (concept: string, year: string, text: string) =>
    `<td><ix:nonFraction name="us-gaap:${concept}" contextRef="y${year}" unitRef="jpy" decimals="-6" scale="6" format="ixt:num-dot-decimal">${text}</ix:nonFraction></td>`;
  const body = rows.map(
    ([concept, latest, prior]) =>
      `<tr><td>${concept}</td>${cell(concept, '2006', latest)}${cell(concept, '2005', prior)}</tr>`,
  );
  return `<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"><body><div style="display:none"><ix:header><ix:resources>${contexts.join('')}<xbrli:unit id="jpy"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit></ix:resources></ix:header></div><p>Results (in millions of yen)</p><table><tr><td>Fiscal year ended March 31,</td><td>2006</td><td>2005</td></tr>${body.join('')}</table></body></html>`;
}

function run(rows: Parameters<typeof page>[0]) {
  const filing = readFiling(page(rows));
  const outcome = check.run(filing, {
    rates: null,
    calculations: readCalculationLinkbase(LINKBASE, 'x_cal.xml'),
  });
  const texts = new Map(filing.figures.map(({ id, text }) => [id, text]));
  return { ...outcome, ticked: outcome.ticks.map(({ figure }) => texts.get(figure)), texts };
}

describe('a calculation linkbase', () => {
  it('is read as totals with weighted contributors, in the order of their arcs', () => {
    expect(readCalculationLinkbase(LINKBASE, 'x_cal.xml')).toEqual([
      {
        role: 'http://kitano.example/role/INCOME',
        total: 'us-gaap:GrossProfit',
        contributors: [
          { concept: 'us-gaap:Revenues', weight: '1' },
          { concept: 'us-gaap:CostOfRevenue', weight: '-1' },
        ],
      },
    ]);
  });

  it.each([
    ['<a><b></a>', 'not well-formed'],
    ['<a/>', 'no calculationLink'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'document type'],
    [LINKBASE.replace('weight="-1.0"', 'weight="many"'), 'weight "many"'],
  ])('is refused with a reason', async (text, reason) => {
    await expect(readCalculations(text, 'x_cal.xml')).rejects.toThrow(reason);
  });

  it('confirms a total and its parts that add up', () => {
    const { ticked, findings } = run([
      ['Revenues', '49,813', '41,703'],
      ['CostOfRevenue', '43,119', '36,370'],
      ['GrossProfit', '6,694', '5,333'],
    ]);
    expect(findings).toEqual([]);
    expect(ticked).toEqual(['6,694', '49,813', '43,119', '5,333', '41,703', '36,370']);
  });

  it('shows a total that does not add up, an error where the other year does', () => {
    const { ticked, findings, texts } = run([
      ['Revenues', '49,813', '41,703'],
      ['CostOfRevenue', '43,119', '36,370'],
      ['GrossProfit', '6,649', '5,333'],
    ]);
    expect(ticked).toEqual(['5,333', '41,703', '36,370']);
    expect(findings.map(({ message, severity }) => [message, severity])).toEqual([['calculation', 'error']]);
    const [finding] = findings;
    const repairs = Object.entries(finding?.repairs ?? {}).map(([id, text]) => [texts.get(id), text]);
    expect(repairs).toEqual(
      [
        ['49,813', '49,768'],
        ['43,119', '43,164'],
        ['6,649', '6,694'],
      ].sort(
        (a, b) => repairs.findIndex(([text]) => text === a[0]) - repairs.findIndex(([text]) => text === b[0]),
      ),
    );
  });

  it('accepts what rounding explains', () => {
    const { findings, ticked } = run([
      ['Revenues', '49,813', '41,703'],
      ['CostOfRevenue', '43,119', '36,370'],
      ['GrossProfit', '6,695', '5,333'],
    ]);
    expect(findings).toEqual([]);
    expect(ticked).not.toContain('6,695');
  });
});
