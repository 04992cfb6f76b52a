import { describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

async function run(line: string) {
  const io = capturedIo();
  const status = await main(['rates', 'on', ...line.split(' ')], io);
  return { status, out: io.written(), err: io.complained() };
}

describe('tickmark rates on', () => {
  it('prints the last rate on or before a day, and says so', async () => {
    expect(await run('2006-07-08 --currency jpy')).toEqual({
      status: 0,
      out:
        'no rate on Saturday, July 8, 2006; the last before it is of Friday, July 7, 2006\n' +
        'Friday, July 7, 2006: 113.98 (Japanese yen per U.S. $1.00)\nsource: H.10\n',
      err: '',
    });
  });

  it('prints every currency that has a rate when none is named, and which are of an earlier day', async () => {
    const { status, out } = await run('1990-01-02');
    expect(status).toBe(0);
    expect(out).toMatch(/^Noon buying rates on Tuesday, January 2, 1990\n/);
    expect(out).toMatch(/^JPY\/USD +146\.25$/m);
    expect(out).not.toContain('EUR');
    const days = JSON.parse((await run('2006-07-08 --format json')).out) as { date: string; unit: string }[];
    expect(days).toHaveLength(23);
    expect(days.every(({ date }) => date === '2006-07-07')).toBe(true);
  });

  it('prints JSON, in the direction that is asked for', async () => {
    const { out } = await run('2006-03-31 --unit USD/JPY --format json');
    expect(JSON.parse(out)).toMatchObject({ date: '2006-03-31', unit: 'USD/JPY', value: '0.0085121' });
  });

  it.each([
    ['2030-07-08', 'No rate of any currency on 2030-07-08 or within ten days before it'],
    ['7/8/2006 --currency JPY', 'Unexpected "7/8/2006", expected a day such as 2006-03-31'],
    ['1950-01-01 --currency JPY', 'the H.10 rates of JPY run from 1971-01-04'],
    ['2006-07-08 --currency XYZ', 'No rates for "XYZ"'],
    ['2006-07-08 --unit JPY/EUR', 'Unexpected unit "JPY/EUR"'],
    ['2006-07-08 2006-07-09 --currency JPY', 'too many arguments'],
  ])('refuses %s', async (line, message) => {
    const { status, out, err } = await run(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
