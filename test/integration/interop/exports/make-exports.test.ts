import { describe, expect, it } from 'vitest';
import { endExport } from '@/interop/exports/end-export';
import { makeExports } from '@/interop/exports/make-exports';
import { readOwnExport } from '@/interop/exports/read-own-export';
import { requestExport } from '@/interop/exports/request-export';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { listNames, putObject } from '@/vault/object-store';
import { collect } from '../../../support/collect';
import { exportOf, filesOf, makeDueExports, RUNNING } from '../../../support/interop/exports';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import { createForwardedReport } from '../../../support/reports/report-factories';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';

const store = await behindProxy('S3_ENDPOINT');

async function patientWithReport(): Promise<Person> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await createForwardedReport({ doctor, patient });
  return patient;
}

/** As if the pause after a failure, or the lease of a dead worker, were over. */
async function letBeDue(patient: Person): Promise<void> {
  const { id } = await exportOf(patient);
  const past = new Date(Date.now() - MINUTE_MS);
  await database().recordsExport.update({
    where: { id },
    data: { runAfter: past, claimedUntil: past },
  });
}

async function expectWhole(patient: Person): Promise<void> {
  const { id, parts } = await exportOf(patient);
  expect(Object.keys(await filesOf(patient, id))).toContain('index.html');
  expect(await collect(listNames(`exports/${id}/`))).toHaveLength(parts ?? 0);
}

describe('a copy that is being made', () => {
  it('waits while the store is away, says so, and is made when it is back', async () => {
    const patient = await patientWithReport();
    await requestExport(patient.actor);
    await whileCut(store, async () => {
      expect(await makeExports(RUNNING)).toBe(true);
    });
    expect(await readOwnExport(patient.actor)).toMatchObject({
      state: 'REQUESTED',
      isDelayed: true,
    });
    // Not at once again.
    expect(await makeExports(RUNNING)).toBe(false);
    await letBeDue(patient);
    await makeDueExports();
    expect(await readOwnExport(patient.actor)).toMatchObject({
      ...{ state: 'READY', isDelayed: false, reports: 1, reportsDone: 1 },
    });
    await expectWhole(patient);
  });

  it('is begun again when its worker was killed, without what that one had stored', async () => {
    const patient = await patientWithReport();
    await requestExport(patient.actor);
    const { id } = await exportOf(patient);
    // What a worker leaves that is killed in the middle.
    await database().recordsExport.update({
      where: { id },
      data: { attempts: 1, claimedUntil: new Date(Date.now() + MINUTE_MS), reportsDone: 1 },
    });
    for (const part of [1, 2, 3]) await putObject(`exports/${id}/1/${part}`, new Uint8Array(9));
    expect(await makeExports(RUNNING)).toBe(false);
    await letBeDue(patient);
    await makeDueExports();
    expect(await exportOf(patient)).toMatchObject({ state: 'READY', attempts: 2, parts: 1 });
    await expectWhole(patient);
  });

  it('ends between two reports when the worker is asked to stop', async () => {
    const patient = await patientWithReport();
    await requestExport(patient.actor);
    expect(await makeExports(AbortSignal.abort())).toBe(true);
    const { id, state, claimedUntil } = await exportOf(patient);
    expect({ state, claimedUntil }).toEqual({ state: 'REQUESTED', claimedUntil: null });
    expect(await collect(listNames(`exports/${id}/`))).toEqual([]);
    await letBeDue(patient);
    await makeDueExports();
    await expectWhole(patient);
  });

  it('leaves nothing when it is deleted in the middle', async () => {
    const patient = await patientWithReport();
    await requestExport(patient.actor);
    const { id } = await exportOf(patient);
    const [made, ended] = await Promise.allSettled([
      makeExports(RUNNING),
      endExport(patient.actor, id),
    ]);
    expect([made.status, ended.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(await database().recordsExport.count({ where: { id } })).toBe(0);
    expect(await collect(listNames(`exports/${id}/`))).toEqual([]);
  });

  it('is made once by two workers', async () => {
    const patient = await patientWithReport();
    await requestExport(patient.actor);
    const runs = await Promise.all([makeExports(RUNNING), makeExports(RUNNING)]);
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await exportOf(patient)).toMatchObject({ state: 'READY', attempts: 1 });
  });
});
