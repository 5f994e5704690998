import { randomBytes, randomUUID } from 'node:crypto';
import type { Prisma } from '@/generated/prisma/client';
import type { ReportKey } from './report-key';
import { sealViewerEmail } from './viewer-email';
import { viewerTag } from './viewer-tag';
import type { Viewer } from './viewers';

const SALT_BYTES = 16;

/** Makes a grant to propose in a transaction, with a new salt and the encrypted address. */
export function newGrant(
  key: ReportKey,
  viewer: Viewer,
): Omit<Prisma.GrantCreateManyInput, 'transactionId'> & {
  tag: Uint8Array<ArrayBuffer>;
  expiresAt: Date | null;
} {
  const id = randomUUID();
  const salt = Uint8Array.from(randomBytes(SALT_BYTES));
  return {
    id,
    reportId: key.reportId,
    state: 'PROPOSED',
    salt,
    tag: viewerTag(key, salt, viewer.email),
    sealedEmail: sealViewerEmail(key, id, viewer.email),
    expiresAt: viewer.expiresAt === null ? null : new Date(viewer.expiresAt),
  };
}
