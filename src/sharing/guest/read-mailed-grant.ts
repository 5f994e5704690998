import { nameWithClinic, nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import type { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { openReportKey } from '@/sharing/grants/report-key';
import { openViewerEmail } from '@/sharing/grants/viewer-email';

const withPeople = {
  report: {
    include: {
      ...WITH_KEYS,
      patient: { select: { ...NAME_COLUMNS, timeZone: true } },
      doctor: { select: nameWithClinicSelect },
    },
  },
} satisfies Prisma.GrantInclude;

/** A grant, and the people whom a mail to its guest names. */
interface MailedGrant {
  grant: Prisma.GrantGetPayload<{ include: typeof withPeople }>;
  /** The guest's address. */
  to: string;
  /** The patient who shares. */
  patient: string;
  /** The patient's IANA time zone, when known. */
  timeZone: string | null;
  /** The doctor who wrote the report, with the clinic. */
  doctor: string;
}

/** Reads the data of a mail to a guest; null when the grant, or the patient who gave it, was deleted. */
export async function readMailedGrant(grantId: string): Promise<MailedGrant | null> {
  const grant = await database().grant.findUnique({
    where: { id: grantId },
    include: withPeople,
  });
  if (grant?.report.patient == null) return null;
  const { patient, doctor } = grant.report;
  return {
    grant,
    to: openViewerEmail(openReportKey(grant.report), grant),
    patient: nameOfAccount(patient),
    timeZone: patient.timeZone,
    doctor: nameWithClinic(doctor),
  };
}
