import { formatEther } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { dateOfDay } from '@/audit/days/trail-days';
import { askChain } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { AppError, isChainAway } from '@/platform/errors';
import { trailWallet } from './trail-wallet';

/** The anchoring of the trail as an administrator sees it. */
export type TrailAnchoring =
  | { state: 'off' }
  | {
      state: 'on';
      /** The account that sends the roots, EIP-55. */
      address: string;
      /** Address of TrailAnchor. */
      contract: string;
      /** Ether; null while the chain is silent. */
      purseEth: string | null;
      /** Sealed days whose root is not on the chain yet. */
      waiting: number;
      /** ISO 8601 date of the oldest of them. */
      oldestWaiting: string | null;
      /** Days for which the chain has another root. */
      refused: string[];
      /** The newest day whose root is on the chain. */
      newest: { date: string; at: string; transaction: string | null } | null;
    };

/** How many days are named at most. */
const NAMED = 10;

/**
 * Reads how far the days of the trail have come, and what the account that anchors them holds.
 * @throws AppError forbidden
 */
export async function readTrailAnchoring(actor: Actor): Promise<TrailAnchoring> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const wallet = trailWallet();
  if (wallet === null) return { state: 'off' };
  const [purse, { waiting, oldest }, refused, newest] = await Promise.all([
    readPurse(wallet.address),
    readWaitingDays(),
    database().trailDay.findMany({
      where: { state: 'REFUSED' },
      orderBy: { day: 'asc' },
      take: NAMED,
      select: { day: true },
    }),
    database().trailDay.findFirst({ where: { state: 'ANCHORED' }, orderBy: { day: 'desc' } }),
  ]);
  return {
    state: 'on',
    address: wallet.address,
    contract: env().TRAIL_ANCHOR_ADDRESS ?? '',
    purseEth: purse === null ? null : formatEther(purse),
    waiting,
    oldestWaiting: oldest === null ? null : dateOfDay(oldest),
    refused: refused.map(({ day }) => dateOfDay(day)),
    newest:
      newest === null
        ? null
        : {
            date: dateOfDay(newest.day),
            at: (newest.anchoredAt ?? newest.sealedAt).toISOString(),
            transaction: newest.transactionHash,
          },
  };
}

/** Sealed days whose root is not on the chain. */
export async function readWaitingDays(): Promise<{ waiting: number; oldest: number | null }> {
  const { _count, _min } = await database().trailDay.aggregate({
    where: { state: { in: ['SEALED', 'SENT'] } },
    _count: true,
    _min: { day: true },
  });
  return { waiting: _count, oldest: _min.day };
}

async function readPurse(address: string): Promise<bigint | null> {
  try {
    return await askChain((rpc) => rpc.getBalance(address));
  } catch (error) {
    if (isChainAway(error)) return null;
    throw error;
  }
}
