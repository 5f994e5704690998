import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hexlify, id, randomBytes } from 'ethers';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import {
  type AttestationWishes,
  attest,
  eventsOf,
  permissions,
  readReport,
  type ReportInput,
  STATUS,
} from './support/reports';

/** The most gas that one transaction may use since EIP-7825, in force with Osaka. */
const TRANSACTION_GAS_CAP = 2n ** 24n;

function attestMany(chain: RegistryChain, count: number, wishes: AttestationWishes = {}) {
  return Promise.all(Array.from({ length: count }, () => attest(chain, wishes)));
}

async function assertNoneAdded(chain: RegistryChain, batch: readonly ReportInput[]) {
  for (const { contentHash } of batch) {
    assert.equal((await readReport(chain, contentHash)).status, STATUS.none);
  }
}

describe('addReports', () => {
  test('anchors several reports in one transaction', async () => {
    const chain = await startRegistryChain();
    const batch = [
      await attest(chain),
      await attest(chain, { permissions: permissions(2) }),
      await attest(chain, { signer: chain.otherIssuer }),
    ];

    const receipt = await chain.send(chain.owner, 'addReports', batch);

    const added = eventsOf(chain, receipt).map(({ name, args }) => ({ name, of: args[0] }));
    assert.deepEqual(
      added,
      batch.map(({ contentHash }) => ({ name: 'ReportAdded', of: contentHash })),
    );
    for (const { contentHash } of batch) {
      const report = await readReport(chain, contentHash);
      assert.equal(report.valid, true);
      assert.equal(report.owner, chain.owner.address);
    }
  });

  test('stores the same report as addReport', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain, { permissions: permissions(5) });

    const receipt = await chain.send(chain.owner, 'addReports', [input]);

    const { contentHash, sealedMetadata } = input;
    const { owner, issuer } = chain;
    assert.deepEqual(eventsOf(chain, receipt), [
      {
        name: 'ReportAdded',
        args: [contentHash, owner.address, issuer.address, sealedMetadata, input.permissions],
      },
    ]);
  });

  test('accepts as many reports as the cap allows', async () => {
    const chain = await startRegistryChain();
    const batch = await attestMany(chain, 64);

    await chain.send(chain.owner, 'addReports', batch);

    for (const { contentHash } of batch) {
      assert.equal((await readReport(chain, contentHash)).valid, true);
    }
  });

  test('fits into one transaction even when every cap is used up', async () => {
    const chain = await startRegistryChain();
    const batch = await attestMany(chain, 64, {
      sealedMetadata: hexlify(randomBytes(1024)),
      permissions: Array.from({ length: 64 }, () => hexlify(randomBytes(32))),
    });

    const receipt = await chain.send(chain.owner, 'addReports', batch);

    assert.ok(receipt.gasUsed < TRANSACTION_GAS_CAP, `${receipt.gasUsed.toString()} gas`);
  });

  test('refuses one report more than the cap', async () => {
    const chain = await startRegistryChain();
    const batch = await attestMany(chain, 65);

    const call = chain.send(chain.owner, 'addReports', batch);

    await assertRefused(call, chain.abi, 'BatchSizeOutOfRange', [65]);
  });

  test('refuses an empty batch', async () => {
    const chain = await startRegistryChain();

    const call = chain.send(chain.owner, 'addReports', []);

    await assertRefused(call, chain.abi, 'BatchSizeOutOfRange', [0]);
  });

  test('adds none when one is forged', async () => {
    const chain = await startRegistryChain();
    const batch = await attestMany(chain, 2);
    batch.push(await attest(chain, { signer: chain.stranger }));

    const call = chain.send(chain.owner, 'addReports', batch);

    await assertRefused(call, chain.abi, 'SignerNotIssuer', [chain.stranger.address]);
    await assertNoneAdded(chain, batch);
  });

  test('adds none when one appears twice', async () => {
    const chain = await startRegistryChain();
    const input = await attest(chain);

    const call = chain.send(chain.owner, 'addReports', [input, input]);

    await assertRefused(call, chain.abi, 'ReportAlreadyAdded', [input.contentHash]);
    await assertNoneAdded(chain, [input]);
  });

  test('applies the caps to each report', async () => {
    const chain = await startRegistryChain();
    const wide = await attest(chain, { permissions: permissions(65) });
    const long = await attest(chain, { sealedMetadata: hexlify(randomBytes(1025)) });
    const late = await attest(chain, { deadline: 1 });

    const send = (input: ReportInput) => chain.send(chain.owner, 'addReports', [input]);

    await assertRefused(send(wide), chain.abi, 'TooManyPermissions', [65]);
    await assertRefused(send(long), chain.abi, 'MetadataTooLong', [1025]);
    await assertRefused(send(late), chain.abi, 'AttestationExpired', [1]);
  });

  test('cannot be copied by a stranger', async () => {
    const chain = await startRegistryChain();
    const batch = await attestMany(chain, 2);

    await assert.rejects(chain.send(chain.stranger, 'addReports', batch));

    await assertNoneAdded(chain, batch);
    await chain.send(chain.owner, 'addReports', batch);
  });

  test('refuses an attestation that its issuer retracted', async () => {
    const chain = await startRegistryChain();
    const [kept, dead] = [await attest(chain), await attest(chain)];
    await chain.send(chain.issuer, 'retractReport', dead.contentHash, id('replacement'));

    const call = chain.send(chain.owner, 'addReports', [kept, dead]);

    const details = [dead.contentHash, chain.issuer.address];
    await assertRefused(call, chain.abi, 'AttestationRetracted', details);
    await assertNoneAdded(chain, [kept, dead]);
  });
});
