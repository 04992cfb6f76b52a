import { describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

async function run(line: string) {
  const io = capturedIo();
  const status = await main(['rates', 'table', ...line.split(' ')], io);
  return { status, out: io.written(), err: io.complained() };
}

const JULY = '--currency JPY --months 2006-07 --through 2006-07-07';

describe('tickmark rates table', () => {
  it('prints the table', async () => {
    const { status, out, err } = await run(
      '--currency JPY --fiscal-year-end 03-31 --years 2005..2006 --months 2006-06..2006-07 --through 2006-07-07',
    );
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('  2006                          120.93   104.41       113.67      117.48\n');
    expect(out).toContain('  July (through July 7, 2006)   115.65   113.98       114.93      113.98\n');
  });

  it.each([
    ['terminal', /^Exchange rates: Japanese yen per U\.S\. \$1\.00\n/],
    ['markdown', /^\*\*Exchange rates/],
    ['html', /^<table /],
    ['csv', /^group,label,/],
    ['json', /^\{\n {2}"unit": "JPY\/USD"/],
  ])('in the form of %s', async (format, expected) => {
    const { status, out } = await run(`${JULY} --format ${format}`);
    expect(status).toBe(0);
    expect(out).toMatch(expected);
    expect(out.endsWith('\n') && !out.endsWith('\n\n')).toBe(true);
  });

  it('takes the direction, the decimals and the method of the average', async () => {
    expect((await run(`${JULY} --unit USD/JPY --decimals 4 --format csv`)).out).toContain(
      ',daily,0.0088,0.0086,0.0087,0.0088,USD/JPY,H.10',
    );
    const daily = await run('-c JPY --fiscal-year-end 03-31 --years 2006 --average daily --format csv');
    expect(daily.out).toContain(',2006,2005-04-01,2006-03-31,daily,120.93,104.41,113.15,117.48,JPY/USD,H.10');
  });

  it.each([
    ['--months 2006-07', 'Which currency? Add --currency JPY or --unit JPY/USD'],
    ['--currency JPY', 'Which rows? Add --years'],
    ['--currency JPY --years 2006', 'When do the years end? Add --fiscal-year-end 03-31'],
    ['--currency JPY --years 2006 --fiscal-year-end 31-03', 'Unexpected fiscal year-end 31-3'],
    ['--currency ARS --months 2006-07', 'No rates for "ARS" in H.10, expected one of AUD, BRL'],
    ['--currency JPY --months 2031-01', 'run from 1971-01-04 to 2026-05-15'],
    [`${JULY} --decimals -1`, 'Unexpected --decimals "-1", expected a whole number'],
    [`${JULY} --through 2006-02-30`, 'No such day: 2006-02-30'],
    [`${JULY} --format pdf`, 'pdf'],
  ])('refuses %s', async (line, message) => {
    const { status, out, err } = await run(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
