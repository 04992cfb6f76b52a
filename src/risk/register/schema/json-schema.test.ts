import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { registerJsonSchema } from './json-schema.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const SMALL = readFileSync(`${ROOT}test/fixtures/register/small.yaml`, 'utf8');
const validate = new Ajv2020({ allowUnionTypes: true, strict: true }).compile(registerJsonSchema());

describe('registerJsonSchema', () => {
  it.each(['test/fixtures/register/small.yaml', 'examples/risk/risks.yaml'])('takes %s', (path) => {
    validate(parse(readFileSync(`${ROOT}${path}`, 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['category: pricing', 'categroy: pricing'],
    ['kind: driver', 'kind: drivers'],
    ['register: 1', 'register: 2'],
    ['through: price', 'through: prices'],
    ['distribution: lognormal', 'distribution: lognormall'],
    ['    owner: Operations\n', ''],
    ['  prices:\n', '  Prices falling:\n'],
    ['occurs: true', 'occurs: maybe'],
    ['needs: { all-of: [core] }', 'needs: [core]'],
    ['review: 2026-10-31', 'review: soon'],
  ])('refuses %j as %j', (from, to) => {
    const text = SMALL.replace(from, to);
    expect(text).not.toBe(SMALL);
    expect(validate(parse(text))).toBe(false);
  });
});
