import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { database } from '@/platform/database/database';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { findReferencedObjects } from '@/reports/sealed/find-referenced-objects';
import { openReportDocument } from '@/reports/content/open-report-document';
import { newDataKey } from '@/vault/data-key';
import { deleteObject, getObject, listObjects, putObject } from '@/vault/object-store';
import { sealDocument } from '@/vault/seal-document';
import { MAX_DELETIONS, sweepOrphans } from '@/vault/sweep-orphans';
import { createDoctor, createPatient } from '../../support/people/factories';
import { createForwardedReport } from '../../support/reports/report-factories';

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

beforeEach(async () => {
  await database().orphanObject.deleteMany();
  for await (const { objects } of listObjects()) {
    for (const { address } of objects) await deleteObject(address);
  }
});

afterEach(() => {
  vi.useRealTimers();
});

/** What is left when the server dies between the store and the database. */
async function orphan(): Promise<string> {
  const { objectAddress, stored } = await sealDocument(
    newDataKey(),
    randomBytes(64),
    randomBytes(32),
  );
  // Else an object that a test has deleted meanwhile is put again.
  await stored;
  return objectAddress;
}

/** Sweeps as if every object were old enough. */
const sweep = () => sweepOrphans(findReferencedObjects, 0);

const inQuarantine = () => database().orphanObject.count();

/** As if the sweep had seen each orphan every hour since then. */
const setSeen = (firstSeenAt: Date, lastSeenAt = ago(HOUR_MS)) =>
  database().orphanObject.updateMany({ data: { firstSeenAt, lastSeenAt } });

it('deletes an orphan only after a week in quarantine', async () => {
  const address = await orphan();
  await putObject('a-file-of-somebody-else', Buffer.from('x'));
  expect(await sweep()).toBe(0);
  await setSeen(ago(6 * DAY_MS));
  expect(await sweep()).toBe(0);
  expect(await getObject(address)).not.toBeNull();

  await setSeen(ago(7 * DAY_MS + HOUR_MS));
  expect(await sweep()).toBe(1);
  expect(await getObject(address)).toBeNull();
  expect(await getObject('a-file-of-somebody-else')).not.toBeNull();
  expect(await inQuarantine()).toBe(0);
});

it('loses no document when an older database is restored beside newer objects', async () => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportId = await createForwardedReport({ doctor, patient });
  const { objectAddress } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
  // The older database does not have the report.
  await database().report.update({ where: { id: reportId }, data: { objectAddress: null } });
  expect(await sweep()).toBe(0);
  expect(await inQuarantine()).toBe(1);

  // Within the week the newer one is brought back.
  await database().report.update({ where: { id: reportId }, data: { objectAddress } });
  await setSeen(ago(8 * DAY_MS));
  expect(await sweep()).toBe(0);
  expect(await inQuarantine()).toBe(0);
  const { pdf } = await openReportDocument(patient.actor, reportId);
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
});

it('restarts quarantine when its notes come from an older database', async () => {
  const address = await orphan();
  await sweep();
  await setSeen(ago(30 * DAY_MS), ago(2 * DAY_MS));
  expect(await sweep()).toBe(0);
  expect(await getObject(address)).not.toBeNull();
});

it.each([
  ['an hour fast', HOUR_MS],
  ['two weeks fast', 14 * DAY_MS],
  ['an hour slow', -HOUR_MS],
])('does not care that the worker’s clock is %s', async (_, wrongBy) => {
  const address = await orphan();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + wrongBy });
  const neverAsked = () => Promise.reject(new Error('asked about a young object'));
  // The store refuses a request from another time; the client then corrects its signatures.
  await sweepOrphans(neverAsked).catch(() => undefined);
  expect(await sweepOrphans(neverAsked)).toBe(0);
  expect(await sweep()).toBe(0);
  expect(await sweep()).toBe(0);
  vi.useRealTimers();
  await getObject(address).catch(() => undefined);
  expect(await getObject(address)).not.toBeNull();
  const { firstSeenAt } = await database().orphanObject.findUniqueOrThrow({ where: { address } });
  expect(Math.abs(firstSeenAt.getTime() - Date.now())).toBeLessThan(MINUTE_MS);
});

it('deletes only a few at a time', async () => {
  for (let made = 0; made <= MAX_DELETIONS; made += 1) await orphan();
  await sweep();
  await setSeen(ago(8 * DAY_MS));
  expect(await sweep()).toBe(MAX_DELETIONS);
  expect(await sweep()).toBe(1);
});
