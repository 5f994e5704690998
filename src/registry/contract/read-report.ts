import { hexlify, Result } from 'ethers';
import { z } from 'zod';
import { askRegistry } from './report-registry';
import { REPORT_STATUSES, type ReportStatus } from './report-status';

/** A report as the contract answers it. */
export interface OnChainReport {
  status: ReportStatus;
  /** True only while the report is active. */
  valid: boolean;
  /** EIP-55; the zero address when the report was never added. */
  owner: string;
  /** Who attested it, EIP-55; the zero address when the report was never added. */
  issuer: string;
  /** The block whose log carries the sealed metadata; 0 when the report was never added. */
  addedBlock: number;
  /** The block whose log carries the current permission list: what setPermissions expects. */
  permissionsBlock: number;
  /** keccak256 of the packed list as 0x-hex; zero for an empty list. */
  permissionsHash: string;
}

const reportSchema = z.object({
  owner: z.string(),
  issuer: z.string(),
  status: z.bigint(),
  addedBlock: z.bigint(),
  permissionsBlock: z.bigint(),
  permissionsHash: z.string(),
});

/** The contract's answer to `getReport`, with which that to `viewReport` begins. */
export const reportAnswer = z.tuple([
  // ethers answers a struct as a Result, whose names zod cannot see.
  z
    .instanceof(Result)
    .transform((struct) => struct.toObject())
    .pipe(reportSchema),
  z.boolean(),
]);

/**
 * Asks the contract where a report stands.
 * @param contentHash SHA-256 of the PDF
 * @param blockHash at the end of which it is asked; null for the latest block
 * @throws AppError chain-unavailable
 */
export async function readReport(
  contentHash: Uint8Array,
  blockHash: string | null = null,
): Promise<OnChainReport> {
  const answer = await askRegistry('getReport', [hexlify(contentHash)], blockHash);
  return toOnChainReport(...reportAnswer.parse([...answer]));
}

/** The answer of the contract in our own words. */
export function toOnChainReport(
  report: z.infer<typeof reportSchema>,
  valid: boolean,
): OnChainReport {
  return {
    ...report,
    status: REPORT_STATUSES[Number(report.status)] ?? 'none',
    valid,
    addedBlock: Number(report.addedBlock),
    permissionsBlock: Number(report.permissionsBlock),
  };
}
