import { expect, it } from 'vitest';
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
