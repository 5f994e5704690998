import { describe, expect, it } from 'vitest';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { AuditedAct } from '@/audit/audited-act';
import { appendToShard } from '@/audit/append-to-shard';
import { checkTrail } from '@/audit/check/check-trail';
import { readTrailCheck } from '@/audit/check/read-trail-check';
import { database, inTransaction } from '@/platform/database/database';
import { checkWholeTrail } from '../../support/people/trail';

const entry: AuditedAct = {
  action: 'report.opened',
  relation: 'system',
  actorKind: 'SYSTEM',
  actorId: 'test',
  details: { zebra: 1, ant: 'x', none: null },
};
/** A shard that these tests write to alone. */
const SHARD = 7;

async function append(count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, () =>
      inTransaction((tx) => {
        appendAuditEvent(tx, entry);
      }),
    ),
  );
}

async function newest() {
  await inTransaction((tx) => appendToShard(tx, [SHARD], [entry, entry, entry]));
  return database().auditHead.findUniqueOrThrow({ where: { shard: SHARD } });
}

describe('the audit trail', () => {
  it('consists of whole chains under parallel writers', async () => {
    await append(40);
    const heads = await database().auditHead.findMany({ where: { sequence: { gt: 0 } } });
    expect(heads.length).toBeGreaterThan(10);
    const check = await checkWholeTrail();
    expect(check).toMatchObject({ outcome: 'intact', brokenAt: null });
    expect(check.checked).toBe(check.total);
    expect(check.total).toBe(await database().auditEvent.count());
  });

  it('keeps the events of a transaction together and in order', async () => {
    const actions = ['report.approved', 'report.rejected', 'report.opened'] as const;
    const actorId = crypto.randomUUID();
    await inTransaction((tx) => {
      for (const action of actions) appendAuditEvent(tx, { ...entry, actorId, action });
    });
    const events = await database().auditEvent.findMany({
      where: { actorId },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(actions);
    expect(new Set(events.map(({ shard }) => shard)).size).toBe(1);
  });

  it('goes on with another head while one is held', async () => {
    const actorId = crypto.randomUUID();
    await inTransaction(async (tx) => {
      await appendToShard(tx, [SHARD], [entry]);
      await inTransaction((other) =>
        appendToShard(other, [SHARD, SHARD + 1], [{ ...entry, actorId }]),
      );
    });
    const event = await database().auditEvent.findFirstOrThrow({ where: { actorId } });
    expect(event.shard).toBe(SHARD + 1);
  });

  it('has no event of a transaction that is rolled back, and stays whole', async () => {
    const actorId = crypto.randomUUID();
    await expect(
      inTransaction((tx) => {
        appendAuditEvent(tx, { ...entry, actorId });
        throw new Error('the change failed');
      }),
    ).rejects.toThrow('the change failed');
    expect(await database().auditEvent.count({ where: { actorId } })).toBe(0);
    expect((await checkWholeTrail()).outcome).toBe('intact');
  });

  it('refuses an event outside a transaction that would append it', async () => {
    await database().$transaction((tx) => {
      expect(() => appendAuditEvent(tx, entry)).toThrow('Only a transaction of inTransaction');
      return Promise.resolve();
    });
  });

  it.each([
    ['an altered event', `UPDATE AuditEvent SET actorId = 'someone else' WHERE id = ?`],
    ['a removed event', 'DELETE FROM AuditEvent WHERE id = ?'],
    ['a changed detail', `UPDATE AuditEvent SET details = '{"ant":"y"}' WHERE id = ?`],
    [
      'an event moved to another chain',
      `UPDATE AuditEvent SET shard = 63, sequence = sequence + 100000 WHERE id = ?`,
    ],
  ])('notices %s', async (_, sql) => {
    const head = await newest();
    const sequence = head.sequence - 1n;
    const where = { shard_sequence: { shard: SHARD, sequence } };
    const kept = await database().auditEvent.findUniqueOrThrow({ where });
    await database().$executeRawUnsafe(sql, kept.id);

    const check = await checkWholeTrail();
    expect(check.outcome).toBe('broken');
    expect(check.brokenAt).toEqual({ shard: SHARD, sequence: Number(sequence) });
    // It stays so until an administrator asks again.
    expect(await checkTrail()).toBe(false);
    expect((await readTrailCheck()).outcome).toBe('broken');

    await database().auditEvent.deleteMany({ where: { id: kept.id } });
    await database().auditEvent.create({ data: { ...kept, details: kept.details ?? {} } });
    expect((await checkWholeTrail()).outcome).toBe('intact');
  });

  it('notices that the newest events were cut off, also together with their head', async () => {
    const head = await newest();
    await checkWholeTrail();
    const where = { shard_sequence: { shard: SHARD, sequence: head.sequence } };
    const last = await database().auditEvent.delete({ where });
    expect(await checkWholeTrail()).toMatchObject({
      outcome: 'broken',
      brokenAt: { shard: SHARD, sequence: Number(head.sequence) },
    });

    await database().auditEvent.create({ data: { ...last, details: last.details ?? {} } });
    await checkWholeTrail();
    const { sequence, previousHash: hash } = last;
    await database().auditHead.update({
      where: { shard: SHARD },
      data: { sequence: sequence - 1n, hash },
    });
    await checkTrail();
    expect((await readTrailCheck()).brokenAt).toEqual({ shard: SHARD, sequence: Number(sequence) });

    const data = { sequence: head.sequence, hash: head.hash };
    await database().auditHead.update({ where: { shard: SHARD }, data });
    expect((await checkWholeTrail()).outcome).toBe('intact');
  });

  it('is checked from where the last check ended', async () => {
    await checkWholeTrail();
    const before = await readTrailCheck();
    await newest();
    expect(await readTrailCheck()).toMatchObject({
      outcome: 'checking',
      checked: before.checked,
      total: before.total + 3,
    });
    while (await checkTrail());
    expect(await readTrailCheck()).toMatchObject({ outcome: 'intact', checked: before.total + 3 });
  });
});
