import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connection } from 'mariadb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../../../scripts/commands/migrate-database';
import { emptyDatabase } from '../../../support/services/empty-database';

let folder: string;
let url: string;
let connection: Connection;

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function count(sql: string): Promise<number> {
  const [row] = await connection.query<{ n: bigint }[]>(`SELECT COUNT(*) AS n FROM ${sql}`);
  return Number(row?.n);
}

beforeEach(async () => {
  folder = mkdtempSync(resolve('.data', 'migrations-'));
  ({ url, connection } = await emptyDatabase('migrations'));
  write('20260101000000_first', 'CREATE TABLE one (id INT); INSERT INTO one VALUES (1), (2);');
  write('20260102000000_second', 'ALTER TABLE one ADD COLUMN two INT;');
});

afterEach(async () => {
  await connection.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('migrating', () => {
  it('applies what is new, in order, and nothing twice', async () => {
    expect(await migrateDatabase(url, { folder })).toEqual([
      '20260101000000_first',
      '20260102000000_second',
    ]);
    expect(await migrateDatabase(url, { folder })).toEqual([]);
    write('20260103000000_third', 'CREATE TABLE three (id INT);');
    expect(await migrateDatabase(url, { folder })).toEqual(['20260103000000_third']);
    expect(await count('one')).toBe(2);
    expect(await count('_prisma_migrations WHERE applied_steps_count = 1')).toBe(3);
  });

  it('twice at once applies each migration once', async () => {
    const applied = await Promise.all(
      Array.from({ length: 4 }, () => migrateDatabase(url, { folder })),
    );
    expect(applied.flat()).toHaveLength(2);
    expect(await count('one')).toBe(2);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await migrateDatabase(url, { folder });
    write('20260102000000_second', 'ALTER TABLE one ADD COLUMN two BIGINT;');
    write('20260103000000_third', 'CREATE TABLE three (id INT);');
    await expect(migrateDatabase(url, { folder })).rejects.toThrow(
      /20260102000000_second was edited after it was applied/,
    );
    expect(await count('_prisma_migrations')).toBe(2);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await migrateDatabase(url, { folder });
    rmSync(join(folder, '20260102000000_second'), { recursive: true });
    await expect(migrateDatabase(url, { folder })).rejects.toThrow(
      /which this version does not know/,
    );
  });

  it('reports failing SQL, stops, and goes on once a person has repaired it', async () => {
    write('20260103000000_third', 'CREATE TABLE three (id INT); DROP TABLE nowhere;');
    write('20260104000000_fourth', 'CREATE TABLE four (id INT);');
    await expect(migrateDatabase(url, { folder })).rejects.toThrow(/third failed: .*nowhere/s);

    const again = await migrateDatabase(url, { folder }).catch((error: unknown) => String(error));
    expect(again).toMatch(/third failed and may be half applied.*nowhere/s);
    const advice = /UPDATE _prisma_migrations SET rolled_back_at = .*;/.exec(String(again));

    await connection.query('DROP TABLE three');
    await connection.query(advice?.[0] ?? 'no advice');
    write('20260103000000_third', 'CREATE TABLE three (id INT);');
    expect(await migrateDatabase(url, { folder })).toEqual([
      '20260103000000_third',
      '20260104000000_fourth',
    ]);
  });
});
