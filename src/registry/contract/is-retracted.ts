import { hexlify } from 'ethers';
import { z } from 'zod';
import { readReport } from './read-report';
import { askRegistry } from './report-registry';

/**
 * Whether the contract holds, at the latest block, that an issuer took a report back: the report itself or,
 * before it was added, the issuer's attestation for it.
 * @throws AppError chain-unavailable
 */
export async function isRetracted(contentHash: Uint8Array, issuer: string): Promise<boolean> {
  const { status } = await readReport(contentHash);
  if (status !== 'none') return status === 'retracted' || status === 'superseded';
  const [retracted] = await askRegistry('isAttestationRetracted', [hexlify(contentHash), issuer]);
  return z.boolean().parse(retracted);
}
