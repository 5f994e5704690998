import type { Role } from '@/generated/prisma/enums';

/** Whether notices of a group are mailed: by choice, at first or not, or always. */
type MailRule = 'on' | 'off' | 'always';

/** What a person can choose to get by mail, and what is mailed while they have not chosen. */
export const NOTICE_GROUPS = {
  reports: { for: ['PATIENT'], mail: 'on' },
  sealing: { for: ['PATIENT'], mail: 'on' },
  sealed: { for: ['PATIENT'], mail: 'off' },
  openings: { for: ['PATIENT'], mail: 'off' },
  uploads: { for: ['PATIENT'], mail: 'off' },
  requests: { for: ['PATIENT', 'DOCTOR'], mail: 'on' },
  violations: { for: ['PATIENT', 'ADMIN'], mail: 'on' },
  reminders: { for: ['PATIENT'], mail: 'on' },
  decisions: { for: ['DOCTOR'], mail: 'on' },
  retractions: { for: ['DOCTOR'], mail: 'on' },
  doctors: { for: ['ADMIN'], mail: 'off' },
  recoveries: { for: ['ADMIN'], mail: 'on' },
  resets: { for: ['ADMIN'], mail: 'on' },
  corrections: { for: ['ADMIN'], mail: 'off' },
  files: { for: ['ADMIN'], mail: 'off' },
  issuers: { for: ['ADMIN'], mail: 'on' },
  /** Whoever is concerned has to know, whatever they chose. */
  emergencies: { for: ['PATIENT', 'DOCTOR', 'ADMIN'], mail: 'always' },
  /** Somebody else may have caused it: its mail is how the person learns of that in time. */
  security: { for: ['PATIENT', 'DOCTOR', 'ADMIN'], mail: 'always' },
} as const satisfies Record<string, { for: readonly Role[]; mail: MailRule }>;

/** A group of notices. */
export type NoticeGroup = keyof typeof NOTICE_GROUPS;

/** The page that a notice leads to: below the person's portal, or of the thing that it is about. */
type NoticePage = '' | `/${string}` | 'thing';

/**
 * Everything that the bell tells, who gets it and where it leads. `notifications.sentence.<kind>` is its sentence.
 * Not here: mails with a link or a code that a person has just asked for, which are of no use later, and mails to
 * guests, who have no account.
 */
