import { z } from 'zod';
import { callApi } from '@/platform/http/call-api';
import type { KitWay, RecipientInput } from '@/reports/recovery-kit/recipient-input';

/**
 * Sends the public half of a key that was made in this browser.
 * @param identity the secret half, which stays here
 * @throws ApiProblem
 */
export async function sendRecipient(
  identity: string,
  input: Omit<RecipientInput, 'recipient'>,
): Promise<void> {
  // Only this page needs it, and only when a key is made.
  const { identityToRecipient } = await import('age-encryption');
  const recipient = await identityToRecipient(identity);
  await callApi('POST', '/api/recovery-kit/recipients', z.undefined(), { ...input, recipient });
}

/**
 * Takes a key out of the person's kit.
 * @throws ApiProblem
 */
export async function removeRecipient(way: KitWay): Promise<void> {
  await callApi('DELETE', `/api/recovery-kit/recipients/${way}`, z.undefined());
}
