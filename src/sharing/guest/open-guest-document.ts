import { openForGuest } from './open-for-guest';

/**
 * The PDF, for a guest whose session lives and whose permission stands on the chain at this moment.
 * @param token the session cookie's value
 * @throws as openForGuest
 */
export async function openGuestDocument(
  token: string | undefined,
): Promise<{ pdf: Uint8Array; fileName: string }> {
  const { pdf, grant } = await openForGuest(token, 'document');
  return { pdf, fileName: `MedAnchor-${grant.report.code}.pdf` };
}
