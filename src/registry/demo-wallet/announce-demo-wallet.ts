import type { Eip1193Provider } from '../wallet/eip1193';

const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3a2a6b"/><path d="M7 11h18v12H7z" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round"/><circle cx="20.5" cy="17" r="1.8" fill="#fff"/></svg>',
)}`;

const INFO = Object.freeze({
  uuid: '5d1c1c8e-6f0b-4d5a-9a39-1f6c9f3f8d11',
  name: 'MedAnchor demo wallet',
  icon: ICON,
  rdns: 'org.medanchor.demo-wallet',
});

let announced = false;

/**
 * Makes the demo wallet known to the page (EIP-6963), now and whenever the page asks.
 * @param load the wallet itself, whose code is large: called when the page first asks it something
 */
export function announceDemoWallet(load: () => Promise<Eip1193Provider>): void {
  if (announced) return;
  announced = true;
  const detail = Object.freeze({ info: INFO, provider: lateProvider(load) });
  const announce = () => {
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  };
  window.addEventListener('eip6963:requestProvider', announce);
  announce();
}

/** Passes everything on to a provider that is loaded when first needed, and again when that failed. */
function lateProvider(load: () => Promise<Eip1193Provider>): Eip1193Provider {
  let loading: Promise<Eip1193Provider> | undefined;
  const provider = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  // A page that cannot load the wallet gets no events; its next request is answered with the reason.
  const withProvider = (use: (loaded: Eip1193Provider) => void) => {
    provider().then(use, () => {});
  };
  return {
    request: async (call) => (await provider()).request(call),
    on: (event, listener) => {
      withProvider((loaded) => loaded.on?.(event, listener));
    },
    removeListener: (event, listener) => {
      withProvider((loaded) => loaded.removeListener?.(event, listener));
    },
  };
}
