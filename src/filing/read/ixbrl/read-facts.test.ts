import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../../value/index.js';
import type { Fact } from '../../filing.js';
import { readFacts } from './read-facts.js';

const NAMESPACES =
  'xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance" ' +
  'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"';

const RESOURCES = `<ix:resources>
  <xbrli:context id="year"><xbrli:entity><xbrli:identifier scheme="x">0000000001</xbrli:identifier></xbrli:entity>
    <xbrli:period><xbrli:startDate>2023-04-01</xbrli:startDate><xbrli:endDate>2024-03-31</xbrli:endDate></xbrli:period></xbrli:context>
  <xbrli:context id="end"><xbrli:entity><xbrli:identifier scheme="x">0000000001</xbrli:identifier>
    <xbrli:segment><xbrldi:typedMember dimension="kd:PlantAxis"><kd:plant>Osaka &amp; Kobe</kd:plant></xbrldi:typedMember>
      <xbrldi:explicitMember dimension="dei:ClassAxis">kd:CommonMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity>
    <xbrli:period><xbrli:instant>2024-03-31</xbrli:instant></xbrli:period></xbrli:context>
  <xbrli:unit id="yen"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
  <xbrli:unit id="yenPerShare"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unitNumerator>
    <xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>
  <xbrli:unit id="plants"><xbrli:measure>kd:plant</xbrli:measure></xbrli:unit>
</ix:resources>`;

const page = (body: string, resources = RESOURCES, namespaces = NAMESPACES) =>
  `<html ${namespaces}><body><div style="display:none"><ix:header><ix:hidden></ix:hidden>${resources}</ix:header></div>${body}</body></html>`;

function only(body: string): Fact {
  const facts = readFacts(page(body));
  expect(facts).toHaveLength(1);
  return facts[0] as Fact;
}

const held = (source: string, { spans }: Fact) => spans.map(([start, end]) => source.slice(start, end));

describe('numbers', () => {
  it('are sign × transformed text × 10^scale', () => {
    const source = page(
      '<p>Net loss <ix:nonFraction id="f1" name="kd:NetIncome" contextRef="year" unitRef="yen" decimals="-6" scale="6" sign="-" format="ixt:num-dot-decimal">1,234.5</ix:nonFraction> million</p>',
    );
    const [fact] = readFacts(source) as [Fact];
    expect(fact).toMatchObject({
      id: 'f1',
      concept: 'kd:NetIncome',
      kind: 'number',
      value: '-1234500000',
      decimals: '-6',
      scale: 6,
      negated: true,
      unit: 'JPY',
      format: 'num-dot-decimal',
      hidden: false,
    });
    expect(fact.context?.period && formatPeriod(fact.context.period)).toBe('2023-04-01/2024-03-31');
    expect(held(source, fact)).toEqual(['1,234.5']);
    expect(source.slice(fact.start, fact.end)).toBe('1,234.5');
  });

  it('nest: two concepts for one printed number', () => {
    const facts = readFacts(
      page(
        '<ix:nonFraction name="kd:A" scale="3" unitRef="yen" contextRef="year"><ix:nonFraction name="kd:B" scale="3" unitRef="yen" contextRef="end">12</ix:nonFraction></ix:nonFraction>',
      ),
    );
    expect(facts.map(({ concept, value }) => [concept, value])).toEqual([
      ['kd:A', '12000'],
      ['kd:B', '12000'],
    ]);
    expect(facts[0]?.spans).toEqual(facts[1]?.spans);
  });

  it('are null where nil, and where the text is no number', () => {
    expect(only('<ix:nonFraction name="kd:A" xsi:nil="true"></ix:nonFraction>').value).toBeNull();
    expect(only('<ix:nonFraction name="kd:A" xsi:nil="true"/>').value).toBeNull();
    expect(only('<ix:nonFraction name="kd:A">twelve or so</ix:nonFraction>').value).toBeNull();
  });

  it('keep mark-up out of their spans', () => {
    const source = page('<ix:nonFraction name="kd:A">1<b>2</b><!-- x -->3</ix:nonFraction>');
    const [fact] = readFacts(source) as [Fact];
    expect(fact.value).toBe('123');
    expect(held(source, fact)).toEqual(['1', '2', '3']);
  });

  it('of a fraction are the quotient where that is a decimal', () => {
    const fraction = (above: string, below: string) =>
      only(
        `<ix:fraction name="kd:F"><ix:numerator>${above}</ix:numerator> of <ix:denominator>${below}</ix:denominator></ix:fraction>`,
      ).value;
    expect(fraction('3', '8')).toBe('0.375');
    expect(fraction('8', '4')).toBe('2');
    expect(fraction('100', '10')).toBe('10');
    expect(fraction('1', '3')).toBeNull();
    expect(fraction('1', '0')).toBeNull();
  });
});

