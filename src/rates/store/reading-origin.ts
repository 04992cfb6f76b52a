import { createHash } from 'node:crypto';
import type { ReadingOrigin } from './merge-series.js';

/** Of bytes that are read now; `from` is their address or the name of their file. */
export function readingOrigin(bytes: Uint8Array, from: string, now: Date): ReadingOrigin {
  return {
    retrieved: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    from,
  };
}
