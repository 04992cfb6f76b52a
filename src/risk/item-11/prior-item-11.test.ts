import { describe, expect, it } from 'vitest';
import { REGISTER } from '../../../test/item-11-register.js';
import { item11 } from './item-11.js';
import { priorItem11 } from './prior-item-11.js';

const DATA = item11(REGISTER);

describe('last year’s Item 11', () => {
  it('is read from JSON, of a run or alone, and stands beside this year’s', () => {
    const alone = priorItem11(JSON.stringify(DATA), 'last.json', 'JPY');
    expect(priorItem11(`\uFEFF${JSON.stringify({ seed: '1', item11: DATA })}`, 'last.json', 'JPY')).toEqual(
      alone,
    );
    const now = item11(REGISTER, { prior: alone });
    expect(now).toEqual(item11(REGISTER, { prior: DATA }));
    for (const { prior, fairValue } of now.tabular.flatMap(({ rows }) => rows)) {
      expect(prior?.fairValue).toBe(fairValue);
    }
    expect(now.reminders).toEqual([]);
  });

  it.each([
    ['{"tabular": [', 'Cannot read last.json as JSON; expected what "tickmark risk item-11 --format json"'],
    ['[]', 'Unexpected content of last.json'],
    ['null', 'Unexpected content of last.json'],
    ['{"item11": null}', 'Unexpected content of last.json'],
    [
      JSON.stringify({ ...DATA, tabular: [{ category: 'gold', purpose: 'other', rows: [] }] }),
      'Unexpected content of last.json at tabular.0.category',
    ],
    [
      JSON.stringify({
        ...DATA,
        sensitivity: [{ ...DATA.sensitivity[0], rows: [{ key: 'a', fairValue: '1' }] }],
      }),
      'at sensitivity.0.rows.0.fairValue',
    ],
    [JSON.stringify({ ...DATA, currency: 'USD' }), 'The Item 11 in last.json is in USD, expected JPY'],
  ])('is refused with place and remedy: %#', (json, message) => {
    expect(() => priorItem11(json, 'last.json', 'JPY')).toThrow(message);
  });

  it('is refused where it is too long', () => {
    expect(() => priorItem11(' '.repeat(70_000_000), 'last.json', 'JPY')).toThrow(
      'Unexpected 70000000 characters',
    );
  });
});
