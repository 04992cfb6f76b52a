import { expect, it } from 'vitest';
import { connectionFailure } from './connection-failure.js';

it.each([
  ['ENOTFOUND', 'its name is not known here'],
  ['ECONNREFUSED', 'it refuses connections'],
  ['ENETUNREACH', 'it cannot be reached'],
  ['UND_ERR_SOCKET', 'broke off'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'its certificate was not accepted (SELF_SIGNED_CERT_IN_CHAIN)'],
  ['EMFILE', 'the connection failed (EMFILE)'],
])('%s: "%s"', (code, says) => {
  const cause = Object.assign(new Error('of the system'), { code });
  expect(connectionFailure(new TypeError('fetch failed', { cause }))).toContain(says);
});
