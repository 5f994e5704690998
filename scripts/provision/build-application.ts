import { join } from 'node:path';
import { compressStatic } from './assets/compress-static';
import { makeIfChanged } from './input-stamp';
import { mustRun } from './run-tool';
import { requireLightScripts } from './assets/shared-scripts';

/** What a build was made for; a production build holds no demo wallet. */
export type BuildKind = 'production' | 'demo' | 'test';

/** Each kind keeps its own folder, so that a test run does not spoil a build that is being served. */
export const BUILD_FOLDERS: Record<BuildKind, string> = {
  production: '.next',
  demo: '.next-demo',
  test: '.next-test',
};

/**
 * Builds the application with `next build`, unless nothing changed since.
 * @returns whether it was built.
 */
export function buildApplication(kind: BuildKind): Promise<boolean> {
  const folder = BUILD_FOLDERS[kind];
  const demo = kind === 'production' ? '0' : '1';
  return makeIfChanged({
    inputs: [
      'src/**/*',
      'public/**/*',
      'next.config.ts',
      'postcss.config.*',
      'tsconfig.json',
      'package-lock.json',
      'scripts/provision/assets/compress-static.ts',
    ],
    stamp: join(folder, 'inputs'),
    variant: kind,
    make: async () => {
      await mustRun('next', ['build'], {
        DEMO_MODE: demo,
        NEXT_DIST_DIR: folder,
        NODE_ENV: 'production',
      });
      requireLightScripts(folder);
      await compressStatic(folder);
    },
  });
}
