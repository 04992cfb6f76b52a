import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Filing, readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import type { CheckedFigure } from './check.js';
import { check } from './engine/run.js';

/** The report spells one company in two ways, which `name` rightly says; here it is the figures that matter. */
const OF_NAMES = 'name';
const INPUT = '../shared/filings/20-f-iij-2006-item-3.txt';
const present = existsSync(INPUT);
if (!present) console.log(`skipped, ${INPUT} is absent: the one-digit changes of a real exchange-rate table`);

describe.skipIf(!present)('a real exchange-rate table', () => {
  const rates = noonBuyingRates();
  const text = present ? readFileSync(INPUT, 'utf8') : 'absent';
  const original = readFiling(text);
  const ratesOf = (filing: Filing) =>
    check(filing, { rates }).figures.filter(
      ({ figure }) => figure.unit === 'JPY/USD' && figure.role === 'amount',
    );

  it('is ticked whole, and nothing is held wrong', () => {
    const { findings } = check(original, { rates });
    const telling = findings.filter((each) => each.severity !== 'info' && each.check !== OF_NAMES);
    expect(telling).toEqual([]);
    const ticked = ratesOf(original).filter(({ status }) => status === 'ticked');
    const by = (id: string) => ticked.filter(({ ticks }) => ticks.some((tick) => tick.check === id)).length;
    expect([by('exchange-rate-table'), by('exchange-rate-quote')]).toEqual([48, 2]);
  });

  it('gives one error for each of the 2,250 changes of one digit, at the figure that was changed', () => {
    // Everything up to the risk factors: they hold no rate, and reading them 2,250 times would take most of the time.
    const part = text.slice(0, text.indexOf('D. Risk Factors'));
    const { changes, missed } = tryAll(part, (changed) => changed);
    expect(missed).toEqual([]);
    expect(changes).toBe(2250);
  }, 180_000);

  it('does so in the whole text for the first change of each figure', () => {
    const { changes, missed } = tryAll(text, ([first = text]) => [first]);
    expect(missed).toEqual([]);
    expect(changes).toBe(50);
  }, 20_000);

  function tryAll(input: string, choose: (changed: string[]) => string[]) {
    const missed: string[] = [];
    let changes = 0;
    for (const { figure } of ratesOf(readFiling(input))) {
      for (const changed of choose([...oneDigitChanges(input, figure)])) {
        changes += 1;
        const wrong = verdictOn(changed, figure.start);
        if (wrong !== null) missed.push(`${figure.text} in ${figure.label}: ${wrong}`);
      }
    }
    return { changes, missed };
  }

  /** Null where the only error is at the changed figure and suspects it alone; else what came instead. */
  function verdictOn(changed: string, start: number): string | null {
    const { findings, figures } = check(readFiling(changed), { rates });
    const errors = findings.filter((each) => each.severity !== 'info' && each.check !== OF_NAMES);
    const at = figures.find(({ figure }) => figure.start === start)?.figure;
    const [error, ...others] = errors;
    const right = error !== undefined && at !== undefined && error.suspects.join() === at.id;
    if (right && others.length === 0) return null;
    return `${at?.text ?? 'no figure'}: ${errors.map(({ message }) => message).join(' / ') || 'no error'}`;
  }
});

function* oneDigitChanges(text: string, { start, end }: CheckedFigure['figure']): Generator<string> {
  for (let at = start; at < end; at++) {
    if (!/\d/.test(text.charAt(at))) continue;
    for (let digit = 0; digit <= 9; digit++) {
      if (String(digit) !== text.charAt(at)) yield text.slice(0, at) + digit + text.slice(at + 1);
    }
  }
}
