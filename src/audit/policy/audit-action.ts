/** Every action that leaves a trace. */
export type AuditAction =
  | `account.${'registered' | 'email-confirmed' | 'approved' | 'suspended' | 'reinstated' | 'logged-in' | 'log-in-failed' | 'logged-out' | 'password-reset' | 'proved' | 'wallet-bound' | 'factor-added' | 'factor-removed' | 'factor-failed' | 'second-factor-given' | 'backup-codes-made' | 'password-changed' | 'email-change-requested' | 'email-changed' | 'session-ended' | 'sessions-ended' | 'frozen' | 'unfrozen' | 'own-reads-silenced' | 'own-reads-logged'}`
  | `factor-reset.${'requested' | 'confirmed' | 'declined' | 'cancelled' | 'done'}`
  | `account.profile-${'corrected' | 'change-requested' | 'change-declined' | 'read'}`
  | `patient.${'searched' | 'details-read'}`
  | `report.${'draft-created' | 'discarded' | 'forwarded' | 'approved' | 'rejected' | 'amended' | 'withdrawn' | 'withdrawal-begun' | 'withdrawal-sent' | 'withdrawal-cancelled' | 'withdrawal-failed' | 'anchoring-begun' | 'anchoring-sent' | 'anchoring-cancelled' | 'anchoring-failed' | 'anchored' | 'anchoring-undone' | 'retraction-undone' | 'retraction-requested' | 'retracted' | 'superseded' | 'end-acknowledged' | 'opened' | 'transferred' | 'own-copy-taken' | 'refused' | 'access-log-read'}`
  | 'trail.receipt-taken'
  | `violation.${'denied-attempts' | 'read-after-end' | 'many-patients' | 'export-beyond-scope' | 'emergency-not-reviewed'}`
  | 'patient.code-made'
  | `emergency.${'summary-saved' | 'nobody-found' | 'opened' | 'summary-read' | 'record-asked' | 'acknowledged' | 'record-opened' | 'record-listed' | 'report-opened' | 'refused' | 'declined' | 'withdrawn' | 'ended' | 'over' | 'reviewed'}`
  | `directory.${'listed' | 'left'}`
  | `request.${'asked' | 'granted' | 'denied' | 'withdrawn' | 'ended' | 'expired' | 'opened' | 'refused'}`
  | `export.${'requested' | 'made' | 'failed' | 'downloaded' | 'deleted'}`
  | `object.found-${'damaged' | 'whole'}`
  | `upload.${'announced' | 'received' | 'checked' | 'refused' | 'approved' | 'rejected' | 'opened' | 'looked-at' | 'removed'}`
  | `erasure.${'requested' | 'taken-back' | 'started' | 'destroyed' | 'receipt-mailed' | 'kept-report-destroyed' | 'rule-changed'}`
  | `recovery.${'code-mailed' | 'requested' | 'cancelled' | 'declined' | 'proposed' | 'vetoed' | 'executed' | 'undone'}`
  | `recovery-kit.key-${'added' | 'replaced' | 'removed'}`
  | `permissions.${'change-begun' | 'change-sent' | 'change-cancelled' | 'change-failed' | 'changed'}`
  | `guest.${'link-mailed' | 'code-mailed' | 'code-wrong' | 'code-cap-reached' | 'session-opened' | 'opened' | 'denied'}`;
