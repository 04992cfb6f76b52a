/** The real filings that benchmarks read; none where the folder is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export interface RealFiling {
  /** Its file name without its endings: "10-k-harbor-lane-2024". */
  readonly name: string;
  readonly kind: 'html' | 'text';
  /** Decompressed. */
  readonly bytes: Uint8Array;
}

export const FILINGS_FOLDER = fileURLToPath(new URL('../../shared/filings', import.meta.url));

/** Real filings whose names hold `part`, one after the other, in order of their names. */
export function* realFilings(kind: RealFiling['kind'], part = ''): Generator<RealFiling> {
  const ending = kind === 'html' ? /\.htm(?:\.gz)?$/ : /\.txt(?:\.gz)?$/;
  if (!existsSync(FILINGS_FOLDER)) return;
  for (const file of readdirSync(FILINGS_FOLDER).sort()) {
    if (!ending.test(file) || !file.includes(part)) continue;
    const stored = readFileSync(join(FILINGS_FOLDER, file));
    yield {
      name: file.replace(ending, ''),
      kind,
      bytes: file.endsWith('.gz') ? gunzipSync(stored) : stored,
    };
  }
}
