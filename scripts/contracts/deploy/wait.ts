import { setTimeout } from 'node:timers/promises';
import type { TransactionReceipt } from 'ethers';
import type { Session } from './session';

/** What to do when a wait was in vain. */
const REMEDY =
  'Run this again to wait on: nothing is sent twice. If its fee is too low, raise it in the ' +
  "deployer's wallet; the next run finds the transaction with the higher fee.";

/**
 * Waits until a transaction can be relied upon, and prints its progress.
 * @throws Error when it reverted, or that took longer than the session's patience
 */
export async function untilConfirmed(session: Session, hash: string): Promise<TransactionReceipt> {
  const { provider, confirmations, print } = session;
  let printed: number | undefined;
  const confirmed = await poll(session, async () => {
    const receipt = await provider.getTransactionReceipt(hash);
    const head = await provider.getBlockNumber();
    const depth = receipt === null ? 0 : Math.max(head - receipt.blockNumber + 1, 1);
    if (receipt !== null && depth >= confirmations) return receipt;
    if (depth !== printed) print(`${hash}: ${depth} of ${confirmations} confirmations`);
    printed = depth;
    return undefined;
  });
  if (confirmed === undefined) {
    const progress = printed === 0 ? 'is not mined' : `has ${printed ?? 0} confirmation(s)`;
    throw new Error(`${hash} ${progress} after ${minutes(session)}. ${REMEDY}`);
  }
  if (confirmed.status === 0) throw new Error(`${hash} reverted: nothing was changed`);
  return confirmed;
}

/**
 * Waits until the network has nothing more of an account's to mine: what an earlier run sent, or what
 * was sent elsewhere, decides what is still missing.
 * @throws Error when that took longer than the session's patience
 */
export async function untilNothingWaits(session: Session, account: string): Promise<void> {
  const { provider, print } = session;
  let printed = 0;
  const quiet = await poll(session, async () => {
    const mined = await provider.getTransactionCount(account, 'latest');
    const known = await provider.getTransactionCount(account, 'pending');
    if (known <= mined) return true;
    const waiting = known - mined;
    if (waiting !== printed) print(`${waiting} earlier transaction(s) are still to be mined`);
    printed = waiting;
    return undefined;
  });
  if (quiet === undefined) {
    throw new Error(
      `${printed} transaction(s) of ${account} are not mined after ${minutes(session)}. ${REMEDY}`,
    );
  }
}

/** Asks until there is an answer; undefined when patience ended before. */
async function poll<T>(
  { patienceMs, pollingMs }: Session,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || Date.now() >= deadline) return answer;
    await setTimeout(pollingMs);
  }
}

function minutes({ patienceMs }: Session): string {
  return `${Math.round(patienceMs / 6_000) / 10} minutes`;
}
