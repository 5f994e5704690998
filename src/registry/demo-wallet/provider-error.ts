/** An error as a wallet throws it (EIP-1193 ProviderRpcError). */
export class ProviderError extends Error {
  override readonly name = 'ProviderRpcError';
  readonly code: number;

  /** @param code EIP-1193, EIP-1474 or EIP-3326 */
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
