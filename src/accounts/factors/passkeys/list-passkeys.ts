import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  id: string;
  name: string;
  /** Whether it is also kept on other devices. */
  backedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** A person's passkeys, the newest first. */
export function listPasskeys({ accountId }: Actor): Promise<OwnPasskey[]> {
  return database().passkey.findMany({
    where: { accountId },
    select: { id: true, name: true, backedUp: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: 'desc' },
  });
}
