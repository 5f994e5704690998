import { z } from 'zod';
import type { Eip1193Provider } from './eip1193';

/** A wallet that announced itself to the page (EIP-6963). */
export interface DiscoveredWallet {
  /** New in every page load. */
  uuid: string;
  name: string;
  /** A data: URI; nothing else is accepted, so that no wallet makes the page load something. */
  icon: string | null;
  /** Reverse domain name, stable: `io.metamask`. */
  rdns: string;
  provider: Eip1193Provider;
}

const announcement = z.object({
  info: z.object({
    uuid: z.string(),
    name: z.string(),
    icon: z
      .string()
      .transform((icon) => (icon.startsWith('data:image/') ? icon : null))
      .catch(null),
    rdns: z.string(),
  }),
  provider: z.custom<Eip1193Provider>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      'request' in value &&
      typeof value.request === 'function',
  ),
});

let wallets: readonly DiscoveredWallet[] = [];
const listeners = new Set<() => void>();
let listening = false;

/** Subscribes to the list of wallets and asks them to announce themselves, at once and later. */
export function subscribeToWallets(listener: () => void): () => void {
  listeners.add(listener);
  if (!listening) {
    listening = true;
    window.addEventListener('eip6963:announceProvider', remember);
    window.dispatchEvent(new Event('eip6963:requestProvider'));
  }
  return () => listeners.delete(listener);
}

/** The wallets known so far; the same array until another one appears. */
export function discoveredWallets(): readonly DiscoveredWallet[] {
  return wallets;
}

function remember(event: Event): void {
  const announced = announcement.safeParse(event instanceof CustomEvent ? event.detail : null);
  if (!announced.success) return;
  const { info, provider } = announced.data;
  if (wallets.some(({ uuid }) => uuid === info.uuid)) return;
  wallets = [...wallets, { ...info, provider }];
  for (const listener of listeners) listener();
}
