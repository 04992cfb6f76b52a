import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Output must not depend on where, in which colours and over whose rates the tests run: of that folder there is none.
    env: { TZ: 'UTC', NO_COLOR: '1', XDG_DATA_HOME: join(tmpdir(), 'tickmark-tests-hold-no-rates') },
    // The default leaves one processor out, which on two is half.
    maxWorkers: '100%',
    testTimeout: 20_000,
  },
});
