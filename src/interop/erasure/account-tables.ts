/**
 * Tables with a column `accountId` whose rows of an erased person go. A test compares them with the database: a new table
 * stands here or below.
 */
export const ERASED_TABLES = [
  'AccountToken',
  'BackupCode',
  'DirectoryEntry',
  'DirectoryWord',
  'DoctorProfile',
  'EmailChange',
  'EmergencySummary',
  'FactorReset',
  'MailPreference',
  'Notification',
  'ObjectFault',
  'Passkey',
  'PatientCode',
  'PatientNamePart',
  'PatientProfile',
  'PersonKey',
  'ProfileChange',
  'RecordsExport',
  'RecoveryCode',
  'RecoveryRecipient',
  'RecoveryWrap',
  'Session',
  'TotpSecret',
  'Upload',
  'Wallet',
  'WalletChallenge',
  'WalletRecovery',
  'WebauthnChallenge',
] as const;

/** Columns that refer to accounts and whose rows of an erased person stay, and why. */
export const KEPT_COLUMNS: Readonly<Record<string, string>> = {
  'AccessRequest.doctorId': 'no patient is a doctor',
  'AccessRequest.patientId': 'deleted, or set to null: see sharing/requests/forget-requests.ts',
  'EmergencyAccess.doctorId': 'no patient is a doctor',
  'EmergencyAccess.patientId': 'set to null: see sharing/emergency/forget-emergencies.ts',
  'Erasure.accountId': 'the receipt',
  'RelayedCall.patientId': 'what it cost; the call itself goes',
  'Report.doctorId': 'no patient is a doctor',
  'Report.patientId': 'the hash and the state',
};
