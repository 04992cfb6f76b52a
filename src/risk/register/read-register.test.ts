import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../../value/index.js';
import { problemLine, readRegister, requireRegister } from './read-register.js';
import { placeOf } from './register.js';

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/register/', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../../examples/risk/risks.yaml', import.meta.url));
const SMALL = readFileSync(`${FIXTURES}small.yaml`, 'utf8');
const FAULTS = parse(readFileSync(`${FIXTURES}faults.yaml`, 'utf8')) as readonly {
  readonly for: string;
  readonly write: string;
  readonly says: readonly string[];
}[];

function saidOf(text: string): string[] {
  return readRegister(text, '')
    .problems.filter(({ severity }) => severity !== 'info')
    .map(
      (problem) =>
        `${problem.severity === 'error' ? '' : `${problem.severity} `}${problemLine(problem, '').slice(1)}`,
    );
}

describe('readRegister', () => {
  it('reads a register without a fault', () => {
    const { register, problems } = readRegister(SMALL, 'risks.yaml');
    expect(problems).toEqual([]);
    expect(Object.keys(register?.content.risks ?? {})).toEqual([
      'prices',
      'churn',
      'outage',
      'affiliate',
      'dollars',
    ]);
    expect(structuredClone(register)).toEqual(register);
  });

  it('reads the example without an error', () => {
    const { register, problems } = readRegister(readFileSync(EXAMPLE, 'utf8'), 'risks.yaml');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(register?.content.issuer).toBe('Hoshimi Networks Inc.');
  });

  it.each(FAULTS.map((fault) => [fault.write.trim().split('\n')[0] || `without ${fault.for.trim()}`, fault]))(
    'says what is wrong, where, and what to do: %s',
    (_, fault) => {
      const text = SMALL.replace(fault.for, () => fault.write);
      expect(text).not.toBe(SMALL);
      expect(saidOf(text)).toEqual(fault.says);
    },
  );

  it('holds no register that has an error, and one that has a warning', () => {
    const unused = SMALL.replace(
      'frequency: $quakes',
      'frequency: 0.02 a year, source: { assumption: x, author: y, date: 2026-04-01 }',
    );
    expect(saidOf(unused)).toEqual([
      'warning 11:3: the input "quakes" is used nowhere; take it with "$quakes"',
    ]);
    expect(readRegister(unused, 'r').register).not.toBeNull();
    expect(readRegister(SMALL.replace('2 a year', '2'), 'r').register).toBeNull();
  });

  it('takes what is still open as open work, not as an error', () => {
    const text = SMALL.replace('owner: Sales', 'owner: open').replace(
      'equity: JPY 4 billion',
      'equity: open',
    );
    const { register, problems } = readRegister(text, 'r');
    expect(register).not.toBeNull();
    expect(problems.map(({ severity, code, line }) => [severity, code, line])).toEqual([
      ['info', 'open', 23],
      ['info', 'open', 41],
    ]);
  });

  it('takes the unit of a distribution for its bare numbers, not for its shapes', () => {
    const law = (text: string) =>
      SMALL.replace(
        '{ distribution: lognormal, quantiles: { 5%: JPY 30 million, 95%: JPY 260 million } }',
        text,
      );
    expect(
      saidOf(law('{ distribution: lognormal, unit: JPY million, quantiles: { 5%: 30, 95%: 260 } }')),
    ).toEqual([]);
    expect(
      saidOf(law('{ distribution: gpd, unit: JPY million, shape: 0.2, scale: 30, threshold: 5 }')),
    ).toEqual([]);
    expect(
      saidOf(law('{ distribution: discrete, unit: JPY million, values: { 20: 60%, 150: 40% } }')),
    ).toEqual([]);
    expect(saidOf(law('{ distribution: empirical, unit: hours, values: [20, 150] }'))[0]).toContain(
      'not a time',
    );
  });

  it('takes categories of the register’s own', () => {
    const text = SMALL.replace('category: pricing', 'category: tariffs');
    expect(saidOf(text)).toHaveLength(1);
    expect(saidOf(text.replace('currency: JPY', 'categories: [tariffs]\ncurrency: JPY'))).toEqual([]);
  });

  it('finds risks that raise each other in a circle, however long', () => {
    const risk = (id: string, raised: string) =>
      `  ${id}: { heading: h, category: unsorted, owner: o, review: 2026-10-31, source: { assumption: a, author: b, date: 2026-04-01 }, model: { kind: event, frequency: 1 a year, severity: JPY 1 million, to: { access: 100% }, raises: [{ risk: ${raised}, times: 2 }] } }\n`;
    const count = 300;
    const chain = Array.from({ length: count }, (_, at) => risk(`r${at}`, `r${(at + 1) % count}`)).join('');
    const said = saidOf(SMALL.replace('risks:\n', () => `risks:\n${chain}`));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^38:\d+: risks raise each other in a circle: r0 → r1 → .* → r0; take one of them out$/,
    );
  });
});

