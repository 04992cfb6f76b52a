import { describe, expect, it } from 'vitest';
import { analyseOwnership } from '../../../risk/index.js';
import type { OwnershipSpec } from '../../../risk/models/ownership/ownership-spec.js';
import { Html } from '../../html/markup.js';
import { votesPlot } from './votes-plot.js';

function plotOf(...shares: readonly number[]): string {
  const spec: OwnershipSpec = {
    kind: 'ownership',
    shares: 1000,
    holders: shares.map((share, nth) => ({
      id: `h${nth}`,
      name: nth === 0 ? '<b>First</b>' : `Holder ${nth}`,
      share,
      preemptive: null,
      alwaysVotes: shares.length === 1,
    })),
    issues: [],
    turnout: { distribution: 'uniform', low: 0, high: 1 },
    thresholds: [1 / 3, 1 / 2, 2 / 3],
    power: null,
  };
  const plot = votesPlot({ risk: 'votes', ...analyseOwnership(spec, 1, 100) });
  return plot instanceof Html ? plot.markup : '';
}

describe('the plot of votes', () => {
  it('marks the turnout below which a holder of 29.7% meets each threshold', () => {
    const plot = plotOf(0.297);
    // 29.7% is 1/3 of 89.1%, 1/2 of 59.4%, 2/3 of 44.55% (a shade below it in doubles).
    for (const turnout of ['89.1%', '59.4%', '44.5%']) expect(plot).toContain(`>${turnout}</text>`);
    expect(plot.match(/<circle/g)).toHaveLength(3);
    expect(plot).toContain('1/3 below a turnout of 89.1%');
    expect(plot).toContain('&lt;b&gt;First&lt;/b&gt;, 29.7% of all votes');
  });

  it('has no mark for what is met at any turnout or at none', () => {
    expect(plotOf(0.7)).not.toContain('<circle');
    expect(plotOf(0.05)).not.toContain('<circle');
  });

  it('draws the largest four, and says so; labels of one place are printed once', () => {
    const plot = plotOf(0.2, 0.201, 0.15, 0.1, 0.05, 0.04);
    expect(plot.match(/class="nm"/g)).toHaveLength(4);
    expect(plot).toContain('The largest 4 of 6 holders are drawn.');
    expect(plot.indexOf('Holder 1, 20.1%')).toBeLessThan(plot.indexOf('&lt;b&gt;First&lt;/b&gt;, 20%'));
    // 20.1% and 20% meet 1/2 at 40.2% and 40%.
    expect(plot).toContain('>40.2%</text>');
    expect(plot).not.toMatch(/class="lb mid"[^>]*>40%<\/text>/);
  });

  it('is none without holders', () => {
    expect(plotOf()).toBe('');
  });
});
