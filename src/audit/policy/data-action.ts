import type { AuditAction } from './audit-action';

/** What can be done with the data of a report. */
export const DATA_ACTIONS = ['read', 'write', 'delete', 'duplicate', 'move', 'copy'] as const;

/** One of the six actions. */
export type DataAction = (typeof DATA_ACTIONS)[number];

/**
 * Which of the six actions an event of the trail is; null for events that are not about the data of a report. A viewer
 * gets page and file in one answer. `duplicate` is a second set of records in the patient's hands; `copy` is a PDF that
 * is saved, see `dataActionOf`.
 */
export const DATA_ACTION_OF = {
  'report.opened': 'read',
  'guest.opened': 'read',
  'request.opened': 'read',
  'report.draft-created': 'write',
  'report.forwarded': 'write',
  'report.approved': 'write',
  'report.rejected': 'write',
  'report.amended': 'write',
  'report.anchoring-begun': 'write',
  'report.anchoring-sent': 'write',
  'report.anchoring-cancelled': 'write',
  'report.anchoring-failed': 'write',
  'report.anchored': 'write',
  'report.anchoring-undone': 'write',
  'report.retraction-undone': 'write',
  'report.retraction-requested': 'write',
  'report.retracted': 'write',
  'report.superseded': 'write',
  'report.discarded': 'delete',
  'report.withdrawn': 'delete',
  'report.withdrawal-begun': 'delete',
  'report.withdrawal-sent': 'delete',
  'report.withdrawal-cancelled': 'delete',
  'report.withdrawal-failed': 'delete',
  'erasure.destroyed': 'delete',
  'erasure.kept-report-destroyed': 'delete',
  'report.own-copy-taken': 'duplicate',
  'export.made': 'duplicate',
  'export.downloaded': 'duplicate',
  'report.transferred': 'move',
  // A refusal: nothing was done. What it counts as is asked of the policy where it is recorded.
  'report.refused': null,
  'guest.denied': null,
  'request.refused': null,
  'violation.denied-attempts': null,
  'violation.read-after-end': null,
  'violation.many-patients': null,
  'violation.export-beyond-scope': null,
  'violation.emergency-not-reviewed': null,
  // Who may do what, and mails about it: the data stay as they are.
  'patient.searched': null,
  'patient.details-read': null,
  'report.end-acknowledged': null,
  'report.access-log-read': null,
  'export.requested': null,
  'export.failed': null,
  'export.deleted': null,
  'erasure.requested': null,
  'erasure.taken-back': null,
  'erasure.started': null,
  'erasure.receipt-mailed': null,
  'erasure.rule-changed': null,
  'permissions.change-begun': null,
  'permissions.change-sent': null,
  'permissions.change-cancelled': null,
  'permissions.change-failed': null,
  'permissions.changed': null,
  'guest.link-mailed': null,
  'guest.code-mailed': null,
  'guest.code-wrong': null,
  'guest.code-cap-reached': null,
  'guest.session-opened': null,
  'request.asked': null,
  'request.granted': null,
  'request.denied': null,
  'request.withdrawn': null,
  'request.ended': null,
  'request.expired': null,
  'patient.code-made': null,
  'trail.receipt-taken': null,
  // Files that the patient added: no reports, and of no class.
  'upload.announced': null,
  'upload.received': null,
  'upload.checked': null,
  'upload.refused': null,
  'upload.approved': null,
  'upload.rejected': null,
  'upload.opened': null,
  'upload.looked-at': null,
  'upload.removed': null,
  // Accounts, wallets and keys.
  'account.registered': null,
  'account.email-confirmed': null,
  'account.approved': null,
  'account.suspended': null,
  'account.reinstated': null,
  'account.logged-in': null,
  'account.log-in-failed': null,
  'account.logged-out': null,
  'account.password-reset': null,
  'account.proved': null,
  'account.wallet-bound': null,
  'account.factor-added': null,
  'account.factor-removed': null,
  'account.factor-failed': null,
  'account.second-factor-given': null,
  'account.backup-codes-made': null,
  'account.password-changed': null,
  'account.email-change-requested': null,
  'account.email-changed': null,
  'account.session-ended': null,
  'account.sessions-ended': null,
  'account.frozen': null,
  'account.unfrozen': null,
  'account.own-reads-silenced': null,
  'account.own-reads-logged': null,
  'factor-reset.requested': null,
  'factor-reset.confirmed': null,
  'factor-reset.declined': null,
  'factor-reset.cancelled': null,
  'factor-reset.done': null,
  'account.profile-corrected': null,
  'account.profile-change-requested': null,
  'account.profile-change-declined': null,
  'account.profile-read': null,
  'emergency.summary-saved': null,
  'directory.listed': null,
  'directory.left': null,
  'recovery.code-mailed': null,
  'recovery.requested': null,
  'recovery.cancelled': null,
  'recovery.declined': null,
  'recovery.proposed': null,
  'recovery.vetoed': null,
  'recovery.executed': null,
  'recovery.undone': null,
  'recovery-kit.key-added': null,
  'recovery-kit.key-replaced': null,
  'recovery-kit.key-removed': null,
} as const satisfies Record<AuditAction, DataAction | null>;

/** The events that the policy decides on. */
export type DataEvent = {
  [A in AuditAction]: (typeof DATA_ACTION_OF)[A] extends null ? never : A;
}[AuditAction];

/**
 * Which of the six actions an event is: an opening of which a copy is kept is `copy`.
 * @param what its detail of that name
 */
export function dataActionOf(event: DataEvent, what: unknown): DataAction {
  return what === 'copy' ? 'copy' : DATA_ACTION_OF[event];
}
