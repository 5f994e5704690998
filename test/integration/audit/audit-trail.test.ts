import { describe, expect, it } from 'vitest';
import { appendAuditEvent, type AuditEntry } from '@/audit/append-audit-event';
import { verifyAuditTrail } from '@/audit/verify-audit-trail';
import { database, inTransaction } from '@/platform/database/database';

const entry: AuditEntry = {
  action: 'report.opened',
  actorKind: 'SYSTEM',
  actorId: 'test',
  details: { zebra: 1, ant: 'x', none: null },
};

async function append(count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, () => inTransaction((tx) => appendAuditEvent(tx, entry))),
  );
}

describe('the audit trail', () => {
  it('stays one unbroken chain under parallel writers', async () => {
    await append(20);
    const check = await verifyAuditTrail();
    expect(check.outcome).toBe('intact');
  });

  it('forgets an event whose transaction is rolled back, and stays whole', async () => {
    const before = await database().auditEvent.count();
    await expect(
      inTransaction(async (tx) => {
        await appendAuditEvent(tx, entry);
        throw new Error('the change failed');
      }),
    ).rejects.toThrow('the change failed');
    expect(await database().auditEvent.count()).toBe(before);
    expect((await verifyAuditTrail()).outcome).toBe('intact');
  });

  it.each([
    ['an altered event', `UPDATE AuditEvent SET actorId = 'someone else' WHERE sequence = ?`],
    ['a removed event', 'DELETE FROM AuditEvent WHERE sequence = ?'],
    ['a changed detail', `UPDATE AuditEvent SET details = '{"ant":"y"}' WHERE sequence = ?`],
  ])('notices %s', async (_, sql) => {
    await append(3);
    const head = await database().auditHead.findUniqueOrThrow({ where: { id: 1 } });
    const victim = head.sequence - 1n;
    const kept = await database().auditEvent.findUniqueOrThrow({ where: { sequence: victim } });
    await database().$executeRawUnsafe(sql, victim);

    expect(await verifyAuditTrail()).toEqual({ outcome: 'broken', at: victim });

    await database().auditEvent.deleteMany({ where: { sequence: victim } });
    await database().auditEvent.create({ data: { ...kept, details: kept.details ?? {} } });
    expect((await verifyAuditTrail()).outcome).toBe('intact');
  });

  it('notices that the newest events were cut off', async () => {
    await append(2);
    const head = await database().auditHead.findUniqueOrThrow({ where: { id: 1 } });
    const last = await database().auditEvent.delete({ where: { sequence: head.sequence } });

    expect(await verifyAuditTrail()).toEqual({ outcome: 'broken', at: head.sequence });

    await database().auditEvent.create({ data: { ...last, details: last.details ?? {} } });
  });
});
