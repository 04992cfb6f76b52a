import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.js';
import { decodeSource } from './decode.js';

const decode = (input: string | Uint8Array) => decodeSource(input, 'draft.txt', DEFAULT_LIMITS);
const bytes = (...values: (number | string)[]) =>
  Buffer.concat(
    values.map((value) => (typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value, 'utf8'))),
  );

describe('decodeSource', () => {
  const readable: [name: string, input: string | Uint8Array, text: string, encoding: string][] = [
    ['UTF-8', bytes('¥117.48'), '¥117.48', 'utf-8'],
    ['UTF-8 with a byte-order mark', bytes(0xef, 0xbb, 0xbf, '¥1'), '¥1', 'utf-8'],
    ['UTF-16, little end first', Buffer.from('\ufeff¥1', 'utf16le'), '¥1', 'utf-16le'],
    ['UTF-16, big end first', Buffer.from('\ufeff¥1', 'utf16le').swap16(), '¥1', 'utf-16be'],
    ['Windows-1252', bytes('a ', 0xa5, '1.2 ', 0x93, 'b', 0x94), 'a ¥1.2 “b”', 'windows-1252'],
    ['a string, its mark dropped', '\ufeffa\r\nb', 'a\r\nb', 'utf-8'],
    ['a string with a lone surrogate, kept', 'a \ud800 b', 'a \ud800 b', 'utf-8'],
  ];
  for (const [name, input, text, encoding] of readable) {
    it(`reads ${name}`, () => {
      expect(decode(input)).toMatchObject({ text, encoding, path: 'draft.txt' });
    });
  }

  const refused: [name: string, input: string | Uint8Array, message: RegExp][] = [
    ['an empty file', bytes(), /draft\.txt is empty: give a report as plain text/],
    ['white space only', ' \r\n\t', /holds no text/],
    ['a PNG picture', bytes(0x89, 'PNG\r\n', 0x1a, '\n'), /is a PNG picture, not plain text/],
    ['a PDF', bytes('%PDF-1.7 '), /is a PDF, not plain text: save its text/],
    ['a Word file', bytes('PK', 3, 4, 0, 0), /zip archive/],
    ['gzip', bytes(0x1f, 0x8b, 8, 0), /gunzip/],
    ['NUL bytes', bytes('a\nb', 0, 'c'), /NUL character on line 2/],
    [
      'UTF-8 with damaged bytes',
      bytes('¥1\n', 0xff, '\n'),
      /damaged bytes, the first on line 2: save it again as UTF-8/,
    ],
    ['HTML', '<!DOCTYPE html><html><p>1</p></html>', /is a web page/],
  ];
  for (const [name, input, message] of refused) {
    it(`refuses ${name} with the remedy`, () => {
      expect(() => decode(input)).toThrow(message);
    });
  }

  it('refuses what is over the limit, before it looks', () => {
    const limits = { maxBytes: 1024 * 1024 };
    expect(() => decodeSource(Buffer.alloc(1024 * 1024 + 1, 'a'), 'big.txt', limits)).toThrow(
      /big\.txt holds 1,048,577 bytes, over the limit of 1,048,576 bytes: raise it with --max-size/,
    );
  });

  it('hashes the bytes as read', () => {
    const input = bytes(0xef, 0xbb, 0xbf, 'a');
    expect(decode(input).sha256).toBe(createHash('sha256').update(input).digest('hex'));
  });
});
