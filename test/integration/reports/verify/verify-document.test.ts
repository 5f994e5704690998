import { hexlify } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { jobHandlers } from '../../../../src/worker/job-handlers';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { registryInterface } from '@/registry/contract/report-registry';
import { issuerWallet } from '@/registry/contract/sign-attestation';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { verificationSchema } from '@/reports/verify/verification';
import { verifyDocument } from '@/reports/verify/verify-document';
import {
  confirm,
  patientOnChain,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { chain, mine, sendFrom } from '../../../support/chain/test-chain';
import { END_REASON } from '../../../support/reports/report-factories';

let someone: PatientOnChain;

beforeAll(async () => {
  someone = await patientOnChain();
});

const anotherHash = () => crypto.getRandomValues(new Uint8Array(32));
const codeOf = async (reportId: string) =>
  (await database().report.findUniqueOrThrow({ where: { id: reportId } })).code;

async function retracted(replacementId: string | null) {
  const report = await someone.anchor();
  await requestRetraction(someone.doctor.actor, report.reportId, { ...END_REASON, replacementId });
  while ((await runDueJobs(jobHandlers)) > 0) continue;
  return report;
}

describe('verifying a file', () => {
  it('calls an anchored one authentic, with what proves it', async () => {
    const { contentHash } = await someone.anchor();
    const verification = await verifyDocument(contentHash, undefined);
    const addedBlock = 'addedBlock' in verification ? verification.addedBlock : 0;
    const block = await chain().getBlock(addedBlock);
    expect(verification).toMatchObject({
      outcome: 'authentic',
      issuer: issuerWallet().address,
      issuerIsOurs: true,
      addedAt: new Date((block?.timestamp ?? 0) * 1_000).toISOString(),
      required: env().CHAIN_CONFIRMATIONS,
      chain: { id: env().CHAIN_ID, contract: env().REGISTRY_ADDRESS },
    });
    expect(verificationSchema.parse(verification)).toEqual(verification);
  });

  it('shows that it was anchored so recently that it is not final', async () => {
    const { contentHash, request } = await someone.prepare();
    await sendFrom(someone.wallet, request);
    expect(await verifyDocument(contentHash, undefined)).toMatchObject({
      outcome: 'fresh',
      confirmations: 1,
    });
    await mine();
    expect(await verifyDocument(contentHash, undefined)).toMatchObject({ outcome: 'authentic' });
  });

  it('shows who withdrew it', async () => {
    const plain = await retracted(null);
    expect(await verifyDocument(plain.contentHash, undefined)).toMatchObject({
      outcome: 'retracted',
      endedAt: expect.any(String) as string,
    });
    const newer = await someone.anchor();
    const replaced = await retracted(newer.reportId);
    expect(await verifyDocument(replaced.contentHash, undefined)).toMatchObject({
      outcome: 'superseded',
    });
    const { contentHash, request } = await someone.anchor();
    const withdraw = registryInterface.encodeFunctionData('withdrawReport', [hexlify(contentHash)]);
    await sendFrom(someone.wallet, { ...request, data: withdraw });
    expect(await verifyDocument(contentHash, undefined)).toMatchObject({ outcome: 'withdrawn' });
  });

  it('calls another file with an anchored report’s code altered', async () => {
    const { reportId } = await someone.anchor();
    const code = await codeOf(reportId);
    expect(await verifyDocument(anotherHash(), code)).toMatchObject({ outcome: 'altered' });
    // Without the code, nothing connects the two.
    expect(await verifyDocument(anotherHash(), undefined)).toMatchObject({ outcome: 'unknown' });
  });

  it('reveals nothing about a report that is not anchored', async () => {
    const { reportId, contentHash } = await someone.prepare();
    const code = await codeOf(reportId);
    const unknownReport = await verifyDocument(anotherHash(), '0'.repeat(16));
    expect(unknownReport.outcome).toBe('unknown');
    expect(await verifyDocument(contentHash, code)).toEqual(unknownReport);
    expect(await verifyDocument(anotherHash(), code)).toEqual(unknownReport);
    await confirm();
    expect(await verifyDocument(contentHash, code)).toEqual(unknownReport);
  });
});
