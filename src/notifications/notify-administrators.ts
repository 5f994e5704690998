import type { Transaction } from '@/platform/database/database';
import { notify, type Notice } from './notify';

/** Notifies every administrator whose account is active. */
export async function notifyAdministrators(
  tx: Transaction,
  notice: Omit<Notice, 'accountId' | 'mail'>,
): Promise<void> {
  const administrators = await tx.account.findMany({
    where: { role: 'ADMIN', status: 'ACTIVE' },
    select: { id: true },
  });
  await notify(
    tx,
    administrators.map(({ id }) => ({ ...notice, accountId: id })),
  );
}
