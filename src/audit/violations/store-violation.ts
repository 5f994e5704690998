import { randomBytes } from 'node:crypto';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Violation } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { HOUR_MS } from '@/platform/time/durations';
import { proofMac } from '@/vault/proof-mac';
import { onlyGenuine } from './only-genuine';
import { VIOLATION_ACTIONS } from './violation-actions';
import { violationLeaf } from './violation-leaf';
import { violationMac } from './violation-mac';

/** Who did what the rules of access forbid, and whom it concerns. */
export type Finding = Pick<Violation, 'kind' | 'actorKind' | 'actorId' | 'patientId' | 'reportId'>;

/**
 * Stores a violation with its event in the trail, which names the hash that is reported on the chain. In an hour (UTC) there
 * is at most one of a kind by one actor against one patient, however often it is repeated.
 * @returns whether it is a new one
 */
export async function storeViolation(tx: Transaction, found: Finding): Promise<boolean> {
  const at = await databaseNow(tx);
  const salt = Uint8Array.from(randomBytes(32));
  const leafHash = violationLeaf({ ...found, at, salt });
  const row = { ...found, at, salt, leafHash, onceHash: await onceHash(tx, found, at) };
  const { count } = await tx.violation.createMany({
    data: { ...row, mac: await violationMac(tx, row) },
    skipDuplicates: true,
  });
  if (count === 0) {
    await onlyGenuine(tx, await tx.violation.findMany({ where: { onceHash: row.onceHash } }));
    return false;
  }
  const { kind, actorKind, actorId, patientId, reportId } = found;
  appendAuditEvent(tx, {
    ...{ action: VIOLATION_ACTIONS[kind], actorKind, actorId },
    ...(reportId === null ? {} : { reportId }),
    ...(patientId === null ? {} : { subjectId: patientId }),
    details: { leaf: Buffer.from(leafHash).toString('hex') },
  });
  return true;
}

/** Keyed: somebody who only writes to the database cannot put a row in the place of one that is to come. */
function onceHash(
  tx: Transaction,
  { kind, actorId, patientId }: Finding,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const hour = BigInt(Math.floor(at.getTime() / HOUR_MS));
  return proofMac(tx, 'violation-once', [kind, actorId, patientId, hour]);
}
