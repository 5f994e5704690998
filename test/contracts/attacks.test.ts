import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from 'ethers';
import { accept, wordsOf } from './support/acceptances';
import { mineTogether } from './support/mine-together';
import { proposeRecovery } from './support/recoveries';
import { assertRefused } from './support/refusal';
import { startRegistryChain } from './support/registry-chain';
import {
  addReport,
  anchor,
  attest,
  permissions,
  readReport,
  type ReportInput,
  STATUS,
  ZERO,
} from './support/reports';

const argumentsOf = (input: ReportInput) => [
  input.contentHash,
  input.sealedMetadata,
  input.permissions,
  input.deadline,
  input.r,
  input.vs,
];

describe('an attacker who pays more to be first in the block', () => {
  test('gains nothing by copying an anchoring', async () => {
    const chain = await startRegistryChain();
    const { owner, stranger } = chain;
    const input = await attest(chain);

    const [copy, original] = await mineTogether(chain, [
      [stranger, 'addReport', ...argumentsOf(input)],
      [owner, 'addReport', ...argumentsOf(input)],
    ]);

    assert.deepEqual([copy?.status, original?.status], [0, 1]);
    assert.equal((await readReport(chain, input.contentHash)).owner, owner.address);
  });

  test('gains nothing by copying a transfer', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const { contentHash } = await anchor(chain);
    const words = wordsOf(await accept(chain, contentHash));

    const [copy, original] = await mineTogether(chain, [
      [stranger, 'transferReport', ...words],
      [owner, 'transferReport', ...words],
    ]);

    assert.deepEqual([copy?.status, original?.status], [0, 1]);
    assert.equal((await readReport(chain, contentHash)).owner, newOwner.address);
  });

  test('gains nothing by copying the execution of a recovery', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner, stranger } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);
    await chain.nextBlockAt(opensAt);

    const [copy, original] = await mineTogether(chain, [
      [stranger, 'executeRecovery', owner.address],
      [newOwner, 'executeRecovery', owner.address],
    ]);

    assert.deepEqual([copy?.status, original?.status], [0, 1]);
    assert.deepEqual(await chain.ask('currentWallet', owner.address), [newOwner.address]);
  });

  test('may be the owner, whose veto stops a recovery in the block that would execute it', async () => {
    const chain = await startRegistryChain();
    const { owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);
    await chain.nextBlockAt(opensAt);

    const [veto, execution] = await mineTogether(chain, [
      [owner, 'vetoRecovery', owner.address],
      [newOwner, 'executeRecovery', owner.address],
    ]);

    assert.deepEqual([veto?.status, execution?.status], [1, 0]);
    assert.deepEqual(await chain.ask('currentWallet', owner.address), [owner.address]);
  });

  test('may be the admin, whose mark makes a forged anchoring fail in the same block', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer, stranger } = chain;
    const forged = await attest(chain, { owner: stranger });
    const next = (await chain.provider.getBlockNumber()) + 1;

    const [mark, anchoring] = await mineTogether(chain, [
      [admin, 'markCompromised', issuer.address, next],
      [stranger, 'addReport', ...argumentsOf(forged)],
    ]);

    assert.deepEqual([mark?.status, anchoring?.status], [1, 0]);
  });

  test('may be the thief of a key, whose anchoring before the mark is invalid nevertheless', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer, stranger } = chain;
    const forged = await attest(chain, { owner: stranger });
    const next = (await chain.provider.getBlockNumber()) + 1;

    const [anchoring, mark] = await mineTogether(chain, [
      [stranger, 'addReport', ...argumentsOf(forged)],
      [admin, 'markCompromised', issuer.address, next],
    ]);

    assert.deepEqual([anchoring?.status, mark?.status], [1, 1]);
    const { status, valid } = await readReport(chain, forged.contentHash);
    assert.deepEqual({ status, valid }, { status: STATUS.active, valid: false });
  });
});

describe('a rogue issuer who squats a report’s id', () => {
  test('keeps the patient from that id, under its own name and for its accomplice', async () => {
    const chain = await startRegistryChain();
    const { owner, stranger, otherIssuer } = chain;
    const input = await attest(chain);
    const squat = await attest(chain, {
      contentHash: input.contentHash,
      owner: stranger,
      signer: otherIssuer,
    });

    const [squatted, original] = await mineTogether(chain, [
      [stranger, 'addReport', ...argumentsOf(squat)],
      [owner, 'addReport', ...argumentsOf(input)],
    ]);

    assert.deepEqual([squatted?.status, original?.status], [1, 0]);
    const report = await readReport(chain, input.contentHash);
    assert.equal(report.owner, stranger.address);
    assert.equal(report.issuer, otherIssuer.address);
  });

  test('loses all its reports by one mark, while the report is rendered again under another id', async () => {
    const chain = await startRegistryChain();
    const { admin, owner, stranger, otherIssuer } = chain;
    const { contentHash } = await attest(chain);
    const squat = await anchor(chain, { contentHash, owner: stranger, signer: otherIssuer });

    await chain.send(admin, 'markCompromised', otherIssuer.address, squat.block);
    const renderedAnew = await anchor(chain);

    assert.equal((await readReport(chain, contentHash)).valid, false);
    const report = await readReport(chain, renderedAnew.contentHash);
    assert.deepEqual(
      { owner: report.owner, valid: report.valid },
      { owner: owner.address, valid: true },
    );
  });

  test('cannot block an id by retracting it first', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);
    await chain.send(chain.otherIssuer, 'retractReport', input.contentHash, ZERO);

    await addReport(chain, chain.owner, input);

    assert.equal((await readReport(chain, input.contentHash)).valid, true);
  });
});

