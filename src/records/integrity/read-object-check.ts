import type { Actor } from '@/accounts/sessions/actor';
import type { ObjectVerdict } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';

/** How the objects of the store are. */
export interface ObjectCheckState {
  /** Objects that are missing or altered. */
  damaged: number;
  /** When the present round began, ISO 8601: every object was read at most so long ago, and a round before. */
  startedAt: string;
  /** Of the present round. */
  checked: number;
  total: number;
  /** Those found longest ago, up to 20. */
  faults: {
    reportId: string | null;
    uploadId: string | null;
    verdict: ObjectVerdict;
    foundAt: string;
  }[];
}

const SHOWN = 20;

/** What the worker's reading of all objects has found. */
export async function readObjectCheck(): Promise<ObjectCheckState> {
  const [round, damaged, faults] = await Promise.all([
    database().objectRound.findUniqueOrThrow({ where: { id: 1 } }),
    database().objectFault.count(),
    database().objectFault.findMany({ orderBy: { foundAt: 'asc' }, take: SHOWN }),
  ]);
  return {
    ...{ damaged, checked: Math.min(round.checked, round.total), total: round.total },
    startedAt: round.startedAt.toISOString(),
    faults: faults.map(({ reportId, uploadId, verdict, foundAt }) => ({
      ...{ reportId, uploadId, verdict, foundAt: foundAt.toISOString() },
    })),
  };
}

/** Whether the store has lost or altered a document of one's own. */
export async function isOwnObjectDamaged(actor: Actor, reportId: string): Promise<boolean> {
  const where = { accountId: actor.accountId, reportId };
  return (await database().objectFault.count({ where })) > 0;
}
