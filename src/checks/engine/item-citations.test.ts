import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { itemCitations } from './item-citations.js';

describe('itemCitations', () => {
  it.each([
    ['See Item 5 for more.', ['5']],
    ['See Item 3.D and Item 16A.', ['3.D', '16A']],
    ['See Items 11 and 12 of this annual report on Form 20-F.', ['11', '12']],
    ['See Items 7, 7A and 8 below.', ['7', '7A', '8']],
    ['See Part II, Item 8 of this Form 10-K.', ['8']],
    ['See Item 1A of our 2005 Form 10-K.', []],
    ['See Item 5 of the annual report for 2004 on Form 20-F.', []],
    ['As Item 303 of Regulation S-K says.', []],
    ['Under Item 601(b)(4) and Item 1.01 of Form 8-K.', []],
    ['One line item 3 was left out.', []],
  ])('%s', (text, numbers) => {
    expect(citationsOf(text).map(({ number }) => number)).toEqual(numbers);
  });

  it.each([
    ['See Item 5, "Operating Results, " below.', 'Operating Results', 'after'],
    ['See “Item 5. Operating Results” below.', 'Operating Results', 'after'],
    ['See Item 5.B (“Liquidity”).', 'Liquidity', 'after'],
    ['See Item 5, entitled “Operating Results.”', 'Operating Results', 'after'],
    ['See “Operating Results” in Part I, Item 5.', 'Operating Results', 'before'],
  ])('%s', (text, title, stands) => {
    const [citation] = citationsOf(text);
    expect(citation?.title).toMatchObject({ text: title, stands });
    const { start = 0, end = 0 } = citation?.title ?? {};
    expect(text.slice(start, end)).toBe(title);
  });

  it('takes no title from the next sentence or from another word in quotes', () => {
    expect(citationsOf('See Item 5. The word “Group” means us.')[0]?.title).toBeNull();
    expect(citationsOf('See Items 5 and 6, “Employees.”')[0]?.title).toBeNull();
  });
});

function citationsOf(text: string) {
  return readFiling(text).blocks.flatMap(itemCitations);
}
