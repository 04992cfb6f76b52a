import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  type WrittenSeries,
  writtenDdp,
  writtenFred,
  writtenXml,
  writtenZip,
  type ZipLies,
} from '../../../test/written-rates.js';
import { parseDay } from '../../value/index.js';
import { keptSeries } from './kept-series.js';
import { type LoadRatesOptions, loadRates } from './load-rates.js';
import type { LoadedRates } from './loaded-series.js';

const CATALOGUE = keptSeries();
const DAYS = ['2026-01-05', '2026-01-06', '2026-01-07'];
const YEN: WrittenSeries = {
  h10: 'RXI_N.B.JA',
  fred: 'DEXJPUS',
  currency: 'JPY',
  rates: ['156.11', '156.20', '155.90'],
};
const EURO: WrittenSeries = {
  h10: 'RXI$US_N.B.EU',
  fred: 'DEXUSEU',
  currency: 'EUR',
  rates: ['1.1010', null, '1.1022'],
};
const XML = writtenXml(DAYS, [YEN]);

function load(bytes: Uint8Array | string, options: Partial<LoadRatesOptions> = {}): Promise<LoadedRates> {
  return loadRates(Buffer.from(bytes), { name: 'rates.dat', catalogue: CATALOGUE, ...options });
}

function fred(...rows: readonly string[]): string {
  return `observation_date,DEXJPUS,DEXUSEU\n${rows.map((row) => `${row}\n`).join('')}`;
}

function zipOf(content: Buffer, lies: ZipLies = {}, name = 'H10_data.xml'): Buffer {
  return writtenZip([{ name, content, lies }]);
}

describe('limits', () => {
  it.each<[string, Uint8Array | string, LoadRatesOptions['limits'], string]>([
    ['bytes', XML, { bytes: 100 }, 'bytes in rates.dat, expected at most 100'],
    ['unpacked bytes', zipOf(XML), { bytes: XML.length - 1 }, `${XML.length} unpacked bytes`],
    ['observations of XML', XML, { observations: 2 }, '3 observations'],
    ['observations of a CSV', writtenFred(DAYS, [YEN, EURO]), { observations: 5 }, '6 observations'],
    ['series', writtenFred(DAYS, [YEN, EURO]), { series: 1 }, '2 series'],
    ['depth of XML', '<a>'.repeat(40), {}, '33 levels of elements'],
    [
      'an attribute',
      writtenXml(DAYS, [YEN], { CURRENCY: 'J'.repeat(20_000) }),
      {},
      'CURRENCY of 20000 characters',
    ],
    ['a field', `DATE,DEXJPUS\n2026-01-05,${'1'.repeat(20_000)}\n`, {}, 'field of 10001 characters'],
    ['a quoted field', `DATE,DEXJPUS\n2026-01-05,"${'1'.repeat(20_000)}"\n`, {}, 'that is not closed'],
  ])('bound %s', async (_, bytes, limits, message) => {
    await expect(load(bytes, { limits })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });
});

describe('a file that holds no rates', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'it is empty'],
    ['white space', ' \r\n ', 'it is empty'],
    [
      'a web page',
      '\n<!DOCTYPE html><html><body>busy</body></html>',
      'it is a web page, not a file of rates',
    ],
    ['an XHTML page', '<?xml version="1.0"?><html xmlns="x"><body/></html>', 'it is a web page'],
    [
      'a web page in a zip',
      zipOf(Buffer.from('<html><p>busy</p></html>')),
      'H10_data.xml of rates.dat: it is a web page',
    ],
    [
      'JSON',
      '{"error": "not found"}',
      'header "{"error": "not found"}" in rates.dat, line 1; expected the H.10',
    ],
    ['a gzip file', gzipSync('x'), 'it is a gzip file; unpack it first'],
    [
      'an Excel workbook',
      zipOf(Buffer.from('x'), {}, 'xl/workbook.xml'),
      'it is an Excel workbook; save it as CSV',
    ],
    [
      'bytes that are no text',
      Buffer.from('DATE,DEXJPUS\n2026-01-05,\xff\n', 'latin1'),
      'it is not UTF-8 text',
    ],
    ['UTF-16', Buffer.from('\ufeffDATE,DEXJPUS\n', 'utf16le'), 'it is not UTF-8 text'],
    ['another source', '"SERIES"\n"id","label"\n', 'imported as another source, named Bank of Canada'],
    ['another table', 'name,age\nx,1\n', 'Unexpected header "name,age"'],
    ['a header alone', 'DATE,DEXJPUS\n', 'Unexpected series DEXJPUS without a row in rates.dat'],
    [
      'series of others',
      'DATE,DEXPLUS,DTWEXBGS\n2026-01-05,1,2\n',
      'series DEXPLUS (not a series that Tickmark keeps), DTWEXBGS (an index of the dollar) alone',
    ],
    ['XML of others', '<a><b/></a>', 'Unexpected no series at all in rates.dat'],
  ])('%s', async (_, bytes, message) => {
    await expect(load(bytes)).rejects.toMatchObject({
      name: 'InputError',
      code: 'bad-rates-file',
      message: expect.stringContaining(message),
    });
  });
});

