import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writtenZip, type ZipLies } from '../../../test/written-rates.js';
import { type LoaderLimits, loaderLimits } from './loader-limits.js';
import { zipMember } from './zip-member.js';

const XML = Buffer.from('<release>156.11 156.20 155.90</release>\n'.repeat(30));

function unzip(bytes: Uint8Array, limits: Partial<LoaderLimits> = {}): Promise<Uint8Array> {
  return zipMember(bytes, /^h10_data\.xml$/i, 'H10_data.xml', 'rates.dat', loaderLimits(limits));
}

function zipOf(content: Buffer, lies: ZipLies = {}, name = 'H10_data.xml'): Buffer {
  return writtenZip([{ name, content, lies }]);
}

function withComment(zip: Buffer, comment: string): Buffer {
  const commented = Buffer.concat([zip, Buffer.from(comment)]);
  commented.writeUInt16LE(comment.length, zip.length - 2);
  return commented;
}

describe('a member of a zip', () => {
  it.each<[string, Buffer, string]>([
    [
      'without the release',
      zipOf(XML, {}, 'README.txt'),
      'the zip holds no H10_data.xml (it has README.txt)',
    ],
    [
      'with a zip in it',
      zipOf(zipOf(XML), {}, 'inner.zip'),
      'the zip holds no H10_data.xml (it has inner.zip)',
    ],
    [
      'with it twice',
      writtenZip([1, 2].map(() => ({ name: 'H10_data.xml', content: XML }))),
      'holds H10_data.xml twice',
    ],
    ['encrypted', zipOf(XML, { flags: 1 }), 'the zip is encrypted'],
    ['encrypted strongly', zipOf(XML, { flags: 0x41 }), 'damaged or encrypted'],
    ['with its headers encrypted', zipOf(XML, { flags: 0x2000 }), 'the zip is encrypted'],
    ['packed in another way', zipOf(XML, { method: 14 }), 'packed by method 14'],
    ['that says less than it holds', zipOf(XML, { unpacked: 100 }), 'of another length than it declares'],
    [
      'a bomb that declares little',
      zipOf(XML, { packed: deflateRawSync(Buffer.alloc(5_000_000)), unpacked: 3000 }),
      'of another length',
    ],
    ['that says more than it holds', zipOf(XML, { unpacked: XML.length + 1 }), 'of another length'],
    ['with another checksum', zipOf(XML, { crc: 1 }), 'its checksum differs'],
    ['whose data end early', zipOf(XML, { packed: deflateRawSync(XML).subarray(0, -9) }), 'holds is damaged'],
    ['without data', zipOf(XML, { packed: Buffer.alloc(0), unpacked: 9 }), 'holds is damaged'],
    ['of data that are not deflated', zipOf(XML, { packed: XML }), 'holds is damaged'],
    ['stored, of another length', zipOf(XML, { method: 0 }), 'its directory cannot be read'],
    ['cut short', zipOf(XML).subarray(0, -5), 'the zip was cut short'],
    ['with bytes after it', Buffer.concat([zipOf(XML), Buffer.from('x')]), 'the zip was cut short'],
    [
      'with bytes before it',
      Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), zipOf(XML)]),
      'its directory cannot be read',
    ],
  ])('%s', async (_, bytes, message) => {
    await expect(unzip(bytes)).rejects.toMatchObject({
      name: 'InputError',
      code: 'bad-rates-file',
      message: expect.stringContaining(message),
    });
  });

  it.each<[string, Buffer]>([
    ['ZIP64', writtenZip([{ name: 'H10_data.xml', content: XML }], 'zip64')],
    ['stored', zipOf(XML, { method: 0, packed: XML })],
    ['in a folder, in capitals', zipOf(XML, {}, 'h10/H10_DATA.XML')],
    ['with bytes after its data', zipOf(XML, { packed: Buffer.concat([deflateRawSync(XML), XML]) })],
    ['with a comment', withComment(zipOf(XML), 'rates of the week')],
  ])('loads: %s', async (_, bytes) => {
    expect(XML.equals(await unzip(bytes))).toBe(true);
  });
});

describe('limits on a zip', () => {
  const bomb = zipOf(Buffer.alloc(2_000_000, 32));

  it.each<[string, Buffer, Partial<LoaderLimits>, string]>([
    ['unpacked bytes', zipOf(XML), { bytes: XML.length - 1 }, `${XML.length} unpacked bytes`],
    ['a zip bomb', bomb, {}, 'bytes unpack to 2000000, expected at most 400 times as many'],
    [
      '32-bit lengths that say nothing',
      zipOf(XML, { unpacked: 0xffffffff }),
      {},
      '4294967295 unpacked bytes',
    ],
    [
      'unpacked bytes of ZIP64',
      writtenZip([{ name: 'H10_data.xml', content: XML, lies: { unpacked: 2 ** 50 } }], 'zip64'),
      {},
      '1125899906842624 unpacked bytes',
    ],
    [
      'members of a zip',
      writtenZip(['a', 'b', 'c'].map((name) => ({ name, content: XML }))),
      { zipEntries: 2 },
      '3 members',
    ],
  ])('bound %s', async (_, bytes, limits, message) => {
    await expect(unzip(bytes, limits)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });
});
