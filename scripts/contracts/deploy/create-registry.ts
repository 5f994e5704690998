import {
  ContractFactory,
  getCreateAddress,
  keccak256,
  type Transaction,
  type TransactionReceipt,
  type TransactionRequest,
} from 'ethers';
import {
  reportRegistryAbi,
  reportRegistryBytecode,
  reportRegistryCompiler,
} from '@/generated/report-registry';
import { announceCost, GRANT_GAS } from './announce-cost';
import { currentCommit } from './current-commit';
import type { Place } from './find-creation';
import { type DeploymentRecord, type SentCreation, writeDeploymentRecord } from './record';
import { send } from './send';
import type { Session } from './session';

/** Two days for the admin, or a watching operator, to notice and cancel a takeover of the admin role. */
export const ADMIN_DELAY_SECONDS = 172_800;

/**
 * Deploys ReportRegistry. The record names the transaction before it is sent, so that a
 * crash at any moment leaves something to look for.
 * @param file the record
 * @param grants how many roles will be granted after it, for the cost
 * @param confirm asked with the cost in ether; false stops
 * @param place of a creation believed lost, so that it and this one cannot both be mined
 * @throws Error when the deployer cannot pay, denies, or the creation is not confirmed in time
 */
export async function createRegistry(
  session: Session,
  file: string,
  grants: number,
  confirm: (cost: string) => Promise<boolean>,
  place?: Place,
): Promise<DeploymentRecord> {
  const { provider, wallet, chainId } = session;
  const admin = wallet.address;
  const factory = new ContractFactory(reportRegistryAbi, reportRegistryBytecode);
  const creation: TransactionRequest = {
    ...(await factory.getDeployTransaction(ADMIN_DELAY_SECONDS, admin)),
    ...(place !== undefined && { nonce: place.nonce }),
  };
  const gas = (await wallet.estimateGas(creation)) + GRANT_GAS * BigInt(grants);
  await announceCost(session, 'Registry and its roles', gas, confirm);

  const facts = {
    chainId,
    deployer: admin,
    constructorArguments: { adminDelaySeconds: ADMIN_DELAY_SECONDS, admin },
    commit: await currentCommit(),
    compiler: reportRegistryCompiler,
    sentAtBlock: place?.sentAtBlock ?? (await provider.getBlockNumber()),
  };
  const describe = (signed: Transaction): SentCreation => ({
    state: 'sent',
    ...facts,
    registry: getCreateAddress({ from: admin, nonce: signed.nonce }),
    transaction: signed.hash ?? '',
    nonce: signed.nonce,
    dataHash: keccak256(signed.data),
  });
  let sent: SentCreation | undefined;
  const receipt = await send(session, creation, async (signed) => {
    sent = describe(signed);
    await writeDeploymentRecord(file, sent);
  });
  if (sent === undefined) throw new Error(`${receipt.hash} was sent without a record`);
  return recordCreation(file, sent, receipt);
}

/**
 * Records that the creation was mined and confirmed.
 * @throws Error when the receipt holds another contract than was computed
 */
export async function recordCreation(
  file: string,
  sent: SentCreation,
  receipt: TransactionReceipt,
): Promise<DeploymentRecord> {
  const { chainId, registry, deployer, constructorArguments, commit, compiler } = sent;
  if (receipt.contractAddress !== registry) {
    throw new Error(`${receipt.hash} made no contract at ${registry}`);
  }
  const record: DeploymentRecord = {
    chainId,
    registry,
    block: receipt.blockNumber,
    transaction: receipt.hash,
    deployer,
    constructorArguments,
    commit,
    compiler,
  };
  await writeDeploymentRecord(file, record);
  return record;
}
