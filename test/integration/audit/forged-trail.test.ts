import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appendToShard } from '@/audit/append-to-shard';
import { auditHash } from '@/audit/audit-hash';
import { readTrailCheck } from '@/audit/check/read-trail-check';
import { requestTrailCheck } from '@/audit/check/request-trail-check';
import { genesisHash } from '@/audit/trail-shards';
import { database, inTransaction } from '@/platform/database/database';
import { checkWholeTrail } from '../../support/people/trail';

const SHARD = 5;

/** As everything is before somebody who can write to the database, and lacks the keyring, forges it. */
let before: {
  events: Awaited<ReturnType<typeof eventsOf>>;
  head: Awaited<ReturnType<typeof headOf>>;
};

const eventsOf = () =>
  database().auditEvent.findMany({ where: { shard: SHARD }, orderBy: { sequence: 'asc' } });
const headOf = () => database().auditHead.findUniqueOrThrow({ where: { shard: SHARD } });

const ENTRY = { action: 'report.opened', actorKind: 'SYSTEM', actorId: 'test' } as const;

function append(count: number): Promise<void> {
  return inTransaction((tx) => appendToShard(tx, [SHARD], Array<typeof ENTRY>(count).fill(ENTRY)));
}

type Event = (typeof before.events)[number];

async function replaceEvents(events: readonly Event[]): Promise<void> {
  await database().auditEvent.deleteMany({ where: { shard: SHARD } });
  await database().auditEvent.createMany({
    data: events.map((event) => ({ ...event, details: event.details ?? {} })),
  });
}

/** Rewrites the chain of the shard as anybody can compute it, and lets head and checkpoint follow. */
async function rewrite(
  events: readonly Event[],
  head: { keyedFrom?: bigint; mac?: null } = {},
): Promise<void> {
  let hash = genesisHash(SHARD);
  const forged = events.map((event, at) => {
    const previousHash = hash;
    const fields = { ...event, sequence: BigInt(at + 1), details: {} };
    hash = auditHash(previousHash, fields, null);
    return { ...fields, previousHash, hash };
  });
  await replaceEvents(forged);
  const data = { sequence: BigInt(forged.length), hash };
  await database().auditHead.update({ where: { shard: SHARD }, data: { ...data, ...head } });
  await database().trailCheckpoint.update({ where: { shard: SHARD }, data });
}

beforeEach(async () => {
  await append(4);
  before = { events: await eventsOf(), head: await headOf() };
  expect((await checkWholeTrail()).outcome).toBe('intact');
});

afterEach(async () => {
  await replaceEvents(before.events);
  await database().auditHead.update({ where: { shard: SHARD }, data: before.head });
  expect((await checkWholeTrail()).outcome).toBe('intact');
});

const isBroken = { outcome: 'broken', brokenAt: { shard: SHARD } };

describe('a forged trail', () => {
  it.each([
    [
      'rewritten with another actor',
      (all: Event[]) => all.map((one) => ({ ...one, actorId: 'x' })),
    ],
    ['rewritten without an event', (all: Event[]) => all.slice(1)],
    [
      'rewritten with one event more',
      (all: Event[]) => [...all, ...all.slice(-1).map((one) => ({ ...one, id: one.id + 1_000n }))],
    ],
  ])('is found when it is %s', async (_, change) => {
    await rewrite(change(before.events));
    expect(await checkWholeTrail()).toMatchObject(isBroken);
  });

  it('is found when all of it is given out as one of versions before', async () => {
    await rewrite(before.events, { keyedFrom: BigInt(before.events.length + 1) });
    expect(await checkWholeTrail()).toMatchObject(isBroken);
  });

  it('is found when the shard is emptied, or cut off at a former event', async () => {
    await rewrite([], { keyedFrom: 1n, mac: null });
    expect(await checkWholeTrail()).toMatchObject(isBroken);

    const last = before.events.at(-2);
    if (last === undefined) throw new Error('Nothing was appended');
    await replaceEvents(before.events.slice(0, -1));
    const data = { sequence: last.sequence, hash: last.hash };
    await database().auditHead.update({ where: { shard: SHARD }, data });
    await database().trailCheckpoint.update({ where: { shard: SHARD }, data });
    expect(await checkWholeTrail()).toMatchObject(isBroken);
  });

  it('stays found when the application goes on', async () => {
    const data = { actorId: 'x' };
    const [first] = before.events;
    await database().auditEvent.update({ where: { id: first?.id ?? 0n }, data });
    await rewrite(before.events.map((event) => ({ ...event, ...data })));
    await append(2);
    expect(await checkWholeTrail()).toMatchObject(isBroken);
  });

  it('is found when the key is taken away, and no other one is made', async () => {
    const key = await database().systemKey.delete({ where: { name: 'audit-trail' } });
    await rewrite(before.events, { keyedFrom: BigInt(before.events.length + 1) });
    // As a process that starts now: the running one still has the key.
    vi.resetModules();
    const { appendToShard: append } = await import('@/audit/append-to-shard');
    const { checkTrail } = await import('@/audit/check/check-trail');
    await requestTrailCheck();
    while (await checkTrail());
    expect(await readTrailCheck()).toMatchObject({ outcome: 'broken' });
    const appending = inTransaction((tx) => append(tx, [SHARD], [ENTRY]));
    await expect(appending).rejects.toThrow('The key of the audit trail is gone');
    await database().systemKey.create({ data: key });
  });
});
