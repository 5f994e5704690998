import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id, toBeHex, toBigInt } from 'ethers';
import { addReportFor, consent, type Words } from './support/consents';
import { recover } from './support/recoveries';
import { assertRefused, refusalOf } from './support/refusal';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import {
  addReport,
  anchor,
  attest,
  domainOf,
  eventsOf,
  latestTime,
  permissions,
  readReport,
  type ReportInput,
  STATUS,
  ZERO,
} from './support/reports';

/** The identifier of ISponsoredCalls: its selectors, combined by exclusive or (ERC-165). */
const NAMES = ['addReportFor', 'addReportsFor', 'setPermissionsFor', 'withdrawReportFor'];

/** Asserts that the signature is not the owner's for these fields, and that nothing was added. */
async function assertNotConsented(
  chain: RegistryChain,
  report: ReportInput,
  words: Words,
): Promise<void> {
  const refusal = await refusalOf(addReportFor(chain, chain.stranger, report, words), chain.abi);
  assert.equal(refusal.name, 'SignerNotOwner');
  assert.notEqual(refusal.args[0], chain.owner.address);
  assert.equal((await readReport(chain, report.contentHash)).status, STATUS.none);
}

describe('addReportFor', () => {
  for (const count of [0, 2]) {
    test(`stores with ${count} viewers what addReport stores, whoever sends it`, async () => {
      const chain = await startRegistryChain();
      const report = await attest(chain, { permissions: permissions(count) });
      const words = await consent(chain, report);

      const receipt = await addReportFor(chain, chain.stranger, report, words);

      const { contentHash, sealedMetadata } = report;
      const own = await anchor(chain, { permissions: permissions(count) });
      const { owner, issuer } = chain;
      assert.deepEqual(eventsOf(chain, receipt), [
        {
          name: 'ReportAdded',
          args: [contentHash, owner.address, issuer.address, sealedMetadata, report.permissions],
        },
      ]);
      const block = BigInt(receipt.blockNumber);
      assert.deepEqual(await readReport(chain, contentHash), {
        ...(await readReport(chain, own.contentHash)),
        addedBlock: block,
        permissionsBlock: block,
      });
    });
  }

  test('is announced by supportsInterface', async () => {
    const chain = await startRegistryChain();
    const selectors = NAMES.map((name) => toBigInt(chain.abi.getFunction(name)?.selector ?? '0x'));
    const interfaceId = selectors.reduce((sum, selector) => sum ^ selector, 0n);

    assert.deepEqual(await chain.ask('supportsInterface', toBeHex(interfaceId, 4)), [true]);
    // ERC-165, whose own identifier must be supported and this one not; and AccessControl.
    assert.deepEqual(await chain.ask('supportsInterface', '0x01ffc9a7'), [true]);
    assert.deepEqual(await chain.ask('supportsInterface', '0x7965db0b'), [true]);
    assert.deepEqual(await chain.ask('supportsInterface', '0xffffffff'), [false]);
  });

  test('refuses the signature of anyone but the owner', async () => {
    const chain = await startRegistryChain();
    const report = await attest(chain);

    for (const signer of [chain.stranger, chain.issuer, chain.admin, chain.newOwner]) {
      const words = await consent(chain, report, { signer });
      const call = addReportFor(chain, chain.stranger, report, words);
      await assertRefused(call, chain.abi, 'SignerNotOwner', [signer.address]);
    }
  });

  test('refuses another owner than the one that the report was attested for', async () => {
    const chain = await startRegistryChain();
    const report = await attest(chain);
    const words = await consent(chain, report, { signer: chain.stranger });

    const call = addReportFor(chain, chain.stranger, report, words, chain.stranger);

    assert.equal((await refusalOf(call, chain.abi)).name, 'SignerNotIssuer');
    assert.equal((await readReport(chain, report.contentHash)).status, STATUS.none);
  });

  test('covers content, metadata, list and deadline', async () => {
    const chain = await startRegistryChain();
    const wishes = { permissions: permissions(2) };
    const report = await attest(chain, wishes);
    const words = await consent(chain, report);
    const { contentHash, sealedMetadata, deadline } = report;
    // Each attested by the issuer as well: only the consent is missing.
    const others = [
      { ...report, permissions: [] },
      { ...report, permissions: permissions(3) },
      { ...report, permissions: permissions(2).toReversed() },
      await attest(chain, { ...wishes, contentHash: id('another'), sealedMetadata, deadline }),
      await attest(chain, { ...wishes, contentHash, deadline }),
      await attest(chain, { ...wishes, contentHash, sealedMetadata, deadline: deadline + 1 }),
    ];

    for (const other of others) await assertNotConsented(chain, other, words);

    await addReportFor(chain, chain.stranger, report, words);
  });

  test('is not valid on another chain, for another contract or another version', async () => {
    const chain = await startRegistryChain();
    const report = await attest(chain);
    const domain = domainOf(chain);
    const others = [
      { ...domain, chainId: chain.chainId + 1n },
      { ...domain, verifyingContract: chain.stranger.address },
      { ...domain, version: '2' },
      { ...domain, name: 'Another' },
    ];

    for (const other of others) {
      await assertNotConsented(chain, report, await consent(chain, report, { domain: other }));
    }
  });

  test('is valid until the last second of its deadline', async () => {
    const chain = await startRegistryChain();
    const deadline = (await latestTime(chain)) + 100;
    const [first, second] = [await attest(chain, { deadline }), await attest(chain, { deadline })];
    const words = [await consent(chain, first), await consent(chain, second)] as const;

    await chain.nextBlockAt(deadline);
    await addReportFor(chain, chain.stranger, first, words[0]);
    await chain.nextBlockAt(deadline + 1);
    const late = addReportFor(chain, chain.stranger, second, words[1]);

    await assertRefused(late, chain.abi, 'AttestationExpired', [deadline]);
  });

  test('cannot be repeated, also not after a withdrawal or beside the own call', async () => {
    const chain = await startRegistryChain();
    const report = await attest(chain);
    const words = await consent(chain, report);
    await addReport(chain, chain.owner, report);
    const again = () => addReportFor(chain, chain.stranger, report, words);

    await assertRefused(again(), chain.abi, 'ReportAlreadyAdded', [report.contentHash]);
    await chain.send(chain.owner, 'withdrawReport', report.contentHash);

    await assertRefused(again(), chain.abi, 'ReportAlreadyAdded', [report.contentHash]);
  });

  test('refuses what addReport refuses: a retracted attestation, a dismissed issuer, the caps', async () => {
    const chain = await startRegistryChain();
    const { abi, issuer, stranger } = chain;
    const retracted = await attest(chain);
    const tooMany = await attest(chain, { permissions: permissions(65) });
    const tooLong = await attest(chain, { sealedMetadata: `0x${'00'.repeat(1025)}` });
    const words = await consent(chain, retracted);
    await chain.send(issuer, 'retractReport', retracted.contentHash, ZERO);

    const wrong = addReportFor(chain, stranger, retracted, words);
    const reason = [retracted.contentHash, issuer.address];
    await assertRefused(wrong, abi, 'AttestationRetracted', reason);
    const many = addReportFor(chain, stranger, tooMany, words);
    await assertRefused(many, abi, 'TooManyPermissions', [65]);
    const long = addReportFor(chain, stranger, tooLong, await consent(chain, tooLong));
    await assertRefused(long, abi, 'MetadataTooLong', [1025]);

    const report = await attest(chain);
    const [role] = await chain.ask('ISSUER_ROLE');
    await chain.send(chain.admin, 'revokeRole', role, issuer.address);
    const call = addReportFor(chain, stranger, report, await consent(chain, report));
    await assertRefused(call, abi, 'SignerNotIssuer', [issuer.address]);
  });

  test('refuses a retired wallet', async () => {
    const chain = await startRegistryChain();
    const deadline = (await latestTime(chain)) + 10_000_000;
    const report = await attest(chain, { deadline });
    const words = await consent(chain, report);
    await recover(chain, chain.owner, chain.newOwner);

    const call = addReportFor(chain, chain.stranger, report, words);

    await assertRefused(call, chain.abi, 'WalletRetired', [chain.owner.address]);
  });

  test('refuses the other encoding of the same signature', async () => {
    const chain = await startRegistryChain();
    const report = await attest(chain);
    const [r] = await consent(chain, report);

    const call = addReportFor(chain, chain.stranger, report, [r, `0x7f${'ff'.repeat(31)}`]);

    assert.equal((await refusalOf(call, chain.abi)).name, 'ECDSAInvalidSignatureS');
  });
});
