import type { Transaction } from '@/platform/database/database';
import { notify, type Notice } from './notify';

/**
 * Notifies every administrator whose account is active.
 * @param except whom it is no news to
 */
export async function notifyAdministrators(
  tx: Transaction,
  notice: Omit<Notice, 'accountId' | 'mail'>,
  except: readonly string[] = [],
): Promise<void> {
  const administrators = await tx.account.findMany({
    where: { role: 'ADMIN', status: 'ACTIVE', id: { notIn: [...except] } },
    select: { id: true },
  });
  await notify(
    tx,
    administrators.map(({ id }) => ({ ...notice, accountId: id })),
  );
}
