import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { afterAll, expect, it } from 'vitest';
import { PrismaClient } from '@/generated/prisma/client';
import { LEASE_MS } from '@/jobs/lease';
import { isUnreachable, poolOptions } from '@/platform/database/database';
import { waitAsCommand, waitAsWorker } from '@/platform/time/patience';
import { startBreakableProxy } from '../../../support/services/breakable-proxy';

const target = new URL(process.env['DATABASE_URL'] ?? '');
const proxy = await startBreakableProxy(target.href);
target.port = new URL(proxy.url).port;

afterAll(() => proxy.close());

it('a statement that the database never answers fails as an outage, and does not hold its connection', async () => {
  const options = { ...poolOptions(target.href), connectionLimit: 1, minimumIdle: 1 };
  // As configured, but for the time.
  const adapter = new PrismaMariaDb({ ...options, socketTimeout: 500 });
  const client = new PrismaClient({ adapter, log: [] });
  await client.$queryRaw`SELECT 1`;
  const hung = client.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1`;
    proxy.stall();
    await tx.$queryRaw`SELECT 2`;
  });
  const error: unknown = await hung.catch((reason: unknown) => reason);
  expect(isUnreachable(error)).toBe(true);
  proxy.resume();
  await expect(client.$queryRaw`SELECT 3`).resolves.toBeDefined();
  await client.$disconnect();
});

it('a page waits for less than a transaction may last, a worker for less than a lease, a command for whole tables', () => {
  expect(poolOptions(target.href).socketTimeout).toBe(20_000);
  waitAsWorker();
  expect(poolOptions(target.href).socketTimeout).toBeLessThan(LEASE_MS);
  waitAsCommand();
  expect(poolOptions(target.href).socketTimeout).toBe(600_000);
});
