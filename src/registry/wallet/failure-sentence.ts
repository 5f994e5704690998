import type { Sentence } from '@/messages/translator';
import { problemSentence } from '@/platform/http/call-api';
import { WalletError } from './wallet-errors';

/** What a person reads about a step that a wallet or our server refused. */
export function failureSentence(error: unknown): Sentence {
  return error instanceof WalletError ? error.sentence : problemSentence(error);
}
