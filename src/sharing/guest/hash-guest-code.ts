import { hashCode } from '@/accounts/passwords/mailed-code';
import type { Grant } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/**
 * The form in which a guest's code is kept, which is right for this grant as it was when the code was mailed: for its
 * report, its commitment on the chain, and the code's end.
 */
export function hashGuestCode(
  tx: Transaction,
  grant: Pick<Grant, 'id' | 'reportId' | 'tag'> & { codeExpiresAt: Date },
  code: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { id, reportId, tag, codeExpiresAt } = grant;
  return hashCode(tx, 'guest-code', [id, reportId, tag, codeExpiresAt], code);
}
