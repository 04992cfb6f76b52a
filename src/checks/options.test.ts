import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { runChecks } from './engine/run.js';
import { checks } from './registry.js';
import type { OptionValue } from './settings.js';

/** An option of a check, and a value under which the first finding of its examples is silent. */
const SILENCING: Readonly<Record<string, (text: string) => OptionValue>> = {
  'name ignore': (printed) => [printed],
  'defined-term ignore': (printed) => [printed],
  'xbrl ignore': () => ['us-gaap:NetIncomeLoss', 'us-gaap:Revenues'],
  'statement most': () => 0,
};

const OPTIONS = checks.flatMap((check) => (check.meta.options ?? []).map((option) => ({ check, option })));

describe('the options of checks', () => {
  it.each(OPTIONS.map((each) => [`${each.check.meta.id} ${each.option.name}`, each] as const))(
    '%s does what it says',
    (name, { check, option }) => {
      const silencing = SILENCING[name];
      if (silencing === undefined) throw new Error(`Add "${name}" here: an option is tested`);
      const run = (text: string, value: OptionValue) =>
        runChecks(
          [check],
          readFiling(text),
          { rates: null },
          {
            settings: { [check.meta.id]: { options: { [option.name]: value } } },
          },
        ).findings;
      const silenced = check.examples.filter(({ text }) => {
        const [first] = run(text, option.default);
        return (
          first !== undefined &&
          run(text, silencing(first.printed)).every((other) => other.printed !== first.printed)
        );
      });
      expect(silenced.length).toBeGreaterThan(0);
    },
  );

  it('hold their defaults within their bounds', () => {
    for (const { option } of OPTIONS) {
      const { default: standard, minimum = 0, maximum = Number.MAX_SAFE_INTEGER, description } = option;
      expect(description).toMatch(/^[A-Z].*[.:\w]$/);
      if (typeof standard === 'number') expect(standard >= minimum && standard <= maximum).toBe(true);
    }
  });
});
