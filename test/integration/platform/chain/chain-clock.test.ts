import type { TransactionReceipt, Wallet } from 'ethers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { mineBlock, simulatedBaseFee } from '../../../../scripts/provision/services/chain-clock';
import { chain, fundedWallet, withoutAutomine } from '../../../support/chain/test-chain';

const MIDNIGHT = Date.UTC(2026, 10, 26);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const url = process.env['CHAIN_RPC_URL'] ?? '';

let usualFee: bigint;

beforeAll(async () => {
  usualFee = (await chain().getBlock('latest'))?.baseFeePerGas ?? 0n;
});
// Going back to a snapshot, as the next file does, leaves the announced fee as it is.
afterAll(async () => {
  await chain().send('anvil_setNextBlockBaseFeePerGas', [`0x${usualFee.toString(16)}`]);
  await chain().send('evm_mine', []);
});

/** The only price of this wallet, taken for the fee and for the tip as MetaMask does. */
async function askGasPrice(): Promise<bigint> {
  const answer: unknown = await chain().send('eth_gasPrice', []);
  return BigInt(String(answer));
}

async function send(wallet: Wallet, nonce: number, gasPrice: bigint): Promise<string> {
  const raw = await wallet.signTransaction({
    type: 2,
    chainId: 31_337,
    to: wallet.address,
    nonce,
    gasLimit: 21_000n,
    maxFeePerGas: gasPrice,
    maxPriorityFeePerGas: gasPrice,
  });
  return String(await chain().send('eth_sendRawTransaction', [raw]));
}

function receiptOf(hash: string): Promise<TransactionReceipt | null> {
  return chain().getTransactionReceipt(hash);
}

describe('the demo chain and a wallet that asks eth_gasPrice alone', () => {
  it('mines the transaction in the next block at every hour of the day', async () => {
    const wallet = await fundedWallet();
    const missed: number[] = [];
    await withoutAutomine(async () => {
      for (const hour of HOURS) {
        const now = MIDNIGHT + hour * HOUR_MS;
        await mineBlock(url, new Date(now));
        const hash = await send(wallet, hour, await askGasPrice());
        await mineBlock(url, new Date(now + MINUTE_MS));
        if ((await receiptOf(hash)) === null) missed.push(hour);
      }
    });
    expect(missed).toEqual([]);
  });

  it('mines it also when the person took ten minutes to confirm', async () => {
    const wallet = await fundedWallet();
    const missed: number[] = [];
    await withoutAutomine(async () => {
      for (const hour of HOURS) {
        const now = MIDNIGHT + hour * HOUR_MS;
        await mineBlock(url, new Date(now));
        const price = await askGasPrice();
        for (let minute = 1; minute <= 10; minute += 1) {
          await mineBlock(url, new Date(now + minute * MINUTE_MS));
        }
        const hash = await send(wallet, hour, price);
        await mineBlock(url, new Date(now + 11 * MINUTE_MS));
        if ((await receiptOf(hash)) === null) missed.push(hour);
      }
    });
    expect(missed).toEqual([]);
  });

  it('still costs more in the afternoon than at night', () => {
    const at = (hour: number) => simulatedBaseFee(new Date(MIDNIGHT + hour * HOUR_MS));
    expect(at(15)).toBeGreaterThan(1.5 * at(3));
  });
});
