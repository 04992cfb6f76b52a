import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/version.js';
import { BOMB, DOLLARS_PER_YEN, EURO_AS_YEN, updateFixture } from './rates-update/fixture.js';
import { EUR, fredFile, JPY, NEW_DAY, RELEASE, releaseOf } from './rates-update/held-store.js';
import {
  answer,
  answerShort,
  type Behaviour,
  endless,
  endlessRedirects,
  inTurn,
  silence,
  stall,
  UnrulyServer,
} from './rates-update/unruly-server.js';
import { writtenXml } from './written-rates.js';

const fixture = updateFixture();
const { server } = fixture;

function update(timeout: string, ...options: string[]) {
  const words = ['rates', 'update', '--currency', 'JPY,EUR', '--timeout', timeout];
  return fixture.store.run(...words, ...server.options, ...options);
}

const page = '<!DOCTYPE html><html><body>We are sorry.</body></html>';

/** What the server does, to both requests; the longest silence; what the message says. */
const FAULTS: readonly (readonly [name: string, does: Behaviour, timeout: string, says: RegExp])[] = [
  ['an empty body with status 200', answer(200, ''), '5', /its answer is empty/],
  ['a web page with status 200', answer(200, page), '5', /web page/],
  ['a truncated zip', answer(200, RELEASE.subarray(0, RELEASE.length - 200)), '5', /the zip was cut short/],
  [
    'a body shorter than its Content-Length',
    answerShort(RELEASE),
    '1',
    /broke off before the answer was whole/,
  ],
  [
    '429 with a long Retry-After',
    answer(429, 'slow down', { 'retry-after': '3600' }),
    '5',
    /429 \(Too Many Requests\) and asks to come back after 2026-05-26 13:00 UTC/,
  ],
  [
    '503 with a long Retry-After as a date',
    answer(503, '', { 'retry-after': 'Wed, 27 May 2026 08:00:00 GMT' }),
    '5',
    /503 .*come back after 2026-05-27 08:00 UTC/,
  ],
  ['503 again and again', answer(503, 'later'), '1', /it answered 503/],
  ['404', answer(404, 'gone'), '5', /it answered 404/],
  ['a connection that hangs', silence, '0.2', /no answer within 0.2 s/],
  ['a connection that hangs within the body', stall(RELEASE), '0.2', /no more of the answer within 0.2 s/],
  ['a zip bomb', answer(200, BOMB), '5', /expected at most \d+ times as many/],
  ['a body without end', endless, '5', /larger than|took longer than/],
  ['redirects without end', endlessRedirects, '5', /redirects more than 3 times/],
  [
    'a redirect to another host',
    answer(302, '', { location: 'https://example.com/' }),
    '5',
    /another server/,
  ],
  ['a redirect to no address', answer(302, ''), '5', /redirects to/],
  [
    'another series under the name of the one asked for',
    answer(200, releaseOf([EURO_AS_YEN])),
    '5',
    /another series/,
  ],
  ['rates in the other direction', answer(200, releaseOf([DOLLARS_PER_YEN])), '5', /other direction/],
  [
    'a monthly series',
    answer(200, writtenXml(['2026-05-01'], [{ ...JPY, rates: ['158.00'] }], { FREQ: '129' })),
    '5',
    /of frequency 129/,
  ],
  ['text that is nothing', answer(200, 'hello'), '5', /header/],
];

describe('rates update, where the servers misbehave', () => {
  it.each(FAULTS)(
    '%s: all is as before, and the message says what to do',
    async (_name, does, timeout, says) => {
      const [files, answers] = [fixture.store.files(), await fixture.store.answers()];
      server.behave(does);
      const { status, out, err } = await update(timeout);
      expect([status, out]).toEqual([2, '']);
      expect(err).toMatch(says);
      expect(err).toMatch(
        /^tickmark: Cannot fetch newer rates; those held are unchanged.*\n(?: {2}http.*: .*\n)+ {2}Check the network and try again later; .*rates import FILE":\n(?: {2}http.*\n){2}$/,
      );
      expect(err).not.toContain('internal error');
      expect(fixture.store.files()).toEqual(files);
      expect(await fixture.store.answers()).toBe(answers);
    },
  );

  it('a server that is not there', async () => {
    const [files, gone] = [fixture.store.files(), new UnrulyServer()];
    await gone.start();
    const { options } = gone;
    await gone.stop();
    const { status, err } = await fixture.store.run('rates', 'update', '--timeout', '1', ...options);
    expect([status, err.match(/it refuses connections/g)?.length]).toEqual([2, 2]);
    expect(fixture.store.files()).toEqual(files);
  });

  it('asks FRED for no second series once it is down', async () => {
    server.behave(answer(429, '', { 'retry-after': '3600' }));
    await update('5');
    expect(server.requests.map(({ url }) => url)).toEqual(['/h10.zip', '/fred.csv?id=DEXUSEU']);
  });
});

