import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Files that may touch process.env, each with its reason. */
const ALLOWED: Record<string, string> = {
  'src/platform/env.ts': 'the one place',
  'src/proxy.ts': 'NODE_ENV, a constant of the build',
  'src/registry/demo-wallet/demo-wallet-mount.tsx':
    'NEXT_PUBLIC_DEMO_WALLET, a constant of the build',
  'prisma.config.ts': 'read by the prisma command, outside the application',
  'scripts/bootstrap.mjs': 'makes the environment of child processes',
  'scripts/provision/child-environment.ts': 'the environment of the programs that scripts start',
  'scripts/commands/serve.ts': 'NODE_ENV, as `next start` sets it',
  'playwright.config.ts': 'where the set-up tells the tests that the application is',
};

const files = globSync(['src/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}', '*.{ts,js}']).filter(
  (file) => !file.startsWith('src/generated/') && !/\.test\.tsx?$/.test(file),
);

it('nothing but src/platform/env.ts reads the environment', () => {
  const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
  expect(readers.sort()).toEqual(Object.keys(ALLOWED).sort());
});
