import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { HOUR_MS } from '@/platform/time/durations';
import { requireReadableReport } from '@/reports/access/require-readable-report';
import { listViolations } from '@/reports/violations/list-violations';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { createForwardedReport } from '../../../support/reports/report-factories';

/** A report of the highest class: one attempt at it is a violation. */
async function secretOf(patient: Person): Promise<string> {
  const doctor = await createDoctor();
  return createForwardedReport({ doctor, patient, form: { confidentiality: 'V' } });
}

async function tryToRead({ actor }: Person, reportId: string): Promise<void> {
  const read = requireReadableReport(actor, reportId);
  await expect(read).rejects.toMatchObject({ code: 'not-found' });
}

const alteredOf = ({ actor }: Person) =>
  database().violation.count({
    where: { patientId: actor.accountId, alteredAt: { not: null } },
  });

describe('rows of violations that somebody wrote or altered in the database', () => {
  it('stand in the way of none that is to come, and are shown as altered', async () => {
    const [patient, curious] = [await createPatient(), await createPatient()];
    const found = { kind: 'DENIED_ATTEMPTS', actorKind: 'ACCOUNT' } as const;
    const [actorId, patientId] = [curious.actor.accountId, patient.actor.accountId];
    const hour = Math.floor(Date.now() / HOUR_MS);
    const bytes = () => Uint8Array.from(randomBytes(32));
    const reportId = await secretOf(patient);
    for (const at of [hour, hour + 1]) {
      const name = ['DENIED_ATTEMPTS', actorId, patientId, at].join('/');
      const onceHash = Uint8Array.from(createHash('sha256').update(name).digest());
      const row = { ...found, actorId, patientId, reportId, onceHash };
      const rest = { at: new Date(), salt: bytes(), leafHash: bytes(), mac: bytes() };
      await database().violation.create({ data: { ...row, ...rest } });
    }
    await tryToRead(curious, reportId);
    const { rows } = await listViolations((await createAdmin()).actor, null);
    expect(rows.slice(0, 3).map(({ onChain }) => onChain)).toEqual([
      'waiting',
      'altered',
      'altered',
    ]);
    expect(await alteredOf(patient)).toBe(2);
  });

  it('are found when the same happens again', async () => {
    const [patient, curious] = [await createPatient(), await createPatient()];
    const reportId = await secretOf(patient);
    const where = { patientId: patient.actor.accountId };
    await tryToRead(curious, reportId);
    await database().violation.updateMany({ where, data: { kind: 'MANY_PATIENTS' } });
    await tryToRead(curious, reportId);
    expect(await alteredOf(patient)).toBe(1);
    expect(await database().violation.count({ where })).toBe(1);
  });
});
