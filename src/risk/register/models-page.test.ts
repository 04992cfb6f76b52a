import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRegister } from './read-register.js';
import { registerJsonSchema } from './schema/json-schema.js';

const PAGE = readFileSync(new URL('../../../docs/risk/models.md', import.meta.url), 'utf8');
const EXAMPLE = readFileSync(new URL('../../../examples/risk/risks.yaml', import.meta.url), 'utf8');

/** The example register with one more risk, of this model. */
function registerWith(model: string): string {
  const risk = [
    '  of-the-page:',
    '    heading: A heading.',
    '    category: litigation',
    '    owner: Somebody',
    '    review: 2027-06-30',
    '    source: { assumption: The page, author: A. Mori, date: 2026-04-01 }',
    '    model:',
    ...model.split('\n').map((line) => `      ${line}`),
  ];
  return EXAMPLE.replace('\nrisks:\n', () => `\nrisks:\n${risk.join('\n')}\n`);
}

const MODELS = [...PAGE.matchAll(/```yaml\n(kind: (\S+)[\s\S]*?)\n```/g)].map(([, text = '', kind = '']) => ({
  kind,
  text,
}));

/** Keys of the schema below a model; not those of laws, which are no key of a model. */
function keysOfModels(): ReadonlySet<string> {
  const schema = registerJsonSchema() as Record<string, unknown>;
  const definitions = schema['$defs'] as Record<string, unknown>;
  const keys = new Set<string>();
  const seen = new Set<string>();
  const waiting: unknown[] = [definitions['model']];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const { $ref, properties, ...rest } = next as Record<string, unknown>;
    const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : '';
    if (name !== '' && !seen.has(name) && !name.endsWith('-distribution') && name !== 'source') {
      seen.add(name);
      waiting.push(definitions[name]);
    }
    for (const key of Object.keys((properties ?? {}) as object)) keys.add(key);
    waiting.push(...Object.values((properties ?? {}) as object), ...Object.values(rest));
  }
  return keys;
}

describe('the page of models', () => {
  it('has an example of each kind', () => {
    expect([...new Set(MODELS.map(({ kind }) => kind))].sort()).toEqual([
      'dependency',
      'driver',
      'event',
      'holding',
      'market',
      'ownership',
    ]);
  });

  it.each(MODELS)('shows a $kind that can be read: $text', ({ text }) => {
    const { problems } = readRegister(registerWith(text), 'page.yaml');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('names every key that a model has', () => {
    const keys = keysOfModels();
    for (const key of ['moves', 'annual-limit', 'at-least', 'payments-a-year', 'planned-gains', 'quota']) {
      expect(keys).toContain(key);
    }
    const missing = [...keys].filter((key) => !new RegExp(`\\b${key}\\b`).test(PAGE));
    expect(missing.filter((key) => !['distribution', 'source'].includes(key))).toEqual([]);
  });
});
