import { expect, it } from 'vitest';
import { proxyHint } from './proxy-hint.js';

const PROXY = 'http://proxy.example:8080';

it.each<[Record<string, string>, string, string | undefined]>([
  [{}, '20.20.0', undefined],
  [{ HTTPS_PROXY: '' }, '20.20.0', undefined],
  [{ HTTP_PROXY: PROXY }, '20.20.0', undefined],
  [{ https_proxy: PROXY }, '20.20.0', 'https_proxy is set, but this Node 20.20.0 uses no proxy'],
  [{ HTTPS_PROXY: PROXY }, '24.1.0', 'HTTPS_PROXY is set: to go through that proxy, set'],
  [{ HTTPS_PROXY: PROXY, NODE_USE_ENV_PROXY: '1' }, '24.1.0', undefined],
  [
    { ALL_PROXY: PROXY, NODE_USE_ENV_PROXY: '1' },
    '24.1.0',
    'ALL_PROXY is set: to go through that proxy, set HTTPS_PROXY',
  ],
])('%j of Node %s: %s', (env, version, says) => {
  const hint = proxyHint(env, version);
  if (says === undefined) expect(hint).toBeUndefined();
  else expect(hint).toContain(says);
  // A proxy may have a password in its address.
  expect(hint ?? '').not.toContain('proxy.example');
});
