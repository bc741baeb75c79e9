import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.ts', 'test/support/cache.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for a clock or a process rather than for the processor.
    maxWorkers: 2,
    expect: { poll: { timeout: 5_000 } },
  },
});
