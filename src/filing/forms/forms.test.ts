import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { bearsTitle, formItems, itemId, parentItemId, sameTitle } from './index.js';

const numbers = (form: '20-F' | '10-K', end: string) =>
  formItems(form, parseDay(end)).map(({ number }) => number);

describe('formItems', () => {
  it('knows which Items a year asked for', () => {
    expect(numbers('20-F', '2004-03-31')).not.toContain('4A');
    expect(numbers('20-F', '2006-03-31')).toEqual(expect.arrayContaining(['4A', '16C', '16E', '3.D', '5.F']));
    expect(numbers('20-F', '2006-03-31')).not.toContain('16G');
    expect(numbers('20-F', '2024-12-31')).toEqual(expect.arrayContaining(['16J', '16K', '6.F']));
    expect(numbers('20-F', '2024-12-31')).not.toContain('5.F');
    expect(numbers('10-K', '2004-12-31')).not.toContain('1A');
    expect(numbers('10-K', '2023-12-31')).toContain('1C');
  });

  it('gives every Item an id of its own, and sub-items a parent that exists', () => {
    for (const form of ['20-F', '10-K'] as const) {
      const ids = formItems(form, null).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect([null, ...ids]).toContain(parentItemId(id));
    }
  });

  it('keeps 4A and 4.A apart', () => {
    expect([itemId('4A'), itemId('4.A')]).toEqual(['item-4a', 'item-4-a']);
    expect([parentItemId('item-4a'), parentItemId('item-4-a')]).toEqual([null, 'item-4']);
  });
});

describe('titles', () => {
  const same: [a: string, b: string][] = [
    ['Operating and Financial Review and Prospects', 'OPERATING AND FINANCIAL REVIEW AND PROSPECTS.'],
    ['Operating & Financial Review & Prospects', 'Operating and Financial Review and Prospects, '],
    ['Change in Registrant’s Certifying Accountant', "Change in Registrant's Certifying Accountant"],
    ['Off-Balance Sheet Arrangements', 'Off Balance Sheet Arrangements'],
  ];
  it.each(same)('%j and %j are the same', (a, b) => {
    expect(sameTitle(a, b)).toBe(true);
  });

  it('are not the same when a word differs', () => {
    expect(sameTitle('Risk Factors', 'Risk Factor Summary')).toBe(false);
  });

  it('may be one that an Item bore before', () => {
    const item = formItems('20-F', null).find(({ number }) => number === '5.E');
    expect(item && bearsTitle(item, 'Off-balance sheet arrangements')).toBe(true);
  });
});
