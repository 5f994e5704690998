/**
 * Every refusal a caller can meet: its HTTP status and the sentence a person reads when the verb
 * gives no better one. Closed on purpose: clients switch on the code.
 */
export const ERRORS = {
  'invalid-input': [400, 'Some of what was sent cannot be accepted.'],
  'body-too-large': [413, 'What was sent is too large.'],
  'wrong-origin': [403, 'This request did not come from our own pages.'],
  'not-signed-in': [401, 'Please log in first.'],
  'proof-needed': [403, 'Type your password again to do this.'],
  'wrong-credentials': [401, 'E-mail address or password is wrong.'],
  'account-pending': [403, 'An administrator has not approved this account yet.'],
  'account-suspended': [403, 'This account is suspended. Please ask your administrator.'],
  forbidden: [403, 'Your role does not allow this.'],
  'not-found': [404, 'There is nothing here under this address.'],
  'method-not-allowed': [405, 'This address does not know this method.'],
  'wrong-state': [409, 'The report has moved on meanwhile. Reload the page to see where it is.'],
  conflict: [409, 'Somebody changed this at the same time. Reload and try again.'],
  'licence-taken': [
    409,
    'Another doctor is approved with this licence number. Suspend that account first, if it is not theirs.',
  ],
  'undrawable-character': [422, 'A character cannot be printed in the PDF.'],
  'wallet-missing': [409, 'Connect your wallet to your account first.'],
  'wallet-taken': [409, 'This wallet belongs to another account.'],
  'wallet-signature-wrong': [400, 'The wallet’s signature does not match. Please sign again.'],
  'challenge-expired': [410, 'The request to sign is too old. Please start again.'],
  'token-invalid': [410, 'This link is used, expired or unknown. Please ask for a new one.'],
  'too-many-requests': [429, 'Too many requests. Please wait a little and try again.'],
  'server-busy': [429, 'Many people use this at the moment. Please try again in some seconds.'],
  'link-unknown': [404, 'This link is not known.'],
  'grant-removed': [410, 'The patient has taken this permission back.'],
  'grant-expired': [410, 'This permission has expired.'],
  'report-invalid': [410, 'This report is no longer valid.'],
  'issuer-compromised': [
    410,
    'The clinic’s signing key was compromised; this report is no longer trusted.',
  ],
  'code-wrong': [400, 'This code is wrong.'],
  'code-expired': [410, 'This code is used or too old. Ask for a new one.'],
  'code-cap': [429, 'Too many wrong codes were entered for this link. It is closed for good.'],
  'guest-session-over': [401, 'Your 15 minutes are over. Ask for a new code.'],
  'object-altered': [500, 'The stored file does not match the blockchain. It is not shown.'],
  'chain-refused': [409, 'The contract on the blockchain refuses this.'],
  'issuer-unfunded': [503, 'The issuer’s account has not enough ether for the network fee.'],
  'chain-unavailable': [503, 'The blockchain cannot be asked now. Please try again soon.'],
  'wrong-chain': [
    503,
    'We are connected to another blockchain than the one your reports are on. Nothing is shown or changed until this is put right.',
  ],
  'store-unavailable': [503, 'The file store does not answer now. Please try again soon.'],
  'mail-unavailable': [503, 'The mail server does not answer now.'],
  'database-unavailable': [503, 'Our database does not answer now. Please try again soon.'],
  internal: [500, 'Something went wrong on our side. It has been noted.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

/** The closed set of error codes. */
export type ErrorCode = keyof typeof ERRORS;

/** Dotted path of a form field → what is wrong with it. */
export type FieldErrors = Record<string, string>;

/** A refusal or failure that a caller may hear about; `cause` is for the log only. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly fields: FieldErrors | undefined;
  /** After how many seconds the same call can succeed, where that is known. */
  readonly retryAfterSeconds: number | undefined;
  /** The one property of a page's error that Next.js lets the browser see. */
  readonly digest: ErrorCode;

  /**
   * @param code closed error code
   * @param options.detail a sentence for the person, without internals; defaults to the code's own
   * @param options.fields errors per form field
   * @param options.retryAfterSeconds answered as `Retry-After`
   * @param options.cause what really happened, for the log
   */
  constructor(
    code: ErrorCode,
    options: {
      detail?: string;
      fields?: FieldErrors;
      retryAfterSeconds?: number;
      cause?: unknown;
    } = {},
  ) {
    super(options.detail ?? ERRORS[code][1], { cause: options.cause });
    this.code = code;
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.digest = code;
  }

  /** HTTP status of this error. */
  get status(): number {
    return ERRORS[this.code][0];
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
