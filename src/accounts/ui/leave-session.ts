import { ApiProblem, callApi, NO_ANSWER } from '@/platform/http/call-api';

/**
 * Revokes the session and loads the log-in page afresh, so that nothing read stays in the page.
 * @param reason shown on the log-in page
 * @throws ApiProblem when the server could not revoke it
 */
export async function leaveSession(reason: 'logged-out' | 'idle' = 'logged-out'): Promise<void> {
  try {
    await callApi('DELETE', '/api/accounts/session', NO_ANSWER);
  } catch (error) {
    // A session that is over already needs no revoking.
    if (!(error instanceof ApiProblem && error.code === 'not-signed-in')) throw error;
  }
  // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a whole load on purpose
  globalThis.location.assign(`/login?notice=${reason}`);
}
