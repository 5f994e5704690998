import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const FAIL_ON_CONSOLE = 'test/support/fail-on-console.ts';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    // Each has its own database, bucket and chain. A test mostly waits for those: three keep two cores busy.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'test/{house,reports}/**/*.test.{ts,tsx}',
          ],
          setupFiles: [FAIL_ON_CONSOLE],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/services/start-services.ts'],
          setupFiles: [FAIL_ON_CONSOLE, 'test/support/services/use-services.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
