import { hexlify } from 'ethers';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { Prisma } from '@/generated/prisma/client';
import { caseById } from '@/platform/database/case-by-id';
import type { Transaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import type { ReportAddedEvent } from '@/registry/chain/chain-events';
import { notify } from '@/notifications/notify';
import { moveReports } from './move-report';
import { canMove } from './states';

/**
 * Applies the anchoring of reports that the chain has confirmed. The staged data stays until no reorganisation
 * can remove a report again (finalise-report.ts). Called by the chain follower inside its transaction;
 * idempotent.
 * @param events of different reports
 */
export async function confirmAnchorings(
  tx: Transaction,
  events: readonly ReportAddedEvent[],
): Promise<void> {
  const eventOf = new Map(events.map((event) => [hexlify(event.contentHash), event]));
  const reports = await tx.report.findMany({
    where: { contentHash: { in: events.map(({ contentHash }) => contentHash) }, anchoredAt: null },
    select: {
      id: true,
      state: true,
      patientId: true,
      contentHash: true,
      patient: { select: { wallets: { select: { address: true } } } },
    },
  });
  const anchored = reports.flatMap(({ id, state, patientId, contentHash, patient }) => {
    const event = eventOf.get(hexlify(contentHash ?? '0x'));
    // Another issuer of the registry could attest the same content for another person.
    const isPatients = patient?.wallets.some(({ address }) => address === event?.owner) === true;
    if (event === undefined || !isPatients) return [];
    if (canMove(state, 'confirm-anchoring')) return [{ id, patientId, event }];
    log().error({ report: id, state }, 'an anchored report is not awaited');
    return [];
  });
  if (anchored.length === 0) return;
  const ids = anchored.map(({ id }) => id);
  await moveReports(tx, ids, 'confirm-anchoring', 'chain');
  await tx.$executeRaw`
    UPDATE Report SET anchoredAt = ${caseById(anchored.map(({ id, event }) => [id, event.blockTime]))}
    WHERE id IN (${Prisma.join(ids)})`;
  await notify(
    tx,
    anchored.flatMap(({ id, patientId, event }) =>
      patientId === null
        ? []
        : [
            {
              accountId: patientId,
              kind: 'report-sealed' as const,
              refId: id,
              once: `report-sealed:${id}:${event.blockHash}`,
            },
          ],
    ),
  );
  for (const { id, patientId, event } of anchored) {
    appendAuditEvent(tx, {
      action: 'report.anchored',
      relation: 'system',
      actorKind: 'SYSTEM',
      actorId: 'chain-follower',
      reportId: id,
      ...(patientId === null ? {} : { subjectId: patientId }),
      details: { block: event.block, transactionHash: event.transactionHash },
    });
  }
}