describe('texts', () => {
  it('are joined as XBRL joins them, white space folded', () => {
    const fact = only(
      '<ix:nonNumeric name="dei:Name">Kitano\n  <b>Denki</b> Co.,&#160;Ltd. &amp; <i>S</i>ons</ix:nonNumeric>',
    );
    expect(fact.value).toBe('Kitano Denki Co., Ltd. & Sons');
    expect(fact.kind).toBe('text');
  });

  it('go on in continuations, in the order that they name, without what is excluded', () => {
    const source = page(
      '<ix:nonNumeric name="kd:Note" continuedAt="c1">One <ix:exclude>page 7</ix:exclude>two</ix:nonNumeric>' +
        '<ix:continuation id="c2">four</ix:continuation><p>elsewhere</p><ix:continuation id="c1" continuedAt="c2">three</ix:continuation>',
    );
    const [fact] = readFacts(source) as [Fact];
    expect(fact.value).toBe('One two three four');
    expect(held(source, fact)).toEqual(['One ', 'two', 'three', 'four']);
    expect(source.slice(fact.start, fact.end)).toMatch(/^One [\s\S]*three$/);
  });

  it('end where the chain of continuations comes back to itself or to another fact', () => {
    const facts = readFacts(
      page(
        '<ix:nonNumeric name="kd:A" continuedAt="c1">a</ix:nonNumeric><ix:nonNumeric name="kd:B" continuedAt="c1">b</ix:nonNumeric>' +
          '<ix:continuation id="c1" continuedAt="c2">1</ix:continuation><ix:continuation id="c2" continuedAt="c1">2</ix:continuation>',
      ),
    );
    expect(facts.map(({ value }) => value)).toEqual(['a 1 2', 'b']);
  });

  it('of a block with mark-up have a line a paragraph and row', () => {
    const fact = only(
      '<ix:nonNumeric name="kd:Block" escape="true"><div><p>Plants</p><table><tr><td>Osaka</td><td> 12 </td></tr><tr><td>Kobe</td><td>9</td></tr></table></div></ix:nonNumeric>',
    );
    expect(fact.value).toBe('Plants\nOsaka 12\nKobe 9');
  });

  it('inside others are read of the same text', () => {
    const facts = readFacts(
      page(
        '<ix:nonNumeric name="kd:Outer" escape="true"><p>We run <ix:nonFraction name="kd:Plants" unitRef="plants">12</ix:nonFraction> plants in <ix:nonNumeric name="kd:City">Osaka</ix:nonNumeric>.</p></ix:nonNumeric>',
      ),
    );
    expect(facts.map(({ concept, value }) => [concept, value])).toEqual([
      ['kd:Outer', 'We run 12 plants in Osaka.'],
      ['kd:Plants', '12'],
      ['kd:City', 'Osaka'],
    ]);
    expect(facts[1]?.unit).toBe('kd:plant');
  });
});

describe('contexts and units', () => {
  it('have their dimensions in order of the axes, and divided measures', () => {
    const fact = only(
      '<ix:nonFraction name="kd:A" contextRef="end" unitRef="yenPerShare">1</ix:nonFraction>',
    );
    expect(fact.unit).toBe('JPY/shares');
    expect(fact.context).toMatchObject({
      id: 'end',
      entity: '0000000001',
      dimensions: [
        ['dei:ClassAxis', 'kd:CommonMember'],
        ['kd:PlantAxis', 'Osaka & Kobe'],
      ],
    });
    expect(fact.context?.period && formatPeriod(fact.context.period)).toBe('2024-03-31');
  });

  it('are null where the page does not define them, and found in other pages of its set', () => {
    const exhibit =
      '<html><ix:nonFraction name="kd:A" contextRef="year" unitRef="yen">1</ix:nonFraction></html>';
    expect(readFacts(exhibit)[0]).toMatchObject({ context: null, unit: null, value: '1' });
    const [fact] = readFacts(exhibit, { otherPages: [page('')] }) as [Fact];
    expect(fact.unit).toBe('JPY');
    expect(fact.context?.id).toBe('year');
  });

  it('read an end at midnight as the day before, and forever and impossible dates as no period', () => {
    const context = (period: string) =>
      readFacts(
        page(
          '<ix:nonFraction name="kd:A" contextRef="c">1</ix:nonFraction>',
          `<ix:resources><x:context id="c"><x:period>${period}</x:period></x:context></ix:resources>`,
        ),
      )[0]?.context?.period;
    const instant = context('<x:instant>2024-04-01T00:00:00</x:instant>');
    expect(instant && formatPeriod(instant)).toBe('2024-03-31');
    expect(context('<x:forever/>')).toBeNull();
    expect(context('<x:instant>2023-02-29</x:instant>')).toBeNull();
    expect(context('<x:startDate>2024-04-01</x:startDate><x:endDate>2023-03-31</x:endDate>')).toBeNull();
  });
});

