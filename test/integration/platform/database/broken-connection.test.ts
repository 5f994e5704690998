import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
  database,
  inTransaction,
  isUnreachable,
  type Transaction,
} from '@/platform/database/database';

/** The number by which the server knows the connection of a transaction. */
async function connectionOf(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: unknown }[]>`SELECT CONNECTION_ID() AS id`;
  return Number(row?.id);
}

const kill = (connection: number) => database().$executeRawUnsafe(`KILL ${connection}`);

it('a connection that is ended during a statement is an outage', async () => {
  const ended = inTransaction(async (tx) => {
    const connection = await connectionOf(tx);
    await Promise.all([
      tx.$queryRaw`SELECT SLEEP(5)`,
      setTimeout(100).then(() => kill(connection)),
    ]);
  });
  await expect(ended).rejects.toMatchObject({ code: 'database-unavailable' });
});

it.each([0, 200])('one that was ended %i ms before a statement is an outage', async (pause) => {
  const ended = inTransaction(async (tx) => {
    await kill(await connectionOf(tx));
    await setTimeout(pause);
    await tx.$queryRaw`SELECT 1`;
  });
  await expect(ended).rejects.toMatchObject({ code: 'database-unavailable' });
  await expect(inTransaction(connectionOf)).resolves.toBeGreaterThan(0);
});

it.each(['read ECONNRESET', 'write EPIPE', 'connect ETIMEDOUT 192.0.2.1:3306'])(
  'the system’s “%s” is an outage',
  (message) => {
    expect(isUnreachable(new Error(message))).toBe(true);
  },
);
