import { logText, type Sentence } from '../messages/translator.ts';

/**
 * Every refusal a caller can meet, with its HTTP status. The catalogue has a sentence for each under `errors`,
 * which a person reads when the verb gives no better one. Closed on purpose: clients switch on the code.
 */
export const ERROR_STATUS = {
  'invalid-input': 400,
  'body-too-large': 413,
  'wrong-origin': 403,
  'not-signed-in': 401,
  'proof-needed': 403,
  'second-factor-needed': 403,
  'factor-setup-needed': 403,
  'factor-wrong': 400,
  'passkey-refused': 400,
  'account-frozen': 403,
  'wrong-credentials': 401,
  'account-pending': 403,
  'account-suspended': 403,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'wrong-state': 409,
  conflict: 409,
  'licence-taken': 409,
  'undrawable-character': 422,
  'wallet-missing': 409,
  'wallet-taken': 409,
  'wallet-signature-wrong': 400,
  'challenge-expired': 410,
  'token-invalid': 410,
  'too-many-requests': 429,
  'server-busy': 429,
  'link-unknown': 404,
  'grant-removed': 410,
  'grant-expired': 410,
  'grant-paused': 403,
  'report-invalid': 410,
  'issuer-compromised': 410,
  'code-wrong': 400,
  'code-expired': 410,
  'code-cap': 429,
  'guest-session-over': 401,
  'object-altered': 500,
  'event-altered': 500,
  'chain-refused': 409,
  'issuer-unfunded': 503,
  'clinic-cannot-pay': 409,
  'chain-unavailable': 503,
  'wrong-chain': 503,
  'store-unavailable': 503,
  'pdf-unavailable': 503,
  'mail-unavailable': 503,
  'database-unavailable': 503,
  internal: 500,
} as const;

/** The closed set of error codes. */
export type ErrorCode = keyof typeof ERROR_STATUS;

/** Dotted path of a form field → what is wrong with it. */
export type FieldErrors = Record<string, Sentence>;

/** The default sentence of a code. */
export function sentenceOfCode(code: ErrorCode): Sentence {
  return (t) => t(`errors.${code}`);
}

/** A refusal or failure that is reported to the caller; `cause` is for the log only. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** What a person reads. The error's `message` is the same in English, for the log. */
  readonly sentence: Sentence;
  readonly fields: FieldErrors | undefined;
  /** After how many seconds the same call can succeed, where that is known. */
  readonly retryAfterSeconds: number | undefined;
  /** The one property of a page's error that Next.js lets the browser see. */
  readonly digest: ErrorCode;

  /**
   * @param code closed error code
   * @param options.detail a sentence for the person, without internals; the code's own when left out
   * @param options.fields errors per form field
   * @param options.retryAfterSeconds answered as `Retry-After`
   * @param options.cause what really happened, for the log
   */
  constructor(
    code: ErrorCode,
    options: {
      detail?: Sentence;
      fields?: FieldErrors;
      retryAfterSeconds?: number;
      cause?: unknown;
    } = {},
  ) {
    const sentence = options.detail ?? sentenceOfCode(code);
    // For the log; a person reads `sentence`.
    super(logText(sentence), { cause: options.cause });
    this.code = code;
    this.sentence = sentence;
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.digest = code;
  }

  /** HTTP status of this error. */
  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Whether an unknown error is an AppError, optionally with one of some codes. */
export function isAppError(error: unknown, ...codes: ErrorCode[]): error is AppError {
  return error instanceof AppError && (codes.length === 0 || codes.includes(error.code));
}

/** Whether an error means that our chain cannot be asked: its node is down, or belongs to another chain. */
export function isChainAway(error: unknown): error is AppError {
  return isAppError(error, 'chain-unavailable', 'wrong-chain');
}
