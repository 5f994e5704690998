import { leafHash } from '@/audit/days/merkle-tree';
import type { Violation } from '@/generated/prisma/client';

/** What a leaf tells. */
export type LeafViolation = Pick<
  Violation,
  'kind' | 'at' | 'actorKind' | 'actorId' | 'patientId' | 'reportId' | 'salt'
>;

/**
 * The hash of a violation that is reported on the chain: SHA-256 over a zero byte (as of a leaf, RFC 6962) and its fields as
 * JSON with a random salt. Whoever is given the fields and the salt can find it there; without the salt nobody can find
 * out whether a guess is right, and once the salt is deleted, nobody can any more.
 * @returns 32 bytes
 */
export function violationLeaf(violation: LeafViolation): Uint8Array<ArrayBuffer> {
  const { kind, at, actorKind, actorId, patientId, reportId, salt } = violation;
  return leafHash(
    JSON.stringify({
      ...{ kind, at: at.toISOString(), actorKind, actorId, patientId, reportId },
      salt: Buffer.from(salt).toString('hex'),
    }),
  );
}
