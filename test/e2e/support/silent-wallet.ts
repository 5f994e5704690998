import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What the wallet below is asked to send. */
const requestSchema = z.object({ to: z.string(), data: z.string() });

/**
 * Gives a page a wallet that shares its account and has the chain, but shows no window for a transaction:
 * it answers only when the test lets it.
 */
export async function addSilentWallet(page: Page, account: string, chainId: number): Promise<void> {
  await page.addInitScript(
    ([address, chain]) => {
      const provider = {
        request: ({ method, params }: { method: string; params?: unknown[] }) => {
          if (method === 'eth_accounts' || method === 'eth_requestAccounts') {
            return Promise.resolve([address]);
          }
          if (method === 'eth_chainId') return Promise.resolve(chain);
          return new Promise((resolve) => {
            Object.assign(window, { silentRequest: params?.[0] });
            window.addEventListener('silent-answer', (event) => {
              if (event instanceof CustomEvent) resolve(event.detail);
            });
          });
        },
      };
      const info = {
        uuid: '2f0cbb7c-57a8-4a0e-8e4b-4a4f3e0b7c11',
        name: 'Silent wallet',
        icon: '',
        rdns: 'example.silent',
      };
      const announce = () =>
        window.dispatchEvent(
          new CustomEvent('eip6963:announceProvider', { detail: { info, provider } }),
        );
      window.addEventListener('eip6963:requestProvider', announce);
      announce();
    },
    [account, `0x${chainId.toString(16)}`] as const,
  );
}

/** The transaction that the silent wallet holds. */
export async function silentRequest(page: Page): Promise<z.infer<typeof requestSchema>> {
  return requestSchema.parse(
    await page.evaluate((): unknown => Reflect.get(window, 'silentRequest')),
  );
}

/** The silent wallet answers at last. */
export async function answerSilently(page: Page, hash: string): Promise<void> {
  await page.evaluate((detail) => {
    window.dispatchEvent(new CustomEvent('silent-answer', { detail }));
  }, hash);
}
