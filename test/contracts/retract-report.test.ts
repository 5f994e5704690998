import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from 'ethers';
import { startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import {
  addReport,
  anchor,
  attest,
  eventsOf,
  permissions,
  readReport,
  STATUS,
  ZERO,
} from './support/reports';

const REPLACEMENT = id('the corrected report');

describe('retractReport, of a report that its issuer attested', () => {
  test('marks it as retracted, ends its permissions, and emits the event', async () => {
    const chain = await startRegistryChain();
    const { contentHash, block } = await anchor(chain, { permissions: permissions(2) });
    const { issuer } = chain;

    const receipt = await chain.send(issuer, 'retractReport', contentHash, ZERO);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'ReportRetracted', args: [contentHash, issuer.address, ZERO] },
    ]);
    assert.deepEqual(await readReport(chain, contentHash), {
      owner: chain.owner.address,
      issuer: issuer.address,
      status: STATUS.retracted,
      addedBlock: BigInt(block),
      permissionsBlock: BigInt(receipt.blockNumber),
      permissionsHash: ZERO,
      valid: false,
    });
  });

  test('marks it as superseded when there is a replacement', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { issuer } = chain;

    const receipt = await chain.send(issuer, 'retractReport', contentHash, REPLACEMENT);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'ReportRetracted', args: [contentHash, issuer.address, REPLACEMENT] },
    ]);
    const { status, valid } = await readReport(chain, contentHash);
    assert.deepEqual({ status, valid }, { status: STATUS.superseded, valid: false });
  });

  test('also reaches one that its owner withdrew: wrong is wrong', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    await chain.send(chain.owner, 'withdrawReport', contentHash);

    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    assert.equal((await readReport(chain, contentHash)).status, STATUS.retracted);
  });

  test('is final', async () => {
    const chain = await startRegistryChain();
    const [plain, replaced] = [await anchor(chain), await anchor(chain)];
    await chain.send(chain.issuer, 'retractReport', plain.contentHash, ZERO);
    await chain.send(chain.issuer, 'retractReport', replaced.contentHash, REPLACEMENT);

    const retract = (contentHash: string, replacement: string) =>
      chain.send(chain.issuer, 'retractReport', contentHash, replacement);

    await assertRefused(retract(plain.contentHash, REPLACEMENT), chain.abi, 'ReportNotActive', [
      plain.contentHash,
      STATUS.retracted,
    ]);
    await assertRefused(retract(replaced.contentHash, ZERO), chain.abi, 'ReportNotActive', [
      replaced.contentHash,
      STATUS.superseded,
    ]);
  });

  test('belongs to that issuer alone', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);

    for (const other of [chain.otherIssuer, chain.owner, chain.stranger, chain.admin]) {
      const call = chain.send(other, 'retractReport', contentHash, ZERO);
      await assertRefused(call, chain.abi, 'NotReportIssuer', [contentHash, other.address]);
    }
    assert.equal((await readReport(chain, contentHash)).valid, true);
  });

  test('is denied to an issuer that lost the role, and allowed when it has it again', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { admin, issuer } = chain;
    const [role] = await chain.ask('ISSUER_ROLE');
    await chain.send(admin, 'revokeRole', role, issuer.address);

    const call = chain.send(issuer, 'retractReport', contentHash, ZERO);
    await assertRefused(call, chain.abi, 'NotReportIssuer', [contentHash, issuer.address]);

    await chain.send(admin, 'grantRole', role, issuer.address);
    await chain.send(issuer, 'retractReport', contentHash, ZERO);
    assert.equal((await readReport(chain, contentHash)).status, STATUS.retracted);
  });

  test('refuses a report as its own replacement', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);

    const call = chain.send(chain.issuer, 'retractReport', contentHash, contentHash);

    await assertRefused(call, chain.abi, 'ReplacementIsItself', [contentHash]);
  });
});

describe('retractReport, before the report was added', () => {
  test('invalidates the attestation, and emits the event', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const { contentHash } = input;
    const { issuer } = chain;

    const receipt = await chain.send(issuer, 'retractReport', contentHash, ZERO);

    assert.deepEqual(eventsOf(chain, receipt), [
      { name: 'ReportRetracted', args: [contentHash, issuer.address, ZERO] },
    ]);
    const call = addReport(chain, chain.owner, input);
    const details = [contentHash, issuer.address];
    await assertRefused(call, chain.abi, 'AttestationRetracted', details);
    const [retracted] = await chain.ask('isAttestationRetracted', contentHash, issuer.address);
    assert.equal(retracted, true);
  });

  test('also invalidates later attestations of that issuer for the same content', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await attest(chain);
    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);
    const later = await attest(chain, { contentHash });

    const call = addReport(chain, chain.owner, later);

    const details = [contentHash, chain.issuer.address];
    await assertRefused(call, chain.abi, 'AttestationRetracted', details);
  });

  test('leaves the report unknown', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await attest(chain);

    await chain.send(chain.issuer, 'retractReport', contentHash, REPLACEMENT);

    const report = await readReport(chain, contentHash);
    assert.equal(report.status, STATUS.none);
    assert.equal(BigInt(report.issuer), 0n);
    assert.equal(report.valid, false);
  });

  test('does not touch another issuer’s attestation', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const { contentHash } = input;
    await chain.send(chain.otherIssuer, 'retractReport', contentHash, ZERO);

    await addReport(chain, chain.owner, input);

    const { issuer, valid } = await readReport(chain, contentHash);
    assert.deepEqual({ issuer, valid }, { issuer: chain.issuer.address, valid: true });
    const [retracted] = await chain.ask('isAttestationRetracted', contentHash, issuer);
    assert.equal(retracted, false);
  });

  test('is stored for every issuer that did it', async () => {
    const chain = await startRegistryChain();
    const byOne = await attest(chain);
    const { contentHash } = byOne;
    const byOther = await attest(chain, { contentHash, signer: chain.otherIssuer });
    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);
    await chain.send(chain.otherIssuer, 'retractReport', contentHash, ZERO);

    for (const [input, issuer] of [
      [byOne, chain.issuer],
      [byOther, chain.otherIssuer],
    ] as const) {
      const call = addReport(chain, chain.owner, input);
      const details = [contentHash, issuer.address];
      await assertRefused(call, chain.abi, 'AttestationRetracted', details);
    }
  });

  test('remains after the loss of the role', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    const { admin, issuer } = chain;
    const [role] = await chain.ask('ISSUER_ROLE');
    await chain.send(issuer, 'retractReport', input.contentHash, ZERO);
    await chain.send(admin, 'revokeRole', role, issuer.address);
    await chain.send(admin, 'grantRole', role, issuer.address);

    const call = addReport(chain, chain.owner, input);

    const details = [input.contentHash, issuer.address];
    await assertRefused(call, chain.abi, 'AttestationRetracted', details);
  });

  test('happens once', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await attest(chain);
    await chain.send(chain.issuer, 'retractReport', contentHash, ZERO);

    const call = chain.send(chain.issuer, 'retractReport', contentHash, REPLACEMENT);

    const details = [contentHash, chain.issuer.address];
    await assertRefused(call, chain.abi, 'AttestationRetracted', details);
  });

  test('belongs to issuers', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await attest(chain);

    for (const other of [chain.owner, chain.stranger, chain.admin]) {
      const call = chain.send(other, 'retractReport', contentHash, ZERO);
      await assertRefused(call, chain.abi, 'NotReportIssuer', [contentHash, other.address]);
    }
  });
});
