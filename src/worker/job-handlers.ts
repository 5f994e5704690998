import { remindOfErasure } from '@/accounts/erasure/remind-of-erasure';
import { sendErasureNews } from '@/accounts/erasure/send-erasure-news';
import { sendSecurityNotice } from '@/accounts/notices/send-security-notice';
import { sendAlreadyRegistered } from '@/accounts/registration/send-already-registered';
import { sendConfirmEmail } from '@/accounts/registration/send-confirm-email';
import { sendDoctorDecided } from '@/accounts/doctors/send-doctor-decided';
import { applyFactorReset } from '@/accounts/factor-resets/apply-factor-reset';
import { sendFactorResetNews } from '@/accounts/factor-resets/send-factor-reset-news';
import { sendEmailChange } from '@/accounts/email-change/send-email-change';
import { sendProfileChange } from '@/accounts/profile/send-profile-change';
import { sendResetPassword } from '@/accounts/password-reset/send-reset-password';
import { remindOfFees } from '@/forecast/reminders/remind-of-fees';
import { sendFeeReminder } from '@/forecast/reminders/send-fee-reminder';
import type { JobHandlers } from '@/jobs/job-kinds';
import { sendErasureReceipt } from '@/interop/erasure/send-erasure-receipt';
import { sendExportReady } from '@/interop/exports/send-export-ready';
import { sendIssuerCompromised } from '@/registry/issuers/send-issuer-compromised';
import { queueCompromiseMails } from '@/registry/issuers/queue-compromise-mails';
import { checkUpload } from '@/records/uploads/check-upload';
import { sendRecoveryCode } from '@/registry/recovery/send-recovery-code';
import { sendRecoveryNews } from '@/registry/recovery/news/send-recovery-news';
import { sendRetraction } from '@/registry/calls/send-retraction';
import { sendNotification } from '@/reports/notices/send-notification';
import { updateRecoveryKit } from '@/reports/recovery-kit/update-recovery-kit';
import { sendReportDecided } from '@/reports/mails/send-report-decided';
import { sendReportEnded } from '@/reports/mails/send-report-ended';
import { sendReportForwarded } from '@/reports/mails/send-report-forwarded';
import { sendRetractionConfirmed } from '@/reports/mails/send-retraction-confirmed';
import { sendSealingNews } from '@/reports/mails/send-sealing-news';
import { sendContactMail } from '@/sharing/emergency/notices/send-contact-mail';
import { sendGuestCode } from '@/sharing/guest/mails/send-guest-code';
import { sendGuestLink } from '@/sharing/guest/mails/send-guest-link';
import { sendGuestReportEnded } from '@/sharing/guest/mails/send-guest-report-ended';

/** What the worker does for each kind of queued job. */
export const jobHandlers: JobHandlers = {
  'mail-confirm-email': sendConfirmEmail,
  'mail-already-registered': sendAlreadyRegistered,
  'mail-reset-password': sendResetPassword,
  'mail-email-change': sendEmailChange,
  'mail-factor-reset': sendFactorResetNews,
  'reset-factors': applyFactorReset,
  'mail-doctor-decided': sendDoctorDecided,
  'mail-profile-change': sendProfileChange,
  'mail-notification': sendNotification,
  'mail-report-forwarded': sendReportForwarded,
  'mail-report-decided': sendReportDecided,
  'mail-report-ended': sendReportEnded,
  'mail-retraction-confirmed': sendRetractionConfirmed,
  'mail-sealing-news': sendSealingNews,
  'queue-compromise-mails': queueCompromiseMails,
  'mail-issuer-compromised': sendIssuerCompromised,
  'mail-guest-report-ended': sendGuestReportEnded,
  'mail-guest-link': sendGuestLink,
  'mail-guest-code': sendGuestCode,
  'remind-of-fees': remindOfFees,
  'mail-fee-reminder': sendFeeReminder,
  'mail-recovery-code': sendRecoveryCode,
  'mail-recovery-news': sendRecoveryNews,
  'mail-security-notice': sendSecurityNotice,
  'mail-export-ready': sendExportReady,
  'mail-emergency-contact': sendContactMail,
  'mail-erasure-news': sendErasureNews,
  'remind-of-erasure': remindOfErasure,
  'mail-erasure-receipt': sendErasureReceipt,
  'retract-report': sendRetraction,
  'update-recovery-kit': updateRecoveryKit,
  'check-upload': checkUpload,
};
