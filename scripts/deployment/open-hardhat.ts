import { join, resolve } from 'node:path';
import type { HardhatUserConfig } from 'hardhat/config';
import { createHardhatRuntimeEnvironment } from 'hardhat/hre';
import type { HardhatRuntimeEnvironment } from 'hardhat/types/hre';
import config from '../../hardhat.config';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Hardhat with the project's configuration, apart from the one that `hardhat test` runs on.
 * @param more configuration on top of the project's
 * @param network the network of `more` to speak to
 */
export function openHardhat(
  more: HardhatUserConfig = {},
  network?: string,
): Promise<HardhatRuntimeEnvironment> {
  const options = {
    config: join(ROOT, 'hardhat.config.ts'),
    ...(network !== undefined && { network }),
  };
  return createHardhatRuntimeEnvironment({ ...config, ...more }, options, ROOT);
}
