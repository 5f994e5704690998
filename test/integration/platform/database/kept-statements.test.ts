import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { expect, it, onTestFinished } from 'vitest';
import { PrismaClient } from '@/generated/prisma/client';
import { KEPT_STATEMENTS, poolOptions } from '@/platform/database/database';
import { env } from '@/platform/env';

/** On a connection of its own. */
function connect() {
  const client = new PrismaClient({
    adapter: new PrismaMariaDb({ ...poolOptions(env().DATABASE_URL), connectionLimit: 1 }),
  });
  onTestFinished(() => client.$disconnect());
  /** What the server has counted of this connection. */
  const counted = async () => {
    const rows = await client.$queryRaw<{ Variable_name: string; Value: string }[]>`
      SHOW SESSION STATUS WHERE Variable_name IN ('Com_stmt_prepare', 'Questions', 'Com_stmt_close')`;
    const value = (name: string) =>
      Number(rows.find(({ Variable_name }) => Variable_name === name)?.Value);
    return {
      prepared: value('Com_stmt_prepare'),
      executed: value('Questions'),
      closed: value('Com_stmt_close'),
    };
  };
  const accounts = (count: number) =>
    client.account.findMany({ where: { id: { in: Array.from({ length: count }, String) } } });
  return { client, counted, accounts };
}

it('prepares a statement once for a connection', async () => {
  const { accounts, counted } = connect();
  await accounts(1);
  const before = await counted();
  for (let round = 0; round < 5; round += 1) await accounts(1);
  const { executed, ...others } = await counted();
  expect(others).toEqual({ prepared: before.prepared, closed: before.closed });
  expect(executed).toBe(before.executed + 6);
});

it('executes nothing after a statement that the server refuses to prepare', async () => {
  const { client, accounts, counted } = connect();
  await accounts(1);
  const before = await counted();
  await expect(client.$queryRaw`SELECT nothing FROM Nowhere`).rejects.toThrow(/1146/);
  // The counting itself is a statement.
  expect((await counted()).executed).toBe(before.executed + 1);
});

it('gives the server back the statements that it no longer keeps', async () => {
  const { accounts, counted } = connect();
  await counted();
  // Each length of the list is a statement of its own.
  for (let count = 1; count <= 3 * KEPT_STATEMENTS; count += 1) await accounts(count);
  const { prepared, closed } = await counted();
  expect(prepared).toBeGreaterThan(3 * KEPT_STATEMENTS);
  expect(prepared - closed).toBeLessThanOrEqual(KEPT_STATEMENTS + 1);
});
