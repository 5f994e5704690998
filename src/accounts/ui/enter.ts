import { z } from 'zod';
import { ApiProblem, callApi, problemMessage } from '@/platform/http/call-api';

/** Why a log-in failed. */
export interface LogInFailure {
  code: string;
  /** The sentence that says why. */
  message: string;
}

/** Logs in. @returns null, or why not */
export async function enter(email: string, password: string): Promise<LogInFailure | null> {
  try {
    await callApi('POST', '/api/accounts/session', z.undefined(), { email, password });
    return null;
  } catch (error) {
    return {
      code: error instanceof ApiProblem ? error.code : 'internal',
      message: problemMessage(error),
    };
  }
}
