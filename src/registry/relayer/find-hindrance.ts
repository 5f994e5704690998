import { askChain } from '@/platform/chain-rpc';
import { readSpent } from './read-spent';
import type { RelayHindrance } from './relay-hindrances';
import { relayerLimits } from './relayer-wallet';

interface Question {
  relayer: string;
  patientId: string;
  /** The most that the call can cost. */
  mostWei: bigint;
  /** Reports of the call: what one may cost counts for each. */
  reportCount: number;
  /** It is in the queue: others that wait do not keep it from being sent. */
  isQueued: boolean;
}

/**
 * Looks for what keeps the relayer from paying for a call: it costs more than it may, the relayer's
 * account does not hold enough, or the patient's budget of the day is used up.
 * @throws AppError chain-unavailable
 */
export async function findHindrance(question: Question): Promise<RelayHindrance | null> {
  const { relayer, patientId, mostWei, reportCount, isQueued } = question;
  const { perReport, perPatientAndDay } = relayerLimits();
  if (mostWei > perReport * BigInt(reportCount)) return 'price';
  const purse = await askChain((rpc) => rpc.getBalance(relayer));
  if (purse < mostWei) return 'purse';
  const spent = await readSpent(patientId, !isQueued);
  return spent + mostWei > perPatientAndDay ? 'budget' : null;
}
