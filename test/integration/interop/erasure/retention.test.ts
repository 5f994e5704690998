import { beforeAll, describe, expect, it } from 'vitest';
import { previewErasure } from '@/interop/erasure/preview-erasure';
import { verifyErasure } from '@/interop/erasure/verify-erasure';
import { changeRetention } from '@/interop/retention/change-retention';
import { readRetention } from '@/interop/retention/read-retention';
import { sweepKeptReports } from '@/interop/retention/sweep-kept-reports';
import { database } from '@/platform/database/database';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { openReportDocument } from '@/reports/content/open-report-document';
import { readDoctorReport } from '@/reports/lists/read-doctor-report';
import { objectSize } from '@/vault/object-store';
import { erase } from '../../../support/interop/erasures';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { letProofGrowOld } from '../../../support/people/proof';
import { createForwardedReport, reportRow } from '../../../support/reports/report-factories';

const BASIS = 'Patients’ Rights Law, section 18';
const YEAR_MS = 365 * DAY_MS;

describe('a rule of retention', () => {
  let doctor: Person;
  let patient: Person;
  let kept: string;
  let gone: string;
  let old: string;

  beforeAll(async () => {
    const admin = await createAdmin();
    await changeRetention(admin.actor, 'BLOOD_PRESSURE', { keepYears: 10, basis: BASIS });
    [doctor, patient] = [await createDoctor(), await createPatient()];
    kept = await createForwardedReport({ doctor, patient, template: 'BLOOD_PRESSURE' });
    old = await createForwardedReport({ doctor, patient, template: 'BLOOD_PRESSURE' });
    gone = await createForwardedReport({ doctor, patient, template: 'COVID_19' });
    await database().report.update({
      where: { id: old },
      data: { forwardedAt: new Date(Date.now() - 11 * YEAR_MS) },
    });
  });

  it('is set by administrators with a fresh proof alone', async () => {
    const rule = { keepYears: 1, basis: BASIS };
    await expect(changeRetention(doctor.actor, 'HBA1C', rule)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const admin = await createAdmin();
    await letProofGrowOld(admin);
    await expect(changeRetention(admin.actor, 'HBA1C', rule)).rejects.toMatchObject({
      code: 'proof-needed',
    });
    await expect(readRetention(patient.actor)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is shown to the patient before they ask', async () => {
    const preview = await previewErasure(patient.actor);
    expect(preview).toMatchObject({
      ...{ reports: 2, sealed: 0, viewers: 0 },
      kept: [{ kind: 'BLOOD_PRESSURE', reports: 1, basis: BASIS }],
    });
    await expect(previewErasure(doctor.actor)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps a report sealed for its doctor, and says so in the receipt', async () => {
    const receipt = await erase(patient);
    expect(receipt.statement.kept).toEqual([expect.objectContaining({ basis: BASIS })]);
    expect(receipt.statement.destroyed).toHaveLength(2);
    expect(await verifyErasure(receipt)).toMatchObject({ left: [], signatureRight: true });
    const { pdf } = await openReportDocument(doctor.actor, kept);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await readDoctorReport(doctor.actor, kept)).toMatchObject({
      ...{ state: 'FORWARDED', template: 'BLOOD_PRESSURE', keptUntil: expect.any(Date) as Date },
    });
    for (const id of [gone, old]) expect((await reportRow(id)).state).toBe('ERASED');
    const other = await createDoctor();
    await expect(openReportDocument(other.actor, kept)).rejects.toMatchObject({
      code: 'not-found',
    });
    const admin = await createAdmin();
    expect(await readRetention(admin.actor)).toMatchObject({ kept: 1, done: 1 });
  });

  it('ends: then the report is destroyed', async () => {
    const { objectAddress } = await reportRow(kept);
    await sweepKeptReports();
    expect((await reportRow(kept)).state).toBe('FORWARDED');
    const keptUntil = new Date(Date.now() - MINUTE_MS);
    await database().report.update({ where: { id: kept }, data: { keptUntil } });
    await sweepKeptReports();
    expect(await reportRow(kept)).toMatchObject({
      ...{ state: 'ERASED', keptUntil: null, wrappedKey: null, staged: null },
    });
    expect(await objectSize(objectAddress ?? '')).toBeNull();
    await expect(openReportDocument(doctor.actor, kept)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
