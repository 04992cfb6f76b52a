import { describe, expect, it } from 'vitest';
import { FRED_ADDRESS, fetchAddress, fredSeriesAddress, H10_ADDRESS, mayRedirect } from './addresses.js';

describe('addresses', () => {
  it.each([
    H10_ADDRESS,
    FRED_ADDRESS,
    'http://127.0.0.1:8080/a.zip',
    'http://[::1]/a',
    'http://localhost:1/a',
  ])('may be %s', (text) => {
    expect(fetchAddress(text, '--h10-url').href).toBe(text);
  });

  it.each([
    'http://www.federalreserve.gov/a.zip',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'file:///etc/hosts',
    'https://name:word@example.com/',
    'example.com',
    '',
  ])('may not be %s', (text) => {
    expect(() => fetchAddress(text, '--h10-url')).toThrow(/^Unexpected --h10-url/);
  });

  it('of a series keeps what a mirror has in its address', () => {
    const address = fredSeriesAddress(new URL('https://mirror.example/fred.csv?key=1'), 'DEXJPUS');
    expect(address.href).toBe('https://mirror.example/fred.csv?key=1&id=DEXJPUS');
  });

  it.each([
    [H10_ADDRESS, 'https://federalreserve.gov/b.zip', true],
    [H10_ADDRESS, 'https://files.federalreserve.gov/b.zip', true],
    [H10_ADDRESS, 'http://www.federalreserve.gov/b.zip', false],
    [H10_ADDRESS, 'https://federalreserve.gov.example.com/b.zip', false],
    [H10_ADDRESS, 'https://notfederalreserve.gov/b.zip', false],
    [FRED_ADDRESS, 'https://files.stlouisfed.org/b.csv', true],
    ['https://www.mirror.co.uk/a', 'https://www.other.co.uk/a', false],
    ['https://www.mirror.co.uk/a', 'https://cdn.mirror.co.uk/a', true],
    ['http://127.0.0.1:80/a', 'http://127.0.0.1:81/a', false],
    ['http://127.0.0.1:81/a', 'http://127.0.0.1:81/b', true],
  ])('%s to %s: %s', (from, to, allowed) => {
    expect(mayRedirect(new URL(from), new URL(to))).toBe(allowed);
  });
});
