import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { ROLE_HASHES } from '@/registry/contract/chain-roles';
import { askRegistry } from '@/registry/contract/report-registry';
import { issuerWallet } from '@/registry/contract/sign-attestation';

/** A present or past issuer by the contract's present state. Times in ISO 8601. */
export interface IssuerRow {
  /** EIP-55. */
  address: string;
  status: 'active' | 'dismissed' | 'compromised';
  /** The first block whose reports are not trusted; null unless compromised. */
  compromisedFrom: number | null;
  /** This server signs with its key. */
  isOurs: boolean;
  appointedAt: string;
  dismissedAt: string | null;
  /** How many reports it attested that are on the chain. */
  reports: number;
}

/**
 * The issuers that the contract's events name, each by the contract's present state, and whether this server's
 * own account is accepted as one.
 * @throws AppError forbidden; chain-unavailable
 */
export async function listIssuers(actor: Actor): Promise<{
  issuers: IssuerRow[];
  /** The account with which this server signs, and whether the contract takes its signature. */
  ours: { address: string; accepted: boolean };
}> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const [known, counts] = await Promise.all([
    database().chainRoleHolder.findMany({
      where: { role: 'ISSUER' },
      orderBy: { grantedAt: 'desc' },
    }),
    database().chainReport.groupBy({ by: ['issuer'], _count: true }),
  ]);
  const our = issuerWallet().address;
  const issuers = await Promise.all(
    known.map(async ({ account, grantedAt, revokedAt }) => {
      const [holds, compromise] = await Promise.all([isIssuer(account), readCompromise(account)]);
      return {
        address: account,
        status:
          compromise !== null
            ? ('compromised' as const)
            : holds
              ? ('active' as const)
              : ('dismissed' as const),
        compromisedFrom: compromise,
        isOurs: account === our,
        appointedAt: grantedAt.toISOString(),
        dismissedAt: holds ? null : (revokedAt?.toISOString() ?? null),
        reports: counts.find(({ issuer }) => issuer === account)?._count ?? 0,
      };
    }),
  );
  return { issuers, ours: { address: our, accepted: await isIssuer(our) } };
}

async function isIssuer(account: string): Promise<boolean> {
  const [holds] = await askRegistry('hasRole', [ROLE_HASHES.ISSUER, account]);
  return z.boolean().parse(holds);
}

async function readCompromise(issuer: string): Promise<number | null> {
  const answer = await askRegistry('getCompromise', [issuer]);
  const [compromised, fromBlock] = z.tuple([z.boolean(), z.bigint()]).parse([...answer]);
  return compromised ? Number(fromBlock) : null;
}