export const NOTICE_KINDS = {
  // Patients
  'report-to-review': { group: 'reports', page: 'thing' },
  'correction-to-review': { group: 'reports', page: 'thing' },
  'report-withdrawn': { group: 'reports', page: 'thing' },
  'report-retracted': { group: 'reports', page: 'thing' },
  'report-replaced': { group: 'reports', page: 'thing' },
  'sealing-failed': { group: 'sealing', page: 'thing' },
  'sealing-undone': { group: 'sealing', page: 'thing' },
  'change-failed': { group: 'sealing', page: 'thing' },
  'withdrawal-failed': { group: 'sealing', page: 'thing' },
  'report-sealed': { group: 'sealed', page: 'thing' },
  'report-opened': { group: 'openings', page: 'thing' },
  'upload-approved': { group: 'uploads', page: '/uploads' },
  'upload-rejected': { group: 'uploads', page: '/uploads' },
  'access-asked': { group: 'requests', page: '/requests' },
  'access-withdrawn': { group: 'requests', page: '/requests' },
  'violation-found': { group: 'violations', page: 'thing' },
  'emergency-opened': { group: 'emergencies', page: '/emergency' },
  'emergency-record-asked': { group: 'emergencies', page: '/emergency' },
  'emergency-record-opened': { group: 'emergencies', page: '/emergency' },
  'emergency-reviewed': { group: 'emergencies', page: '/emergency' },
  'report-damaged': { group: 'security', page: 'thing' },
  'file-damaged': { group: 'security', page: '/uploads' },
  'fee-hours': { group: 'reminders', page: '/fees' },
  'sealing-sent': { group: 'security', page: '' },
  'viewers-changed': { group: 'security', page: '' },
  'withdrawal-sent': { group: 'security', page: '' },
  'wallet-connected': { group: 'security', page: '/wallet' },
  'kit-key-added': { group: 'security', page: '/recovery-kit' },
  'kit-key-replaced': { group: 'security', page: '/recovery-kit' },
  'kit-key-removed': { group: 'security', page: '/recovery-kit' },
  'recovery-requested': { group: 'security', page: '/wallet' },
  'recovery-finishing': { group: 'security', page: '/wallet' },
  'recovery-cancelled': { group: 'security', page: '/wallet' },
  'recovery-declined': { group: 'security', page: '/wallet' },
  'recovery-proposed': { group: 'security', page: '/wallet' },
  'recovery-vetoed': { group: 'security', page: '/wallet' },
  'recovery-ready': { group: 'security', page: '/wallet' },
  'recovery-executed': { group: 'security', page: '/wallet' },
  'recovery-undone': { group: 'security', page: '/wallet' },
  'issuer-compromised': { group: 'security', page: '' },
  'erasure-requested': { group: 'security', page: '/data/erase' },
  'erasure-tomorrow': { group: 'security', page: '/data/erase' },
  'erasure-taken-back': { group: 'security', page: '/data/erase' },
  'export-requested': { group: 'security', page: '/data' },
  'own-reads-silenced': { group: 'security', page: '' },
  'emergency-summary-changed': { group: 'security', page: '/emergency' },
  'patient-code-replaced': { group: 'security', page: '/emergency' },
  'export-ready': { group: 'security', page: '/data' },
  'export-failed': { group: 'security', page: '/data' },
  'export-downloaded': { group: 'security', page: '/data' },
  // Doctors
  'report-approved': { group: 'decisions', page: 'thing' },
  'report-rejected': { group: 'decisions', page: 'thing' },
  'access-granted': { group: 'requests', page: '/requests' },
  'access-denied': { group: 'requests', page: '/requests' },
  'access-ended': { group: 'requests', page: '/requests' },
  'emergency-granted': { group: 'emergencies', page: '/emergency' },
  'emergency-declined': { group: 'emergencies', page: '/emergency' },
  'emergency-ended': { group: 'emergencies', page: '/emergency' },
  'emergency-verdict': { group: 'emergencies', page: '/emergency' },
  'retraction-confirmed': { group: 'retractions', page: 'thing' },
  'account-opened': { group: 'security', page: '' },
  'account-closed': { group: 'security', page: '' },
  // Administrators
  'doctor-waiting': { group: 'doctors', page: '/doctors' },
  'recovery-waiting': { group: 'recoveries', page: '/recoveries' },
  'factor-reset-waiting': { group: 'resets', page: '/factor-resets' },
  'correction-waiting': { group: 'corrections', page: '/people' },
  'upload-waiting': { group: 'files', page: '/uploads' },
  'violation-recorded': { group: 'violations', page: '/violations' },
  'emergency-to-acknowledge': { group: 'emergencies', page: '/emergencies' },
  'emergency-to-review': { group: 'emergencies', page: '/emergencies' },
  'emergency-record-to-review': { group: 'emergencies', page: '/emergencies' },
  'emergency-review-overdue': { group: 'emergencies', page: '/emergencies' },
  'object-damaged': { group: 'security', page: '' },
  'issuer-granted': { group: 'issuers', page: '/issuers' },
  'issuer-revoked': { group: 'issuers', page: '/issuers' },
  'issuer-key-compromised': { group: 'issuers', page: '/issuers' },
  'doctor-approve': { group: 'security', page: '/doctors' },
  'doctor-refuse': { group: 'security', page: '/doctors' },
  'doctor-suspend': { group: 'security', page: '/doctors' },
  'doctor-reinstate': { group: 'security', page: '/doctors' },
  'issuer-appoint': { group: 'security', page: '/issuers' },
  'issuer-dismiss': { group: 'security', page: '/issuers' },
  'issuer-compromise': { group: 'security', page: '/issuers' },
  'recovery-propose': { group: 'security', page: '/recoveries' },
  'recovery-veto': { group: 'security', page: '/recoveries' },
  'recovery-decline': { group: 'security', page: '/recoveries' },
  'factor-reset-start': { group: 'security', page: '/factor-resets' },
  'factor-reset-confirm': { group: 'security', page: '/factor-resets' },
  'factor-reset-decline': { group: 'security', page: '/factor-resets' },
  'profile-correct': { group: 'security', page: '/people' },
  'profile-decline': { group: 'security', page: '/people' },
  'retention-change': { group: 'security', page: '/retention' },
  'sessions-end': { group: 'security', page: '/people' },
  // Everybody
  'profile-corrected': { group: 'security', page: '/profile' },
  'profile-declined': { group: 'security', page: '/profile' },
  'password-reset': { group: 'security', page: '/security' },
  'password-changed': { group: 'security', page: '/security' },
  'account-frozen': { group: 'security', page: '/security' },
  'email-change-requested': { group: 'security', page: '/security' },
  'email-changed': { group: 'security', page: '/security' },
  'sessions-ended': { group: 'security', page: '/security' },
  'passkey-added': { group: 'security', page: '/security' },
  'passkey-removed': { group: 'security', page: '/security' },
  'passkey-copied': { group: 'security', page: '/security' },
  'totp-added': { group: 'security', page: '/security' },
  'totp-removed': { group: 'security', page: '/security' },
  'codes-made': { group: 'security', page: '/security' },
  'code-used': { group: 'security', page: '/security' },
  'factor-reset-requested': { group: 'security', page: '/security' },
  'factor-reset-started': { group: 'security', page: '/security' },
  'factor-reset-first': { group: 'security', page: '/security' },
  'factor-reset-second': { group: 'security', page: '/security' },
  'factor-reset-declined': { group: 'security', page: '/security' },
  'factor-reset-cancelled': { group: 'security', page: '/security' },
  'factor-reset-done': { group: 'security', page: '/security' },
} as const satisfies Record<string, { group: NoticeGroup; page: NoticePage }>;

/** The closed set of kinds of notices. */
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** Whether a stored text is a kind: a later version may have written it. */
export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(NOTICE_KINDS, text);
}

/** The groups that a role can get notices of, in the order in which they are shown. */
export function groupsOf(role: Role): NoticeGroup[] {
  const names = Object.keys(NOTICE_GROUPS) as NoticeGroup[];
  return names.filter((name) => (NOTICE_GROUPS[name].for as readonly Role[]).includes(role));
}
