import { describe, expect, it } from 'vitest';
import { readFiling } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import type { Check, CheckExample, CheckResult } from './check.js';
import { check } from './engine/run.js';
import { checks } from './registry.js';

/** Checks of what words say: they find the same where no digit is left. */
const OF_WORDS: ReadonlySet<string> = new Set(['defined-term', 'name', 'statement']);

describe.each(checks.map((each) => [each.meta.id, each] as const))(
  '%s',
  (id, { examples, messages, meta }) => {
    it('has a passing and a failing example, at least three in all, each under its own name', () => {
      expect(examples.length).toBeGreaterThanOrEqual(3);
      expect(examples.some((example) => (example.findings ?? []).length > 0)).toBe(true);
      expect(examples.some((example) => (example.findings ?? []).length === 0)).toBe(true);
      expect(new Set(examples.map((example) => example.name)).size).toBe(examples.length);
      expect(new Set(examples.map((example) => example.text)).size).toBe(examples.length);
    });

    it.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
      const result = run(id, example.text);
      expect(tickedBy(result)).toEqual(example.ticked ?? []);
      expect(findingsOf(result)).toEqual((example.findings ?? []).map(withDefaults));
    });

    it.skipIf(OF_WORDS.has(id)).each(examples.map((example) => [example.name, example] as const))(
      '%s, without its digits',
      (_, example) => {
        expect(run(id, example.text.replace(/\d/g, '')).findings).toEqual([]);
      },
    );

    it('shows its most important message in an example', () => {
      const [first = ''] = Object.values(messages);
      const opening = first.split('{')[0] ?? '';
      const shown = examples.flatMap((example) => example.findings ?? []);
      expect(shown.some(({ message }) => message.startsWith(opening))).toBe(true);
      expect(meta.id).toBe(id);
    });
  },
);

function run(id: Check['meta']['id'], text: string): CheckResult {
  return check(readFiling(text), { rates: noonBuyingRates() }, { only: [id] });
}

function tickedBy({ figures }: CheckResult): string[] {
  return figures.filter(({ ticks }) => ticks.length > 0).map(({ figure }) => figure.text);
}

function findingsOf({ findings, filing }: CheckResult) {
  const texts = new Map(filing.figures.map((figure) => [figure.id, figure.text]));
  return findings.map(({ message, start, end, suspects, cause }) => ({
    message,
    at: filing.source.text.slice(start, end),
    suspects: suspects.map((suspect) => texts.get(suspect)),
    cause,
  }));
}

function withDefaults(expected: NonNullable<CheckExample['findings']>[number]) {
  return {
    message: expected.message,
    at: expected.at,
    suspects: expected.suspects ?? [],
    cause: expected.cause ?? null,
  };
}
