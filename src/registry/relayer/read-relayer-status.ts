import { formatEther } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { AppError, isChainAway } from '@/platform/errors';
import { relayerLimits, relayerWallet } from './relayer-wallet';
import { takesConsents } from './takes-consents';

/** How many of the last days are listed. */
const DAYS = 7;

/** What the relayer spent on one day (UTC): counts and ether, nothing of any patient. */
export interface RelayerDay {
  /** ISO 8601 date. */
  day: string;
  calls: number;
  patients: number;
  /** Ether, as a decimal number; what is not mined counts with the most that it can cost. */
  spentEth: string;
}

/** The relayer as an administrator sees it. */
export type RelayerStatus =
  | { state: 'off' }
  | {
      /** `old-contract`: the deployed contract does not take what a relayer sends. */
      state: 'on' | 'old-contract' | 'unknown';
      /** EIP-55. */
      address: string;
      /** Ether; null while the chain is silent. */
      purseEth: string | null;
      maxFeeEth: string;
      dailyBudgetEth: string;
      waiting: number;
      /** The newest first; days without calls are left out. */
      days: RelayerDay[];
    };

/**
 * Reads whether the clinic pays, what its account holds and what it spent.
 * @throws AppError forbidden
 */
export async function readRelayerStatus(actor: Actor): Promise<RelayerStatus> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const wallet = relayerWallet();
  if (wallet === null) return { state: 'off' };
  const { address } = wallet;
  const { perReport, perPatientAndDay } = relayerLimits();
  const [purse, takes, waiting, days] = await Promise.all([
    orNull(askChain((rpc) => rpc.getBalance(address))),
    orNull(takesConsents()),
    countWaitingCalls(),
    readDays(),
  ]);
  return {
    state: takes === null ? 'unknown' : takes ? 'on' : 'old-contract',
    address,
    purseEth: purse === null ? null : formatEther(purse),
    maxFeeEth: formatEther(perReport),
    dailyBudgetEth: formatEther(perPatientAndDay),
    waiting,
    days,
  };
}

/** How many signed calls were not sent yet. */
export function countWaitingCalls(): Promise<number> {
  return database().relayedCall.count({ where: { state: 'WAITING' } });
}

async function readDays(): Promise<RelayerDay[]> {
  const rows = await database().$queryRaw<
    { day: string; calls: bigint; patients: bigint; wei: string }[]
  >`
    SELECT DATE_FORMAT(signedAt, '%Y-%m-%d') AS day, COUNT(*) AS calls,
      COUNT(DISTINCT patientId) AS patients,
      CAST(SUM(COALESCE(feeWei, IF(state = 'FAILED', 0, reservedWei))) AS CHAR) AS wei
    FROM RelayedCall
    WHERE signedAt >= UTC_DATE() - INTERVAL ${DAYS - 1} DAY
    GROUP BY day ORDER BY day DESC`;
  return rows.map(({ day, calls, patients, wei }) => ({
    day,
    calls: Number(calls),
    patients: Number(patients),
    spentEth: formatEther(BigInt(wei)),
  }));
}

async function orNull<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch (error) {
    if (isChainAway(error)) return null;
    throw error;
  }
}
