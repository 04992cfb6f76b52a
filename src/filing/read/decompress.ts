import { gunzipSync } from 'node:zlib';
import { InputError } from '../../value/index.js';
import { type Limits, tooLarge } from '../limits.js';

/** Whether bytes begin as gzip does (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The bytes that a gzip file holds, all its members joined. It is never unpacked beyond `maxBytes`, however small it
 * is. Throws `InputError` where it holds more, or is cut short or damaged.
 */
export function gunzipped(path: string, bytes: Uint8Array, limits: Pick<Limits, 'maxBytes'>): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.max(1, limits.maxBytes) });
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge(`${path}, decompressed,`, null, limits);
    }
    throw new InputError(
      'unreadable',
      `${path} is gzip-compressed, but cut short or damaged: fetch or compress it again`,
      { cause },
    );
  }
}
