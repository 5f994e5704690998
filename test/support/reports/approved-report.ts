import { randomBytes, randomUUID } from 'node:crypto';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import { getPatient } from '@/accounts/people/get-patient';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { database, inTransaction } from '@/platform/database/database';
import { newReportCode } from '@/reports/frame/report-code';
import { newDataKey, wrapDataKey } from '@/vault/data-key';
import type { Person } from '../people/factories';

/** The database rows of an approved report, for tests that never open its PDF: there is none. */
export async function createApprovedRow(doctor: Person, patient: Person) {
  const { keyId, wrappedKey } = wrapDataKey(newDataKey());
  const [patientSnapshot, doctorSnapshot] = await Promise.all([
    getPatient(database(), patient.actor.accountId),
    getDoctor(database(), doctor.actor.accountId),
  ]);
  const id = randomUUID();
  return inTransaction((tx) => {
    countAtCommit(tx, id);
    return tx.report.create({
      data: {
        id,
        code: newReportCode(),
        template: 'BLOOD_PRESSURE',
        state: 'APPROVED',
        doctorId: doctor.actor.accountId,
        patientId: patient.actor.accountId,
        contentHash: Uint8Array.from(randomBytes(32)),
        objectAddress: randomBytes(32).toString('hex'),
        keyId,
        wrappedKey,
        forwardedAt: new Date(),
        decidedAt: new Date(),
        staged: {
          create: {
            form: {},
            patient: { ...patientSnapshot },
            doctor: { ...doctorSnapshot },
          },
        },
      },
    });
  });
}
