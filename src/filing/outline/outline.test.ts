import { describe, expect, it } from 'vitest';
import type { Section } from '../filing.js';
import { readFiling } from '../read-filing.js';

function outlineOf(text: string): string[] {
  const lines = (sections: readonly Section[], depth: number): string[] =>
    sections.flatMap(({ id, answer, children }) => [
      `${'  '.repeat(depth)}${id} ${answer}`,
      ...lines(children, depth + 1),
    ]);
  return lines(readFiling(text).outline, 0);
}

describe('outline', () => {
  it('nests sub-items under their Item and reads how each answers', () => {
    const text = `ITEM 3. KEY INFORMATION

A. Selected Financial Data

Our sales were ¥12 billion.

B. Capitalization and Indebtedness.

Not required.

C. Reasons for the Offer and Use of Proceeds

Not applicable.

Item 4A. Unresolved Staff Comments

None.

Item 5. Operating and Financial Review and Prospects

See Item 18.`;
    expect(outlineOf(text)).toEqual([
      'item-3 content',
      '  item-3-a content',
      '  item-3-b omitted',
      '  item-3-c not-applicable',
      'item-4a content',
      'item-5 pointer',
    ]);
  });

  it('keeps Item 4A apart from 4.A', () => {
    expect(
      outlineOf(
        'Item 4.A. History and Development of the Company\n\nWords.\n\nItem 4A. Unresolved Staff Comments\n\nNone.',
      ),
    ).toEqual(['item-4 content', '  item-4-a content', 'item-4a content']);
  });

  it('gives an excerpt the Item that it stands in', () => {
    expect(
      outlineOf('Exchange Rates\n\nRates move.\n\nB. Capitalization and Indebtedness.\n\nNot required.'),
    ).toEqual(['item-3 content', '  exchange-rates content', '  item-3-b omitted']);
  });

  it('does not take a sentence that begins with an Item for a heading', () => {
    const text =
      'Item 3. Key Information\n\nItem 5 of this annual report says how we did in the year.\n\nItem 18 has the statements.';
    expect(outlineOf(text)).toEqual(['item-3 content']);
  });

  it('reads Items of Form 10-K', () => {
    const text =
      'Annual Report on Form 10-K\n\nItem 1A. Risk Factors\n\nA fire could stop us.\n\nItem 1B. Unresolved Staff Comments\n\nNone.\n\nItem 7A. Quantitative and Qualitative Disclosures About Market Risk\n\nNot applicable.';
    expect(outlineOf(text).slice(-3)).toEqual([
      'item-1a content',
      'item-1b content',
      'item-7a not-applicable',
    ]);
  });
});

describe('risk factors', () => {
  const FACTORS = `D. Risk Factors

Before you invest, weigh what follows. Any of it could cost you money.

Risks Relating to Our Business

A fall in the price of copper could reduce the value of our stock of cable.

Copper makes up two-fifths of what a cable costs us. When its price falls, the copper and cable that we hold are worth less than we paid.

These losses could be large.

We depend on one plant, and an earthquake could stop it.

Our plant in Minato stands near a fault. If an earthquake stopped the plant, we would have:

- no cable to sell, and

- no other plant to make it in.

Risks Relating to Our Shares

Our founder holds 34% of our votes and could block a merger.

Our founder and his family hold over a third of the votes. A merger needs more than that to pass, so our founder alone could block it.`;

  it('are told from paragraphs by what they say, and know their group', () => {
    const factors = readFiling(FACTORS).riskFactors;
    expect(factors.map(({ group, heading }) => [group, heading])).toEqual([
      [
        'Risks Relating to Our Business',
        'A fall in the price of copper could reduce the value of our stock of cable.',
      ],
      ['Risks Relating to Our Business', 'We depend on one plant, and an earthquake could stop it.'],
      ['Risks Relating to Our Shares', 'Our founder holds 34% of our votes and could block a merger.'],
    ]);
    expect(factors.map(({ blocks }) => blocks.length)).toEqual([3, 4, 2]);
  });

  it('hold the figures of their paragraphs', () => {
    const filing = readFiling(FACTORS);
    const texts = filing.riskFactors.map(({ figures }) =>
      figures.map((id) => filing.figures.find((figure) => figure.id === id)?.text),
    );
    expect(texts).toEqual([['two-fifths'], ['one'], ['34%']]);
  });
});