describe('a reorganisation of the chain', () => {
  test('that drops an anchoring leaves the attestation usable', async () => {
    const chain = await startRegistryChain();
    const { provider, owner } = chain;
    const input = await attest(chain);
    const before: unknown = await provider.send('evm_snapshot', []);
    await addReport(chain, owner, input);
    await provider.send('evm_revert', [before]);
    assert.equal((await readReport(chain, input.contentHash)).status, STATUS.none);

    const receipt = await addReport(chain, owner, input);

    const { addedBlock, valid } = await readReport(chain, input.contentHash);
    assert.deepEqual(
      { addedBlock, valid },
      { addedBlock: BigInt(receipt.blockNumber), valid: true },
    );
  });

  test('that moves an anchoring to another block refuses a change made for the first', async () => {
    const chain = await startRegistryChain();
    const { provider, owner } = chain;
    const input = await attest(chain);
    const before: unknown = await provider.send('evm_snapshot', []);
    const first = await addReport(chain, owner, input);
    await provider.send('evm_revert', [before]);
    await provider.send('evm_mine', []);
    const second = await addReport(chain, owner, input);

    const { contentHash } = input;
    const call = chain.send(owner, 'setPermissions', contentHash, first.blockNumber, []);

    const blocks = [first.blockNumber, second.blockNumber];
    await assertRefused(call, chain.abi, 'PermissionsChanged', blocks);
  });

  test('that puts a retraction before the anchoring keeps the report out', async () => {
    const chain = await startRegistryChain();
    const { provider, owner, issuer } = chain;
    const input = await attest(chain);
    const before: unknown = await provider.send('evm_snapshot', []);
    await addReport(chain, owner, input);
    await chain.send(issuer, 'retractReport', input.contentHash, ZERO);
    assert.equal((await readReport(chain, input.contentHash)).status, STATUS.retracted);
    await provider.send('evm_revert', [before]);
    await chain.send(issuer, 'retractReport', input.contentHash, ZERO);

    const call = addReport(chain, owner, input);

    const details = [input.contentHash, issuer.address];
    await assertRefused(call, chain.abi, 'AttestationRetracted', details);
  });

  test('that drops a veto lets it be sent again before the execution', async () => {
    const chain = await startRegistryChain();
    const { provider, owner, newOwner } = chain;
    const opensAt = await proposeRecovery(chain, owner, newOwner);
    const before: unknown = await provider.send('evm_snapshot', []);
    await chain.send(owner, 'vetoRecovery', owner.address);
    await provider.send('evm_revert', [before]);

    await chain.send(owner, 'vetoRecovery', owner.address);
    await chain.nextBlockAt(opensAt);
    const call = chain.send(newOwner, 'executeRecovery', owner.address);

    await assertRefused(call, chain.abi, 'NoRecovery', [owner.address]);
  });
});

describe('a call that is meant to be expensive', () => {
  test('is refused for its size before it uses storage', async () => {
    const chain = await startRegistryChain();
    const wide = await attest(chain, { permissions: permissions(2_000) });
    const call = addReport(chain, chain.owner, wide);
    await assertRefused(call, chain.abi, 'TooManyPermissions', [2_000]);
  });

  test('of one owner does not raise the cost of another owner’s call', async () => {
    const chain = await startRegistryChain();
    const { owner, stranger, newOwner } = chain;
    const first = await addReport(chain, owner, await attest(chain));
    for (let count = 0; count < 20; count += 1) await anchor(chain, { owner: stranger });
    const again = await addReport(chain, newOwner, await attest(chain, { owner: newOwner }));

    // Only the bytes of calldata differ, by a few zero bytes at 12 gas each.
    assert.ok(Math.abs(Number(again.gasUsed - first.gasUsed)) < 200);
  });
});

test('a report keeps its id when the same content is attested for another', async () => {
  const chain = await startRegistryChain();
  const contentHash = id('one content');
  await anchor(chain, { contentHash });
  const again = await attest(chain, { contentHash, owner: chain.stranger });

  const call = addReport(chain, chain.stranger, again);

  await assertRefused(call, chain.abi, 'ReportAlreadyAdded', [contentHash]);
});
