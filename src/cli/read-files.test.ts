import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../test/captured-io.js';
import { check, checks } from '../checks/index.js';
import { DEFAULT_LIMITS } from '../filing/index.js';
import { noonBuyingRates } from '../rates/index.js';
import { InputError } from '../value/index.js';
import { type CheckJob, checkFiles } from './check-files.js';
import type { CheckFormat } from './check-part.js';
import { forEachFile } from './read-files.js';

const PATHS = Array.from({ length: 6 }, (_, index) => `${index}.txt`);

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-read-files-'));
  for (const path of PATHS)
    writeFileSync(join(cwd, path), 'The noon buying rate was ¥117.48 per U.S. $1.00.\n');
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('checkFiles', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');

  /** The most of the earlier files that are still in memory when a file is checked. */
  async function mostKept(format: CheckFormat): Promise<number> {
    const rates = noonBuyingRates();
    const made: WeakRef<object>[] = [];
    let most = 0;
    const job: CheckJob = {
      limits: DEFAULT_LIMITS,
      only: null,
      config: null,
      calculations: null,
      threads: 1,
      report: { format, output: undefined, severity: 'info', evidence: false, rates, checks },
      check: (filing) => {
        collectGarbage();
        most = Math.max(most, made.filter((reference) => reference.deref() !== undefined).length);
        made.push(new WeakRef(filing));
        return check(filing, { rates });
      },
    };
    await checkFiles(PATHS, job, capturedIo({ cwd }));
    expect(made).toHaveLength(PATHS.length);
    return most;
  }

  // A weak reference holds to the end of its turn: the file before this one may still be there.
  it.each<CheckFormat>(['terminal', 'json', 'jsonl', 'sarif', 'github'])(
    'keeps no file that it is done with: %s',
    async (format) => expect(await mostKept(format)).toBeLessThanOrEqual(2),
  );

  it('keeps all for a page that shows all, and so this test can see it', async () => {
    expect(await mostKept('html')).toBe(PATHS.length - 1);
  });
});

describe('forEachFile', () => {
  const none = { done: async () => 0, failed: async () => {} };

  it('throws a bad option, which would fail every file, and passes a bug through', async () => {
    for (const error of [new InputError('bad-option', 'Unknown check'), new TypeError('a bug')]) {
      const work = () => {
        throw error;
      };
      const io = capturedIo({ cwd });
      await expect(forEachFile(PATHS, DEFAULT_LIMITS, io, { ...none, work })).rejects.toBe(error);
      expect(io.complained()).toBe('');
    }
  });

  it('stops where no further file is wanted', async () => {
    const read: string[] = [];
    await forEachFile(PATHS, DEFAULT_LIMITS, capturedIo({ cwd }), {
      ...none,
      work: ({ source }) => read.push(source.path),
      done: async () => (read.length < 3 ? 0 : null),
    });
    expect(read).toEqual(['0.txt', '1.txt', '2.txt']);
  });
});
