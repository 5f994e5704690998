import { expect, it } from 'vitest';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { checkWholeTrail } from '../../../support/people/trail';
import { database, inTransaction } from '@/platform/database/database';

/** What MariaDB has switched on since 11.6, and older ones can be asked for. */
const SWITCH_ON = 'SET SESSION innodb_snapshot_isolation = ON';

it('lets parallel verbs read before they note what they did, whatever the server’s default', async () => {
  const before = await database().auditEvent.count();
  const verb = () =>
    inTransaction(async (tx) => {
      await tx.$executeRawUnsafe(SWITCH_ON);
      await tx.report.count();
      appendAuditEvent(tx, {
        action: 'report.opened',
        relation: 'system',
        actorKind: 'SYSTEM',
        actorId: 'test',
      });
    });
  await Promise.all(Array.from({ length: 12 }, verb));
  expect(await database().auditEvent.count()).toBe(before + 12);
  expect((await checkWholeTrail()).outcome).toBe('intact');
});
