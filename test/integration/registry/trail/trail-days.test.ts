import { randomInt } from 'node:crypto';
import { hexlify, id, ZeroHash } from 'ethers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { makeReceipt } from '@/audit/days/make-receipt';
import { readDayRoot, trailAnchorInterface } from '@/audit/days/read-day-root';
import { hashOfLeaf, rootByPath } from '@/audit/days/root-by-path';
import { sealTrailDay } from '@/audit/days/seal-trail-day';
import { dateOfDay } from '@/audit/days/trail-days';
import type { AuditEvent } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { anchorTrailDays } from '@/registry/trail/anchor-trail-days';
import { readTrailAnchoring } from '@/registry/trail/read-trail-anchoring';
import { trailWallet } from '@/registry/trail/trail-wallet';
import {
  chain,
  forkPoint,
  mine,
  setBalance,
  withoutAutomine,
} from '../../../support/chain/test-chain';
import { createAdmin } from '../../../support/people/factories';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import { backdateTrail, rewriteTrail } from '../../../support/people/rewrite-trail';
import { checkWholeTrail } from '../../../support/people/trail';

const proxy = await behindProxy('CHAIN_RPC_URL');
const operator = trailWallet()?.address ?? '';
/** Days that no other file of this worker has anchored: the chain keeps them. */
let day = 2_000 + randomInt(8_000);

async function append(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await inTransaction((tx) => {
      appendAuditEvent(tx, {
        action: 'report.opened',
        relation: 'system',
        actorKind: 'SYSTEM',
        actorId: 'test',
        reportId: crypto.randomUUID(),
        details: { zebra: 1, ant: 'x', none: null },
      });
    });
  }
}

/** Seals all events so far as a day of the past. */
async function sealDay(): Promise<number> {
  day += 1;
  await append(6);
  await backdateTrail(day);
  await sealTrailDay();
  return day;
}

const rowOf = (which: number) => database().trailDay.findUniqueOrThrow({ where: { day: which } });
const sent = () => chain().getTransactionCount(operator);

async function anchor(): Promise<void> {
  await anchorTrailDays();
  await mine(3);
  await anchorTrailDays();
}

async function eventsOf(which: number): Promise<AuditEvent[]> {
  const [before, ends] = await Promise.all(
    [which - 1, which].map((one) =>
      database().trailDayShard.findMany({ where: { day: one }, orderBy: { shard: 'asc' } }),
    ),
  );
  const events = await Promise.all(
    (ends ?? []).map(({ shard, sequence }) => {
      const gt = before?.find((end) => end.shard === shard)?.sequence ?? 0n;
      return database().auditEvent.findMany({ where: { shard, sequence: { gt, lte: sequence } } });
    }),
  );
  return events.flat();
}

async function forgetDays(): Promise<void> {
  await database().trailDay.deleteMany();
  await database().trailCheck.update({
    where: { id: 1 },
    data: { nextDay: 0, nextBlock: 0, brokenDay: null, brokenShard: null, brokenSequence: null },
  });
}

beforeEach(forgetDays);
afterAll(async () => {
  await forgetDays();
  await checkWholeTrail();
});

