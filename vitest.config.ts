import { defineConfig } from 'vitest/config';

// One run for the whole workspace, found by pattern: a hand-kept list of projects silently loses some.
export default defineConfig({
  test: {
    include: ['{apps,packages,connectors,shared,test}/**/src/**/*.test.{ts,tsx}'],
    setupFiles: ['./test/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
