import type { Transaction } from '@/platform/database/database';
import type { ChainEvent, ReportEvent } from '@/registry/chain/chain-events';
import { applyRecoveryEvent } from '@/registry/recovery/apply-recovery-event';
import { indexRole } from './index-role';

/** Applies a confirmed event that is about no report: a recovery, a role or an issuer. */
export async function applyRegistryEvent(
  tx: Transaction,
  event: Exclude<ChainEvent, ReportEvent>,
): Promise<void> {
  switch (event.name) {
    case 'RecoveryProposed':
    case 'RecoveryVetoed':
    case 'RecoveryExecuted':
      return applyRecoveryEvent(tx, event);
    case 'RoleGranted':
    case 'RoleRevoked':
    case 'IssuerCompromised':
      return indexRole(tx, event);
  }
}
