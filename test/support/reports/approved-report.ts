import { randomBytes, randomUUID } from 'node:crypto';
import { getDoctor } from '@/accounts/doctors/get-doctor';
import { getPatient } from '@/accounts/people/get-patient';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { database, inTransaction } from '@/platform/database/database';
import { newReportCode } from '@/reports/frame/report-code';
import { sealTemplate } from '@/reports/sealed/report-template';
import { sealStaged } from '@/reports/sealed/staged-content';
import { newDataKey, wrapDataKey } from '@/vault/data-key';
import { ensurePersonKey } from '@/vault/person-key';
import type { Person } from '../people/factories';

/** The database rows of an approved report, for tests that never open its PDF: there is none. */
export async function createApprovedRow(doctor: Person, patient: Person) {
  const dataKey = newDataKey();
  const people = { doctorId: doctor.actor.accountId, patientId: patient.actor.accountId };
  const contentHash = Uint8Array.from(randomBytes(32));
  const [patientSnapshot, doctorSnapshot] = await Promise.all([
    getPatient(database(), patient.actor.accountId),
    getDoctor(database(), doctor.actor.accountId),
  ]);
  const id = randomUUID();
  return inTransaction(async (tx) => {
    countAtCommit(tx, id);
    const personKey = await ensurePersonKey(tx, people.patientId);
    return tx.report.create({
      data: {
        id,
        code: newReportCode(),
        sealedTemplate: sealTemplate(dataKey, id, 'BLOOD_PRESSURE'),
        state: 'APPROVED',
        ...people,
        contentHash,
        objectAddress: randomBytes(32).toString('hex'),
        wrappedKey: wrapDataKey(dataKey, personKey, { reportId: id, ...people, contentHash }),
        forwardedAt: new Date(),
        decidedAt: new Date(),
        staged: {
          create: {
            sealed: sealStaged(dataKey, id, {
              form: {},
              patient: { ...patientSnapshot },
              doctor: { ...doctorSnapshot },
            }),
          },
        },
      },
    });
  });
}
