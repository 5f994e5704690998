import { ZeroAddress } from 'ethers';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { AppError } from '@/platform/errors';
import { askRegistry } from '@/registry/contract/report-registry';

/** Who administers the contract, and who is about to. */
export interface Administration {
  /** The default admin, EIP-55; null when there is none any more. */
  admin: string | null;
  /** A transfer that was announced: to whom, and from when on they can accept it (ISO 8601). */
  pending: { admin: string; acceptableFrom: string } | null;
}

/**
 * Asks the contract who administers it.
 * @throws AppError forbidden; chain-unavailable
 */
export async function readAdministration(actor: Actor): Promise<Administration> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const [[admin], announced] = await Promise.all([
    askRegistry('defaultAdmin', []),
    askRegistry('pendingDefaultAdmin', []),
  ]);
  const [next, from] = z.tuple([z.string(), z.bigint()]).parse([...announced]);
  const address = z.string().parse(admin);
  return {
    admin: address === ZeroAddress ? null : address,
    // Zero seconds: nothing is announced. Otherwise even the zero address is: the role is to be given up.
    pending:
      from === 0n
        ? null
        : { admin: next, acceptableFrom: new Date(Number(from) * 1_000).toISOString() },
  };
}