describe('a CSV of rates', () => {
  it.each<[string, string, string]>([
    [
      'what is no number',
      fred('2026-01-05,abc,1.1'),
      'rate "abc" in rates.dat, line 2, column DEXJPUS; expected a number such as 117.48',
    ],
    [
      'a comma in a number',
      fred('2026-01-05,"1,156.1",1.1'),
      'rate "1,156.1" in rates.dat, line 2, column DEXJPUS',
    ],
    ['an exponent', fred('2026-01-05,1e2,1.1'), 'rate "1e2"'],
    [
      'zero',
      fred('2026-01-05,156,1.1', '2026-01-06,156,0.0000'),
      'rate "0.0000" in rates.dat, line 3, column DEXUSEU; expected more than zero',
    ],
    ['a negative rate', fred('2026-01-05,-156.1,1.1'), 'rate "-156.1"'],
    ['-9999', fred('2026-01-05,-9999,1.1'), 'rate "-9999", the mark of a day without one'],
    ['-9999 with decimals', fred('2026-01-05,-9999.0000,1.1'), 'the mark of a day without one'],
    ['too many decimals', fred('2026-01-05,1.1234567890123,1.1'), 'expected at most 12 decimals'],
    ['a day that no calendar has', fred('2026-02-30,156,1.1'), 'day "2026-02-30" in rates.dat, line 2'],
    ['a day as a spreadsheet writes it', fred('1/5/2026,156,1.1'), 'a spreadsheet may have rewritten it'],
    [
      'a day twice',
      fred('2026-01-05,156,1.1', '2026-01-05,156,1.1'),
      'day twice, "2026-01-05" after 2026-01-05 in rates.dat, line 3',
    ],
    [
      'days out of order',
      fred('2026-01-06,156,1.1', '2026-01-05,156,1.1'),
      'day out of order, "2026-01-05" after 2026-01-06',
    ],
    ['a weekend', fred('2026-01-10,156,1.1'), 'day "2026-01-10" on a weekend'],
    [
      'a day to come',
      fred('2026-11-24,156,1.1'),
      'day "2026-11-24", which is yet to come in rates.dat, line 2, column DEXJPUS; expected none after 2026-11-23',
    ],
    ['a short row', fred('2026-01-05,156'), 'row of 2 fields in rates.dat, line 2; expected 3'],
    ['a long row', fred('2026-01-05,156,1.1,'), 'row of 4 fields'],
    [
      'an end within a row',
      'DATE,DEXJPUS\n2026-01-05,156.1',
      'end of the file within a row in rates.dat, line 2',
    ],
    ['a quote that is not closed', 'DATE,DEXJPUS\n2026-01-05,"156\n', 'that is not closed'],
    ['a series twice', 'DATE,DEXJPUS,DEXJPUS\n2026-01-05,1,1\n', 'second series of JPY, DEXJPUS'],
    [
      'monthly figures',
      `DATE,DEXJPUS\n${Array.from({ length: 12 }, (_, at) => `2025-${`${at + 1}`.padStart(2, '0')}-03,156\n`)
        .filter((row) => !/-(?:05|08)-/.test(row))
        .join('')}`,
      'ask for daily rates, not monthly or weekly ones',
    ],
  ])('with %s', async (_, text, message) => {
    const today = parseDay('2026-11-23');
    await expect(load(text, { today })).rejects.toMatchObject({
      name: 'InputError',
      code: 'bad-rates-file',
      message: expect.stringContaining(message),
    });
  });
});

