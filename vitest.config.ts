import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.ts', 'test/support/cache.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for a clock or a process rather than for the processor.
    maxWorkers: 2,
    // No test puts another module in the place of one: the knowledge is read once a worker, not once a file.
    isolate: false,
    expect: { poll: { timeout: 5_000 } },
  },
});
