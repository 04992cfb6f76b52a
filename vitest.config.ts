import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Replaces a module of Node for itself, so that it needs modules that nobody has loaded yet. */
const ALONE = ['src/rates/store/lock-race.test.ts'];

const settings = {
  environment: 'node',
  // Output must not depend on where, in which colours and over whose rates the tests run: of that folder there is none.
  env: { TZ: 'UTC', NO_COLOR: '1', XDG_DATA_HOME: join(tmpdir(), 'tickmark-tests-hold-no-rates') },
  testTimeout: 20_000,
} as const;

export default defineConfig({
  test: {
    // The default leaves one processor out, which on two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...settings,
          name: 'all',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ALONE,
          // Each worker loads the code once, not once a file: a third of the time.
          isolate: false,
        },
      },
      { test: { ...settings, name: 'alone', include: ALONE } },
    ],
  },
});
