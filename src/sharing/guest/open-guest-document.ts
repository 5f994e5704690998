import { openForGuest } from './open-for-guest';

/**
 * Opens the PDF for a guest with a valid session and a permission on the chain.
 * @param token the session cookie's value
 * @throws as openForGuest
 */
export async function openGuestDocument(
  token: string | undefined,
): Promise<{ pdf: Uint8Array; fileName: string }> {
  const { pdf, grant } = await openForGuest(token, 'document');
  return { pdf, fileName: `MedAnchor-${grant.report.code}.pdf` };
}
