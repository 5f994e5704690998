import { z } from 'zod';
import type { ChainRoleHolder } from '@/generated/prisma/client';
import { database, inTransaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { lockCursor } from '@/registry/chain/chain-cursor';
import { ROLE_HASHES } from '@/registry/contract/chain-roles';
import { indexCompromise } from './index-role';
import { askRegistry } from '@/registry/contract/report-registry';
import { isStillAt, type ChainView } from '@/registry/chain/chain-view';

/**
 * Corrects the index of role holders and compromised issuers from the contract's state, which is complete: an
 * event was missed, or a reorganisation removed one. The time of the change is then the time of the view's block.
 * @returns how many differed
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable
 */
export async function repairRoles(view: ChainView): Promise<number> {
  let repaired = 0;
  for (const holder of await database().chainRoleHolder.findMany()) {
    // Read before the follower was set back, which has not come as far again.
    if (holder.grantedAt > view.time || (holder.revokedAt ?? view.time) > view.time) continue;
    const { holds, compromisedFrom } = await readHolder(holder, view);
    const isSame =
      holds === (holder.revokedAt === null) && compromisedFrom === holder.compromisedFrom;
    if (isSame) continue;
    const { role, account, revokedAt } = holder;
    const data = { revokedAt: holds ? null : (revokedAt ?? view.time), compromisedFrom };
    const count = await inTransaction(async (tx) => {
      if (!isStillAt(view, await lockCursor(tx))) return 0;
      if (compromisedFrom !== null && compromisedFrom !== holder.compromisedFrom) {
        const mark = { issuer: account, fromBlock: Number(compromisedFrom) };
        await indexCompromise(tx, mark);
      }
      const { count } = await tx.chainRoleHolder.updateMany({ where: { role, account }, data });
      return count;
    });
    if (count === 0) continue;
    log().error({ role, account, holds }, 'a role differed from the chain and was set right');
    repaired += count;
  }
  return repaired;
}

async function readHolder(
  { role, account }: ChainRoleHolder,
  { hash }: ChainView,
): Promise<{ holds: boolean; compromisedFrom: bigint | null }> {
  const [answer, compromise] = await Promise.all([
    askRegistry('hasRole', [ROLE_HASHES[role], account], hash),
    role === 'ISSUER' ? askRegistry('getCompromise', [account], hash) : null,
  ]);
  const [holds] = z.tuple([z.boolean()]).parse([...answer]);
  const [isCompromised, fromBlock] = z
    .tuple([z.boolean(), z.bigint()])
    .parse([...(compromise ?? [false, 0n])]);
  return { holds, compromisedFrom: isCompromised ? fromBlock : null };
}
