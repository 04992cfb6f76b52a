import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHolding } from '../../../../test/holdings.js';
import { type HoldingEffect, holdingEffect, holdingTerms } from './holding-effects.js';
import type { HoldingSpec } from './holding-spec.js';

const none: HoldingEffect = { line: 0, impairment: 0, gains: 0 };
const effect = (spec: Partial<HoldingSpec>, result: number, change = 0, recovery: number | null = null) => {
  const { line, impairment, gains } = holdingEffect(
    holdingTerms(aHolding(spec)),
    { result, change, recovery },
    { ...none },
  );
  // Zero without a sign.
  return { line: line + 0, impairment: impairment + 0, gains: gains + 0 };
};

describe('the equity method (30% of the investee, carried at 100)', () => {
  it.each<[name: string, spec: Partial<HoldingSpec>, result: number, line: number]>([
    ['takes its share of a profit', {}, 50, 15],
    ['takes its share of a loss', {}, -200, -60],
    ['stops at the carrying amount', {}, -1000, -100],
    ['goes on against advances', { advances: 40 }, -1000, -140],
    [
      'goes on against a commitment that begins within the year',
      { advances: 40, commitments: [{ amount: 25, from: 0.5, to: 2 }] },
      -1000,
      -165,
    ],
    ['not against one that begins later', { commitments: [{ amount: 25, from: 1, to: 2 }] }, -1000, -100],
    ['first makes up what was not recognised', { unrecognisedLosses: 10 }, 50, 5],
    ['recognises nothing of a profit below that', { unrecognisedLosses: 20 }, 50, 0],
    ['takes a loss however much was not recognised before', { unrecognisedLosses: 20 }, -50, -15],
  ])('%s', (_, spec, result, line) => {
    expect(effect(spec, result)).toEqual({ line, impairment: 0, gains: 0 });
  });

  const valued = { impairmentBelow: 0.3, value: { distribution: 'constant', value: 0 } } as const;

  it('writes down to a value below the carrying amount by more than the fraction', () => {
    expect(effect(valued, 0, -0.3)).toEqual(none);
    expect(effect(valued, 0, -0.5).impairment).toBeCloseTo(-50, 12);
  });

  it('writes down only what losses have not taken already', () => {
    const { line, impairment } = effect(valued, -200, -0.5);
    expect([line, impairment]).toEqual([-60, 0]);
    expect(effect(valued, -100, -0.7)).toMatchObject({ line: -30, impairment: expect.closeTo(-40, 12) });
  });

  it('is not impaired by a profit where nothing is known of the value', () => {
    expect(effect({ impairmentBelow: 0.1 }, 1000)).toEqual({ line: 300, impairment: 0, gains: 0 });
  });

  it('fails: carrying amount and advances to what comes back, commitments still owed', () => {
    const spec = { advances: 50, commitments: [{ amount: 20, from: 0, to: 1 }] };
    expect(effect(spec, 500, 0, 0.2)).toEqual({ line: 0, impairment: 0.2 * 150 - 150 - 20, gains: 0 });
  });

  it('never loses more than carrying amount, advances and commitments', () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({
          carrying: amount,
          advances: amount,
          unrecognisedLosses: amount,
          commitments: fc.array(
            fc.record({ amount, from: fc.double({ min: 0, max: 2, noNaN: true }), to: fc.constant(2) }),
            { maxLength: 3 },
          ),
        }),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (spec, result, change, recovery) => {
          const terms = holdingTerms(aHolding({ ...spec, ...valued }));
          const { line, impairment } = holdingEffect(terms, { result, change, recovery }, { ...none });
          expect(line + impairment).toBeGreaterThanOrEqual(-terms.exposure * (1 + 1e-12));
          if (recovery === null && result < 0) expect(line).toBeLessThanOrEqual(0);
        },
      ),
      { seed: 5 },
    );
  });
});

describe('securities carried at 100', () => {
  const security = (spec: Partial<HoldingSpec>) => ({
    result: null,
    share: null,
    impairmentLine: 'impairment',
    ...spec,
  });

  it('through other comprehensive income move with their value', () => {
    expect(effect(security({ accounting: 'other-comprehensive-income' }), 0, -0.2)).toEqual({
      line: -20,
      impairment: 0,
      gains: 0,
    });
  });

  it('through income likewise, and have no impairment', () => {
    expect(effect(security({ accounting: 'income', impairmentBelow: 0.1 }), 0, -0.2)).toEqual({
      line: -20,
      impairment: 0,
      gains: 0,
    });
  });

  it('at cost move by impairment only', () => {
    const spec = security({ accounting: 'cost', impairmentBelow: 0.3 });
    expect(effect(spec, 0, 0.5)).toEqual(none);
    expect(effect(spec, 0, -0.2)).toEqual(none);
    expect(effect(spec, 0, -0.4).impairment).toBeCloseTo(-40, 12);
  });

  it('bought at 60: an impairment takes the gain back out of other comprehensive income and the loss on cost to income', () => {
    const spec = security({ accounting: 'other-comprehensive-income', costBasis: 60, impairmentBelow: 0.3 });
    // 30% below a cost of 60 is 42: at 45 not yet.
    expect(effect(spec, 0, -0.55)).toMatchObject({ line: expect.closeTo(-55, 12), impairment: 0 });
    expect(effect(spec, 0, -0.7)).toMatchObject({ line: -40, impairment: expect.closeTo(-30, 12) });
  });

  it('lose their whole value and no more, wherever it goes', () => {
    const change = fc.double({ min: -1, max: 3, noNaN: true });
    const cost = fc.double({ min: 0, max: 200, noNaN: true });
    const proceeds = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(change, cost, proceeds, (by, costBasis, sold) => {
        const plannedGains = { amount: sold / 2, proceeds: sold, line: 'gains' };
        const { line, impairment, gains } = effect(
          security({
            accounting: 'other-comprehensive-income',
            costBasis,
            impairmentBelow: 0.2,
            plannedGains,
          }),
          0,
          by,
        );
        expect(line + impairment + gains).toBeCloseTo(100 * by, 8);
      }),
      { seed: 5 },
    );
  });

  it('sold as planned: the gain moves with what the sale brings', () => {
    const plannedGains = { amount: 10, proceeds: 40, line: 'gains' };
    expect(effect(security({ accounting: 'other-comprehensive-income', plannedGains }), 0, -0.1)).toEqual({
      line: -6,
      impairment: 0,
      gains: -4,
    });
  });

  it('that fail lose what they carry; a planned gain does not come', () => {
    const plannedGains = { amount: 10, proceeds: 40, line: 'gains' };
    const failed = effect(
      security({ accounting: 'other-comprehensive-income', costBasis: 60, plannedGains }),
      0,
      0,
      0.1,
    );
    // Cost of 60 to 10 that comes back; 40 of gain leaves the reserve, 10 of which the plan had taken out already.
    expect(failed).toEqual({ line: -30, impairment: -50, gains: -10 });
    expect(failed.line + failed.impairment + failed.gains).toBe(-90);
  });

  it('that fail but bring more than they cost take nothing from income', () => {
    const spec = security({ accounting: 'other-comprehensive-income', costBasis: 20 });
    expect(effect(spec, 0, 0, 0.3)).toEqual({ line: -70, impairment: 0, gains: 0 });
    expect(effect(spec, 0, 0, 0.1)).toEqual({ line: -80, impairment: -10, gains: 0 });
  });
});
