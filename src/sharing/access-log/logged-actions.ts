import type { AuditAction } from '@/audit/policy/audit-action';

/** What can happen to a report, its viewers and its guests. */
type ReportAction =
  | Extract<AuditAction, `${'report' | 'permissions' | 'guest'}.${string}`>
  | 'request.opened'
  | 'request.refused'
  | 'emergency.report-opened'
  | 'emergency.refused'
  | Extract<AuditAction, `violation.${string}`>;

/** A draft is not its patient's business. */
type DraftAction = 'report.draft-created' | 'report.discarded';

/** An action that a report's access log shows; the catalogue has a sentence for each. */
export type LoggedAction = Exclude<ReportAction, DraftAction>;

/** By name, so that a new action that is missing here does not compile. */
const LOGGED: Record<LoggedAction, true> = {
  'report.forwarded': true,
  'report.approved': true,
  'report.rejected': true,
  'report.amended': true,
  'report.withdrawn': true,
  'report.withdrawal-begun': true,
  'report.withdrawal-sent': true,
  'report.withdrawal-cancelled': true,
  'report.withdrawal-failed': true,
  'report.opened': true,
  'report.own-copy-taken': true,
  'report.refused': true,
  'report.access-log-read': true,
  'report.anchoring-begun': true,
  'report.anchoring-sent': true,
  'report.anchoring-cancelled': true,
  'report.anchoring-failed': true,
  'report.anchored': true,
  'report.anchoring-undone': true,
  'report.retraction-requested': true,
  'report.retracted': true,
  'report.superseded': true,
  'report.retraction-undone': true,
  'report.end-acknowledged': true,
  'report.transferred': true,
  'permissions.change-begun': true,
  'permissions.change-sent': true,
  'permissions.change-cancelled': true,
  'permissions.change-failed': true,
  'permissions.changed': true,
  'guest.link-mailed': true,
  'guest.code-mailed': true,
  'guest.code-wrong': true,
  'guest.code-cap-reached': true,
  'guest.session-opened': true,
  'guest.opened': true,
  'guest.denied': true,
  'request.opened': true,
  'emergency.report-opened': true,
  'emergency.refused': true,
  'request.refused': true,
  'violation.denied-attempts': true,
  'violation.read-after-end': true,
  'violation.many-patients': true,
  'violation.export-beyond-scope': true,
  'violation.emergency-not-reviewed': true,
};

/** Every action that the access log shows. */
export const LOGGED_ACTIONS = Object.keys(LOGGED);

/** Whether the access log shows an action. */
export function isLogged(action: string): action is LoggedAction {
  return Object.hasOwn(LOGGED, action);
}
