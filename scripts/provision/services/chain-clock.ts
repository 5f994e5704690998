import { renameSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { simulatedPrice } from '@/forecast/history/simulate-hours';
import { MINUTE_MS } from '@/platform/time/durations';
import { callRpc } from './call-rpc';

const GWEI = 1e9;
/** After this many blocks without a transaction the chain only ticks once a minute. */
const BUSY_BLOCKS = 16;
const QUIET_MS = MINUTE_MS;

/** What anvil advises as a tip, gwei per gas. */
const TIP = 1;

/**
 * The base fee in wei with which, tip included, a transaction costs what the forecast's simulated market
 * gives for this moment: the demo has one price. Left alone, the fee of an idle chain falls to 7 wei. It rises
 * by less than 1 gwei in ten minutes: anvil adds that much as a tip to `eth_gasPrice` and silently drops
 * a transaction that offers less than the next base fee, so a price must stay enough while a person
 * decides.
 */
export function simulatedBaseFee(now: Date): number {
  const price = simulatedPrice(now);
  return Math.round(Math.max(price - TIP, price / 10) * GWEI);
}

/** Sets the base fee of the next block, which is also what `eth_gasPrice` answers from now on. */
async function announceBaseFee(url: string, now: Date): Promise<void> {
  const fee = `0x${simulatedBaseFee(now).toString(16)}`;
  await callRpc(url, 'anvil_setNextBlockBaseFeePerGas', fee);
}

/**
 * Mines one block at the base fee that was announced before, and announces the next block's. The order
 * matters: a wallet that asked between two blocks must pay no more than the price it received.
 */
export async function mineBlock(url: string, now: Date): Promise<void> {
  await callRpc(url, 'evm_mine');
  await announceBaseFee(url, now);
}

/**
 * Makes the blocks of a chain that makes none itself, and keeps the chain's state in a file: written
 * whole after every block, also one without a transaction. A block that a kill takes back after the follower
 * has counted it as final would make this another chain.
 */
export function startChainClock(chain: { url: string; blockMs: number; stateFile?: string }): {
  stop(): Promise<void>;
} {
  const { url, blockMs, stateFile } = chain;
  let idleBlocks = 0;
  let lastBlockAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let isAnnounced = false;

  async function waitingTransactions(): Promise<number> {
    const status = await callRpc(url, 'txpool_status');
    return status instanceof Object && 'pending' in status ? Number(status.pending) : 0;
  }

  async function save(): Promise<void> {
    const dump = await callRpc(url, 'anvil_dumpState');
    if (stateFile === undefined || typeof dump !== 'string') return;
    const draft = `${stateFile}.new`;
    writeFileSync(draft, gunzipSync(Buffer.from(dump.slice(2), 'hex')));
    renameSync(draft, stateFile);
  }

  async function tick(): Promise<void> {
    const waiting = await waitingTransactions();
    const quiet = waiting === 0 && idleBlocks >= BUSY_BLOCKS;
    if (quiet && Date.now() - lastBlockAt < QUIET_MS) return;
    await mineBlock(url, new Date());
    lastBlockAt = Date.now();
    idleBlocks = waiting > 0 ? 0 : idleBlocks + 1;
    await save();
  }

  /** A chain that was just started, or loaded from its file, does not have the fee of the hour. */
  async function begin(): Promise<void> {
    if (isAnnounced) return;
    await announceBaseFee(url, new Date());
    isAnnounced = true;
  }

  let running = Promise.resolve();
  const loop = () => {
    // A chain that does not answer is reported by the one who started it.
    running = begin()
      .then(tick)
      .catch(() => undefined);
    void running.then(() => {
      if (!stopped) timer = setTimeout(loop, blockMs);
    });
  };
  loop();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await save().catch(() => undefined);
    },
  };
}