describe('a sealed day', () => {
  it('holds each event once, and each has a receipt that leads to the root on the chain', async () => {
    const first = await sealDay();
    const second = await sealDay();
    await anchor();

    expect(await sealTrailDay()).toBe(false);
    const sizes = await database().trailDay.findMany({ orderBy: { day: 'asc' } });
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    expect(total).toBe(await database().auditEvent.count());
    for (const which of [first, second]) {
      const { root, size } = await rowOf(which);
      expect(await readDayRoot(which)).toBe(hexlify(root));
      const indexes = new Set<number>();
      for (const event of (await eventsOf(which)).slice(-8)) {
        const receipt = await makeReceipt(event);
        const path = receipt.path.map((hash) => Uint8Array.from(Buffer.from(hash, 'hex')));
        const leaf = await hashOfLeaf(receipt.leaf);
        const reached = await rootByPath(leaf, receipt.index, receipt.size, path);
        expect(hexlify(reached ?? '0x')).toBe(hexlify(root));
        expect(receipt).toMatchObject({ day: which, date: dateOfDay(which), size });
        expect(JSON.parse(receipt.leaf)).toMatchObject({
          action: event.action,
          actorId: event.actorId,
        });
        indexes.add(receipt.index);
      }
      expect(indexes.size).toBe(Math.min(8, size));
    }
  });

  it('is sealed once by two workers at a time', async () => {
    day += 1;
    await append(4);
    await backdateTrail(day);
    await Promise.all([sealTrailDay(), sealTrailDay()]);
    expect(await database().trailDay.count()).toBe(1);
    expect(await database().trailDayShard.count()).toBe(64);
  });

  it('gives no receipt before it is anchored, nor for an event of today', async () => {
    const which = await sealDay();
    const [event] = await eventsOf(which);
    if (event === undefined) throw new Error('No event');
    await expect(makeReceipt(event)).rejects.toMatchObject({ code: 'not-found' });
    await append(1);
    const today = await database().auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await expect(makeReceipt(today)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the root of a day', () => {
  it('is sent once, however often a worker begins again', async () => {
    const which = await sealDay();
    const before = await sent();
    await withoutAutomine(async () => {
      await anchorTrailDays();
      const { transactionHash, state } = await rowOf(which);
      expect(state).toBe('SENT');
      // Killed after the row was written and before the node had the transaction.
      await chain().send('anvil_dropTransaction', [transactionHash]);
      await anchorTrailDays();
      expect((await rowOf(which)).transactionHash).toBe(transactionHash);
      await anchorTrailDays();
      await mine();
    });
    // Killed, and the database restored from before it was sent.
    await database().trailDay.update({
      where: { day: which },
      data: { state: 'SEALED', rawTransaction: null },
    });
    await anchor();
    await anchor();
    expect(await sent()).toBe(before + 1);
    expect(await rowOf(which)).toMatchObject({ state: 'ANCHORED' });
  });

  it('is sent again after a reorganisation', async () => {
    const which = await sealDay();
    const fork = await forkPoint();
    await anchor();
    expect((await rowOf(which)).state).toBe('ANCHORED');

    await database().trailDay.update({ where: { day: which }, data: { isFinal: false } });
    await fork.goBack();
    expect(await readDayRoot(which)).toBe(ZeroHash);
    await anchor();

    expect(await readDayRoot(which)).toBe(hexlify((await rowOf(which)).root));
  });

  it('waits without ether, is told to administrators, and is sent when there is some', async () => {
    const { actor } = await createAdmin();
    const which = await sealDay();
    const purse = await chain().getBalance(operator);
    await setBalance(operator, 0n);
    await anchor();
    const later = await sealDay();
    expect((await rowOf(which)).state).toBe('SEALED');
    expect(await readTrailAnchoring(actor)).toMatchObject({
      state: 'on',
      purseEth: '0.0',
      waiting: 2,
      oldestWaiting: dateOfDay(which),
    });

    await setBalance(operator, purse);
    await anchor();

    expect((await rowOf(which)).state).toBe('ANCHORED');
    expect((await rowOf(later)).state).toBe('ANCHORED');
  });

  it('waits while the chain is away, and is sent when it is back', async () => {
    await whileCut(proxy, async () => {
      const which = await sealDay();
      await expect(anchorTrailDays()).rejects.toMatchObject({ code: 'chain-unavailable' });
      expect((await rowOf(which)).state).toBe('SEALED');
    });
    await anchor();
    expect((await rowOf(day)).state).toBe('ANCHORED');
  });

  it('is not sent when somebody altered it in the database', async () => {
    const which = await sealDay();
    const root = Uint8Array.from(Buffer.alloc(32, 7));
    await database().trailDay.update({ where: { day: which }, data: { root } });
    const before = await sent();
    await expect(anchorTrailDays()).rejects.toThrow('was altered');
    expect(await sent()).toBe(before);
  });

  it('is refused, and its day named, when the chain has another', async () => {
    const which = await sealDay();
    const data = trailAnchorInterface.encodeFunctionData('anchorDay', [which, id('a thief')]);
    const wallet = trailWallet()?.connect(chain());
    await (await wallet?.sendTransaction({ to: env().TRAIL_ANCHOR_ADDRESS ?? '', data }))?.wait();

    await anchor();

    expect((await rowOf(which)).state).toBe('REFUSED');
    const check = await checkWholeTrail();
    expect(check).toMatchObject({ outcome: 'broken', brokenDate: dateOfDay(which) });
  });
});

describe('the check of the trail', () => {
  it('names the day of what was changed by somebody with the trail’s key', async () => {
    const which = await sealDay();
    await anchor();
    const [own] = await eventsOf(which);
    if (own === undefined) throw new Error('The day has no events');
    const { shard } = own;
    const genuine = await database().auditEvent.findMany({
      where: { shard },
      orderBy: { sequence: 'asc' },
    });
    expect(await checkWholeTrail()).toMatchObject({
      outcome: 'intact',
      anchoredUntil: dateOfDay(which),
      comparedUntil: dateOfDay(which),
    });

    // The day's own events: the shard may hold earlier ones.
    const first = genuine.findIndex(({ id }) => id === own.id);
    const other = { ...own, actorId: 'another' };
    const changed = (all: AuditEvent[]) => all.with(first, other);
    const removed = (all: AuditEvent[]) => all.toSpliced(first, 1);
    const inserted = (all: AuditEvent[]) => all.toSpliced(first, 0, { ...other, id: -own.id });
    for (const change of [changed, removed, inserted]) {
      await rewriteTrail(() => change(genuine), [shard]);
      expect(await checkWholeTrail()).toMatchObject({
        outcome: 'broken',
        brokenAt: null,
        brokenDate: dateOfDay(which),
      });
    }
    await rewriteTrail(() => genuine, [shard]);
    expect((await checkWholeTrail()).outcome).toBe('intact');
  });

  it('names event and day when it was changed by somebody without the key', async () => {
    const which = await sealDay();
    await anchor();
    const [event] = await eventsOf(which);
    if (event === undefined) throw new Error('No event');
    const { id: eventId, shard, sequence, actorId } = event;
    await database().auditEvent.update({ where: { id: eventId }, data: { actorId: 'another' } });
    expect(await checkWholeTrail()).toMatchObject({
      outcome: 'broken',
      brokenAt: { shard, sequence: Number(sequence) },
      brokenDate: dateOfDay(which),
    });
    await expect(makeReceipt({ ...event, actorId: 'another' })).rejects.toMatchObject({
      code: 'event-altered',
    });
    await database().auditEvent.update({ where: { id: eventId }, data: { actorId } });
  });
});
