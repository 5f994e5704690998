import { createHash, randomBytes } from 'node:crypto';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Violation } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { HOUR_MS } from '@/platform/time/durations';
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
  const row = { ...found, at, salt, leafHash, onceHash: onceHash(found, at) };
  const { count } = await tx.violation.createMany({
    data: { ...row, mac: await violationMac(tx, row) },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const { kind, actorKind, actorId, patientId, reportId } = found;
  appendAuditEvent(tx, {
    ...{ action: VIOLATION_ACTIONS[kind], actorKind, actorId },
    ...(reportId === null ? {} : { reportId }),
    ...(patientId === null ? {} : { subjectId: patientId }),
    details: { leaf: Buffer.from(leafHash).toString('hex') },
  });
  return true;
}

function onceHash({ kind, actorId, patientId }: Finding, at: Date): Uint8Array<ArrayBuffer> {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const name = [kind, actorId, patientId ?? '', hour].join('/');
  return Uint8Array.from(createHash('sha256').update(name).digest());
}
