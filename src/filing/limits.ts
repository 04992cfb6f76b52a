import { InputError } from '../value/index.js';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** Bounds on what is read from outside; a caller may raise them. */
export interface Limits {
  /** Bytes of the source. */
  readonly maxBytes: number;
  /** Paragraphs, list items, headings and table cells, and as many figures. Real reports have some ten thousands. */
  readonly maxParts: number;
}

export const DEFAULT_LIMITS: Limits = { maxBytes: 64 * MEGABYTE, maxParts: 500_000 };

/** Throws `InputError` where a source is larger than the limit. */
export function bounded(path: string, bytes: number, limits: Pick<Limits, 'maxBytes'>): void {
  if (bytes > limits.maxBytes) throw tooLarge(path, bytes, limits);
}

/** Throws `InputError` where a source falls into more parts than the limit: such a text is no report. */
export function boundedParts(path: string, parts: number, { maxParts }: Limits): void {
  if (parts <= maxParts) return;
  throw new InputError(
    'too-large',
    `${path} falls into more than ${maxParts.toLocaleString('en-US')} paragraphs, table cells and figures: raise the limit with --max-parts if the file is right`,
  );
}

/** The error for a source over the limit; `bytes` is null where its size is not known, only that it is larger. */
export function tooLarge(
  path: string,
  bytes: number | null,
  { maxBytes }: Pick<Limits, 'maxBytes'>,
): InputError {
  const sizes = bytes === null ? `more than the limit of ${sizeText(maxBytes)}` : twoSizes(bytes, maxBytes);
  return new InputError('too-large', `${path} holds ${sizes}: raise it with --max-size if the file is right`);
}

/** To the byte where both would read the same: "64.0 MB, over the limit of 64.0 MB" tells nobody anything. */
function twoSizes(bytes: number, limit: number): string {
  const same = sizeText(bytes) === sizeText(limit);
  const [found, most] = [bytes, limit].map(same ? byteText : sizeText);
  return `${found}, over the limit of ${most}`;
}

function sizeText(bytes: number): string {
  if (bytes < KILOBYTE) return byteText(bytes);
  return bytes < MEGABYTE ? `${(bytes / KILOBYTE).toFixed(1)} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function byteText(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes.toLocaleString('en-US')} bytes`;
}
