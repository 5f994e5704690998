import { randomBytes } from 'node:crypto';
import type { AddReportCall } from '@/registry/calls/encode-calls';
import { signAttestation } from '@/registry/calls/sign-attestation';
import { newDeadline } from './deadline';
import { throwAwayWords } from '@/sharing/viewers/permission-words';

/**
 * A call as long and as dear as the one that would anchor a report, about a hash of nothing: for prices only.
 * @param owner the wallet that would send it
 * @param metadataLength bytes of the report's sealed metadata
 */
export async function exampleCall(
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
  return { ...attestation, ...signature, permissions: throwAwayWords(viewerCount) };
}
