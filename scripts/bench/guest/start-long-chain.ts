import hre from 'hardhat';
import { MINUTE_MS, SECOND_MS } from '@/platform/time/durations';
import { callRpc } from '../../provision/services/call-rpc';

const BLOCK_SECONDS = 12;

/**
 * Starts a chain with a long past of empty blocks. Hardhat's node makes them at once; to anvil each block costs more
 * than the one before, and 50,000 take a quarter of an hour.
 * @returns its URL
 */
export async function startLongChain(
  blocks: number,
): Promise<{ url: string; stop: () => Promise<void> }> {
  // It ends a minute ago: attestations have a deadline by the chain's clock.
  const initialDate = new Date(Date.now() - blocks * BLOCK_SECONDS * SECOND_MS - MINUTE_MS);
  const override = { initialDate };
  const server = await hre.network.createServer({ override }, '127.0.0.1', 0);
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  await callRpc(url, 'hardhat_mine', `0x${blocks.toString(16)}`, `0x${BLOCK_SECONDS.toString(16)}`);
  return { url, stop: () => server.close() };
}
