import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ZeroAddress } from 'ethers';
import { type RegistryChain, startRegistryChain } from './support/registry-chain';
import { assertRefused } from './support/refusal';
import { addReport, anchor, attest, latestTime, readReport, ZERO } from './support/reports';

const ADMIN_ROLE = ZERO;
const ADMIN_DELAY_SECONDS = 172_800;

async function issuerRole({ ask }: RegistryChain): Promise<unknown> {
  const [role] = await ask('ISSUER_ROLE');
  return role;
}

describe('an issuer', () => {
  test('whom the admin appoints can attest', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger } = chain;
    await chain.send(admin, 'grantRole', await issuerRole(chain), stranger.address);

    const { contentHash } = await anchor(chain, { signer: stranger });

    assert.equal((await readReport(chain, contentHash)).issuer, stranger.address);
  });

  test('whom the admin dismisses cannot, even with what was signed before', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const input = await attest(chain);
    await chain.send(admin, 'revokeRole', await issuerRole(chain), issuer.address);

    const call = addReport(chain, chain.owner, input);

    await assertRefused(call, chain.abi, 'SignerNotIssuer', [issuer.address]);
  });

  test('who is dismissed stays named on the reports attested before, which stay valid', async () => {
    const chain = await startRegistryChain();
    const { contentHash } = await anchor(chain);
    const { admin, issuer } = chain;

    await chain.send(admin, 'revokeRole', await issuerRole(chain), issuer.address);

    const report = await readReport(chain, contentHash);
    assert.deepEqual(
      { issuer: report.issuer, valid: report.valid },
      { issuer: issuer.address, valid: true },
    );
  });

  test('who is appointed again attests again, under the same name', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const role = await issuerRole(chain);
    const before = await anchor(chain);
    await chain.send(admin, 'revokeRole', role, issuer.address);
    await chain.send(admin, 'grantRole', role, issuer.address);

    const after = await anchor(chain);

    for (const { contentHash } of [before, after]) {
      assert.equal((await readReport(chain, contentHash)).issuer, issuer.address);
    }
  });

  test('who is appointed twice is dismissed at once', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const role = await issuerRole(chain);
    await chain.send(admin, 'grantRole', role, issuer.address);
    await chain.send(admin, 'revokeRole', role, issuer.address);

    const call = addReport(chain, chain.owner, await attest(chain));

    await assertRefused(call, chain.abi, 'SignerNotIssuer', [issuer.address]);
  });

  test('who is appointed twice keeps the one number: the second time writes nothing', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;

    const again = await chain.send(admin, 'grantRole', await issuerRole(chain), issuer.address);

    assert.deepEqual(again.logs, []);
    assert.ok(again.gasUsed < 35_000n);
  });

  test('who also recovers wallets stays an issuer when that other role is taken away', async () => {
    const chain = await startRegistryChain();
    const { admin, issuer } = chain;
    const [recoveryRole] = await chain.ask('RECOVERY_ROLE');
    await chain.send(admin, 'grantRole', recoveryRole, issuer.address);
    await chain.send(admin, 'revokeRole', recoveryRole, issuer.address);

    const { contentHash } = await anchor(chain);

    assert.equal((await readReport(chain, contentHash)).valid, true);
  });

  test('can step down', async () => {
    const chain = await startRegistryChain();
    const { issuer } = chain;
    await chain.send(issuer, 'renounceRole', await issuerRole(chain), issuer.address);

    const call = addReport(chain, chain.owner, await attest(chain));

    await assertRefused(call, chain.abi, 'SignerNotIssuer', [issuer.address]);
  });

  test('cannot be made to step down by another', async () => {
    const chain = await startRegistryChain();
    const { issuer, otherIssuer } = chain;

    const call = chain.send(otherIssuer, 'renounceRole', await issuerRole(chain), issuer.address);

    await assertRefused(call, chain.abi, 'AccessControlBadConfirmation', []);
  });

  test('is appointed and dismissed by the admin only', async () => {
    const chain = await startRegistryChain();
    const role = await issuerRole(chain);

    for (const other of [chain.issuer, chain.owner, chain.stranger]) {
      for (const act of ['grantRole', 'revokeRole']) {
        const call = chain.send(other, act, role, chain.issuer.address);
        const details = [other.address, ADMIN_ROLE];
        await assertRefused(call, chain.abi, 'AccessControlUnauthorizedAccount', details);
      }
    }
  });

  test('at the zero account does not make broken signatures good', async () => {
    const chain = await startRegistryChain();
    await chain.send(chain.admin, 'grantRole', await issuerRole(chain), ZeroAddress);
    const input = await attest(chain);

    const call = addReport(chain, chain.owner, { ...input, r: ZERO, vs: ZERO });

    await assertRefused(call, chain.abi, 'ECDSAInvalidSignature', []);
  });
});

describe('the admin', () => {
  test('hands over in two steps with the delay between them', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger: successor } = chain;
    await chain.send(admin, 'beginDefaultAdminTransfer', successor.address);
    const due = (await latestTime(chain)) + ADMIN_DELAY_SECONDS;

    await chain.nextBlockAt(due);
    const early = chain.send(successor, 'acceptDefaultAdminTransfer');
    await assertRefused(early, chain.abi, 'AccessControlEnforcedDefaultAdminDelay', [due]);
    await chain.nextBlockAt(due + 1);
    await chain.send(successor, 'acceptDefaultAdminTransfer');

    assert.deepEqual(await chain.ask('defaultAdmin'), [successor.address]);
    const call = chain.send(admin, 'grantRole', await issuerRole(chain), admin.address);
    const details = [admin.address, ADMIN_ROLE];
    await assertRefused(call, chain.abi, 'AccessControlUnauthorizedAccount', details);
  });

  test('can cancel a planned handover', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger: successor } = chain;
    await chain.send(admin, 'beginDefaultAdminTransfer', successor.address);
    await chain.send(admin, 'cancelDefaultAdminTransfer');

    await chain.nextBlockAt((await latestTime(chain)) + ADMIN_DELAY_SECONDS + 1);
    const call = chain.send(successor, 'acceptDefaultAdminTransfer');

    const details = [successor.address];
    await assertRefused(call, chain.abi, 'AccessControlInvalidDefaultAdmin', details);
  });

  test('is one: the role is neither granted nor revoked directly', async () => {
    const chain = await startRegistryChain();
    const { admin, stranger } = chain;

    for (const [act, account] of [
      ['grantRole', stranger],
      ['revokeRole', admin],
    ] as const) {
      const call = chain.send(admin, act, ADMIN_ROLE, account.address);
      await assertRefused(call, chain.abi, 'AccessControlEnforcedDefaultAdminRules', []);
    }
  });

  test('is no issuer', async () => {
    const chain = await startRegistryChain();
    const [granted] = await chain.ask('hasRole', await issuerRole(chain), chain.admin.address);
    assert.equal(granted, false);
  });

  test('cannot be the zero address from the start', async () => {
    const chain = await startRegistryChain();

    const call = chain.deploy('ReportRegistry', ADMIN_DELAY_SECONDS, ZeroAddress);

    await assertRefused(call, chain.abi, 'AccessControlInvalidDefaultAdmin', [ZeroAddress]);
  });
});
