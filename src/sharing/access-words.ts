import type { AuditAction } from '@/audit/append-audit-event';

/**
 * What the access log says of each action, as the rest of a sentence after the name of who did it.
 * `{viewer}` stands for the address of the viewer whom it concerns.
 */
export const ACCESS_WORDS = {
  'report.forwarded': 'forwarded the report to you',
  'report.approved': 'approved the report',
  'report.rejected': 'rejected the report',
  'report.amended': 'began a corrected copy of the report',
  'report.withdrawn': 'took the report back',
  'report.opened': 'read the report',
  'report.own-copy-taken': 'took an own copy',
  'report.access-log-read': 'looked at this log',
  'report.anchoring-begun': 'began to add the report to the blockchain',
  'report.anchoring-sent': 'sent the report to the blockchain',
  'report.anchoring-cancelled': 'cancelled adding it to the blockchain',
  'report.anchoring-failed': 'saw the attempt to add it to the blockchain fail',
  'report.anchored': 'saw the report confirmed on the blockchain',
  'report.retraction-requested': 'asked to retract the report',
  'report.retracted': 'saw the report retracted on the blockchain',
  'report.superseded': 'saw the report replaced on the blockchain',
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
} as const satisfies Partial<Record<AuditAction, string>>;

/** Whether the log tells of an action; a draft's own steps are not its patient's business. */
export function isLogged(action: string): action is keyof typeof ACCESS_WORDS {
  return Object.hasOwn(ACCESS_WORDS, action);
}
