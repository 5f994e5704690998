/** The contract's `Status`, in its order. */
export const REPORT_STATUSES = ['none', 'active', 'withdrawn', 'retracted', 'superseded'] as const;

/** Where a report stands on the chain; only an active one is valid. */
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** The number that stands for a status in the contract and in ChainReport.status. */
export function statusNumber(status: ReportStatus): number {
  return REPORT_STATUSES.indexOf(status);
}
