import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type WrittenSeries,
  writtenDdp,
  writtenFred,
  writtenXml,
  writtenZip,
} from '../../../test/written-rates.js';
import { type Day, Decimal, formatDay, InputError, parseDay, weekdayOf } from '../../value/index.js';
import { bundledRatesFile } from '../noon-buying-rates.js';
import { keptSeries } from './kept-series.js';
import { loadRates } from './load-rates.js';
import type { LoadedRates } from './loaded-series.js';

const CATALOGUE = keptSeries();

/** Series as written and as they must come back. */
interface Release {
  readonly days: readonly string[];
  readonly series: readonly WrittenSeries[];
}

/** Weekdays in order, and up to six currencies with a rate or none on each, all near one level. */
const releases: fc.Arbitrary<Release> = fc
  .record({
    start: fc.integer({ min: 0, max: 20_000 }),
    steps: fc.array(fc.constantFrom(1, 1, 1, 1, 2), { minLength: 1, maxLength: 30 }),
    chosen: fc.shuffledSubarray(
      [...CATALOGUE].filter(({ fred }) => fred !== ''),
      { minLength: 1, maxLength: 6 },
    ),
    seed: fc.infiniteStream(fc.integer({ min: 0, max: 9999 })),
  })
  .map(({ start, steps, chosen, seed }) => {
    const days: string[] = [];
    let day = start;
    for (const step of steps) {
      for (let count = 0; count < step; ) if (isWeekday(++day)) count++;
      days.push(formatDay(day as Day));
    }
    const numbers = seed[Symbol.iterator]();
    const series = chosen.map(({ h10, fred, code, decimals }) => {
      const rates = days.map(() => {
        const number = numbers.next().value ?? 0;
        if (number % 7 === 0) return null;
        return Decimal.of(number + 10_000, decimals + (number % 3)).toString();
      });
      // 20-fold jumps are for another test.
      return { h10, fred, currency: code, rates: rates.map((rate) => rate && nearLevel(rate, decimals)) };
    });
    return { days, series };
  });

function isWeekday(day: number): boolean {
  return ![0, 6].includes(weekdayOf(day as Day));
}

/** The digits of a rate at one level: 1.0000 to 1.9999, with zeros dropped now and then. */
function nearLevel(rate: string, decimals: number): string {
  const digits = rate.replace('.', '').slice(-4);
  const text = `1.${digits}${decimals > 4 ? '1' : ''}`;
  return Number(digits) % 2 === 0 ? text : text.replace(/\.?0+$/, '');
}

/** What the file must give: by currency, days and rates as exact decimals, and the days without one. */
function expected({ days, series }: Release) {
  return new Map(
    series.map(({ currency, rates }) => {
      const observed = days.flatMap((day, index) => {
        const rate = rates[index] ?? null;
        return rate === null ? [] : [`${day} ${plain(Decimal.parse(rate))}`];
      });
      return [currency, { observed, without: days.filter((_, index) => (rates[index] ?? null) === null) }];
    }),
  );
}

function asRead(loaded: LoadedRates) {
  return new Map(
    loaded.series.map(({ currency, rates, decimals, noData }) => {
      const observed = Array.from(rates.days, (day, index) => {
        const rate = Decimal.of(rates.coefficients[index] ?? 0, decimals);
        return `${formatDay(day as Day)} ${plain(rate)}`;
      });
      return [currency, { observed, without: Array.from(noData, (day) => formatDay(day as Day)) }];
    }),
  );
}

/** By value: 1.50 and 1.5 alike. */
function plain(rate: Decimal): string {
  return rate.rounded(14, 'half-up').toString();
}

function load(bytes: Uint8Array, name = 'rates.dat'): Promise<LoadedRates> {
  return loadRates(bytes, { name, catalogue: CATALOGUE });
}

const eols = fc.constantFrom('\n', '\r\n');
const habits = fc.record({
  eol: eols,
  quotes: fc.boolean(),
  mark: fc.boolean(),
  blankLines: fc.nat(3),
  dateAt: fc.nat(3),
});

