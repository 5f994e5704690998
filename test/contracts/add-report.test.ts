import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { concat, hexlify, id, keccak256, randomBytes, ZeroAddress } from 'ethers';
import { startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import {
  addReport,
  anchor,
  attest,
  eventsOf,
  latestTime,
  permissions,
  readReport,
  STATUS,
  ZERO,
} from './support/reports';

describe('addReport', () => {
  test('anchors an attested report with its viewers', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain, { permissions: permissions(2) });

    const receipt = await addReport(chain, chain.owner, input);

    assert.deepEqual(await readReport(chain, input.contentHash), {
      owner: chain.owner.address,
      issuer: chain.issuer.address,
      status: STATUS.active,
      addedBlock: BigInt(receipt.blockNumber),
      permissionsBlock: BigInt(receipt.blockNumber),
      permissionsHash: keccak256(concat(input.permissions)),
      valid: true,
    });
  });

  test('emits the sealed metadata and the permission list', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain, { permissions: permissions(2) });

    const receipt = await addReport(chain, chain.owner, input);

    const { contentHash, sealedMetadata } = input;
    const { owner, issuer } = chain;
    assert.deepEqual(eventsOf(chain, receipt), [
      {
        name: 'ReportAdded',
        args: [contentHash, owner.address, issuer.address, sealedMetadata, input.permissions],
      },
    ]);
  });

  test('accepts a report without viewers and without metadata', async () => {
    const chain = await startRegistryChain();

    const { contentHash } = await anchor(chain, { sealedMetadata: '0x' });

    const report = await readReport(chain, contentHash);
    assert.equal(report.permissionsHash, ZERO);
    assert.equal(report.valid, true);
  });

  test('returns zeros for a report that was never added', async () => {
    const chain = await startRegistryChain();

    assert.deepEqual(await readReport(chain, id('never added')), {
      owner: ZeroAddress,
      issuer: ZeroAddress,
      status: STATUS.none,
      addedBlock: 0n,
      permissionsBlock: 0n,
      permissionsHash: ZERO,
      valid: false,
    });
  });

  test('accepts an attestation at the last second of its deadline', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);

    await chain.nextBlockAt(input.deadline);
    await addReport(chain, chain.owner, input);

    assert.equal((await readReport(chain, input.contentHash)).valid, true);
  });

  test('refuses an attestation one second after its deadline', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);

    await chain.nextBlockAt(input.deadline + 1);
    const call = addReport(chain, chain.owner, input);

    await assertRefused(call, chain.abi, 'AttestationExpired', [input.deadline]);
    assert.equal(await latestTime(chain), input.deadline + 1);
    assert.equal((await readReport(chain, input.contentHash)).status, STATUS.none);
  });

  test('accepts as many permissions as the cap allows, and refuses one more', async () => {
    const chain = await startRegistryChain();
    const most = await attest(chain, { permissions: permissions(64) });
    const tooMany = await attest(chain, { permissions: permissions(65) });

    await addReport(chain, chain.owner, most);

    assert.equal((await readReport(chain, most.contentHash)).valid, true);
    const call = addReport(chain, chain.owner, tooMany);
    await assertRefused(call, chain.abi, 'TooManyPermissions', [65]);
  });

  test('accepts as much metadata as the cap allows, and refuses one byte more', async () => {
    const chain = await startRegistryChain();
    const longest = await attest(chain, { sealedMetadata: hexlify(randomBytes(1024)) });
    const tooLong = await attest(chain, { sealedMetadata: hexlify(randomBytes(1025)) });

    await addReport(chain, chain.owner, longest);

    assert.equal((await readReport(chain, longest.contentHash)).valid, true);
    const call = addReport(chain, chain.owner, tooLong);
    await assertRefused(call, chain.abi, 'MetadataTooLong', [1025]);
  });
});

describe('a report that exists', () => {
  test('is not added a second time by the same attestation', async () => {
    const chain = await startRegistryChain();
    const input = await anchor(chain);

    const call = addReport(chain, chain.owner, input);

    await assertRefused(call, chain.abi, 'ReportAlreadyAdded', [input.contentHash]);
  });

  test('is not taken over with another issuer’s attestation for another owner', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { stranger: owner, otherIssuer: signer } = chain;
    const takeover = await attest(chain, { contentHash, owner, signer });

    const call = addReport(chain, owner, takeover);

    await assertRefused(call, chain.abi, 'ReportAlreadyAdded', [contentHash]);
    assert.equal((await readReport(chain, contentHash)).owner, chain.owner.address);
  });

  test('does not come back after its owner withdrew it', async () => {
    const chain = await startRegistryChain();
    const input = await anchor(chain);
    await chain.send(chain.owner, 'withdrawReport', input.contentHash);

    const call = addReport(chain, chain.owner, input);

    await assertRefused(call, chain.abi, 'ReportAlreadyAdded', [input.contentHash]);
  });

  test('does not come back after its issuer retracted it', async () => {
    const chain = await startRegistryChain();
    const input = await anchor(chain);
    await chain.send(chain.issuer, 'retractReport', input.contentHash, ZERO);
    const again = await attest(chain, { contentHash: input.contentHash });

    const call = addReport(chain, chain.owner, again);

    await assertRefused(call, chain.abi, 'ReportAlreadyAdded', [input.contentHash]);
  });
});
