import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chainHandlers } from '../../../src/worker/chain-handlers';
import { GET as livez } from '@/app/livez/route';
import { GET as readyz } from '@/app/readyz/route';
import { beatHeart, checkWorkerLives } from '@/jobs/worker-heartbeat';
import { checkMigrations } from '@/platform/database/check-migrations';
import { database } from '@/platform/database/database';
import { checkMailServer } from '@/platform/mail/mailer';
import { checkChainFollowed } from '@/registry/follower/check-chain-followed';
import { followChain } from '@/registry/follower/follow-chain';
import { checkStoreWritable } from '@/vault/check-store-writable';
import { behindProxy } from '../../support/services/behind-proxy';
import { whileCut } from '../../support/services/breakable-proxy';
import { chain, mine } from '../../support/chain/test-chain';

const store = await behindProxy('S3_ENDPOINT');
const smtp = await behindProxy('SMTP_URL');

const context = { params: Promise.resolve({}) };
const answerSchema = z.object({
  status: z.string(),
  checks: z.record(z.string(), z.strictObject({ ok: z.boolean(), milliseconds: z.number() })),
});

async function ask(query = '') {
  const response = await readyz(
    new NextRequest(`${process.env['APP_URL'] ?? ''}/readyz${query}`),
    context,
  );
  const { status, checks } = answerSchema.parse(await response.json());
  const failed = Object.keys(checks).filter((name) => checks[name]?.ok !== true);
  return { code: response.status, status, failed };
}

const catchUp = async () => {
  while (!(await followChain(chainHandlers)));
};

beforeAll(async () => {
  await catchUp();
  await beatHeart(randomUUID());
});

describe('each part is checked by doing what it is for', () => {
  it('all are well', async () => {
    for (const check of [
      checkMigrations,
      checkStoreWritable,
      checkChainFollowed,
      checkMailServer,
      checkWorkerLives,
    ]) {
      await expect(check()).resolves.toBeUndefined();
    }
  });

  it('a database that lacks a migration, or has half of one, is not ready', async () => {
    await database().$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL LIMIT 1`;
    await expect(checkMigrations()).rejects.toThrow('not applied');
    await database().$executeRaw`UPDATE _prisma_migrations SET finished_at = NOW(3)`;
    await database().$executeRaw`
      UPDATE _prisma_migrations SET migration_name = CONCAT('x', migration_name) LIMIT 1`;
    await expect(checkMigrations()).rejects.toThrow('not applied');
    await database().$executeRaw`
      UPDATE _prisma_migrations SET migration_name = TRIM(LEADING 'x' FROM migration_name)`;
    await checkMigrations();
  });

  it('a store or a mail server that is away is not ready', async () => {
    await whileCut(store, () =>
      expect(checkStoreWritable()).rejects.toMatchObject({ code: 'store-unavailable' }),
    );
    await whileCut(smtp, () => expect(checkMailServer()).rejects.toThrow());
  });

  it('a node on another chain, or a follower that lags, is not ready', async () => {
    await chain().send('anvil_setChainId', [5]);
    await expect(checkChainFollowed()).rejects.toThrow();
    await chain().send('anvil_setChainId', [31_337]);
    await mine(200);
    await expect(checkChainFollowed()).rejects.toThrow('blocks behind');
    await catchUp();
    await checkChainFollowed();
  });

  it('a worker that has been silent for two minutes is missed', async () => {
    await database().workerHeartbeat.updateMany({
      data: { beatAt: new Date(Date.now() - 120_000) },
    });
    await expect(checkWorkerLives()).rejects.toThrow();
    await beatHeart(randomUUID());
    await checkWorkerLives();
  });
});

describe('what a monitor asks', () => {
  it('the process answers that it is alive, whatever else is wrong', async () => {
    const response = await livez(new NextRequest('http://localhost/livez'), context);
    expect(await response.json()).toEqual({ status: 'alive' });
  });

  it('readiness names what fails, without the reason, and can leave a check out', async () => {
    expect(await ask()).toEqual({ code: 200, status: 'ready', failed: [] });
    await whileCut(smtp, async () => {
      await expect
        .poll(() => ask(), { timeout: 15_000, interval: 500 })
        .toEqual({
          code: 503,
          status: 'not-ready',
          failed: ['smtp'],
        });
      expect(await ask('?exclude=smtp,worker')).toMatchObject({ code: 200, failed: ['smtp'] });
      const unknown = await readyz(new NextRequest('http://localhost/readyz?exclude=all'), context);
      expect(unknown.status).toBe(400);
    });
    await expect.poll(() => ask(), { timeout: 15_000, interval: 500 }).toMatchObject({ code: 200 });
  });
});
