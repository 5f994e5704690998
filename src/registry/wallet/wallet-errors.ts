import { logText, type Sentence } from '@/messages/translator';
import { REFUSALS, type WalletErrorCode } from './wallet-refusals';

/** What the wallet was asked: a refusal means something else for each, and only one of them costs. */
export type WalletQuestion = 'account' | 'network' | 'signature' | 'transaction';

/** Where a refusal of a question has a sentence of its own. */
const OWN = [
  'account-rejected',
  'account-failed',
  'network-rejected',
  'network-failed',
  'signature-rejected',
  'signature-device-locked',
  'signature-failed',
] as const;

/** After these, a transaction may nevertheless have left the wallet. */
const UNCERTAIN: readonly WalletErrorCode[] = ['failed', 'disconnected', 'request-pending'];

interface WalletErrorOptions {
  /** What the wallet was asked; the most careful one when it is not given. */
  question?: WalletQuestion;
  /** A better sentence than the code's own, e.g. one that names the account. */
  detail?: Sentence;
  /** What the wallet threw. */
  cause?: unknown;
}

/** A wallet's refusal in our words; `cause` is what the wallet threw. */
export class WalletError extends Error {
  override readonly name = 'WalletError';
  readonly code: WalletErrorCode;
  readonly question: WalletQuestion;
  /** What the person reads. */
  readonly sentence: Sentence;

  constructor(code: WalletErrorCode, options: WalletErrorOptions = {}) {
    const { question = 'transaction', detail, cause } = options;
    const sentence = detail ?? sentenceOf(code, question);
    // For the log; a person reads `sentence`.
    super(logText(sentence), { cause });
    this.code = code;
    this.sentence = sentence;
    this.question = question;
  }

  /** Whether it is certain that no transaction left the wallet. */
  get nothingSent(): boolean {
    return this.question !== 'transaction' || !UNCERTAIN.includes(this.code);
  }
}

function sentenceOf(code: WalletErrorCode, question: WalletQuestion): Sentence {
  const own = OWN.find((key) => key === `${question}-${code}`);
  return (t) => t(`registry.walletErrors.${own ?? code}`);
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
