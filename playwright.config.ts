import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './scripts/provision/chromium';

/** These take a service away from everybody, or change what everybody sees. */
const ALONE = ['**/*.outage.spec.ts', '**/forecast.spec.ts'];

/** Long, and one step after another: begun first, else the others end and wait for these. */
const LONG = ['wallet', 'blood-pressure', 'reject-and-amend', 'covid-19', 'batch'].map(
  (name) => `**/${name}.spec.ts`,
);

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.data/test-results',
  globalSetup: './test/e2e/support/start-system.ts',
  // A journey mostly waits: three keep two cores busy.
  workers: 3,
  forbidOnly: true,
  // On a busy machine a whole path takes minutes; what is wrong is found by the steps' own patience.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices['Desktop Chrome'],
    // Set by the global set-up, after which each worker reads this file again.
    baseURL: process.env['APP_URL'] ?? 'http://localhost',
    // What cannot be done fails with its own words, not with the whole test's time.
    actionTimeout: 30_000,
    // Without its film: taking that slows down everything else.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] },
  },
  projects: [
    { name: 'long journeys', testMatch: LONG },
    { name: 'journeys', testIgnore: [...ALONE, ...LONG, '**/lost-wallet.spec.ts'] },
    { name: 'outages', testMatch: ALONE, dependencies: ['long journeys', 'journeys'], workers: 1 },
    // This lets weeks pass on the chain, after which no signed permission of today is good any more.
    { name: 'weeks', testMatch: '**/lost-wallet.spec.ts', dependencies: ['outages'], workers: 1 },
  ],
});
