import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { PrismaClient } from '@/generated/prisma/client';
import { database, poolOptions } from '@/platform/database/database';
import { env } from '@/platform/env';

/** How many rows the database reads for something. */
export function rowsRead(read: () => Promise<unknown>): Promise<number> {
  return growth('Handler_read%', read);
}

/** By how much the sum of some of the server's counters grows by something, on a client with one connection. */
export async function growth(counters: string, read: () => Promise<unknown>): Promise<number> {
  const shared = globalThis as typeof globalThis & { medanchorDatabase?: PrismaClient };
  const usual = database();
  const single = new PrismaClient({
    adapter: new PrismaMariaDb({ ...poolOptions(env().DATABASE_URL), connectionLimit: 1 }),
  });
  const total = async () => {
    const rows = await single.$queryRaw<{ Value: string }[]>`
      SELECT VARIABLE_VALUE AS Value FROM information_schema.SESSION_STATUS
      WHERE VARIABLE_NAME LIKE ${counters}`;
    return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
  };
  shared.medanchorDatabase = single;
  try {
    const own = -(await total()) + (await total());
    const before = await total();
    await read();
    return (await total()) - before - own;
  } finally {
    shared.medanchorDatabase = usual;
    await single.$disconnect();
  }
}

/** The same, not the first time, when the server also reads its own statistics. */
export async function rowsReadAgain(read: () => Promise<unknown>): Promise<number> {
  await read();
  return rowsRead(read);
}
