import { expect, it } from 'vitest';
import { BOMB, DOLLARS_PER_YEN, EURO_AS_YEN, updateFixture } from './rates-update/fixture.js';
import { JPY, NEW_DAY, RELEASE, releaseOf } from './rates-update/held-store.js';
import { answer, type Behaviour, UnrulyServer } from './rates-update/unruly-server.js';
import { writtenXml } from './written-rates.js';

/*
 * The reason that each fault is given, word for word, with the address taken out: "zip" is a part of the address too, so
 * that a looser look at the message could not fail.
 */
const fixture = updateFixture();
const { server } = fixture;

const hundredfold = {
  ...JPY,
  rates: JPY.rates.map((rate) => (rate === null ? null : (Number(rate) * 100).toFixed(2))),
};
/** The day after the clock of the tests. */
const TOMORROW = '2026-05-27';

it.each<readonly [string, Behaviour, RegExp]>([
  [
    'a zip that was cut short',
    answer(200, RELEASE.subarray(0, -200)),
    /the zip was cut short, .*download it again/,
  ],
  ['a zip bomb', answer(200, BOMB), /\d+ bytes unpack to 41943040, expected at most 400 times as many/],
  [
    'another series',
    answer(200, releaseOf([EURO_AS_YEN])),
    /Cannot take JPY\/USD in ADDRESS: it is another series; it differs from the rates held on 11 of 11 days/,
  ],
  [
    'the other direction',
    answer(200, releaseOf([DOLLARS_PER_YEN])),
    /Cannot take JPY\/USD in ADDRESS: it is quoted in the other direction/,
  ],
  [
    'another scale',
    answer(200, releaseOf([hundredfold])),
    /Cannot take JPY\/USD in ADDRESS: it is 100 times the rates held/,
  ],
  [
    'a monthly series',
    answer(200, writtenXml(['2026-05-01'], [{ ...JPY, rates: ['158.00'] }], { FREQ: '129' })),
    /of frequency 129, not business daily/,
  ],
  [
    'a day that is yet to come',
    answer(200, writtenXml([NEW_DAY, TOMORROW], [{ ...JPY, rates: ['159.20', '159.30'] }])),
    /day "2026-05-27", which is yet to come.* expected none after 2026-05-26/,
  ],
])('%s is named, and nothing changes', async (_name, does, reason) => {
  const files = fixture.store.files();
  server.behave(answer(404, ''));
  server.h10 = does;
  const words = ['--currency', 'JPY', '--timeout', '5', ...server.options];
  const { status, out, err } = await fixture.store.run('rates', 'update', ...words);
  expect([status, out]).toEqual([2, '']);
  const told = err.replaceAll(`${server.origin}/h10.zip`, 'ADDRESS');
  expect(told).toMatch(reason);
  expect(told).toMatch(/^tickmark: Cannot fetch newer rates; those held are unchanged\b.*ADDRESS: /s);
  expect(told).toMatch(/ADDRESS.*\brun "tickmark rates import FILE"/s);
  expect(fixture.store.files()).toEqual(files);
});

it('a server that is not there: what to do is said too', async () => {
  const [files, gone] = [fixture.store.files(), new UnrulyServer()];
  await gone.start();
  const { options } = gone;
  await gone.stop();
  const { status, err } = await fixture.store.run('rates', 'update', '--timeout', '1', ...options);
  expect(status).toBe(2);
  expect(err).toMatch(/^tickmark: Cannot fetch newer rates; those held are unchanged\b/);
  expect(err).toMatch(/it refuses connections.*\brun "tickmark rates import FILE"/s);
  expect(fixture.store.files()).toEqual(files);
});