describe('rates update, where it can be helped', () => {
  it('sends nothing about the user', async () => {
    server.behave(answer(200, RELEASE));
    expect((await update('20')).status).toBe(0);
    const headers = { ...server.requests[0]?.headers };
    expect(headers['user-agent']).toBe(`tickmark/${VERSION}`);
    const known = [
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ];
    expect(Object.keys(headers).filter((name) => !known.includes(name))).toEqual([]);
    expect(headers['accept-language']).toBe('*');
  });

  it.each<readonly [string, Behaviour]>([
    ['429 with a short Retry-After', inTurn(answer(429, '', { 'retry-after': '0' }), answer(200, RELEASE))],
    ['500 twice', inTurn(answer(500, ''), answer(500, ''), answer(200, RELEASE))],
    ['a broken connection', inTurn(answerShort(RELEASE), answer(200, RELEASE))],
    ['a redirect on the same server', inTurn(answer(301, '', { location: '/new' }), answer(200, RELEASE))],
  ])('%s, then the release: both series are there', async (_name, does) => {
    server.behave(does);
    const { status, out, err } = await update('2');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^EUR: added 1 day, 2026-05-19\nJPY: added 1 day, 2026-05-19\n|^JPY.*\nEUR/);
    expect(await fixture.store.answers()).toContain('159.20');
  });

  it('takes from FRED what the release does not give, and says why', async () => {
    server.behave(answer(500, ''));
    server.fred = byName;
    const { status, out, err } = await update('1');
    expect(status).toBe(0);
    expect(err).toMatch(/^tickmark: Cannot use \S+h10\.zip: it answered 500.*\n$/);
    expect(out.match(/added 1 day/g)).toHaveLength(2);
  });

  it('keeps what FRED gives, names the rest, and ends with status 2', async () => {
    server.behave(answer(200, page));
    server.fred = (request, response) =>
      request.url?.includes('DEXJPUS') === true
        ? byName(request, response)
        : answer(404, '')(request, response);
    const { status, out, err } = await update('5');
    expect([status, out.split('\n')[0]]).toEqual([2, `JPY: added 1 day, ${NEW_DAY}`]);
    expect(err).toContain('Not fetched, and as before: EUR.');
    expect(await fixture.store.answers()).toContain('159.20');
    const json = JSON.parse((await update('5', '--format', 'json')).out);
    expect(json).toMatchObject({ dryRun: false, changed: false, missing: ['EUR'] });
    expect(json.failures.map(Object.keys)).toEqual([
      ['address', 'currency', 'reason'],
      ['address', 'currency', 'reason'],
    ]);
  });

  it('refuses one wrong series of FRED and keeps the other', async () => {
    server.behave(answer(404, ''));
    server.fred = answer(200, fredFile(JPY));
    const { status, err } = await update('5');
    expect(status).toBe(2);
    expect(err).toContain('it is another series than asked for');
    expect(err).toContain('Not fetched, and as before: EUR.');
  });

  it('changes nothing in a dry run, and says what it would', async () => {
    const files = fixture.store.files();
    server.behave(answer(200, RELEASE));
    const { status, out } = await update('20', '--dry-run');
    expect([status, out.includes(`JPY: added 1 day, ${NEW_DAY}`)]).toEqual([0, true]);
    expect(fixture.store.files()).toEqual(files);
  });

  it('shows on a terminal what it waits for', async () => {
    server.behave(inTurn(answer(503, '', { 'retry-after': '0' }), answer(200, RELEASE)));
    const words = ['rates', 'update', '--currency', 'JPY', ...server.options];
    const { err } = await fixture.store.runOn({ errColumns: 200 }, ...words);
    expect(err).toContain(`fetching ${server.origin}/h10.zip …`);
    expect(err).toContain('it answered 503 (Service Unavailable); asking again …');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  it('refuses a currency that has ended, and addresses that are not safe', async () => {
    server.behave(answer(200, RELEASE));
    const ended = await fixture.store.run('rates', 'update', '--currency', 'DEM', ...server.options);
    expect([ended.status, ended.err]).toEqual([
      2,
      expect.stringContaining('No newer rates of "DEM" are published'),
    ]);
    const unsafe = await fixture.store.run('rates', 'update', '--h10-url', 'http://example.com/a.zip');
    expect([unsafe.status, unsafe.err]).toEqual([2, expect.stringContaining('expected an https address')]);
    expect((await update('0')).err).toContain('Unexpected --timeout "0", expected seconds such as 30');
    expect(server.requests).toEqual([]);
  });

  it('two at once lose nothing', async () => {
    server.behave(answer(200, RELEASE));
    const one = (code: string) =>
      fixture.store.run('rates', 'update', '--currency', code, '--timeout', '20', ...server.options);
    const both = await Promise.all([one('JPY'), one('EUR')]);
    expect(both.map(({ status, err }) => [status, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const on = async (code: string) => (await fixture.store.run('rates', 'on', NEW_DAY, '-c', code)).out;
    expect([await on('JPY'), await on('EUR')].map((text) => /: ([\d.]+)/.exec(text)?.[1])).toEqual([
      '159.20',
      '1.1612',
    ]);
  });
});

const byName: Behaviour = (request, response) => {
  const isYen = request.url?.includes('DEXJPUS') === true;
  answer(200, fredFile(isYen ? JPY : EUR))(request, response);
};
