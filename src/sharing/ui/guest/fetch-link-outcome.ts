import { callApi } from '@/platform/http/call-api';
import { linkCheckSchema, type LinkCheck } from '@/sharing/guest/guest-link-schema';

/**
 * Asks our server whether a link can be used now.
 * @throws ApiProblem
 */
export async function fetchLinkOutcome(token: string): Promise<LinkCheck['outcome']> {
  return (await callApi('POST', '/api/guest/links', linkCheckSchema, { token })).outcome;
}
