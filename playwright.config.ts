import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './scripts/provision/chromium';

/** These take a service away from everybody, or change what everybody sees. */
const ALONE = ['**/*.outage.spec.ts', '**/forecast*.spec.ts'];

/** Long, and one step after another: begun first, else the others end and wait for these. */
const LONG = [
  'wallet',
  'sent-transaction',
  'blood-pressure',
  'reject-and-amend',
  'covid-19',
  'batch',
].map((name) => `**/${name}.spec.ts`);

/** One after the other, in the order of their names: the chain's time does not go back. */
const WEEKS = ['lost-wallet', 'trail-receipt'].map((name) => `**/${name}.spec.ts`);

/**
 * With this the outages and the weeks run on a system of their own, beside the journeys on another one
 * (`runAllTests`); else all of them share one, one kind after the other.
 */
const onTwoSystems = process.env['E2E_SYSTEMS'] === '2';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: process.env['E2E_RESULTS'] ?? '.data/test-results',
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
    // Without its film and its copies of the page: taking those slows down everything else. A failure still
    // shows the page as it stood; `--trace=on` has it all.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    // A page that fades and slides draws dozens of times, without a graphics card.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] },
  },
  projects: [
    { name: 'long journeys', testMatch: LONG },
    { name: 'journeys', testIgnore: [...ALONE, ...LONG, ...WEEKS] },
    {
      name: 'outages',
      testMatch: ALONE,
      dependencies: onTwoSystems ? [] : ['long journeys', 'journeys'],
      workers: 1,
    },
    // These let weeks and days pass on the chain, after which no signed permission of today is good any more.
    { name: 'weeks', testMatch: WEEKS, dependencies: ['outages'], workers: 1 },
  ],
});
