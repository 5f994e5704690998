import type { BrowserContext } from '@playwright/test';
import type { Wallet } from 'ethers';
import { z } from 'zod';

const field = z.object({ name: z.string(), type: z.string() });
const messageSchema = z.object({
  domain: z.record(z.string(), z.unknown()),
  types: z.record(z.string(), z.array(field)),
  message: z.record(z.string(), z.unknown()),
});

declare global {
  interface Window {
    /** Signs outside the browser. */
    signInTest?: (json: unknown) => Promise<string>;
  }
}

/** As the page's list of wallets names it. */
export const SIGNING_WALLET = 'Signing wallet';

/** Signs typed data as wallets do: with the types that the domain does not have. */
export async function signAsWallet(wallet: Wallet, json: string): Promise<string> {
  const { domain, types, message } = messageSchema.parse(JSON.parse(json));
  const own = Object.entries(types).filter(([name]) => name !== 'EIP712Domain');
  return wallet.signTypedData(domain, Object.fromEntries(own), message);
}

/**
 * Gives the pages of a browser a wallet that signs typed data without a window, by its announcement (EIP-6963) and as
 * `window.ethereum`.
 * @param sign what it answers
 */
export async function addSigningWallet(
  context: BrowserContext,
  { address, chainId }: { address: string; chainId: number },
  sign: (json: string) => Promise<string>,
): Promise<void> {
  await context.exposeFunction('signInTest', sign);
  await context.addInitScript(
    ([account, chain, name]) => {
      const provider = {
        request: ({ method, params }: { method: string; params?: unknown[] }): unknown => {
          if (method === 'eth_chainId') return Promise.resolve(chain);
          if (method !== 'eth_signTypedData_v4') return Promise.resolve([account]);
          return window.signInTest?.(params?.[1]);
        },
      };
      const info = {
        uuid: '5b0e7f1c-3c0b-4f3e-9d55-0c6f2b7a9d10',
        name,
        icon: '',
        rdns: 'example.signing',
      };
      const announce = () =>
        window.dispatchEvent(
          new CustomEvent('eip6963:announceProvider', { detail: { info, provider } }),
        );
      window.addEventListener('eip6963:requestProvider', announce);
      announce();
      Object.assign(window, { ethereum: provider });
    },
    [address, `0x${chainId.toString(16)}`, SIGNING_WALLET] as const,
  );
}
