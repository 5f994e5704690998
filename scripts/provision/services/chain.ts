import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startChainClock } from './chain-clock';
import { callRpc } from './call-rpc';
import type { DataFolder } from '../data-folder';
import { ProvisionError } from '../provision-error';
import { startService, type Service } from './service-process';

export const LOCAL_CHAIN_ID = 31_337;

/** The npm package wraps the real program in a Node process; we start the program itself. */
function anvilProgram(): string {
  const cpu = process.arch === 'x64' ? 'amd64' : process.arch;
  const require = createRequire(import.meta.url);
  try {
    const name = `@foundry-rs/anvil-${process.platform}-${cpu}/package.json`;
    const wrapper = createRequire(require.resolve('@foundry-rs/anvil/package.json'));
    return join(dirname(wrapper.resolve(name)), 'bin', 'anvil');
  } catch {
    throw new ProvisionError(
      'Chain',
      `anvil has no build for ${process.platform} ${process.arch}`,
      'Use Linux or macOS on x64 or arm64.',
    );
  }
}

/**
 * Starts a private EVM chain (anvil) on chain id 31337.
 * @param options.chainId Of another chain than ours, for tests.
 * @param options.blockMs Milliseconds between blocks; undefined: each transaction makes its block.
 * @param options.past URL of a node whose chain is continued, for benches that need a long one.
 * @param options.keep Keep the chain in the data folder, so that a restart loses nothing.
 */
export async function startChain(options: {
  name?: string;
  data: DataFolder;
  port: number;
  chainId?: number;
  past?: string | undefined;
  blockMs?: number | undefined;
  keep: boolean;
  onExit?: ((part: string) => void) | undefined;
}): Promise<Service & { url: string }> {
  const { data, port, blockMs, keep, name = 'chain', chainId = LOCAL_CHAIN_ID } = options;
  const stateFile = join(data.path, 'chain-state.json');
  const url = `http://127.0.0.1:${port}`;
  const service = await startService({
    name,
    part: 'Chain',
    command: anvilProgram(),
    args: [
      '--host=127.0.0.1',
      `--port=${port}`,
      `--chain-id=${chainId}`,
      '--quiet',
      `--cache-path=${join(data.path, 'chain-cache')}`,
      ...(blockMs === undefined ? [] : ['--no-mining']),
      ...(options.past === undefined ? [] : [`--fork-url=${options.past}`]),
      // The demo never reads old states, and anvil would keep writing them to disk.
      ...(keep ? ['--prune-history=256'] : []),
      ...(keep && existsSync(stateFile) ? [`--load-state=${stateFile}`] : []),
    ],
    data,
    isReady: async () => (await callRpc(url, 'eth_chainId')) !== undefined,
    onExit: options.onExit,
  });
  if (blockMs === undefined) return { url, ...service };

  const clock = startChainClock({ url, blockMs, ...(keep && { stateFile }) });
  return {
    url,
    stop: async () => {
      await clock.stop();
      await service.stop();
    },
  };
}
