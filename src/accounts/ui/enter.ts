import type { Sentence } from '@/messages/translator';
import { ApiProblem, callApi, NO_ANSWER, problemSentence } from '@/platform/http/call-api';
import { askPasskey } from './factors/ask-passkey';

/** Why a log-in failed. */
export interface LogInFailure {
  code: string;
  sentence: Sentence;
}

/** Logs in. @returns null, or why not */
export function enter(email: string, password: string): Promise<LogInFailure | null> {
  return attempt(() => callApi('POST', '/api/accounts/session', NO_ANSWER, { email, password }));
}

/** Logs in by a passkey of this browser. @returns null, or why not */
export function enterWithPasskey(): Promise<LogInFailure | null> {
  return attempt(async () => {
    const answer = await askPasskey('/api/accounts/session/passkey/options');
    await callApi('POST', '/api/accounts/session/passkey', NO_ANSWER, { answer });
  });
}

async function attempt(logIn: () => Promise<void>): Promise<LogInFailure | null> {
  try {
    await logIn();
    return null;
  } catch (error) {
    return {
      code: error instanceof ApiProblem ? error.code : 'internal',
      sentence: problemSentence(error),
    };
  }
}
