import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';

/** Gives an own passkey another name. @throws AppError not-found */
export async function renamePasskey(actor: Actor, id: string, name: string): Promise<void> {
  const { count } = await database().passkey.updateMany({
    where: { id, accountId: actor.accountId },
    data: { name },
  });
  if (count === 0) throw new AppError('not-found');
}
