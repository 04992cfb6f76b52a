import { setTimeout as wait } from 'node:timers/promises';
import { VERSION } from '../../version.js';
import { mayRedirect } from './addresses.js';
import { connectionFailure } from './connection-failure.js';
import { retryAfter } from './retry-after.js';
import { type Stopwatch, startStopwatch, TookTooLong } from './stopwatch.js';

const MOST_REDIRECTS = 3;
const MOST_RETRIES = 2;
const LONGEST_WAIT_MILLISECONDS = 30_000;
const REDIRECTS = [301, 302, 303, 307, 308];
/** Nothing about the user. */
const HEADERS = { 'user-agent': `tickmark/${VERSION}`, accept: '*/*' };

export interface DownloadOptions {
  /** The longest silence in milliseconds, for the connection and between two parts of the answer. */
  readonly timeout: number;
  readonly maxBytes: number;
  readonly now: () => Date;
  /** Told what is waited for; for a person. */
  readonly say: (line: string) => void;
}

/** Bytes, or why there are none: a part of a sentence for a person. */
export type Download =
  | { readonly bytes: Uint8Array }
  | {
      readonly bytes: null;
      readonly reason: string;
      /** Whether another file of the same server would fare no better. */
      readonly isServerDown: boolean;
    };

/**
 * Fetches an address with nothing but its bytes bounded and timed: what they are is for a loader to say. A server that
 * is down is asked twice more, with a growing pause; one that says when to come back is waited for when that is soon.
 * Never throws for what a server does.
 */
export async function download(address: URL, options: DownloadOptions): Promise<Download> {
  for (let retries = 0; ; retries += 1) {
    const attempt = await attemptOnce(address, options);
    if (attempt.bytes !== null) return attempt;
    const pause = retries < MOST_RETRIES ? pauseBefore(attempt, retries, options) : null;
    if (pause === null) return { ...attempt, reason: withWhen(attempt, options) };
    const when = pause < 1000 ? '' : ` in ${Math.ceil(pause / 1000)} s`;
    options.say(`${attempt.reason}; asking again${when}`);
    await wait(pause);
  }
}

type Failure = Extract<Download, { bytes: null }> & {
  /** `after`: milliseconds that the server asked for. Absent where it is of no use to ask again. */
  readonly retry?: { readonly after: number | null };
};

async function attemptOnce(
  address: URL,
  options: DownloadOptions,
): Promise<Failure | { readonly bytes: Uint8Array }> {
  const watch = startStopwatch(options.timeout);
  try {
    const response = await follow(address, watch);
    if (typeof response === 'string') return { bytes: null, reason: response, isServerDown: false };
    if (!response.ok) return await refusal(response, options.now());
    return await boundedBytes(response, watch, options.maxBytes);
  } catch (error) {
    if (error instanceof TookTooLong) return { bytes: null, reason: error.message, isServerDown: true };
    const reason = connectionFailure(error);
    return { bytes: null, reason, isServerDown: true, retry: { after: null } };
  } finally {
    watch.stop();
  }
}

/** The answer at the end of at most three redirects, or why one is not followed. */
async function follow(start: URL, watch: Stopwatch): Promise<Response | string> {
  let address = start;
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(address, { headers: HEADERS, redirect: 'manual', signal: watch.signal });
    watch.heard('more of the answer');
    if (!REDIRECTS.includes(response.status)) return response;
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, address.href)) return 'it redirects to no address';
    const next = new URL(location, address.href);
    if (redirects === MOST_REDIRECTS) return `it redirects more than ${MOST_REDIRECTS} times`;
    if (!mayRedirect(start, next)) return `it redirects to another server, ${next.origin}`;
    address = next;
  }
}

async function refusal(response: Response, now: Date): Promise<Failure> {
  const { status, statusText, headers } = response;
  await response.body?.cancel();
  const reason = `it answered ${status}${statusText === '' ? '' : ` (${statusText})`}`;
  const isBusy = status === 429 || status >= 500;
  if (!isBusy) return { bytes: null, reason, isServerDown: status === 401 || status === 403 };
  return {
    bytes: null,
    reason,
    isServerDown: true,
    retry: { after: retryAfter(headers.get('retry-after'), now) },
  };
}

async function boundedBytes(
  response: Response,
  watch: Stopwatch,
  maxBytes: number,
): Promise<Failure | { readonly bytes: Uint8Array }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    watch.heard('more of the answer');
    size += part.length;
    // Leaving the loop ends the connection.
    if (size > maxBytes) {
      return { bytes: null, reason: `its answer is larger than ${maxBytes} bytes`, isServerDown: false };
    }
    parts.push(part);
  }
  if (size === 0) return { bytes: null, reason: 'its answer is empty', isServerDown: false };
  return { bytes: Buffer.concat(parts, size) };
}

/** Milliseconds, or null where the server wants more patience than we have. */
function pauseBefore({ retry }: Failure, retries: number, { timeout }: DownloadOptions): number | null {
  if (retry === undefined) return null;
  if (retry.after !== null) return retry.after <= LONGEST_WAIT_MILLISECONDS ? retry.after : null;
  return retries === 0 ? timeout / 30 : timeout / 10;
}

function withWhen({ reason, retry }: Failure, { now }: DownloadOptions): string {
  const after = retry?.after ?? null;
  if (after === null || after <= LONGEST_WAIT_MILLISECONDS) return reason;
  const time = new Date(now().getTime() + after).toISOString().replace(/:\d\d\.\d+Z$/, 'Z');
  return `${reason} and asks to come back after ${time.replace('T', ' ').replace('Z', ' UTC')}`;
}
