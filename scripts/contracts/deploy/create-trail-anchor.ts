import { ContractFactory, getCreateAddress } from 'ethers';
import { trailAnchorAbi, trailAnchorBytecode } from '@/generated/trail-anchor';
import { announceCost, GRANT_GAS } from './announce-cost';
import { ADMIN_DELAY_SECONDS } from './create-registry';
import { type DeploymentRecord, writeDeploymentRecord } from './record';
import { send } from './send';
import type { Session } from './session';

/**
 * Deploys TrailAnchor, unless the recorded one is there. Its address is recorded before the transaction is sent: after
 * a crash the next run, which waits until nothing of the deployer's is left to mine, finds code there or deploys again.
 * @param file the record
 * @param confirm asked with the cost in ether; false stops
 * @returns the record with its address
 * @throws Error when the deployer cannot pay, denies, or the creation is not confirmed in time
 */
export async function createTrailAnchor(
  session: Session,
  file: string,
  record: DeploymentRecord,
  confirm: (cost: string) => Promise<boolean>,
): Promise<DeploymentRecord> {
  const { provider, wallet } = session;
  if (record.trailAnchor !== undefined && (await provider.getCode(record.trailAnchor)) !== '0x') {
    return record;
  }
  const factory = new ContractFactory(trailAnchorAbi, trailAnchorBytecode);
  const creation = await factory.getDeployTransaction(ADMIN_DELAY_SECONDS, wallet.address);
  const gas = (await wallet.estimateGas(creation)) + GRANT_GAS;
  await announceCost(session, 'TrailAnchor and its role', gas, confirm);
  let created = record;
  await send(session, creation, async ({ nonce }) => {
    created = { ...record, trailAnchor: getCreateAddress({ from: wallet.address, nonce }) };
    // Whoever had the role in an earlier contract has none in this one.
    delete created.trailOperator;
    await writeDeploymentRecord(file, created);
  });
  return created;
}
