import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeUnitsOf } from './code-units.js';

describe('codeUnitsOf', () => {
  it('gives what the text gives at every offset, halves of pairs too', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        expect([...codeUnitsOf(String.fromCharCode(...units))]).toEqual(units);
      }),
    );
  });
});
