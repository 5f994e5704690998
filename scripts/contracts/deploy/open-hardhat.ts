import { join, resolve } from 'node:path';
import type { HardhatUserConfig } from 'hardhat/config';
import { createHardhatRuntimeEnvironment } from 'hardhat/hre';
import type { HardhatRuntimeEnvironment } from 'hardhat/types/hre';
import config from '../../../hardhat.config';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Not `artifacts/`: a run with coverage leaves other code there, and counts on it while it lasts. */
const BUILD = join(ROOT, '.data', 'publish-source');

/**
 * Hardhat with the project's configuration and a build of its own.
 * @param more configuration on top of the project's
 * @param network the network of `more` to speak to
 */
export function openHardhat(
  more: HardhatUserConfig = {},
  network?: string,
): Promise<HardhatRuntimeEnvironment> {
  const options = {
    config: join(ROOT, 'hardhat.config.ts'),
    // Else HARDHAT_COVERAGE, which a run of the tests with coverage sets, decides.
    coverage: false,
    ...(network !== undefined && { network }),
  };
  const paths = {
    ...config.paths,
    artifacts: join(BUILD, 'artifacts'),
    cache: join(BUILD, 'cache'),
  };
  return createHardhatRuntimeEnvironment({ ...config, ...more, paths }, options, ROOT);
}
