import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { NO_HISTORY, retrievalOfDay, withRetrieval } from './series-history.js';

function retrieval(retrieved: string, first: string, last: string) {
  return { retrieved, first, last, sha256: 'a'.repeat(64), from: 'a.csv' };
}

const whole = retrieval('2026-06-01T00:00:00Z', '1971-01-04', '2026-05-29');
const recent = retrieval('2026-07-01T00:00:00Z', '2026-05-01', '2026-06-26');

describe('the history of a series', () => {
  it('drops retrievals whose days a later one covers whole', () => {
    const both = withRetrieval(withRetrieval(NO_HISTORY, whole), recent);
    expect(both.retrievals).toEqual([whole, recent]);
    const later = { ...whole, retrieved: '2026-08-01T00:00:00Z', last: '2026-07-24' };
    expect(withRetrieval(both, later).retrievals).toEqual([later]);
  });

  it('tells when a day was last read', () => {
    const of = retrievalOfDay(withRetrieval(withRetrieval(NO_HISTORY, whole), recent));
    expect(of(parseDay('2026-04-30'))).toBe(whole.retrieved);
    expect(of(parseDay('2026-05-01'))).toBe(recent.retrieved);
    expect(of(parseDay('2026-06-29'))).toBeNull();
  });
});
