import { defineConfig } from 'vitest/config';

// One run for the whole workspace, found by pattern: a hand-kept list of projects silently loses some.
export default defineConfig({
  test: {
    include: ['{apps,packages,connectors,shared,test}/**/src/**/*.test.{ts,tsx}'],
    setupFiles: ['./test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Polling ends when the event is there; this only bounds how long a broken test waits.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
  },
});