describe('pages as they are found', () => {
  it('have other prefixes, declared, or "ix" undeclared, or names in small letters', () => {
    const other =
      '<html xmlns:tag="http://www.xbrl.org/2008/inlineXBRL"><tag:nonFraction name="kd:A">7</tag:nonFraction></html>';
    expect(readFacts(other).map(({ value }) => value)).toEqual(['7']);
    expect(readFacts('<ix:nonFraction name="kd:A">7</ix:nonFraction>')).toHaveLength(1);
    expect(
      readFacts('<ix:nonfraction name="kd:A" contextref="c" unitref="u">7</ix:nonfraction>'),
    ).toHaveLength(1);
  });

  it('hide facts that no figure shows, and comment others out', () => {
    const facts = readFacts(
      '<ix:header><ix:hidden><ix:nonNumeric name="dei:Flag">false</ix:nonNumeric></ix:hidden></ix:header>' +
        '<!-- <ix:nonFraction name="kd:No">1</ix:nonFraction> --><ix:nonNumeric name="dei:Shown">x</ix:nonNumeric>',
    );
    expect(facts.map(({ concept, hidden }) => [concept, hidden])).toEqual([
      ['dei:Flag', true],
      ['dei:Shown', false],
    ]);
  });

  it('have no facts where they have no tags', () => {
    expect(readFacts('<html><p>six: 1,234</p></html>')).toEqual([]);
  });
});

describe('hostile pages', () => {
  const pieces = [
    '<ix:nonFraction name="a" scale="3">',
    '</ix:nonFraction>',
    '<ix:nonNumeric escape="true" continuedAt="c">',
    '</ix:nonNumeric>',
    '<ix:continuation id="c" continuedAt="c">',
    '</ix:continuation>',
    '<ix:exclude>',
    '</ix:exclude>',
    '<ix:hidden>',
    '<ix:resources><context id="c"><instant>2024-01-01</instant></context>',
    '</ix:resources>',
    '<td',
    '<!--',
    '-->',
    '"',
    "'",
    '>',
    '<',
    '&#160;',
    '12 ',
    '</p>',
  ];

  it('yield facts whose spans lie in order inside the page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 40 }),
        (parts) => {
          const source = parts.join('');
          for (const { spans, start, end, value, kind } of readFacts(source)) {
            expect(start).toBeLessThanOrEqual(end);
            for (const [from, to] of spans) {
              expect(from).toBeLessThan(to);
              expect(from).toBeGreaterThanOrEqual(start);
              expect(to).toBeLessThanOrEqual(end);
            }
            expect(end).toBeLessThanOrEqual(source.length);
            if (kind === 'number' && value !== null) expect(value).toMatch(/^-?\d+(?:\.\d+)?$/);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('end, however deep facts nest, however often a continuation is named', () => {
    const deep = '<ix:nonNumeric name="a">x '.repeat(20_000);
    expect(readFacts(deep).length).toBeLessThanOrEqual(64);
    const tail = '<ix:continuation id="c">'.concat('y<b>'.repeat(20_000), '</ix:continuation>');
    const many = '<ix:nonNumeric name="a" continuedAt="c">x</ix:nonNumeric>'.repeat(20_000);
    const facts = readFacts(many + tail);
    expect(facts).toHaveLength(20_000);
    expect(facts.filter(({ value }) => value !== 'x')).toHaveLength(1);
    expect(
      readFacts(`<ix:nonFraction name="a" scale="99">${'9'.repeat(5000)}</ix:nonFraction>`)[0]?.value,
    ).toBeNull();
  });
});
