import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { consent, consentToAll } from './support/consents';
import { assertRefused, refusalOf } from './support/refusal';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import {
  addReport,
  attest,
  domainOf,
  eventsOf,
  permissions,
  readReport,
  type ReportInput,
  STATUS,
} from './support/reports';

async function startBatch() {
  const chain = await startRegistryChain();
  const batch = [
    await attest(chain),
    await attest(chain, { permissions: permissions(2) }),
    await attest(chain, { signer: chain.otherIssuer }),
  ];
  return { chain, batch, words: await consentToAll(chain, batch) };
}

function send({ send, stranger, owner }: RegistryChain, ...args: [ReportInput[], string[]]) {
  const [batch, words] = args;
  return send(stranger, 'addReportsFor', owner.address, batch, ...words);
}

async function assertNoneAdded(chain: RegistryChain, batch: readonly ReportInput[]) {
  for (const { contentHash } of batch) {
    assert.equal((await readReport(chain, contentHash)).status, STATUS.none);
  }
}

describe('addReportsFor', () => {
  test('anchors all of them for their owner', async () => {
    const { chain, batch, words } = await startBatch();

    const receipt = await send(chain, batch, words);

    assert.deepEqual(
      eventsOf(chain, receipt).map(({ name, args }) => [name, args[0], args[1], args[4]]),
      batch.map(({ contentHash, permissions: list }) => [
        'ReportAdded',
        contentHash,
        chain.owner.address,
        list,
      ]),
    );
    for (const { contentHash } of batch) {
      assert.equal((await readReport(chain, contentHash)).owner, chain.owner.address);
    }
  });

  test('adds none when one of them cannot be added', async () => {
    const { chain, batch, words } = await startBatch();
    const [, second] = batch;
    assert.ok(second);
    await addReport(chain, chain.owner, second);

    const call = send(chain, batch, words);

    await assertRefused(call, chain.abi, 'ReportAlreadyAdded', [second.contentHash]);
    await assertNoneAdded(
      chain,
      [batch[0], batch[2]].filter((one) => one !== undefined),
    );
  });

  test('covers exactly these reports, in this order, with these lists', async () => {
    const { chain, batch, words } = await startBatch();
    const [first, ...rest] = batch;
    assert.ok(first);
    const others = [
      rest,
      batch.toReversed(),
      [...batch, await attest(chain)],
      [first],
      [{ ...first, permissions: permissions(1) }, ...rest],
    ];

    for (const other of others) {
      const refusal = await refusalOf(send(chain, other, words), chain.abi);
      assert.equal(refusal.name, 'SignerNotOwner');
    }
    await assertNoneAdded(chain, batch);
  });

  test('is not the consent to a single report, nor the other way round', async () => {
    const { chain } = await startBatch();
    const report = await attest(chain);
    const single = await consent(chain, report);
    const batch = await consentToAll(chain, [report]);

    const asBatch = send(chain, [report], single);
    assert.equal((await refusalOf(asBatch, chain.abi)).name, 'SignerNotOwner');
    const { owner, stranger } = chain;
    const asSingle = chain.send(stranger, 'addReportFor', owner.address, report, ...batch);
    assert.equal((await refusalOf(asSingle, chain.abi)).name, 'SignerNotOwner');

    await send(chain, [report], batch);
  });

  test('refuses the signature of another account, chain or contract', async () => {
    const { chain, batch } = await startBatch();
    const domain = domainOf(chain);
    const wishes = [
      { signer: chain.stranger },
      { domain: { ...domain, chainId: chain.chainId + 1n } },
      { domain: { ...domain, verifyingContract: chain.stranger.address } },
    ];

    for (const wish of wishes) {
      const words = await consentToAll(chain, batch, wish);
      const refusal = await refusalOf(send(chain, batch, words), chain.abi);
      assert.equal(refusal.name, 'SignerNotOwner');
    }
    await assertNoneAdded(chain, batch);
  });

  test('has the caps of addReports', async () => {
    const chain = await startRegistryChain();
    const full = await Promise.all(Array.from({ length: 64 }, () => attest(chain)));
    const tooMany = [...full, await attest(chain)];

    const empty = send(chain, [], await consentToAll(chain, []));
    await assertRefused(empty, chain.abi, 'BatchSizeOutOfRange', [0]);
    const large = send(chain, tooMany, await consentToAll(chain, tooMany));
    await assertRefused(large, chain.abi, 'BatchSizeOutOfRange', [65]);

    await send(chain, full, await consentToAll(chain, full));
  });
});
