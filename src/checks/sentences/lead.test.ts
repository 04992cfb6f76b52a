import { describe, expect, it } from 'vitest';
import { changeBehind, leadOf } from './lead.js';
import { tokensOf } from './tokens.js';

describe('leadOf', () => {
  it.each([
    ['Net sales increased by ', 'change', 'up'],
    ['Net sales decreased in 2024 by approximately ', 'change', 'down'],
    [', an increase in net sales of ', 'change', 'up'],
    [' in 2024 were up ', 'change', 'up'],
    ['Revenues were ', 'level', null],
    ['Backlog of ', 'level', null],
    ['Expenses amounted to ', 'level', null],
    ['Revenue fell to ', 'to', 'down'],
    ['Revenue rose from ', 'from', 'up'],
    [' in 2023, compared with net expenses of ', 'from', null],
    [' versus ', 'from', null],
    [', or ', 'restated', null],
    [' (', 'restated', null],
    ['The increase was due to ', 'none', null],
    [', primarily driven by ', 'none', null],
    [' and ', 'none', null],
  ])('%j', (text, role, direction) => {
    const lead = leadOf(tokensOf(text));
    expect([lead.role, lead.direction]).toEqual([role, direction]);
  });

  it('goes on over times, and no further than another clause', () => {
    expect(leadOf(tokensOf(' for the year ended December 31, 2024, compared to ')).connected).toBe(true);
    expect(leadOf(tokensOf(', partially offset by an increase of ')).connected).toBe(false);
    expect(leadOf(tokensOf(' and decreased to ')).connected).toBe(false);
  });

  it.each([
    ['of approximately ', 'about'],
    ['by more than ', 'bound'],
    ['up to ', 'bound'],
    ['over ', 'bound'],
    ['over the ', 'none'],
    ['to ', 'none'],
  ])('hedges %j', (text, hedge) => {
    expect(leadOf(tokensOf(text)).hedge).toBe(hedge);
  });
});

describe('changeBehind', () => {
  it.each([
    [' increase over 2023', 'up'],
    [', decrease', 'down'],
    [' higher than', 'up'],
    [' basis-point improvement', null],
    [', growth of ', undefined],
    [' of net sales', undefined],
  ])('%j', (text, direction) => {
    expect(changeBehind(tokensOf(text))).toBe(direction);
  });
});
