import { countAccounts } from '@/accounts/people/count-accounts';
import { findPatients } from '@/accounts/people/find-patients';
import type { Actor } from '@/accounts/sessions/actor';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import type { Role } from '@/generated/prisma/enums';
import { readQueue } from '@/jobs/read-queue';
import { findOwnPatients } from '@/reports/drafts/find-own-patients';
import { countReports } from '@/reports/lists/count-reports';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import type { PageSteps } from '@/platform/database/keyset';
import { doctorReportsQuery } from '@/reports/lists/doctor-reports-query';
import { listDoctorReports } from '@/reports/lists/list-doctor-reports';
import { listPatientReports } from '@/reports/lists/list-patient-reports';
import { patientReportsQuery } from '@/reports/lists/patient-reports-query';
import { verifyDocument } from '@/reports/verify/verify-document';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { emailOf, PASSWORD, TYPED_NAME } from './fill-people';
import { ADMIN, doctorId, HEAVY_DOCTOR, HEAVY_PATIENT } from './made-ids';

/** Pages from the first one to the far one. */
const FAR_STEPS = 99;

/** Where the 100th page begins, or the last one of a shorter list. */
async function farPlace(read: (page: string | null) => Promise<PageSteps>): Promise<string | null> {
  let place: string | null = null;
  for (let step = 0; step < FAR_STEPS; step += 1) {
    const { older } = await read(place);
    if (older === null) return place;
    place = older;
  }
  return place;
}

function actor(accountId: string, role: Role): Actor {
  return {
    accountId,
    sessionId: accountId,
    role,
    status: 'ACTIVE',
    displayName: 'Deniz Korkmaz',
    email: emailOf(accountId),
    device: null,
  };
}

/**
 * What the server reads for each page, by the name of the figure.
 * @param logged the report with the longest access log
 * @param unknownHash of a file that is not on the chain
 */
export async function madePages(
  logged: string,
  unknownHash: Buffer,
): Promise<Record<string, () => Promise<unknown>>> {
  const heavy = actor(HEAVY_DOCTOR, 'DOCTOR');
  const usual = actor(doctorId(1), 'DOCTOR');
  const patient = actor(HEAVY_PATIENT, 'PATIENT');
  const admin = actor(ADMIN, 'ADMIN');
  const doctorPage = (who: Actor, query: Record<string, string | null>) => () =>
    listDoctorReports(who, doctorReportsQuery.parse(query));
  const patientPage = (query: Record<string, string | null>) => () =>
    listPatientReports(patient, patientReportsQuery.parse(query), translatorOf(DEFAULT_LOCALE));
  const farOfDoctor = await farPlace((page) => doctorPage(heavy, { page })());
  const farOfPatient = await farPlace((page) => patientPage({ page })());
  const farOfOne = await farPlace((page) => doctorPage(heavy, { patient: HEAVY_PATIENT, page })());
  return {
    doctorHeavyPage1: doctorPage(heavy, {}),
    doctorHeavyPage100: doctorPage(heavy, { page: farOfDoctor }),
    doctorHeavyByState: doctorPage(heavy, { state: 'ANCHORED' }),
    doctorHeavyByPatient: doctorPage(heavy, { patient: HEAVY_PATIENT }),
    doctorHeavyByPatientFar: doctorPage(heavy, { patient: HEAVY_PATIENT, page: farOfOne }),
    doctorPage1: doctorPage(usual, {}),
    patientPage1: patientPage({}),
    patientPage100: patientPage({ page: farOfPatient }),
    patientSearch: () => findPatients(heavy, TYPED_NAME),
    ownPatientSearch: () => findOwnPatients(heavy, TYPED_NAME),
    accessLog: () => readAccessLog(patient, logged, null),
    adminCounts: () => Promise.all([countAccounts(admin), countReports(admin)]),
    queue: () => readQueue(),
    verify: () => verifyDocument(Uint8Array.from(unknownHash), 'RRRRRRRRRRRRRRR2'),
    logIn: () => logIn({ email: emailOf(HEAVY_PATIENT), password: PASSWORD }),
  };
}
