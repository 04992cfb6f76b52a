import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
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
    ['gzip', gzipSync(bytes('¥117.48')), '¥117.48', 'utf-8'],
    ['gzip of Windows-1252', gzipSync(bytes('a ', 0xa5, '1.2')), 'a ¥1.2', 'windows-1252'],
    ['gzip of two members', Buffer.concat([gzipSync('a '), gzipSync('b')]), 'a b', 'utf-8'],
    [
      'UTF-8 that calls itself something else',
      bytes('<meta charset="windows-1252">¥1'),
      '<meta charset="windows-1252">¥1',
      'utf-8',
    ],
    ['a string, its mark dropped', '\ufeffa\r\nb', 'a\r\nb', 'utf-8'],
    ['a string with a lone surrogate, kept', 'a \ud800 b', 'a \ud800 b', 'utf-8'],
  ];
  for (const [name, input, text, encoding] of readable) {
    it(`reads ${name}`, () => {
      expect(decode(input)).toMatchObject({ text, encoding, path: 'draft.txt' });
    });
  }

  const refused: [name: string, input: string | Uint8Array, message: RegExp][] = [
    ['an empty file', bytes(), /draft\.txt is empty: give a report as HTML or text/],
    ['white space only', ' \r\n\t', /holds no text/],
    ['a PNG picture', bytes(0x89, 'PNG\r\n', 0x1a, '\n'), /is a PNG picture, not HTML or text/],
    ['a PDF', bytes('%PDF-1.7 '), /is a PDF, not HTML or text: give the report as HTML/],
    ['a Word file', bytes('PK', 3, 4, 0, 0), /zip archive/],
    [
      'gzip that is cut short',
      gzipSync('A report.').subarray(0, 12),
      /gzip-compressed, but cut short or damaged/,
    ],
    ['gzip twice', gzipSync(gzipSync('A report.')), /gzip-compressed twice, .*: decompress it once/],
    ['a compressed PDF', gzipSync('%PDF-1.7 '), /is a PDF/],
    ['NUL bytes', bytes('a\nb', 0, 'c'), /NUL character on line 2/],
    [
      'UTF-8 with damaged bytes',
      bytes('¥1\n', 0xff, '\n'),
      /damaged bytes, the first on line 2: save it again as UTF-8/,
    ],
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

  it('refuses what a small gzip file would grow to, and names the remedy', () => {
    const bomb = gzipSync(Buffer.alloc(2 * 1024 * 1024, 'a'));
    expect(bomb.length).toBeLessThan(4096);
    expect(() => decodeSource(bomb, 'bomb.txt.gz', { maxBytes: 1024 * 1024 })).toThrow(
      /^bomb\.txt\.gz, decompressed, holds more than the limit of 1\.0 MB: raise it with --max-size/,
    );
  });

  it('hashes the bytes as read, compressed ones too', () => {
    const packed = gzipSync('A report.');
    expect(decode(packed).sha256).toBe(createHash('sha256').update(packed).digest('hex'));
  });

  it('hashes bytes with their mark', () => {
    const input = bytes(0xef, 0xbb, 0xbf, 'a');
    expect(decode(input).sha256).toBe(createHash('sha256').update(input).digest('hex'));
  });
});