describe('requireRegister', () => {
  it('throws one error that lists them all', () => {
    const text = SMALL.replace('2 a year', '2').replace('access: 100%', 'acces: 100%');
    const read = () => requireRegister(text, 'risks.yaml');
    expect(read).toThrow(InputError);
    expect(read).toThrow('risks.yaml:58:49: unexpected "2" without a unit');
    try {
      read();
    } catch (error) {
      expect((error as InputError).details).toEqual([
        'risks.yaml:60:13: unknown line "acces", did you mean "access"?',
      ]);
    }
  });
});

describe('hostile registers', () => {
  const HOSTILE = {
    'deep lists': '['.repeat(200_000),
    'deep maps': '{a: '.repeat(200_000),
    'lists in lists on a line': '- '.repeat(100_000),
    'deep lines': Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    'a bomb of aliases': `a: &a [x,x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`}, *a]`).join('\n')}`,
    'more than 4 million characters': `a: ${'x'.repeat(5_000_000)}`,
    'a prototype': '__proto__: { polluted: true }\nregister: 1',
    'more than 10,000 risks': `register: 1\nrisks:\n${Array.from({ length: 10_001 }, (_, at) => `  r${at}: {}`).join('\n')}`,
    'a tag': 'register: !!js/function "x"',
    nothing: '',
    'a scalar': '42',
    'a list': '- 1',
    'long digits': SMALL.replace('JPY 4 billion', `JPY ${'9'.repeat(100_000)}`),
    'long id': SMALL.replace('to: { access:', `to: { ${'a'.repeat(50_000)}:`),
  };

  it.each(Object.entries(HOSTILE))('are refused with a place: %s', (_, text) => {
    const { register, problems } = readRegister(text, 'r');
    expect(register).toBeNull();
    expect(problems[0]?.severity).toBe('error');
    expect(problems[0]?.message.length).toBeLessThan(600);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throw, whatever a value is replaced by', () => {
    const lines = SMALL.split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.string({ unit: 'grapheme' }), (at, junk) => {
        const text = lines
          .map((line, index) => (index === at ? `${line.split(':')[0]}: ${junk}` : line))
          .join('\n');
        for (const { line, column, message } of readRegister(text, 'r').problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|\[object|NaN of|ZodError/);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('placeOf', () => {
  it('finds keys, values and entries of lists', () => {
    const register = requireRegister(SMALL, 'r');
    expect(placeOf(register, ['risks', 'churn', 'model', 'frequency', 'rate'])).toEqual({
      line: 58,
      column: 49,
    });
    expect(placeOf(register, ['risks', 'churn', 'model'], 'key')).toEqual({ line: 56, column: 5 });
    expect(placeOf(register, ['scenarios', 0, 'shocks', 1, 'by'])).toEqual({ line: 104, column: 69 });
    expect(placeOf(register, ['risks', 'churn', 'nothing'])).toEqual({ line: 48, column: 3 });
  });
});
