import { REFUSALS, type WalletErrorCode } from './wallet-refusals';

/** What the wallet was asked: a refusal means something else for each, and only one of them costs. */
export type WalletQuestion = 'account' | 'network' | 'signature' | 'transaction';

/** What the person reads, unless the question has a sentence of its own. */
const SENTENCES: Record<WalletErrorCode, string> = {
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
  'device-locked':
    'Your hardware wallet is locked, or its Ethereum app is closed. Nothing was sent. Unlock it, open the Ethereum app, then try again.',
  'blind-signing':
    'Your hardware wallet refuses calls of contracts that it cannot read. Nothing was sent. Switch on “Blind signing” in the settings of its Ethereum app, then try again.',
  failed:
    'Your wallet answered with an error. Look into the wallet’s activity before you try again: if the transaction is there, it will be found by itself.',
};

const OWN_SENTENCES: Record<
  Exclude<WalletQuestion, 'transaction'>,
  Partial<Record<WalletErrorCode, string>>
> = {
  account: {
    rejected: 'You declined in your wallet, so this page sees none of its accounts.',
    failed: 'Your wallet answered with an error. Unlock it, then try again.',
  },
  network: {
    rejected: 'You declined in your wallet. It is still on the other network.',
    failed: 'Your wallet answered with an error and is still on the other network. Try again.',
  },
  signature: {
    rejected: 'You declined in your wallet. Nothing was signed.',
    'device-locked':
      'Your hardware wallet is locked, or its Ethereum app is closed. Nothing was signed. Unlock it, open the Ethereum app, then try again.',
    failed: 'Your wallet answered with an error. Nothing was signed. Try again.',
  },
};

/** After these, a transaction may nevertheless have left the wallet. */
const UNCERTAIN: readonly WalletErrorCode[] = ['failed', 'disconnected', 'request-pending'];

interface WalletErrorOptions {
  /** What the wallet was asked; the most careful one when it is not given. */
  question?: WalletQuestion;
  /** A better sentence than the code's own, e.g. one that names the account. */
  detail?: string;
  /** What the wallet threw. */
  cause?: unknown;
}

/** A wallet's refusal in our words; `cause` is what the wallet threw. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
  readonly code: WalletErrorCode;
  readonly question: WalletQuestion;

  constructor(code: WalletErrorCode, options: WalletErrorOptions = {}) {
    const { question = 'transaction', detail, cause } = options;
    super(detail ?? sentenceOf(code, question), { cause });
    this.code = code;
    this.question = question;
  }

  /** Whether it is certain that no transaction left the wallet. */
  get nothingSent(): boolean {
    return this.question !== 'transaction' || !UNCERTAIN.includes(this.code);
  }
}

function sentenceOf(code: WalletErrorCode, question: WalletQuestion): string {
  const own = question === 'transaction' ? undefined : OWN_SENTENCES[question][code];
  return own ?? SENTENCES[code];
}

/**
 * Translates what a wallet threw. Wallets wrap the real error in up to three layers, so the innermost is
 * compared with the table first.
 */
export function toWalletError(error: unknown, question: WalletQuestion): WalletError {
  if (error instanceof WalletError) return error;
  for (const { codes, message } of layers(error)) {
    const row = REFUSALS.find(
      (refusal) =>
        refusal.codes?.some((code) => codes.includes(code)) === true ||
        refusal.words?.test(message) === true,
    );
    if (row !== undefined) return new WalletError(row.means, { question, cause: error });
  }
  return new WalletError('failed', { question, cause: error });
}

/** Where wallets put the real error: `{code: -32603, data: {originalError: {code: 4001}}}`. */
const INNER = ['data', 'originalError', 'error', 'info', 'cause'] as const;

interface Layer {
  /** What identifies the error: its code, a hardware wallet's status word, its name. */
  codes: unknown[];
  message: string;
}

/** An error and the errors inside it, the innermost first. */
function layers(error: unknown, depth = 0): Layer[] {
  if (typeof error === 'string') return [{ codes: [], message: error }];
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  // An Error's own fields are not enumerable.
  const read = (name: string): unknown => Reflect.get(error, name);
  const message = read('message');
  return [
    ...INNER.flatMap((name) => layers(read(name), depth + 1)),
    {
      codes: [read('code'), read('statusCode'), read('name')],
      message: typeof message === 'string' ? message.trim() : '',
    },
  ];
}
