import type { AuditAction } from '@/audit/policy/audit-action';
import type { ViolationKind } from '@/generated/prisma/enums';

/** What the trail calls each kind of violation. */
export const VIOLATION_ACTIONS = {
  DENIED_ATTEMPTS: 'violation.denied-attempts',
  READ_AFTER_END: 'violation.read-after-end',
  MANY_PATIENTS: 'violation.many-patients',
  EXPORT_BEYOND_SCOPE: 'violation.export-beyond-scope',
  EMERGENCY_NOT_REVIEWED: 'violation.emergency-not-reviewed',
} as const satisfies Record<ViolationKind, AuditAction>;
