import { randomBytes } from 'node:crypto';
import type { AddReportCall } from '@/registry/calls/encode-calls';
import { signAttestation } from '@/registry/contract/sign-attestation';
import { newDeadline } from './deadline';
import { randomPermissionWords } from '@/sharing/grants/permission-words';

/**
 * Composes a call that costs as much gas as anchoring a report, with a random hash, to estimate prices.
 * @param owner the wallet that would send it
 * @param metadataLength bytes of the report's sealed metadata
 */
export async function composeSampleCall(
  owner: string,
  metadataLength: number,
  viewerCount: number,
): Promise<AddReportCall> {
  const attestation = {
    contentHash: randomBytes(32),
    sealedMetadata: randomBytes(metadataLength),
    deadline: await newDeadline(),
  };
  const signature = await signAttestation({ ...attestation, owner });
  return { ...attestation, ...signature, permissions: randomPermissionWords(viewerCount) };
}
