import type { ChainEventHandlers, RecheckHandlers } from '@/registry/chain/chain-events';
import type { SettleHandlers } from '@/registry/calls/settle-transactions';
import { confirmAnchorings } from '@/reports/states/confirm-anchorings';
import { confirmRetraction } from '@/reports/states/confirm-retraction';
import { failAnchoring } from '@/reports/states/fail-anchoring';
import { finaliseReport } from '@/reports/states/finalise-report';
import { isReportCurrent, revertReport } from '@/reports/states/revert-report';
import { applyPermissions } from '@/sharing/viewers/apply-permissions';
import { revokeTransferredGrants } from '@/sharing/viewers/revoke-transferred-grants';
import { failPermissionChange } from '@/sharing/viewers/fail-permission-change';
import { failWithdrawal } from '@/sharing/withdrawal/fail-withdrawal';
import { areGrantsCurrent, revertPermissions } from '@/sharing/viewers/revert-permissions';

const FAILED = {
  ADD_REPORT: failAnchoring,
  SET_PERMISSIONS: failPermissionChange,
  WITHDRAW_REPORT: failWithdrawal,
};

/** What the rooms do about confirmed events; the registry imports none of them. */
export const chainHandlers: ChainEventHandlers & RecheckHandlers & SettleHandlers = {
  reportsAdded: confirmAnchorings,
  permissionsSet: applyPermissions,
  reportTransferred: revokeTransferredGrants,
  // With the report, its owner took every permission back.
  reportWithdrawn: (tx, event) =>
    applyPermissions(tx, [{ ...event, name: 'PermissionsSet', permissions: [] }]),
  reportRetracted: confirmRetraction,
  reportFinal: finaliseReport,
  isCurrent: async (standing) =>
    (await isReportCurrent(standing)) && (await areGrantsCurrent(standing)),
  reportReverted: revertReport,
  permissionsReverted: revertPermissions,
  transactionFailed: (tx, failed) => FAILED[failed.kind](tx, failed),
};
