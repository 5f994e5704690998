import { expect, type Page } from '@playwright/test';
import type { TransactionResponse } from 'ethers';
import { z } from 'zod';
import { demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { chain } from '../../support/chain/test-chain';
import { demoAccount } from './demo-wallet-steps';

/** What a JSON-RPC client and its node send each other: one message, or several at once. */
const message = z.looseObject({ id: z.number(), method: z.string().optional() });
const messages = z.union([z.array(message), message.transform((one) => [one])]);

/**
 * Makes the wallet of a page number its transactions one too high: the network takes them, but puts them
 * into no block before the missing one is there. So the test decides when a sent transaction goes on.
 */
export async function holdTransactions(page: Page): Promise<void> {
  // The wallet speaks to the chain by this host name; the application has another.
  const isChain = ({ hostname }: URL) => hostname === '127.0.0.1';
  await page.route(isChain, async (route) => {
    const asked = messages.parse(route.request().postDataJSON());
    const counts = asked
      .filter(({ method }) => method === 'eth_getTransactionCount')
      .map(({ id }) => id);
    if (counts.length === 0) return route.fallback();
    const response = await route.fetch();
    const body: unknown = await response.json();
    const answers = messages
      .parse(body)
      .map((answer) =>
        counts.includes(answer.id)
          ? { ...answer, result: `0x${(Number(answer['result']) + 1).toString(16)}` }
          : answer,
      );
    await route.fulfill({ response, json: Array.isArray(body) ? answers : answers[0] });
  });
}

/** The transaction of an account that the network has and that is in no block. */
export async function heldTransaction(label: string): Promise<TransactionResponse> {
  const { address } = demoAccount(label);
  const pool = z.object({
    queued: z.record(z.string(), z.record(z.string(), z.object({ hash: z.string() }))),
  });
  let hash = '';
  await expect
    .poll(async () => {
      const { queued } = pool.parse(await chain().send('txpool_content', []));
      const mine = Object.entries(queued).find(
        ([from]) => from.toLowerCase() === address.toLowerCase(),
      );
      hash = Object.values(mine?.[1] ?? {})[0]?.hash ?? '';
      return hash;
    })
    .not.toBe('');
  const transaction = await chain().getTransaction(hash);
  if (transaction === null) throw new Error('The transaction is gone');
  return transaction;
}

/** Sends the missing transaction, so that the held one goes into a block. */
export async function releaseTransactions(label: string): Promise<void> {
  const { index, address } = demoAccount(label);
  const nonce = await chain().getTransactionCount(address, 'latest');
  await demoSigner(index, chain()).sendTransaction({ to: address, nonce });
}

/** Sends another transaction in the place of the held one, as a wallet's "cancel" or "speed up" does. */
export async function replaceTransaction(
  label: string,
  { nonce, maxFeePerGas, maxPriorityFeePerGas }: TransactionResponse,
  call: { to: string; data?: string },
): Promise<void> {
  await demoSigner(demoAccount(label).index, chain()).sendTransaction({
    ...call,
    nonce,
    gasLimit: 300_000n,
    maxFeePerGas: (maxFeePerGas ?? 0n) * 2n,
    maxPriorityFeePerGas: (maxPriorityFeePerGas ?? 0n) * 2n,
  });
}

/** Removes the pending transactions of an account from the network. */
export async function dropTransactions(label: string): Promise<void> {
  // anvil_dropTransaction finds only the transactions that are ready for a block.
  await chain().send('anvil_removePoolTransactions', [demoAccount(label).address]);
}
