import { JsonRpcProvider, Wallet } from 'ethers';
import { database } from '@/platform/database';
import { env } from '@/platform/env';
import { followChain } from '@/registry/follow-chain';
import { confirmAnchoring } from '@/reports/confirm-anchoring';
import { confirmRetraction } from '@/reports/confirm-retraction';
import { applyPermissions } from '@/sharing/apply-permissions';
import { prepareAnchoring } from '@/sharing/prepare-anchoring';
import type { Viewer } from '@/sharing/viewers';
import type { Person } from './factories';

const FUNDS = 10n ** 18n;

/** Binds a new, funded wallet to a patient. */
export async function createWallet(patient: Person): Promise<Wallet> {
  const wallet = new Wallet(Wallet.createRandom().privateKey, rpc());
  await rpc().send('anvil_setBalance', [wallet.address, `0x${FUNDS.toString(16)}`]);
  await database().wallet.create({
    data: { accountId: patient.actor.accountId, address: wallet.address },
  });
  return wallet;
}

/** Anchors an approved report on the real chain and lets the follower take it in. */
export async function anchorReport(
  patient: Person,
  wallet: Wallet,
  reportId: string,
  viewers: readonly Viewer[] = [],
): Promise<void> {
  const { request } = await prepareAnchoring(patient.actor, reportId, viewers);
  const { to, data, chainId } = request;
  const sent = await wallet.sendTransaction({ to, data, chainId: BigInt(chainId) });
  await sent.wait();
  await followToHead();
}

/** Mines until everything sent so far is confirmed, and takes it in as the worker does. */
export async function followToHead(): Promise<void> {
  await rpc().send('anvil_mine', [`0x${env().CHAIN_CONFIRMATIONS.toString(16)}`]);
  await followChain({
    reportAdded: confirmAnchoring,
    permissionsSet: applyPermissions,
    reportWithdrawn: () => Promise.resolve(),
    reportRetracted: confirmRetraction,
  });
}

let provider: JsonRpcProvider | undefined;

function rpc(): JsonRpcProvider {
  provider ??= new JsonRpcProvider(env().CHAIN_RPC_URL, env().CHAIN_ID, {
    staticNetwork: true,
    cacheTimeout: -1,
  });
  return provider;
}
