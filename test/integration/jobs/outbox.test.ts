import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { MINUTE_MS } from '@/platform/time/durations';
import { jobHandlers } from '../../../src/worker/job-handlers';
import { enqueueJob } from '@/jobs/enqueue-job';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database, inTransaction } from '@/platform/database/database';
import { sendMail } from '@/platform/mail/mailer';
import { behindProxy } from '../../support/services/behind-proxy';
import { createDoctor } from '../../support/people/factories';
import { receivedMails } from '../../support/people/mail';

// Mail goes through a proxy that the tests can cut.
const smtp = await behindProxy('SMTP_URL');

beforeEach(async () => {
  await database().outboxJob.deleteMany();
});

/** Queues mails to doctors about a decision. */
async function queue(count: number): Promise<string[]> {
  const emails: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { actor } = await createDoctor();
    const payload = { accountId: actor.accountId };
    await inTransaction((tx) => enqueueJob(tx, 'mail-doctor-decided', payload));
    emails.push(actor.email);
  }
  return emails;
}

/** Due for a minute: the server that writes the default and the clock of a worker may differ by moments. */
async function queueUnknownKind() {
  const runAfter = new Date(Date.now() - 60_000);
  await database().outboxJob.create({ data: { kind: 'no-such-kind', payload: {}, runAfter } });
}

const mailsTo = async (email: string) => (await receivedMails(email)).length;

const jobs = () => database().outboxJob.findMany({ orderBy: { id: 'asc' } });
const makeDue = () =>
  database().outboxJob.updateMany({ data: { runAfter: new Date(Date.now() - 60_000) } });

