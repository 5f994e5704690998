import { expect, it } from 'vitest';
import { LEASE_MS } from '@/jobs/lease';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { withNonceLock } from '@/registry/calls/with-nonce-lock';

const ADDRESS = `0x${'a'.repeat(40)}`;
const id = `${env().CHAIN_ID}:${ADDRESS}`;

const senderRow = () => database().chainSender.findUniqueOrThrow({ where: { id } });

it('lets one send after another from an account', async () => {
  let inside = 0;
  const seen: number[] = [];
  const send = () =>
    withNonceLock(ADDRESS.toUpperCase().replace('0X', '0x'), async () => {
      inside += 1;
      await senderRow();
      seen.push(inside);
      inside -= 1;
    });
  await Promise.all([send(), send(), send()]);
  expect(seen).toEqual([1, 1, 1]);
});

it('holds a lease while it works, and gives it back even when the work fails', async () => {
  const failing = withNonceLock(ADDRESS, async () => {
    const { claimedBy, claimedUntil } = await senderRow();
    expect(claimedBy).toMatch(/^[0-9a-f-]{36}$/);
    expect(claimedUntil?.getTime()).toBeGreaterThan((await databaseNow()).getTime());
    throw new Error('The node refused it');
  });
  await expect(failing).rejects.toThrow('The node refused it');
  expect(await senderRow()).toMatchObject({ claimedBy: null, claimedUntil: null });
});

it('takes over the lease of a worker that died once it has run out', async () => {
  const now = (await databaseNow()).getTime();
  await database().chainSender.update({
    where: { id },
    data: { claimedBy: '0'.repeat(36), claimedUntil: new Date(now - 1) },
  });
  await withNonceLock(ADDRESS, async () => {
    const { claimedBy, claimedUntil } = await senderRow();
    expect(claimedBy).not.toBe('0'.repeat(36));
    expect(claimedUntil?.getTime()).toBeGreaterThan(now + LEASE_MS / 2);
  });
});
