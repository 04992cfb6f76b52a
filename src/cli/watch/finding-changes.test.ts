import { describe, expect, it } from 'vitest';
import { checkedText, SMALL_ITEM_3 } from '../../../test/checked-text.js';
import { changeLines, findingChanges } from './finding-changes.js';

const [finding] = checkedText(SMALL_ITEM_3).findings;
if (finding === undefined) throw new Error('expected a finding');
const other = { ...finding, fingerprint: 'other', line: 40 };

describe('findingChanges', () => {
  it('is by fingerprint, not by place', () => {
    const moved = { ...finding, line: 99, start: 0 };
    expect(findingChanges([finding], [moved])).toEqual({ gone: [], added: [] });
    expect(findingChanges([finding], [moved, other])).toEqual({ gone: [], added: [other] });
    expect(findingChanges([finding, other], [moved])).toEqual({ gone: [other], added: [] });
  });

  it('holds for a real edit elsewhere in the document', () => {
    const edited = checkedText(SMALL_ITEM_3.replace('Exchange Rates', 'New words.\n\nExchange Rates'));
    expect(findingChanges([finding], edited.findings)).toEqual({ gone: [], added: [] });
  });
});

describe('changeLines', () => {
  it.each([
    [{ gone: [], added: [] }, 'a.txt: the same findings as before; 7 left'],
    [{ gone: [finding, other], added: [] }, 'a.txt: 2 findings gone; 7 left'],
    [{ gone: [], added: [other] }, 'a.txt: 1 new finding; 7 left'],
    [{ gone: [finding], added: [other] }, 'a.txt: 1 finding gone, 1 new; 7 left'],
  ])('%#: %s', (changes, expected) => {
    expect(changeLines('a.txt', changes, 7, 80)[0]).toBe(expected);
  });

  it('lists ten of each kind, within the columns, without what would colour the terminal', () => {
    const hostile = { ...finding, message: '\u001b[2J forged\n'.repeat(9) };
    const lines = changeLines('a\u001b.txt', { gone: Array(12).fill(hostile), added: [other] }, 1, 60);
    expect(lines).toHaveLength(1 + 11 + 1);
    expect(lines[11]).toBe('  gone  and 2 more');
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });
});
