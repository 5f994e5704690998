import type { DoctorSnapshot, PatientSnapshot } from '@/accounts/people/snapshots';
import type { FilledForm } from '@/reports/templates/templates';

/** Everything that a report's PDF and its FHIR Bundle say; the same input makes the same bytes. */
export type ReportDocument = FilledForm & {
  /** 16 characters, see report-code.ts. */
  code: string;
  patient: PatientSnapshot;
  doctor: DoctorSnapshot;
  issuedAt: Date;
  /** IANA name of the zone in which `issuedAt` is printed. */
  timeZone: string;
  /** 32 random bytes, so that the hash of the PDF reveals nothing to someone who guesses its content. */
  salt: Uint8Array;
  /** Where anybody can check the PDF; the code stands in the fragment, which no server log sees. */
  verifyUrl: string;
  /** Marks the PDF as not forwarded. */
  preview: boolean;
  /** The code of the report that this one corrects. */
  amendsCode?: string;
};
