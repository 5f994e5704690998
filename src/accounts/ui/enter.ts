import { z } from 'zod';
import type { Sentence } from '@/messages/translator';
import { ApiProblem, callApi, problemSentence } from '@/platform/http/call-api';

/** Why a log-in failed. */
export interface LogInFailure {
  code: string;
  sentence: Sentence;
}

/** Logs in. @returns null, or why not */
export async function enter(email: string, password: string): Promise<LogInFailure | null> {
  try {
    await callApi('POST', '/api/accounts/session', z.undefined(), { email, password });
    return null;
  } catch (error) {
    return {
      code: error instanceof ApiProblem ? error.code : 'internal',
      sentence: problemSentence(error),
    };
  }
}
