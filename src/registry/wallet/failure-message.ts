import { problemMessage } from '@/platform/http/call-api';
import { WalletError } from './wallet-errors';

/** What a person reads about a step that a wallet or our server refused. */
export function failureMessage(error: unknown): string {
  return error instanceof WalletError ? error.message : problemMessage(error);
}
