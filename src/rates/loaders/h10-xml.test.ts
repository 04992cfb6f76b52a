import { describe, expect, it } from 'vitest';
import { type WrittenSeries, writtenXml } from '../../../test/written-rates.js';
import { parseDay } from '../../value/index.js';
import { keptSeries } from './kept-series.js';
import { loadRates } from './load-rates.js';
import type { LoadedRates } from './loaded-series.js';

const CATALOGUE = keptSeries();
const DAYS = ['2026-01-05', '2026-01-06', '2026-01-07'];
const YEN: WrittenSeries = {
  h10: 'RXI_N.B.JA',
  fred: 'DEXJPUS',
  currency: 'JPY',
  rates: ['156.11', '156.20', '155.90'],
};
const XML = writtenXml(DAYS, [YEN]);

function load(bytes: Uint8Array | string): Promise<LoadedRates> {
  return loadRates(Buffer.from(bytes), { name: 'rates.dat', catalogue: CATALOGUE });
}

describe('the release as XML', () => {
  const written = (attributes: Readonly<Record<string, string>>) => writtenXml(DAYS, [YEN], attributes);
  const changed = (from: string | RegExp, to: string) => XML.toString().replace(from, to);

  it.each<[string, Buffer | string, string]>([
    [
      'of another frequency',
      written({ FREQ: '129' }),
      'RXI_N.B.JA (of frequency 129, not business daily (9)) alone',
    ],
    ['without a unit', written({ UNIT: 'left out' }), 'element without UNIT in rates.dat, line 5'],
    ['without a name', written({ SERIES_NAME: 'left out' }), 'element without SERIES_NAME'],
    ['with a multiplier', written({ UNIT_MULT: '1e+03' }), 'multiplier "1e+03"'],
    [
      'of another direction',
      written({ UNIT: 'Currency:_Per_JPY', CURRENCY: 'USD' }),
      'unit "Currency:_Per_JPY" of currency "USD"',
    ],
    ['of another foreign currency', written({ FX: 'KRW' }), 'currency "KRW"'],
    [
      'described the other way round',
      changed('A series of ours', 'Yen (USD per JPY)'),
      'direction "(USD per JPY)"',
    ],
    [
      'with -9999 as a rate',
      changed('"156.20"', '"-9999"'),
      'rate "-9999", the mark of a day without one in rates.dat, line 8, column RXI_N.B.JA',
    ],
    [
      'with an estimate',
      changed('"A" OBS_VALUE="156.20"', '"E" OBS_VALUE="156.20"'),
      'status "E" of "2026-01-06"',
    ],
    [
      'with a rate of no data',
      changed('"A" OBS_VALUE="156.20"', '"ND" OBS_VALUE="156.20"'),
      'value "156.20" of "2026-01-06", of status ND',
    ],
    ['without a status', changed('OBS_STATUS="A" ', ''), 'element without OBS_STATUS'],
    [
      'with an observation astray',
      changed('<kf:Series', '<frb:Obs/><kf:Series'),
      'observation outside a series',
    ],
    [
      'with a series in a series',
      changed('<frb:Annotations>', '<kf:Series SERIES_NAME="x"><frb:Annotations>'),
      'series "x" within another',
    ],
    [
      'with a document type',
      changed('<message:MessageGroup', '<!DOCTYPE x [<!ENTITY a "b">]><message:MessageGroup'),
      'document type declaration',
    ],
    ['with an entity', changed('156.20', '&rate;'), 'XML that is not well-formed'],
    [
      'with tags that cross',
      changed('</kf:Series>', '</frb:DataSet>'),
      'XML that is not well-formed or was cut short (unexpected close tag',
    ],
    ['cut short', XML.subarray(0, 700), 'download it again'],
    ['with a control character', changed('A series', 'A \u0001 series'), 'XML that is not well-formed'],
    ['not in UTF-8', Buffer.from(changed('A series', 'A s\xe9rie'), 'latin1'), 'bytes that are not UTF-8'],
  ])('%s', async (_, bytes, message) => {
    await expect(load(bytes)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('says no data by other statuses too', async () => {
    const loaded = await load(changed('"A" OBS_VALUE="156.20"', '"NA" OBS_VALUE="NaN"'));
    expect(Array.from(loaded.series[0]?.noData ?? [])).toEqual([parseDay('2026-01-06')]);
  });
});