describe('the outbox', () => {
  it('does each job once when several workers run', async () => {
    const emails = await queue(12);
    const counts = await Promise.all([1, 2, 3].map(() => runDueJobs(jobHandlers)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(12);
    for (const email of emails) expect(await mailsTo(email)).toBe(1);
    expect((await jobs()).every(({ doneAt, attempts }) => doneAt !== null && attempts === 1)).toBe(
      true,
    );
  });

  it('sends no mail a second time when the database fails to note that it was sent', async () => {
    const [email = ''] = await queue(1);
    // A number of a sequence stays taken when its transaction is undone: only the first note fails.
    await database().$executeRawUnsafe('CREATE SEQUENCE notes');
    await database().$executeRawUnsafe(`
      CREATE TRIGGER failsOnce BEFORE UPDATE ON OutboxJob FOR EACH ROW
      IF NEW.doneAt IS NOT NULL AND NEXT VALUE FOR notes = 1 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The disk is full';
      END IF`);
    onTestFinished(async () => {
      await database().$executeRawUnsafe('DROP TRIGGER failsOnce');
      await database().$executeRawUnsafe('DROP SEQUENCE notes');
    });
    expect(await runDueJobs(jobHandlers)).toBe(1);
    expect(await jobs()).toMatchObject([{ attempts: 1, lastError: null }]);
    expect((await jobs())[0]?.doneAt).not.toBeNull();
    const [taken] = await database().$queryRaw<
      { next: bigint }[]
    >`SELECT NEXT VALUE FOR notes AS next`;
    expect(taken?.next).toBe(3n);
    await makeDue();
    expect(await runDueJobs(jobHandlers)).toBe(0);
    expect(await mailsTo(email)).toBe(1);
  });

  it('ends what it has begun before it reports that the outbox cannot be written', async () => {
    await database().$executeRawUnsafe(`
      CREATE TRIGGER noFailures BEFORE UPDATE ON OutboxJob FOR EACH ROW
      IF NEW.lastError IS NOT NULL THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The disk is full';
      END IF`);
    onTestFinished(async () => {
      await database().$executeRawUnsafe('DROP TRIGGER noFailures');
    });
    const [email = ''] = await queue(1);
    await queueUnknownKind();
    let isMailed = false;
    const slow: typeof jobHandlers = {
      ...jobHandlers,
      'mail-doctor-decided': async (...args) => {
        await setTimeout(500);
        await jobHandlers['mail-doctor-decided'](...args);
        isMailed = true;
      },
    };
    await expect(runDueJobs(slow, 2)).rejects.toThrow('The disk is full');
    expect(isMailed).toBe(true);
    expect((await jobs())[0]?.doneAt).not.toBeNull();
    expect(await mailsTo(email)).toBe(1);
  });

  it('has as many mails on their way as it may, and no more', async () => {
    const emails = await queue(9);
    let [running, most] = [0, 0];
    const counted: typeof jobHandlers = {
      ...jobHandlers,
      'mail-doctor-decided': async (...args) => {
        running += 1;
        most = Math.max(most, running);
        await jobHandlers['mail-doctor-decided'](...args);
        running -= 1;
      },
    };
    expect(await runDueJobs(counted, 3)).toBe(9);
    expect(most).toBe(3);
    for (const email of emails) expect(await mailsTo(email)).toBe(1);
  });

  it('does the jobs of one person one after the other, and keeps those that wait', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { actor } = await createDoctor();
    const payload = { accountId: actor.accountId };
    for (let index = 0; index < 2; index += 1) {
      await inTransaction((tx) => enqueueJob(tx, 'mail-doctor-decided', payload));
    }
    const order: string[] = [];
    let endFirst = () => {};
    const first = new Promise<void>((resolve) => (endFirst = resolve));
    const held: typeof jobHandlers = {
      ...jobHandlers,
      'mail-doctor-decided': async (_, { id }) => {
        order.push(`begins ${id}`);
        if (order.length === 1) await first;
        order.push(`ends ${id}`);
      },
    };
    const running = runDueJobs(held, 2);
    const claimed = await vi.waitFor(async () => {
      const [, waiting] = await jobs();
      expect(waiting?.claimedUntil).not.toBeNull();
      return waiting?.claimedUntil ?? new Date();
    });
    await vi.waitFor(async () => {
      // Each time: the worker sets its clock only after the claim that was seen above.
      vi.advanceTimersByTime(MINUTE_MS);
      const [, waiting] = await jobs();
      expect(waiting?.claimedUntil?.getTime()).toBeGreaterThan(claimed.getTime());
    });
    endFirst();
    expect(await running).toBe(2);
    const [one, two] = (await jobs()).map(({ id }) => id);
    expect(order).toEqual([`begins ${one}`, `ends ${one}`, `begins ${two}`, `ends ${two}`]);
  });

  it('takes over the job of a worker that died, once its lease is over', async () => {
    const [email = ''] = await queue(1);
    // A worker claimed it and was killed: nothing but the lease is left of it.
    const lease = (until: number) =>
      database().outboxJob.updateMany({ data: { claimedUntil: new Date(until), attempts: 1 } });
    await lease(Date.now() + MINUTE_MS);
    expect(await runDueJobs(jobHandlers)).toBe(0);
    expect(await mailsTo(email)).toBe(0);

    await lease(Date.now() - 60_000);
    expect(await runDueJobs(jobHandlers)).toBe(1);
    expect(await mailsTo(email)).toBe(1);
    expect(await jobs()).toMatchObject([{ attempts: 2 }]);
  });

  it('leaves a job to the worker that took it over, when the first one fails after all', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const [email = ''] = await queue(1);
    let fail = () => {};
    let send = () => {};
    const stuck = runDueJobs({
      ...jobHandlers,
      'mail-doctor-decided': () =>
        new Promise((_, reject) => (fail = () => reject(new Error('too late')))),
    });
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ attempts: 1 }]));
    await database().outboxJob.updateMany({ data: { claimedUntil: new Date(Date.now() - 1_000) } });
    const takenOver = runDueJobs({
      ...jobHandlers,
      'mail-doctor-decided': async (...args) => {
        await new Promise<void>((resolve) => (send = resolve));
        await jobHandlers['mail-doctor-decided'](...args);
      },
    });
    await vi.waitFor(async () => expect(await jobs()).toMatchObject([{ attempts: 2 }]));
    fail();
    expect(await stuck).toBe(1);
    await makeDue();
    expect(await runDueJobs(jobHandlers)).toBe(0);
    send();
    expect(await takenOver).toBe(1);
    expect(await mailsTo(email)).toBe(1);
    expect(await jobs()).toMatchObject([{ attempts: 2, lastError: null, failedAt: null }]);
  });

  it('keeps mails while the mail server is down and sends them when it is back', async () => {
    const emails = await queue(2);
    await smtp.cut();
    await runDueJobs(jobHandlers);
    expect(await jobs()).toMatchObject(
      emails.map(() => ({ doneAt: null, lastError: 'mail-unavailable', claimedUntil: null })),
    );
    // Not at once again, but after a pause.
    expect(await runDueJobs(jobHandlers)).toBe(0);

    await smtp.mend();
    await makeDue();
    await runDueJobs(jobHandlers);
    for (const email of emails) expect(await mailsTo(email)).toBe(1);
  });

  it('waits longer after each failure and gives up after thirty', async () => {
    await queue(1);
    await smtp.cut();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await makeDue();
      await runDueJobs(jobHandlers);
      const [job] = await jobs();
      pauses.push(Math.round(((job?.runAfter.getTime() ?? 0) - Date.now()) / 1_000));
    }
    await smtp.mend();
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40]);
    expect(Math.max(...pauses)).toBe(3_600);
    const [given] = await jobs();
    expect(given?.failedAt).not.toBeNull();
    await makeDue();
    expect(await runDueJobs(jobHandlers)).toBe(0);
  });

  it('keeps a failing job from holding up the others', async () => {
    const unknown = crypto.randomUUID();
    await queueUnknownKind();
    await inTransaction((tx) => enqueueJob(tx, 'mail-doctor-decided', { accountId: unknown }));
    const [email = ''] = await queue(1);
    await runDueJobs(jobHandlers);
    expect(await mailsTo(email)).toBe(1);
    expect(await jobs()).toMatchObject([{ lastError: 'internal' }, {}, { lastError: null }]);
  });

  it('queues one job for one key, and none of a transaction that is rolled back', async () => {
    const { actor } = await createDoctor();
    const enqueue = () =>
      inTransaction((tx) =>
        enqueueJob(tx, 'mail-doctor-decided', { accountId: actor.accountId }, { dedupeKey: 'k' }),
      );
    await Promise.all([enqueue(), enqueue(), enqueue()]);
    await enqueue();
    expect(await database().outboxJob.count()).toBe(1);
    await expect(
      inTransaction(async (tx) => {
        await enqueueJob(tx, 'mail-doctor-decided', { accountId: actor.accountId });
        throw new Error('the change failed');
      }),
    ).rejects.toThrow('the change failed');
    expect(await database().outboxJob.count()).toBe(1);
  });

  it('never writes an address into what it throws', async () => {
    const mail = { subject: '', text: '', html: '', messageId: '<x@example.org>' };
    const refused = sendMail({ ...mail, to: 'somebody@' }).catch((error: unknown) => error);
    const error = await refused;
    expect(error).toMatchObject({ code: 'mail-unavailable' });
    const cause = error instanceof Error ? error.cause : undefined;
    expect(String(cause)).toMatch(/^Error: SMTP: E[A-Z]+/);
    expect(String(cause)).not.toContain('somebody');
  });
});
