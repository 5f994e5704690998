import { hexlify, isCallException } from 'ethers';
import { z } from 'zod';
import { env } from '@/platform/env';
import { readReport, reportAnswer, toOnChainReport, type OnChainReport } from './read-report';
import { askRegistry } from './report-registry';

/** A report as the contract answers it about one viewer. */
export interface ReportView extends OnChainReport {
  /** True only when the report is valid and the given list is the current one and permits the viewer. */
  permitted: boolean;
}

const viewAnswer = z.tuple([...reportAnswer.def.items, z.boolean()]);

/** Registries that were deployed before they had `viewReport`; a contract's functions never change. */
const withoutView = new Set<string>();

/**
 * Asks the contract at its latest block where a report stands and whether a viewer may see it: in one `eth_call`, or
 * in two of one JSON-RPC batch when the registry was deployed before it had `viewReport`.
 * @param contentHash SHA-256 of the PDF
 * @param words the report's permission list as we keep it; the contract compares it with its hash
 * @param tag the viewer's commitment, 27 bytes
 * @throws AppError chain-unavailable: access is then denied
 */
export async function readReportView(
  contentHash: Uint8Array,
  words: readonly string[],
  tag: Uint8Array,
): Promise<ReportView> {
  const registry = env().REGISTRY_ADDRESS;
  const args = [hexlify(contentHash), words, hexlify(tag)];
  if (!withoutView.has(registry)) {
    try {
      const answer = await askRegistry('viewReport', args);
      const [report, valid, permitted] = viewAnswer.parse([...answer]);
      return { ...toOnChainReport(report, valid), permitted };
    } catch (error) {
      // The view itself refuses nothing: a revert means that the contract has no such function.
      if (!isCallException(error)) throw error;
    }
  }
  const [report, [permitted]] = await Promise.all([
    readReport(contentHash),
    askRegistry('hasPermission', args),
  ]);
  withoutView.add(registry);
  return { ...report, permitted: z.boolean().parse(permitted) };
}
