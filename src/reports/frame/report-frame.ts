import { DEFAULT_LOCALE, type AppLocale } from '@/messages/catalogues';
import type { DoctorSnapshot, PatientSnapshot } from '@/accounts/people/snapshots';

/** The language that every report is written in: no doctor has chosen one yet. */
export const REPORT_LOCALE: AppLocale = DEFAULT_LOCALE;

/** What every report holds beside its filled form, whatever its template. */
export interface ReportFrame {
  /** 16 characters, see report-code.ts. */
  code: string;
  /** The language that the report is written in. */
  locale: AppLocale;
  patient: PatientSnapshot;
  doctor: DoctorSnapshot;
  issuedAt: Date;
  /** IANA name of the zone in which `issuedAt` is printed. */
  timeZone: string;
  /** 32 random bytes, so that the hash of the PDF reveals nothing to someone who guesses its content. */
  salt: Uint8Array;
  /** Where anyone can check the PDF; the code stands in the fragment, which no server log sees. */
  verifyUrl: string;
  /** Marks the PDF as not sent. */
  preview: boolean;
  /** The code of the report that this one corrects. */
  amendsCode?: string;
}
