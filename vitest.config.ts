import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Output must not depend on where or in which colours the tests run.
    env: { TZ: 'UTC', NO_COLOR: '1' },
    testTimeout: 20_000,
  },
});
