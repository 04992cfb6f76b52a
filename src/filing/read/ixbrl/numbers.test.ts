import { describe, expect, it } from 'vitest';
import { numberValue } from './numbers.js';

const plain = (printed: string, format: string | null) => numberValue(printed, format, 0, false);

describe('numberValue', () => {
  it.each([
    ['1,234,567.89', 'ixt:num-dot-decimal', '1234567.89'],
    ['1 234 567.89', 'ixt:numspacedot', '1234567.89'],
    ['12,34,567.8', 'ixt:numdotdecimalin', '1234567.8'],
    ["1'234.5", 'ixt:num-dot-decimal-apos', '1234.5'],
    ['.5', 'ixt:num-dot-decimal', '0.5'],
    ['1.234.567,89', 'ixt:num-comma-decimal', '1234567.89'],
    ['1.234,5', 'ixt:numdotcomma', '1234.5'],
    ['1 234,5', 'ixt:numspacecomma', '1234.5'],
    ['234,5', 'ixt:numcomma', '234.5'],
    ['1,234', 'ixt:numcommadot', '1234'],
    ['1,234 dollars 5 cents', 'ixt:numunitdecimal', '1234.05'],
    ['12円34銭', 'ixt:num-unit-decimal', '12.34'],
    ['—', 'ixt:zerodash', '0'],
    ['-', 'ixt:numdash', '0'],
    ['none', 'ixt:fixed-zero', '0'],
    ['three', 'ixt-sec:numwordsen', '3'],
    ['Twenty-five', 'ixt-sec:numwordsen', '25'],
    ['two hundred and six million', 'ixt-sec:numwordsen', '206000000'],
    ['no', 'ixt-sec:numwordsen', '0'],
    ['1234', null, '1234'],
  ])('%s by %s is %s', (printed, format, value) => {
    expect(plain(printed, format)).toBe(value);
  });

  it.each([
    ['about 5', 'ixt:num-dot-decimal'],
    ['1.2.3', 'ixt:num-dot-decimal'],
    ['several', 'ixt-sec:numwordsen'],
    ['thousand hundred hundred', 'ixt-sec:numwordsen'],
    ['5', 'ixt-sec:numinf'],
    ['5', 'other:unknown'],
    ['', 'ixt:num-dot-decimal'],
  ])('%s by %s is no number', (printed, format) => {
    expect(plain(printed, format)).toBeNull();
  });

  it('applies scale and sign exactly', () => {
    expect(numberValue('29.7', 'ixt:num-dot-decimal', -2, false)).toBe('0.297');
    expect(numberValue('0.1', null, 3, true)).toBe('-100');
    expect(numberValue('1.25', null, 1, false)).toBe('12.5');
    expect(numberValue('9007199254740993', null, 3, false)).toBe('9007199254740993000');
  });
});
