/** The package as it is shipped, for benchmarks of the checks: `tsx` would add to the time of each function. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Check, CheckContext, CheckResult } from '../src/checks/index.js';
import type { Filing, ReadOptions } from '../src/filing/index.js';

export interface Checker {
  readFiling(source: Uint8Array | string, options: ReadOptions): Filing;
  runChecks(checks: readonly Check[], filing: Filing, context: CheckContext): CheckResult;
  readonly checks: readonly Check[];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Bundles reading and checks into one file and loads it. `only` picks checks by id; none where null. */
export async function loadChecker(only: readonly string[] | null = null): Promise<Checker> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
  try {
    const bundle = join(folder, 'checker.mjs');
    await bundleChecker(bundle);
    return await importChecker(bundle, only);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same from a bundle that stands already: threads share one. */
export async function importChecker(bundle: string, only: readonly string[] | null): Promise<Checker> {
  const checker: Checker = await import(pathToFileURL(bundle).href);
  const unknown = (only ?? []).filter((id) => checker.checks.every(({ meta }) => meta.id !== id));
  if (unknown.length > 0) throw new Error(`Unknown check ${unknown.join(', ')}`);
  const checks = checker.checks.filter(({ meta }) => only === null || only.includes(meta.id));
  return { readFiling: checker.readFiling, runChecks: checker.runChecks, checks };
}

export async function bundleChecker(outfile: string): Promise<void> {
  // Imported where it is used: the threads that load this file have no esbuild beside them.
  const { build } = await import('esbuild');
  await build({
    stdin: {
      resolveDir: join(ROOT, 'src'),
      contents: `export { readFiling } from './filing/index.ts';
        export { runChecks } from './checks/engine/run.ts';
        export { checks } from './checks/registry.ts';`,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
}

/** What a check threw, by its id. */
export type Thrown = Map<string, string>;

/** The checks such that one that throws is noted and counts as not run, so that the others are still measured. */
export function guarded(checks: readonly Check[], thrown: Thrown): Check[] {
  return checks.map((check) => ({
    ...check,
    run: (filing, context) => {
      try {
        return check.run(filing, context);
      } catch (error) {
        thrown.set(check.meta.id, error instanceof Error ? (error.stack ?? error.message) : String(error));
        return { ticks: [], findings: [], undecided: [], notRun: 'it threw' };
      }
    },
  }));
}
