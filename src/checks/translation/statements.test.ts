import { describe, expect, it } from 'vitest';
import { checked } from '../../../test/checked-translations.js';

describe('the statement of the rate', () => {
  it.each([
    [
      'without a day',
      'Yen amounts are translated into U.S. dollars for convenience at ¥117.48 per U.S.$1.00, the noon buying rate, which does not mean that they could be converted.',
      ['warning undated -'],
    ],
    [
      'without a disclaimer',
      'Yen amounts are translated into U.S. dollars for convenience at ¥117.48 per U.S.$1.00, the noon buying rate on March 31, 2006.',
      ['info wording -'],
    ],
    [
      'without a source',
      'Yen amounts are translated into U.S. dollars for convenience at ¥117.48 per U.S.$1.00, the rate on March 31, 2006. This does not mean that they could be converted.',
      ['info wording -'],
    ],
    [
      'of subsidiaries',
      'Statements of foreign subsidiaries are translated at average rates of ¥113.26 per U.S.$1.00.',
      [],
    ],
    [
      'that is only supposed',
      'If amounts were converted into U.S. dollars at a hypothetical rate of ¥100.00 per U.S.$1.00, sales would decrease.',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(checked(text).said).toEqual(expected);
  });

  it('may be that of the latest practicable date', () => {
    const text =
      'Annual report on Form 20-F for the fiscal year ended March 31, 2006\n\nYen amounts are translated into U.S. dollars for convenience at ¥113.98 per U.S.$1.00, the noon buying rate on July 7, 2006, REASON. This does not mean that they could be converted.';
    expect(checked(text.replace('REASON', 'the latest practicable date')).said).toEqual([]);
    expect(checked(text.replace(', REASON', '')).said).toEqual(['warning date -']);
  });
});
