import { hexlify, type Wallet } from 'ethers';
import { trailAnchorInterface } from '@/audit/days/read-day-root';
import { dateOfDay } from '@/audit/days/trail-days';
import type { TrailDay } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { sendOperatorCall } from './send-operator-call';

/**
 * Sends the root of a day that the chain does not have, see `sendOperatorCall`.
 * @returns false when the account cannot pay: the day waits, and so do those after it
 * @throws AppError chain-unavailable; chain-refused when the contract does not take it
 */
export async function sendDayRoot(wallet: Wallet, row: TrailDay): Promise<boolean> {
  const { day, root, rawTransaction, sentAt } = row;
  return sendOperatorCall(wallet, {
    about: { day: dateOfDay(day) },
    data: trailAnchorInterface.encodeFunctionData('anchorDay', [day, hexlify(root)]),
    ...{ rawTransaction, sentAt },
    keep: async (signed) => {
      await database().trailDay.update({ where: { day }, data: { state: 'SENT', ...signed } });
    },
  });
}
