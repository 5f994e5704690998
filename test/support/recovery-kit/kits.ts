import { readFile } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Wallet } from 'ethers';
import { env } from '@/platform/env';
import { addRecoveryRecipient } from '@/reports/recovery-kit/add-recovery-recipient';
import { updateRecoveryKit } from '@/reports/recovery-kit/update-recovery-kit';
import { nodeAt, bucketFiles } from '@/reports/recover-page/kit-sources';
import type { KitSources } from '@/reports/recover-page/open-kit';
import { walletIdentity, walletKeyMessage } from '@/vault/recovery-kit/wallet-identity';
import type { Person } from '../people/factories';

/** Gives a patient a key on paper, as their page does. @returns the secret one */
export async function givePaperKey({ actor }: Person, generation = 1): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await addRecoveryRecipient(actor, {
    way: 'paper',
    recipient,
    generation,
    walletAddress: null,
  });
  return identity;
}

/** The key that a wallet makes. */
export async function keyOfWallet(wallet: Wallet, generation = 1): Promise<string> {
  const { domain, types, message } = walletKeyMessage({
    chainId: env().CHAIN_ID,
    registryAddress: env().REGISTRY_ADDRESS,
    owner: wallet.address,
    generation,
  });
  const signature = await wallet.signTypedData(domain, { RecoveryKey: types.RecoveryKey }, message);
  return walletIdentity(signature, wallet.address);
}

/** Gives a patient the key of their wallet, as their page does. @returns the secret one */
export async function giveWalletKey({ actor }: Person, wallet: Wallet): Promise<string> {
  const identity = await keyOfWallet(wallet);
  await addRecoveryRecipient(actor, {
    way: 'wallet',
    recipient: await identityToRecipient(identity),
    generation: 1,
    walletAddress: wallet.address,
  });
  return identity;
}

/** Does what the worker does for a patient's kit. */
export async function fillKit({ actor: { accountId } }: Person): Promise<void> {
  await updateRecoveryKit({ accountId }, { id: 0n, locale: 'en' });
}

/** The bucket and the node as a stranger reaches them, without our access keys. */
export function publicSources(): KitSources {
  const { S3_ENDPOINT = '', S3_BUCKET, CHAIN_RPC_URL = '' } = env();
  return {
    ...bucketFiles(`${S3_ENDPOINT}/${S3_BUCKET}`),
    registry: {
      rpc: nodeAt(CHAIN_RPC_URL),
      address: env().REGISTRY_ADDRESS,
      fromBlock: env().REGISTRY_DEPLOYED_BLOCK,
    },
  };
}

/** The script that the documentation gives to people who have no page of ours. */
export async function documentedScript(): Promise<string> {
  const page = await readFile('docs/recovery-kit.md', 'utf8');
  const script = /^```js\n([\s\S]*?)^```/m.exec(page)?.[1];
  if (script === undefined) throw new Error('The documentation has no script');
  return script;
}
