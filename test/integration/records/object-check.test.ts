import { beforeAll, describe, expect, it } from 'vitest';
import { checkObjects } from '@/records/integrity/check-objects';
import { isOwnObjectDamaged, readObjectCheck } from '@/records/integrity/read-object-check';
import { database } from '@/platform/database/database';
import { deleteObject, getObject, putObject } from '@/vault/object-store';
import { alterAccount } from '../../support/people/alter-account';
import { createAdmin, createPatient, type Person } from '../../support/people/factories';
import { actionsAbout } from '../../support/people/trail';
import { createForwardedReport, reportRow } from '../../support/reports/report-factories';
import { dicomFile } from '../../support/records/made-files';
import { approvedUpload, uploadRow } from '../../support/records/uploads';
import { behindProxy } from '../../support/services/behind-proxy';
import { whileCut } from '../../support/services/breakable-proxy';
import { createDoctor } from '../../support/people/factories';

const store = await behindProxy('S3_ENDPOINT');

/** Reads everything once: a round of a millisecond is always late. */
async function readAll(): Promise<void> {
  for (let run = 0; run < 4; run += 1) await checkObjects(1);
}

let patient: Person;
let [reportId, uploadId] = ['', ''];
beforeAll(async () => {
  await createAdmin();
  patient = await createPatient();
  reportId = await createForwardedReport({ doctor: await createDoctor(), patient });
  uploadId = await approvedUpload(patient, { kind: 'DICOM', file: dicomFile() });
});

describe('the worker reads all objects again', () => {
  it('and finds nothing while all are whole', async () => {
    await readAll();
    expect(await readObjectCheck()).toMatchObject({ damaged: 0, faults: [] });
  });

  it('names what is altered or missing to owner and administrators, until it is whole again', async () => {
    const address = (await reportRow(reportId)).objectAddress ?? '';
    const { previewAddress } = await uploadRow(uploadId);
    const whole = (await getObject(address)) ?? new Uint8Array();
    const flipped = Uint8Array.from(whole);
    flipped[100] = (flipped[100] ?? 0) ^ 1;
    await putObject(address, flipped);
    const picture = (await getObject(previewAddress ?? '')) ?? new Uint8Array();
    await deleteObject(previewAddress ?? '');
    await readAll();
    const { damaged, faults } = await readObjectCheck();
    expect(damaged).toBe(2);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ reportId, verdict: 'ALTERED' }),
        expect.objectContaining({ uploadId, verdict: 'MISSING' }),
      ]),
    );
    expect(await isOwnObjectDamaged(patient.actor, reportId)).toBe(true);
    expect(await isOwnObjectDamaged((await createPatient()).actor, reportId)).toBe(false);
    const kinds = await database().notification.groupBy({ by: ['kind'], _count: true });
    expect(kinds).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'report-damaged', _count: 1 }),
        expect.objectContaining({ kind: 'file-damaged', _count: 1 }),
        expect.objectContaining({ kind: 'object-damaged' }),
      ]),
    );
    await putObject(address, whole);
    await putObject(previewAddress ?? '', picture);
    await readAll();
    expect(await readObjectCheck()).toMatchObject({ damaged: 0 });
    expect(await actionsAbout(patient.actor.accountId)).toEqual(
      expect.arrayContaining(['object.found-damaged', 'object.found-whole']),
    );
  });

  it('calls nothing missing of a patient who is being erased', async () => {
    const gone = await createPatient();
    const report = await createForwardedReport({ doctor: await createDoctor(), patient: gone });
    await alterAccount(gone.actor.accountId, { status: 'ERASED' });
    await deleteObject((await reportRow(report)).objectAddress ?? '');
    await readAll();
    expect(await readObjectCheck()).toMatchObject({ damaged: 0 });
    await database().report.update({ where: { id: report }, data: { objectAddress: null } });
  });

  it('calls nothing missing while the store is away, and goes on where it stopped', async () => {
    const placeOf = () => database().objectRound.findUniqueOrThrow({ where: { id: 1 } });
    const begin = { isAtUploads: false, after: '', checked: 0 };
    await database().objectRound.update({ where: { id: 1 }, data: begin });
    await whileCut(store, async () => {
      await expect(checkObjects(1)).rejects.toMatchObject({ code: 'store-unavailable' });
    });
    expect(await placeOf()).toMatchObject(begin);
    expect((await readObjectCheck()).damaged).toBe(0);
    await readAll();
  });

  it('takes a row that was altered for a damaged document', async () => {
    const { wrappedKey } = await uploadRow(uploadId);
    const forged = Uint8Array.from(wrappedKey ?? []);
    forged[20] = (forged[20] ?? 0) ^ 1;
    await database().upload.update({ where: { id: uploadId }, data: { wrappedKey: forged } });
    await readAll();
    expect((await readObjectCheck()).damaged).toBe(2);
    await database().upload.delete({ where: { id: uploadId } });
    await checkObjects();
    expect((await readObjectCheck()).damaged).toBe(0);
  });
});
