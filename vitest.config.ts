import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, chromiumPlace } from './tests/helpers/chromium.ts';

/** Bundled once before the first test: a bundle made in the middle of a run would load the page anew. */
const LIBRARIES = [
  'react',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@internationalized/date',
  'react-aria-components',
  'lucide-react',
  'yjs',
  'lib0/encoding',
  'lib0/decoding',
  'fractional-indexing',
  'intl-messageformat',
  'wouter',
  'zod',
  '@tiptap/core',
  '@tiptap/react',
  '@tiptap/pm/model',
  '@tiptap/pm/state',
  '@tiptap/pm/view',
];

/** Folders of tests by kind; `tests/run.ts` runs them in this order. */
export default defineConfig({
  test: {
    // Two cores are what a suite may count on; the default leaves one of them to itself.
    maxWorkers: 2,
    projects: [
      // Some speak to a real server over real sockets; a busy machine makes them wait.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'walls', include: ['tests/walls/**/*.test.ts'], testTimeout: 120_000 } },
      {
        plugins: [react({ jsxImportSource: '#jsx' })],
        resolve: { dedupe: ['yjs', 'lib0', 'react', 'react-dom'] },
        optimizeDeps: { include: LIBRARIES },
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromiumPlace() ?? '/usr/bin/chromium', args: CHROMIUM_ARGS },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1024, height: 900 } }],
          },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/contract/**/*.test.ts', 'tests/integration/**/*.test.ts'],
          globalSetup: ['tests/helpers/database/image.ts'],
          testTimeout: 60_000,
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
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'fields',
          include: ['tests/fields/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'engines',
          include: ['tests/engines/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two browsers and a server for each file are enough for two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});