describe('files of official rates', () => {
  it('come back from FRED CSV as they were written, in any order of columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        releases,
        habits,
        fc.constantFrom('observation_date', 'DATE'),
        fc.constantFrom('', '.'),
        async (release, how, dateColumn, missing) => {
          const bytes = writtenFred(release.days, release.series, { ...how, dateColumn, missing });
          const loaded = await load(bytes);
          expect(loaded.format).toBe('fred-csv');
          expect(asRead(loaded)).toEqual(expected(release));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('come back from the Data Download CSV', async () => {
    await fc.assert(
      fc.asyncProperty(releases, habits, async (release, how) => {
        const loaded = await load(writtenDdp(release.days, release.series, how));
        expect(loaded.format).toBe('ddp-csv');
        expect(asRead(loaded)).toEqual(expected(release));
      }),
      { numRuns: 60 },
    );
  });

  it('come back from the release XML, alone and in its zip', async () => {
    await fc.assert(
      fc.asyncProperty(releases, async (release) => {
        const xml = writtenXml(release.days, release.series);
        const others = { name: 'H10_struct.xml', content: Buffer.from('<structure/>') };
        const zip = writtenZip([others, { name: 'H10_data.xml', content: xml }]);
        for (const loaded of [await load(xml), await load(zip)]) {
          expect(loaded.format).toBe('h10-xml');
          expect(asRead(loaded)).toEqual(expected(release));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('hold at least the decimals of the series, pad dropped zeros and widen for further digits', async () => {
    const days = ['2026-01-05', '2026-01-06', '2026-01-07'];
    const [jpy] = (await load(writtenFred(days, [yen(['156.1100', '156', '156.2'])]))).series;
    expect([jpy?.decimals, Array.from(jpy?.rates.coefficients ?? [])]).toEqual([2, [15611, 15600, 15620]]);
    const [wide] = (await load(writtenFred(days, [yen(['156.1100', '156.1234', '156.2'])]))).series;
    expect([wide?.decimals, Array.from(wide?.rates.coefficients ?? [])]).toEqual([
      4,
      [1561100, 1561234, 1562000],
    ]);
    expect([jpy?.unit, jpy?.code]).toEqual(['JPY/USD', 'DEXJPUS']);
  });

  it('give the rates of the package back, from every layout', async () => {
    const file = bundledRatesFile();
    const codes = ['GBP', 'KRW', 'VES'];
    const chosen = CATALOGUE.filter(({ code }) => codes.includes(code));
    const byCode = chosen.map((about) => ({ about, rates: file.rates(about.code) }));
    const days = [...new Set(byCode.flatMap(({ rates }) => Array.from(rates.days)))].sort((a, b) => a - b);
    const series = byCode.map(({ about, rates }) => {
      const texts = new Map(
        Array.from(rates.days, (day, at) => [
          day,
          `${Decimal.of(rates.coefficients[at] ?? 0, about.decimals)}`,
        ]),
      );
      return {
        h10: about.h10,
        fred: about.fred,
        currency: about.code,
        rates: days.map((day) => texts.get(day) ?? null),
      };
    });
    const isoDays = days.map((day) => formatDay(day as Day));
    const xml = writtenXml(isoDays, series);
    for (const bytes of [writtenFred(isoDays, series), writtenDdp(isoDays, series), xml]) {
      const loaded = await load(bytes);
      expect(loaded.series.map(({ currency }) => currency).sort()).toEqual(codes);
      for (const { currency, rates, decimals } of loaded.series) {
        expect(decimals).toBe(chosen.find(({ code }) => code === currency)?.decimals);
        expect(Buffer.from(rates.days.buffer).equals(Buffer.from(file.rates(currency).days.buffer))).toBe(
          true,
        );
        expect(rates.coefficients).toEqual(file.rates(currency).coefficients);
      }
    }
  });

  it('name what they pass over', async () => {
    const days = ['2026-01-05', '2026-01-06'];
    const rates = ['1.1', '1.2'];
    const others = ['DTWEXBGS', 'EXJPUS', 'DEXPLUS'].map((fred) => ({
      h10: fred,
      fred,
      currency: 'XXX',
      rates,
    }));
    const { ignored } = await load(writtenFred(days, [...others, yen(['156', '157'])]));
    expect(ignored).toEqual([
      { code: 'DTWEXBGS', reason: 'an index of the dollar' },
      { code: 'EXJPUS', reason: 'weekly, monthly or annual means' },
      { code: 'DEXPLUS', reason: 'not a series that Tickmark keeps' },
    ]);
  });
});

describe('a damaged file of rates', () => {
  const days = Array.from({ length: 12 }, (_, index) =>
    formatDay(((parseDay('2026-01-05') as number) + index) as Day),
  ).filter((day) => isWeekday(parseDay(day)));
  const release = { days, series: [yen(days.map((_, index) => (index === 4 ? null : `156.${10 + index}`)))] };
  const xml = writtenXml(release.days, release.series);

  it.each<[string, Buffer]>([
    ['zip', writtenZip([{ name: 'H10_data.xml', content: xml }])],
    ['zip of ZIP64', writtenZip([{ name: 'H10_data.xml', content: xml }], 'zip64')],
    ['XML', xml],
    ['Data Download CSV', writtenDdp(release.days, release.series)],
    ['FRED CSV', writtenFred(release.days, release.series)],
  ])('loads unchanged or is refused: %s', async (kind, whole) => {
    const before = asRead(await load(whole));
    await fc.assert(
      fc.asyncProperty(damages(whole), async (bytes) => {
        const after = await loadedOrNull(bytes);
        if (after === null) return;
        const changed = differences(before, after);
        // A checksum guards the zip. In text a digit may turn into another: then one place differs, no more.
        expect(changed).toBeLessThanOrEqual(kind.startsWith('zip') ? 0 : 1);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused wherever it was cut, but between two rows of a CSV', async () => {
    for (const whole of [
      writtenZip([{ name: 'H10_data.xml', content: xml }]),
      writtenZip([{ name: 'H10_data.xml', content: xml }], 'zip64'),
      xml.subarray(0, xml.length - 1),
    ]) {
      for (let end = 1; end < whole.length; end += 3) {
        expect(await loadedOrNull(whole.subarray(0, end)), `cut at ${end}`).toBeNull();
      }
    }
    const csv = writtenFred(release.days, release.series);
    for (let end = 1; end < csv.length; end++) {
      const isBetweenRows = csv[end - 1] === 10 && csv.subarray(0, end).toString().split('\n').length > 2;
      const loaded = await loadedOrNull(csv.subarray(0, end));
      expect(loaded !== null, `cut at ${end}`).toBe(isBetweenRows);
    }
  });
});

function yen(rates: readonly (string | null)[]): WrittenSeries {
  return { h10: 'RXI_N.B.JA', fred: 'DEXJPUS', currency: 'JPY', rates };
}

/** Null for an `InputError`; any other error fails the test. */
async function loadedOrNull(bytes: Uint8Array): Promise<ReturnType<typeof asRead> | null> {
  try {
    return asRead(await load(bytes));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function damages(whole: Buffer): fc.Arbitrary<Buffer> {
  const at = fc.nat(whole.length - 1);
  return fc.oneof(
    fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([index, flip]) => {
      const bytes = Buffer.from(whole);
      bytes[index] = (bytes[index] ?? 0) ^ flip;
      return bytes;
    }),
    fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(([index, byte]) => {
      return Buffer.concat([whole.subarray(0, index), Buffer.from([byte]), whole.subarray(index)]);
    }),
    at.map((index) => Buffer.concat([whole.subarray(0, index), whole.subarray(index + 1)])),
  );
}

/** Days that differ, a changed day counting once for its old and new text. */
function differences(before: ReturnType<typeof asRead>, after: ReturnType<typeof asRead>): number {
  let count = 0;
  for (const [currency, { observed, without }] of before) {
    const now = new Set(after.get(currency)?.observed.concat(after.get(currency)?.without ?? []));
    count += [...observed, ...without].filter((each) => !now.has(each)).length;
  }
  return count;
}
