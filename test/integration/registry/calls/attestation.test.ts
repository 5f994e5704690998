import { randomBytes } from 'node:crypto';
import { Contract, ZeroHash } from 'ethers';
import { describe, expect, it } from 'vitest';
import { reportRegistryAbi } from '@/generated/report-registry';
import { env } from '@/platform/env';
import { HOUR_MS } from '@/platform/time/durations';
import { readReportView } from '@/registry/contract/read-report-view';
import { encodeAddReport, encodeSetPermissions } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { packPermission } from '@/registry/contract/pack-permission';
import { readReport } from '@/registry/contract/read-report';
import { issuerWallet, signAttestation } from '@/registry/contract/sign-attestation';
import { chain, fundedWallet, sendFrom } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';

const inAnHour = () => new Date(Math.floor(Date.now() / 1_000) * 1_000 + HOUR_MS);
const tag = Uint8Array.from(randomBytes(27));
const words = [packPermission(Uint8Array.from(randomBytes(27)), null), packPermission(tag, null)];

async function attested(owner: string, permissions: string[] = [], deadline = inAnHour()) {
  const contentHash = Uint8Array.from(randomBytes(32));
  const sealedMetadata = Uint8Array.from(randomBytes(300));
  const content = { contentHash, sealedMetadata, deadline };
  const signature = await signAttestation({ ...content, owner });
  return { contentHash, request: encodeAddReport({ ...content, ...signature, permissions }) };
}

describe('an attestation', () => {
  it('is signed for the domain that the contract itself names', async () => {
    const contract = new Contract(env().REGISTRY_ADDRESS, reportRegistryAbi, chain());
    const domain: unknown = await contract.getFunction('eip712Domain')();
    expect(domain).toMatchObject({
      1: 'MedAnchor ReportRegistry',
      2: '1',
      3: BigInt(env().CHAIN_ID),
      4: env().REGISTRY_ADDRESS,
    });
  });

  it('lets its owner anchor the report', async () => {
    const wallet = await fundedWallet();
    const { contentHash, request } = await attested(wallet.address, words);
    const receipt = await (await sendFrom(wallet, request)).wait();

    expect(await readReport(contentHash)).toEqual({
      status: 'active',
      valid: true,
      owner: wallet.address,
      issuer: issuerWallet().address,
      addedBlock: receipt?.blockNumber,
      permissionsBlock: receipt?.blockNumber,
      permissionsHash: expect.stringMatching(/^0x[0-9a-f]{64}$/) as string,
    });
  });

  it('is worth nothing in another hand', async () => {
    const [owner, thief] = [await fundedWallet(), await fundedWallet()];
    const { request } = await attested(owner.address);
    await expect(estimateGas(thief.address, request)).rejects.toMatchObject({
      code: 'chain-refused',
      message: t('registry.transactionFailures.attestation-invalid'),
    });
  });

  it('is worth nothing after its deadline', async () => {
    const owner = await fundedWallet();
    const { request } = await attested(owner.address, [], new Date('2020-01-01'));
    await expect(estimateGas(owner.address, request)).rejects.toThrow(
      t('registry.transactionFailures.attestation-expired'),
    );
  });

  it('reports a hash that was never added as none', async () => {
    expect(await readReport(randomBytes(32))).toMatchObject({
      status: 'none',
      valid: false,
      permissionsHash: ZeroHash,
    });
  });
});

describe('a permission', () => {
  it('is granted by the contract to the tag in the list, and to no other', async () => {
    const wallet = await fundedWallet();
    const { contentHash, request } = await attested(wallet.address, words);
    await (await sendFrom(wallet, request)).wait();

    expect(await readReportView(contentHash, words, tag)).toMatchObject({ permitted: true });
    expect(await readReportView(contentHash, words, randomBytes(27))).toMatchObject({
      permitted: false,
    });
    expect(await readReportView(randomBytes(32), words, tag)).toMatchObject({ permitted: false });
    // A list that the chain does not have, although it holds the tag.
    expect(await readReportView(contentHash, words.slice(1), tag)).toMatchObject({
      permitted: false,
    });
  });

  it('ends when the owner sets another list', async () => {
    const wallet = await fundedWallet();
    const { contentHash, request } = await attested(wallet.address, words);
    await (await sendFrom(wallet, request)).wait();
    const { permissionsBlock: expectedBlock } = await readReport(contentHash);
    const change = encodeSetPermissions({ contentHash, expectedBlock, permissions: [] });
    await (await sendFrom(wallet, change)).wait();

    expect(await readReportView(contentHash, words, tag)).toMatchObject({ permitted: false });
    // No one else may, and not on top of a list that is not the present one.
    const other = await fundedWallet();
    await expect(estimateGas(other.address, change)).rejects.toThrow(
      t('registry.transactionFailures.not-report-owner'),
    );
    await expect(estimateGas(wallet.address, change)).rejects.toThrow(
      t('registry.transactionFailures.permissions-changed'),
    );
  });
});
