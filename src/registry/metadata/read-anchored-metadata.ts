import { hexlify } from 'ethers';
import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import type { ReportMetadata } from './report-metadata';
import { openMetadata } from './seal-metadata';

/** What opens a report's metadata. */
export interface AnchoredReportKey {
  contentHash: Uint8Array<ArrayBuffer>;
  dataKey: Uint8Array;
}

/**
 * Opens the metadata of some anchored reports, one page of a list, from the index of the chain's events.
 * @returns 0x-hex content hash → metadata; a report is missing when the index does not hold it or its key
 *   does not open it
 */
export async function readAnchoredMetadata(
  reports: readonly AnchoredReportKey[],
): Promise<Map<string, ReportMetadata>> {
  const rows = await database().chainReport.findMany({
    where: { contentHash: { in: reports.map(({ contentHash }) => contentHash) } },
    select: { contentHash: true, sealedMetadata: true },
  });
  const sealed = new Map(rows.map((row) => [hexlify(row.contentHash), row.sealedMetadata]));
  const opened = new Map<string, ReportMetadata>();
  for (const { contentHash, dataKey } of reports) {
    const hash = hexlify(contentHash);
    const bytes = sealed.get(hash);
    if (bytes === undefined) continue;
    try {
      opened.set(hash, openMetadata(dataKey, contentHash, bytes));
    } catch (error) {
      log().error({ contentHash: hash, err: error }, 'anchored metadata cannot be opened');
    }
  }
  return opened;
}
