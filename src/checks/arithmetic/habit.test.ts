import { describe, expect, it } from 'vitest';
import { allowedSteps, type Deviation, habitOf, stepsExplained, worstSteps } from './habit.js';

/** So many sums of three lines that are so many steps off, each with figures of its own. */
function sums(count: number, steps: number, shared?: string): Deviation[] {
  return Array.from({ length: count }, (_, index) => ({
    steps,
    lines: 3,
    isOneSided: true,
    figures: [`${steps}.${index}`, ...(shared === undefined ? [] : [shared])],
  }));
}

describe('habitOf', () => {
  it('takes a report that foots to the last digit at its word', () => {
    const habit = habitOf(sums(150, 0));
    expect(allowedSteps(habit, 3)).toBe(0);
    expect(stepsExplained(habit, 3)).toBe(0);
  });

  it('calls one sum off among many a slip, and several that share a figure the same slip', () => {
    expect(stepsExplained(habitOf([...sums(150, 0), ...sums(1, 1)]), 3)).toBe(0);
    expect(stepsExplained(habitOf([...sums(150, 0), ...sums(3, 1, 'f7')]), 3)).toBe(0);
    expect(stepsExplained(habitOf([...sums(150, 0), ...sums(2, 1)]), 3)).toBe(1);
  });

  it('allows a step where many sums are a step off, on both sides', () => {
    const habit = habitOf([...sums(80, 0), ...sums(10, 1), ...sums(9, -1)]);
    expect(habit.shortening).toBe('rounded');
    expect(allowedSteps(habit, 3)).toBe(1);
    expect(allowedSteps(habitOf([...sums(80, 0), ...sums(10, 1), ...sums(4, -2)]), 3)).toBe(2);
  });

  it('finds that digits are dropped where totals are too large and never too small', () => {
    const habit = habitOf([...sums(20, 0), ...sums(12, 1), ...sums(3, 2)]);
    expect(habit.shortening).toBe('truncated');
    expect(allowedSteps(habit, 2)).toBe(1);
    expect(allowedSteps(habit, 4)).toBe(2);
  });

  it('lets rounding at its worst explain a difference where there are few sums to tell', () => {
    const habit = habitOf(sums(5, 0));
    expect(stepsExplained(habit, 5)).toBe(worstSteps(5));
    expect(worstSteps(5)).toBe(3);
  });

  it('does not count what is far off', () => {
    expect(habitOf(sums(4, 90)).sums).toBe(0);
  });
});
