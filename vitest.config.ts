import { defineConfig } from 'vitest/config';

/** Folders of tests by kind; `tests/run.ts` runs them in this order. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'walls', include: ['tests/walls/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'integration',
          include: ['tests/contract/**/*.test.ts', 'tests/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 240_000,
          // Each file has a PostgreSQL and server processes of its own, and two cores for all of it.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          // Five browsers share two cores: a step that lost the race once may run again, once.
          retry: 1,
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
