import { expect, it, vi } from 'vitest';
import { database, inTransaction } from '@/platform/database/database';
import { createPatient } from '../../../support/people/factories';

it('a transaction that a deadlock ended is run again, also when its own statement met it', async () => {
  const [one, other] = [await createPatient(), await createPatient()];
  const ids = [one.actor.accountId, other.actor.accountId];
  let tries = 0;
  let met = 0;
  let release = () => {};
  const bothHoldOne = new Promise<void>((resolve) => {
    release = resolve;
  });
  const lockIn = (order: string[]) =>
    inTransaction(async (tx) => {
      tries += 1;
      const [first, second] = order;
      await tx.$queryRaw`SELECT id FROM Account WHERE id = ${first} FOR UPDATE`;
      met += 1;
      if (met === 2) release();
      await bothHoldOne;
      await tx.$queryRaw`SELECT id FROM Account WHERE id = ${second} FOR UPDATE`;
    });
  await Promise.all([lockIn(ids), lockIn(ids.toReversed())]);
  expect(tries).toBe(3);
  expect(await database().account.count({ where: { id: { in: ids } } })).toBe(2);
});

it('a single operation that a deadlock ended is run again', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => createPatient()));
  const [first = '', ...others] = people.map(({ actor }) => actor.accountId).sort();
  const last = others.at(-1) ?? '';
  const rename = { displayName: 'Renamed' };
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  // Outside of the transaction, though it begins in the middle of it.
  const operation = begun.then(() =>
    database().account.updateMany({
      where: { id: { in: [first, last] } },
      data: { displayName: 'Renamed again' },
    }),
  );
  await inTransaction(async (tx) => {
    // With more changes than the other, so that the database ends the other.
    await tx.account.updateMany({ where: { id: { in: others } }, data: rename });
    begin();
    await untilLocked(first);
    await tx.account.update({ where: { id: first }, data: rename });
  });
  expect(await operation).toEqual({ count: 2 });
  const { displayName } = await database().account.findUniqueOrThrow({ where: { id: first } });
  expect(displayName).toBe('Renamed again');
});

/** Waits until another connection has locked a row. */
async function untilLocked(id: string): Promise<void> {
  await vi.waitFor(async () => {
    const rows = await database().$queryRaw<unknown[]>`
      SELECT id FROM Account WHERE id = ${id} FOR UPDATE SKIP LOCKED`;
    expect(rows).toHaveLength(0);
  });
}
