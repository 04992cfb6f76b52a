import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli/main.js';
import { capturedIo } from './captured-io.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = new URL('../../shared/filings/20-f-iij-2006-item-3.txt', import.meta.url);
const REGISTER = 'bench/disclosed-positions/risks.yaml';

describe.skipIf(!existsSync(REPORT))('positions of a real Item 3 (skipped without the shared inputs)', () => {
  it('point at their figures', async () => {
    const io = capturedIo({ cwd: ROOT });
    const status = await main(['risk', 'check', REGISTER, '--format', 'json'], io);
    expect(status).toBe(0);
    const { figures } = JSON.parse(io.written()) as { figures: readonly { readonly status: string }[] };
    expect(figures.map((figure) => figure.status)).toEqual(Array.from({ length: 8 }, () => 'agrees'));
  });

  it('are measured', async () => {
    const io = capturedIo({ cwd: ROOT });
    const argv = ['risk', 'run', REGISTER, '--quick', '--trials', '8192', '--format', 'json'];
    expect(await main(argv, io)).toBe(0);
    const { measures } = JSON.parse(io.written()) as { measures: readonly { readonly measure: string }[] };
    expect(measures.map(({ measure }) => measure)).toEqual([
      'net-income',
      'other-comprehensive-income',
      'equity',
      'ads-value',
    ]);
  });
});
