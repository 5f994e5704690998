import type { AuditAction } from '@/audit/append-audit-event';

/** What can happen to a report, its viewers and its guests. */
type ReportAction = Extract<AuditAction, `${'report' | 'permissions' | 'guest'}.${string}`>;

/** A draft's own steps are not its patient's business. */
type Unlogged = 'report.draft-created' | 'report.discarded';

/**
 * What the access log says of each action, as the rest of a sentence after the name of who did it.
 * `{viewer}` stands for the address of the viewer whom it concerns. An action without words does not compile.
 */
export const ACCESS_WORDS: Record<Exclude<ReportAction, Unlogged>, string> = {
  'report.forwarded': 'sent the report to you',
  'report.approved': 'approved the report',
  'report.rejected': 'rejected the report',
  'report.amended': 'began a corrected copy of the report',
  'report.withdrawn': 'took the report back',
  'report.opened': 'read the report',
  'report.own-copy-taken': 'took an own copy',
  'report.access-log-read': 'looked at this log',
  'report.anchoring-begun': 'began to seal the report',
  'report.anchoring-sent': 'sent the seal to the blockchain',
  'report.anchoring-cancelled': 'cancelled the sealing',
  'report.anchoring-failed': 'saw the sealing fail',
  'report.anchored': 'saw the seal confirmed on the blockchain',
  'report.anchoring-undone': 'saw the blockchain take back the seal',
  'report.retraction-requested': 'asked to retract the report',
  'report.retracted': 'saw the report retracted on the blockchain',
  'report.superseded': 'saw the report replaced on the blockchain',
  'report.retraction-undone': 'saw the blockchain take back the retraction, and asks for it again',
  'report.end-acknowledged': 'read that the report is no longer valid',
  'report.transferred': 'saw the report handed to another wallet, which ended every permission',
  'permissions.change-begun': 'began to change the viewers',
  'permissions.change-sent': 'sent the change of the viewers',
  'permissions.change-cancelled': 'cancelled the change of the viewers',
  'permissions.change-failed': 'saw the change of the viewers fail',
  'permissions.changed': 'saw the new list of viewers confirmed on the blockchain',
  'guest.link-mailed': 'mailed {viewer} the link',
  'guest.code-mailed': 'mailed {viewer} a code',
  'guest.code-wrong': 'entered a wrong code',
  'guest.code-cap-reached': 'entered too many wrong codes; the link is closed',
  'guest.session-opened': 'proved their mailbox with a code',
  'guest.opened': 'read the report and its proof',
  'guest.denied': 'was refused by the blockchain',
};

/** Whether the log tells of an action. */
export function isLogged(action: string): action is keyof typeof ACCESS_WORDS {
  return Object.hasOwn(ACCESS_WORDS, action);
}