describe('a Data Download CSV', () => {
  const written = (header: Readonly<Record<string, string>>) => writtenDdp(DAYS, [YEN], { header });

  it.each<[string, Buffer | string, string]>([
    [
      'without a header row',
      written({ 'Unit:': 'left out' }),
      'table without the header row "Unit:" in rates.dat, line 5',
    ],
    [
      'without labels',
      'Time Period,RXI_N.B.JA\n2026-01-05,156\n',
      'without the header rows "Series Description:", "Unit:", "Multiplier:", "Currency:", "Unique Identifier:"',
    ],
    [
      'without the row of names',
      '"Series Description",x\n"Unit:",Currency\n',
      'expected a row that starts with "Time Period"',
    ],
    [
      'with series in rows',
      '"Descriptions:","Unit:","Multiplier:","Currency:","Unique Identifier:","Series Name:",2026-01-05\n',
      'series in rows in rates.dat, line 1',
    ],
    [
      'of another unit',
      written({ 'Unit:': 'Currency:_Per_EUR' }),
      'unit "Currency:_Per_EUR" of currency "JPY" in rates.dat, line 2, column RXI_N.B.JA; expected that of JPY/USD',
    ],
    ['of an unknown unit', written({ 'Unit:': 'Percent' }), 'unit "Percent"'],
    [
      'of another currency',
      written({ 'Currency:': 'CNY' }),
      'currency "CNY" in rates.dat, line 4, column RXI_N.B.JA; expected JPY',
    ],
    [
      'with a multiplier',
      written({ 'Multiplier:': '100' }),
      'multiplier "100" in rates.dat, line 3, column RXI_N.B.JA; expected 1',
    ],
    [
      'whose identifier is another',
      written({ 'Unique Identifier: ': 'H10/H10/RXI_N.B.KO' }),
      'identifier "H10/H10/RXI_N.B.KO"',
    ],
  ])('%s', async (_, bytes, message) => {
    await expect(load(bytes)).rejects.toThrow(message);
  });

  it('states the direction in its unit, in earlier years, and the pound with a wrong multiplier', async () => {
    const text = `Series Description,"NORTH AND SOUTH, US$/AU$",POUND,YEN
Unit:,Currency:_Per_AUD,Currency:_Per_GBP,Currency:_Per_USD
Multiplier:,1,0.01,1
Currency:,USD,USD,JPY
Unique Identifier: ,H10/H10/RXI$US_N.B.AL,H10/H10/RXI$US_N.B.UK,H10/H10/RXI_N.B.JA
Time Period,RXI$US_N.B.AL,RXI$US_N.B.UK,RXI_N.B.JA
2019-02-01,0.7254,1.3097,109.35
`;
    const rates = (await load(text)).series.map(({ unit, rates }) => [unit, rates.coefficients[0]]);
    expect(rates).toEqual([
      ['USD/AUD', 7254],
      ['USD/GBP', 13097],
      ['JPY/USD', 10935],
    ]);
  });
});
