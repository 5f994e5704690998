import type { JsonRpcProvider, TransactionReceipt, TransactionResponse } from 'ethers';
import { decodeRevert, refusedReport } from './decode-revert';
import type { TransactionFailure } from './transaction-failure';

/** Why a transaction was reverted. */
interface Revert {
  reason: TransactionFailure;
  /** The report that the contract named, as 0x-hex; null when it named none. */
  report: string | null;
}

/**
 * Finds out why a transaction was reverted. A receipt does not contain the reason: the call is made again, without effect,
 * on that block's state.
 */
export async function findRevert(
  rpc: JsonRpcProvider,
  receipt: TransactionReceipt,
  sent: TransactionResponse | null,
): Promise<Revert> {
  if (sent === null) return { reason: 'contract-refused', report: null };
  if (receipt.gasUsed >= sent.gasLimit) return { reason: 'out-of-gas', report: null };
  const { from, to, data } = sent;
  try {
    await rpc.call({ from, to, data, blockTag: receipt.blockNumber });
    return { reason: 'contract-refused', report: null };
  } catch (error) {
    const reason = decodeRevert(error);
    if (reason === null) throw error;
    return { reason, report: refusedReport(error) };
  }
}
