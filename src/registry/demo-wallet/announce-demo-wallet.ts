import { JsonRpcProvider } from 'ethers';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { createDemoProvider } from './demo-provider';

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3a2a6b"/><path d="M7 11h18v12H7z" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round"/><circle cx="20.5" cy="17" r="1.8" fill="#fff"/></svg>',
)}`;

const INFO = Object.freeze({
  uuid: '5d1c1c8e-6f0b-4d5a-9a39-1f6c9f3f8d11',
  name: 'MedAnchor demo wallet',
  icon: ICON,
  rdns: 'org.medanchor.demo-wallet',
});

let node: JsonRpcProvider | undefined;

/** The local chain that the demo wallet speaks to; one connection per page. */
export function demoNode(chain: ChainProfile, rpcUrl: string): JsonRpcProvider {
  node ??= new JsonRpcProvider(rpcUrl, chain.chainId, { staticNetwork: true, cacheTimeout: -1 });
  return node;
}

let announced = false;

/** Makes the demo wallet known to the page (EIP-6963), now and whenever the page asks. */
export function announceDemoWallet(chain: ChainProfile, rpcUrl: string): void {
  if (announced) return;
  announced = true;
  const detail = Object.freeze({
    info: INFO,
    provider: createDemoProvider(chain, demoNode(chain, rpcUrl)),
  });
  const announce = () => {
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  };
  window.addEventListener('eip6963:requestProvider', announce);
  announce();
}
