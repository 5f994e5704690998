/** Every way in which a wallet can end a request without doing it, and what the person reads. */
export const WALLET_SENTENCES = {
  rejected: 'You declined in your wallet. Nothing was sent and nothing was paid.',
  'request-pending':
    'Your wallet already has a request open. Open the wallet, answer that request there, then try again here.',
  'insufficient-funds':
    'This account does not hold enough ETH for the fee. Nothing was sent. Add ETH to it, or try again when the fee is lower.',
  'wrong-network':
    'Your wallet is still on another network. Choose the right network in the wallet, then try again.',
  'unknown-network':
    'Your wallet does not know this network. Add it in the wallet’s settings, then try again.',
  'wrong-account':
    'Another account is selected in your wallet. Choose the right account there, then try again.',
  'no-account': 'Your wallet shared no account. Unlock it, choose an account and try again.',
  unauthorized:
    'Your wallet does not let this site use that account. Connect the account to this site in the wallet, then try again.',
  unsupported: 'This wallet cannot do what is needed here. Please use another wallet.',
  disconnected:
    'Your wallet has lost its connection to the network. Check the wallet, then try again.',
  'would-fail':
    'The contract on the blockchain would refuse this transaction, so it was not sent. Reload the page and look at the report again.',
  failed:
    'Your wallet answered with an error. Look into the wallet’s activity before you try again: if the transaction is there, it will be found by itself.',
} as const satisfies Record<string, string>;

/** The closed set of a wallet's refusals. */
export type WalletErrorCode = keyof typeof WALLET_SENTENCES;

/** After these, a transaction may nevertheless have left the wallet. */
const UNCERTAIN: readonly WalletErrorCode[] = ['failed', 'disconnected', 'request-pending'];

/** A wallet's refusal in our words; `cause` is what the wallet said. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
  readonly code: WalletErrorCode;

  /** @param detail a better sentence than the code's own, e.g. one that names the account */
  constructor(code: WalletErrorCode, options: { detail?: string; cause?: unknown } = {}) {
    super(options.detail ?? WALLET_SENTENCES[code], { cause: options.cause });
    this.code = code;
  }

  /** Whether it is certain that no transaction left the wallet. */
  get nothingSent(): boolean {
    return !UNCERTAIN.includes(this.code);
  }
}

/** Codes of EIP-1193 (4xxx), EIP-3326 (4902), EIP-1474 and the execution clients (-32xxx, 3). */
const CODES: Record<number, WalletErrorCode> = {
  4001: 'rejected',
  4100: 'unauthorized',
  4200: 'unsupported',
  4900: 'disconnected',
  4901: 'disconnected',
  4902: 'unknown-network',
  3: 'would-fail',
  [-32002]: 'request-pending',
  [-32601]: 'unsupported',
};

/**
 * Understands what a wallet threw. The code decides; the words decide only where clients share one code
 * (-32000, -32003, -32603) for everything.
 */
export function toWalletError(error: unknown): WalletError {
  if (error instanceof WalletError) return error;
  for (const { code, message } of layers(error)) {
    const known = code === undefined ? undefined : CODES[code];
    if (known !== undefined) return new WalletError(known, { cause: error });
    if (/insufficient (funds|balance)|exceeds (the )?balance/i.test(message)) {
      return new WalletError('insufficient-funds', { cause: error });
    }
    if (/unrecognized chain|unknown chain/i.test(message)) {
      return new WalletError('unknown-network', { cause: error });
    }
    if (/execution reverted/i.test(message)) return new WalletError('would-fail', { cause: error });
  }
  return new WalletError('failed', { cause: error });
}

/** Mobile wallets wrap the real error: {code: -32603, data: {originalError: {code: 4902}}}. */
function layers(error: unknown, depth = 0): { code: number | undefined; message: string }[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const fields: Record<string, unknown> = { ...error };
  const code = typeof fields['code'] === 'number' ? fields['code'] : undefined;
  const text = 'message' in error ? error.message : undefined;
  const message = typeof text === 'string' ? text : '';
  const inner = ['data', 'originalError', 'error', 'cause'].map((name) => fields[name]);
  return [...inner.flatMap((layer) => layers(layer, depth + 1)), { code, message }];
}
