import { describe, expect, it } from 'vitest';
import { readFiling } from '../read-filing.js';

const BODY =
  'Flour makes up two fifths of what a loaf costs us, and we buy most of it from three mills. If the price of flour rose and we could not pass the rise on, we would earn less.';
const BEFORE =
  '<p>FORM 10-K</p><p><b>Item 1A. Risk Factors</b></p><p>Weigh what follows before you buy our shares.</p>';
const AFTER = '<p><b>Item 1B. Unresolved Staff Comments</b></p><p>None.</p>';

function factorsOf(html: string): string[] {
  return readFiling(BEFORE + html + AFTER).riskFactors.map(
    ({ group, heading }) => `${group ?? '-'}: ${heading}`,
  );
}

const p = (text: string) => `<p>${text}</p>`;

describe('risk factors of a web page', () => {
  it('are told by the look of their headings, whatever it is', () => {
    const looks = [
      (text: string) => p(`<b><i>${text}</i></b>`),
      (text: string) => p(`<i>${text}</i>`),
      (text: string) => p(`<u>${text}</u>`),
      (text: string) => `<p style="font-size:13pt">${text}</p>`,
    ];
    for (const look of looks) {
      const factors = factorsOf(
        look('A rise in the price of flour could cut our profit.') +
          p(BODY) +
          p(BODY) +
          look('We depend on three mills, and one of them may close.') +
          p(BODY),
      );
      expect(factors).toEqual([
        '-: A rise in the price of flour could cut our profit.',
        '-: We depend on three mills, and one of them may close.',
      ]);
    }
  });

  it('stand in groups that look otherwise, and may run into their paragraphs', () => {
    const factors = factorsOf(
      `${p('<b><u>MARKET RISKS</u></b>')}${p(`<b>A rise in the price of flour could cut our profit —</b> ${BODY}`)}
       ${p(`<b>We depend on three mills.</b> ${BODY}`)}
       <ul><li><b>Rye.</b> The rye that we buy comes from one mill alone, as it has for years.</li></ul>
       ${p('<b><u>OTHER RISKS</u></b>')}${p(`<b>A fire could stop a plant.</b> ${BODY}`)}`,
    );
    expect(factors).toEqual([
      'MARKET RISKS: A rise in the price of flour could cut our profit',
      'MARKET RISKS: We depend on three mills.',
      'OTHER RISKS: A fire could stop a plant.',
    ]);
  });

  it('are parted from titles of groups that look as they do', () => {
    const factors = factorsOf(
      `${p('<b>Risks Related to Our Business</b>')}${p('<b>A rise in the price of flour could cut our profit</b>')}${p(BODY)}
       ${p('<b>We may lose our largest customer</b>')}${p(BODY)}
       ${p('<b>General Risk Factors</b>')}${p('<b>A fire could stop a plant for months</b>')}${p(BODY)}`,
    );
    expect(factors).toEqual([
      'Risks Related to Our Business: A rise in the price of flour could cut our profit',
      'Risks Related to Our Business: We may lose our largest customer',
      'General Risk Factors: A fire could stop a plant for months',
    ]);
  });

  it('leave their summary apart', () => {
    const html = `${BEFORE}${p('<b>Risk Factor Summary</b>')}${p('Our main risks are these.')}${p('<b>Risks Related to Our Business</b>')}
      <ul><li>The price of flour may rise.</li><li>A mill may close.</li></ul>
      ${p('<b>Risks Related to Our Business</b>')}${p('<b><i>The price of flour may rise and cut our profit.</i></b>')}${p(BODY)}
      ${p('<b><i>A mill may close, and we would have to buy elsewhere.</i></b>')}${p(BODY)}${AFTER}`;
    const filing = readFiling(html);
    expect(filing.riskFactors.map(({ heading }) => heading)).toEqual([
      'The price of flour may rise and cut our profit.',
      'A mill may close, and we would have to buy elsewhere.',
    ]);
    expect(filing.riskSummary?.start).toBe(html.indexOf('Risk Factor Summary'));
    expect(filing.riskSummary?.blocks.map((at) => filing.blocks[at]?.text)).toContain('A mill may close.');
    expect(filing.riskFactors[0]?.blocks.map((at) => filing.blocks[at]?.text)).toEqual([
      'The price of flour may rise and cut our profit.',
      BODY,
    ]);
  });

  it('make sections of groups only, and hold the figures of their paragraphs', () => {
    const filing = readFiling(
      `${BEFORE}${p('<b>Market Risks</b>')}${p('<i>The price of flour may rise and cut our profit.</i>')}${p('The flour that we bought in 2024 cost us $12 million.')}
       ${p('<i>A mill may close, and we would have to buy elsewhere.</i>')}${p(BODY)}${AFTER}`,
    );
    const risks = filing.outline.find(({ id }) => id === 'item-1a');
    expect(risks?.children.map(({ title }) => title)).toEqual(['Market Risks']);
    const own = filing.riskFactors[0]?.figures.map(
      (id) => filing.figures.find((figure) => figure.id === id)?.text,
    );
    expect(own).toContain('$12 million');
  });

  it('are told by their words where too little stands out', () => {
    const plain = Array.from(
      { length: 3 },
      (_, at) =>
        `${p(`A rise in the price of ${['flour', 'sugar', 'butter'][at]} could cut our profit.`)}${p(BODY)}`,
    );
    expect(factorsOf(plain.join(''))).toHaveLength(3);
  });
});
