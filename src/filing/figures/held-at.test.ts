import { describe, expect, it } from 'vitest';
import { formatPeriod, type Period, parseDay } from '../../value/index.js';
import { heldAt, heldSince, undatedPeriod } from './held-at.js';
import type { Mention } from './mentions.js';
import { readMentions } from './read-mentions.js';
import type { TimeMention } from './times.js';

const latest = parseDay('2023-12-31');
const calendar = { latest, ends: [parseDay('2022-12-31'), latest], namedBy: 'end' as const };

/** The period of the first amount of a sentence. */
function first(sentence: string, period: (mention: Mention) => Period): string {
  const mention = readMentions(sentence).find(({ unit }) => unit !== 'date') as Mention;
  return formatPeriod(period(mention));
}

/** A time that the sentence tells at its beginning, or that one before it has told. */
function told(period: Period, isEvent: boolean): TimeMention {
  const kind = 'instant' in period ? 'instant' : 'span';
  return { start: 0, end: 1, kind, period, ...(isEvent ? { isEvent: true as const } : {}) };
}

const held = (sentence: string, period: Period, isEvent = false) =>
  first(sentence, (mention) => heldAt(told(period, isEvent), sentence, mention, calendar));
const since = (sentence: string, period: Period, isEvent = false) =>
  first(sentence, (mention) => heldSince(told(period, isEvent), sentence, mention, calendar));

const march = { start: parseDay('2023-03-01'), until: parseDay('2023-04-01') };
const march7 = { instant: parseDay('2023-03-07') };
const year = { start: parseDay('2022-01-01'), until: parseDay('2023-01-01') };

describe('heldAt', () => {
  it('takes the terms of debt from the end of their month on, and leaves payments in it', () => {
    expect(held('We issued $750 million aggregate principal amount', march)).toBe('2023-03-31');
    expect(held('We paid $750 million', march)).toBe('2023-03-01/2023-03-31');
  });

  it('takes what comes about on a day as of the day, and what there is since as of its end', () => {
    expect(held('We paid $750 million in dividends', march7, true)).toBe('2023-03-07/2023-03-07');
    expect(held('The facility has a limit of $750 million', march7, true)).toBe('2023-03-07');
    expect(held('We paid $750 million in dividends', march7)).toBe('2023-03-07');
  });

  it('leaves a year unless many words speak of a state', () => {
    expect(held('Unrecognized benefits were $5 million', year)).toBe('2022-01-01/2022-12-31');
    expect(held('The accrued liability remaining for unrecognized benefits is $5 million', year)).toBe(
      '2022-12-31',
    );
  });

  it('takes what is to come as known on the day of the statements', () => {
    const next = { start: parseDay('2024-01-01'), until: parseDay('2025-01-01') };
    expect(held('We expect to contribute $5 million', next)).toBe('2023-12-31');
    expect(held('Notes of $5 million mature', { instant: parseDay('2030-06-01') })).toBe('2023-12-31');
    expect(held('A loan of $5 million was agreed', { instant: parseDay('2024-02-01') })).toBe('2024-02-01');
  });

  it('takes no time that only says since when', () => {
    const sentence = 'Since 1981 we recorded costs of $5 million';
    const time = {
      ...told({ start: parseDay('1981-01-01'), until: parseDay('1982-01-01') }, false),
      end: 10,
    };
    expect(first(sentence, (mention) => heldAt(time, sentence, mention, calendar))).toBe(
      '2023-01-01/2023-12-31',
    );
  });
});

describe('heldSince', () => {
  it('goes on with a year-end for a state and with its year for what came about', () => {
    const end = { instant: parseDay('2022-12-31') };
    expect(since('The unrecognized portion is $5 million.', end)).toBe('2022-12-31');
    expect(since('Amortization expense was $5 million.', end)).toBe('2022-01-01/2022-12-31');
  });
});

describe('undatedPeriod', () => {
  it.each([
    ['We hold securities with a carrying value of $14 million.', '2023-12-31'],
    ['There are 590 lawsuits pending against the Company.', '2023-12-31'],
    ['The Company recorded a restructuring charge of $14 million.', '2023-01-01/2023-12-31'],
    ['Options generally vest over the service period, at 25% a grant.', '2023-01-01/2023-12-31'],
  ])('%s', (sentence, period) => {
    expect(first(sentence, (mention) => undatedPeriod(sentence, mention, calendar))).toBe(period);
  });
});
