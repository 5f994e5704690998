import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { activeRecipients } from './active-recipients';
import { kitReportsOf } from './belongs-to-kit';
import { WAY_ROW, type KitWay } from './recipient-input';

/** A key of a kit. */
export interface KitKey {
  generation: number;
  /** EIP-55; null for paper. */
  walletAddress: string | null;
  /** `age1…` */
  recipient: string;
  createdAt: Date;
}

/** A patient's recovery kit. */
export interface RecoveryKit {
  keys: Record<KitWay, KitKey | null>;
  /** The number that the next key of each way gets. */
  next: Record<KitWay, number>;
  /** How many reports belong to it, and how many of them the present keys open. */
  reports: { all: number; kept: number };
}

/** A patient's recovery kit, and how far the worker has filled it. */
export async function readRecoveryKit({ accountId }: Actor): Promise<RecoveryKit> {
  const belonging = kitReportsOf(accountId);
  const [{ rows, digest }, newest, all] = await Promise.all([
    activeRecipients(database(), accountId),
    database().recoveryRecipient.groupBy({
      by: ['way'],
      where: { accountId },
      _max: { generation: true },
    }),
    database().report.count({ where: belonging }),
  ]);
  const kept =
    digest === null
      ? 0
      : await database().report.count({
          where: { ...belonging, recoveryWrap: { recipients: digest } },
        });
  const keyOf = (way: KitWay) => rows.find((row) => row.way === WAY_ROW[way]) ?? null;
  const nextOf = (way: KitWay) =>
    (newest.find((row) => row.way === WAY_ROW[way])?._max.generation ?? 0) + 1;
  return {
    keys: { wallet: keyOf('wallet'), paper: keyOf('paper') },
    next: { wallet: nextOf('wallet'), paper: nextOf('paper') },
    reports: { all, kept },
  };
}
