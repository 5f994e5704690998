import { join } from 'node:path';
import { ContractFactory, getAddress, id, JsonRpcProvider } from 'ethers';
import { localPriceFeedAbi, localPriceFeedBytecode } from '@/generated/local-price-feed';
import { createRegistry, recordCreation } from './create-registry';
import { createTrailAnchor } from './create-trail-anchor';
import { findCreation, type Place } from './find-creation';
import { grantRole } from './grant-role';
import { lockRecord } from './lock-record';
import type { Explorer } from './publish-source';
import {
  type DeploymentRecord,
  readDeploymentRecord,
  type SentCreation,
  writeDeploymentRecord,
} from './record';
import { send } from './send';
import { openSession, type Session } from './session';
import { unreachable } from './unreachable';
import { untilConfirmed, untilNothingWaits } from './wait';

/** A local feed's first answer: USD 2,500 with Chainlink's 8 decimals. */
const LOCAL_ETHER_PRICE = 250_000_000_000n;

const ISSUER_ROLE = { name: 'ISSUER_ROLE', id: id('ISSUER_ROLE') };
const RECOVERY_ROLE = { name: 'RECOVERY_ROLE', id: id('RECOVERY_ROLE') };
const ANCHOR_ROLE = { name: 'ANCHOR_ROLE', id: id('ANCHOR_ROLE') };
const DEPLOYMENTS_FOLDER = join(import.meta.dirname, '../../../contracts/deployments');

/** What a deployment needs. */
export interface DeployOptions {
  rpcUrl: string;
  /** Private key of the account that pays and becomes the registry's admin. */
  deployerKey: string;
  /** The account that will attest reports. */
  issuer: string;
  /** The account that may propose the recovery of a lost wallet; none when it is not given. */
  recoverer?: string;
  /** The account that will anchor the audit trail; without it TrailAnchor is not deployed. */
  trailOperator?: string;
  /** Where the record is; by default `contracts/deployments/<chain id>.json`. */
  recordFile?: string;
  /** Refuses every chain that is not among these. */
  chainIds?: readonly number[];
  /** Longest wait for one transaction, in milliseconds; ten minutes by default. */
  patienceMs?: number;
  /** Hears what happens, a line at a time. */
  onProgress?: (line: string) => void;
  /** Asked with the cost in ether before anything is sent; false stops. */
  confirm?: (cost: string) => Promise<boolean>;
  /** Where a public chain's registry shows its source; asked only when it does not yet. */
  explorer?: () => Promise<Explorer | undefined>;
}

/**
 * Deploys ReportRegistry, grants the issuer its role, deploys TrailAnchor where the trail is to be anchored,
 * publishes the registry's source and, on a local chain, deploys LocalPriceFeed. Run again with the same record, it does only what is still missing: each
 * step is recorded, the creation before it is sent.
 * @returns the record that it found or wrote
 * @throws Error when the chain is not the expected one, the deployer cannot pay, the confirmation is
 *   denied, the node stops answering, a transaction is not confirmed in time, another deployment
 *   works on the record, or the record of a public chain names an address without code
 */
export async function deployContracts(options: DeployOptions): Promise<DeploymentRecord> {
  const provider = new JsonRpcProvider(options.rpcUrl, undefined, {
    staticNetwork: true,
    // A nonce remembered from before the last transaction is a wrong one.
    cacheTimeout: -1,
  });
  try {
    const session = await openSession(provider, options);
    if (options.chainIds?.includes(session.chainId) === false) {
      throw new Error(`The node is on chain ${session.chainId}, which was not asked for`);
    }
    const file = options.recordFile ?? join(DEPLOYMENTS_FOLDER, `${session.chainId}.json`);
    const release = await lockRecord(file);
    try {
      return await completeDeployment(session, file, options);
    } finally {
      await release();
    }
  } catch (error) {
    throw unreachable(error) ?? error;
  } finally {
    provider.destroy();
  }
}

async function completeDeployment(
  session: Session,
  file: string,
  options: DeployOptions,
): Promise<DeploymentRecord> {
  const issuer = getAddress(options.issuer);
  const recoverer = options.recoverer === undefined ? undefined : getAddress(options.recoverer);
  const confirm = options.confirm ?? (() => Promise.resolve(true));

  const { record: found, place } = await findDeployed(session, file);
  await untilNothingWaits(session, session.wallet.address);
  const grants = recoverer === undefined ? 1 : 2;
  let record = found ?? (await createRegistry(session, file, grants, confirm, place));
  session.print(`ReportRegistry: ${record.registry}, since block ${record.block}`);

  const registry = { name: 'ReportRegistry', address: record.registry };
  const grant = (role: typeof ISSUER_ROLE, account: string) =>
    grantRole(session, registry, role, account, found === undefined ? undefined : confirm);
  if (record.issuer !== issuer) {
    await grant(ISSUER_ROLE, issuer);
    record = { ...record, issuer };
    await writeDeploymentRecord(file, record);
  }
  session.print(`Issuer: ${issuer}`);

  if (recoverer !== undefined) {
    // Once: whom the admin has dismissed since is not let back in, nor what they proposed brought to life.
    if (record.recoverer !== recoverer) {
      await grant(RECOVERY_ROLE, recoverer);
      record = { ...record, recoverer };
      await writeDeploymentRecord(file, record);
    }
    session.print(`Recoverer: ${recoverer}`);
  }

  if (options.trailOperator !== undefined) {
    const operator = getAddress(options.trailOperator);
    record = await completeTrailAnchor(session, file, record, operator, confirm);
  }

  if (session.isLocal && record.priceFeed === undefined) {
    record = { ...record, priceFeed: await deployPriceFeed(session) };
    await writeDeploymentRecord(file, record);
  }
  return options.explorer === undefined || session.isLocal
    ? record
    : await publish(session, file, record, options.rpcUrl, options.explorer);
}

async function completeTrailAnchor(
  session: Session,
  file: string,
  found: DeploymentRecord,
  trailOperator: string,
  confirm: (cost: string) => Promise<boolean>,
): Promise<DeploymentRecord> {
  let record = await createTrailAnchor(session, file, found, confirm);
  const address = record.trailAnchor ?? '';
  session.print(`TrailAnchor: ${address}`);
  if (record.trailOperator !== trailOperator) {
    const wasThere = record === found;
    const contract = { name: 'TrailAnchor', address };
    await grantRole(session, contract, ANCHOR_ROLE, trailOperator, wasThere ? confirm : undefined);
    record = { ...record, trailOperator };
    await writeDeploymentRecord(file, record);
  }
  session.print(`Trail operator: ${trailOperator}`);
  return record;
}

/** The recorded deployment, if it is still there, or the place that another must take. */
interface Found {
  record?: DeploymentRecord;
  place?: Place;
}

async function findDeployed(session: Session, file: string): Promise<Found> {
  const { provider, chainId, isLocal, wallet, print } = session;
  const record = await readDeploymentRecord(file);
  if (record === undefined) return {};
  if (record.chainId !== chainId) {
    throw new Error(`${file} is of chain ${record.chainId}, the node is on ${chainId}`);
  }
  // Who deployed an earlier demonstration is not its administrator any more.
  if (isLocal && record.deployer !== wallet.address) return {};
  if ('state' in record) return await resume(session, file, record);
  if ((await provider.getCode(record.registry)) !== '0x') return { record };
  if (!isLocal) {
    throw new Error(`${file} names an address without code. Remove the file to deploy again.`);
  }
  print(`The registry of ${file} is gone with its chain`);
  return {};
}

/** Waits for the creation that an earlier run sent, if there is still one to wait for. */
async function resume(session: Session, file: string, sent: SentCreation): Promise<Found> {
  const fate = await findCreation(session, sent);
  if ('gone' in fate) {
    session.print(`An earlier run sent ${sent.transaction}, but ${fate.gone}: deploying again`);
    const isOurs = sent.deployer === session.wallet.address;
    return isOurs && fate.place !== undefined ? { place: fate.place } : {};
  }
  session.print(`An earlier run sent the registry's creation: waiting for ${fate.transaction}`);
  const receipt = await untilConfirmed(session, fate.transaction);
  return { record: await recordCreation(file, sent, receipt) };
}

async function deployPriceFeed(session: Session): Promise<string> {
  const factory = new ContractFactory(localPriceFeedAbi, localPriceFeedBytecode);
  const creation = await factory.getDeployTransaction(session.wallet.address, LOCAL_ETHER_PRICE);
  const { contractAddress, hash } = await send(session, creation);
  if (contractAddress === null) throw new Error(`${hash} made no contract`);
  session.print(`LocalPriceFeed: ${contractAddress}`);
  return contractAddress;
}

/** Publishes the source, once. An explorer that fails takes nothing back. */
async function publish(
  session: Session,
  file: string,
  record: DeploymentRecord,
  rpcUrl: string,
  findExplorer: () => Promise<Explorer | undefined>,
): Promise<DeploymentRecord> {
  if (record.verified !== undefined) {
    session.print(`Source: ${record.verified.url}`);
    return record;
  }
  const explorer = await findExplorer();
  if (explorer === undefined) {
    session.print(
      'Source: not published, for want of ETHERSCAN_API_KEY. --verify publishes it on Sourcify, which asks for none.',
    );
    return record;
  }
  try {
    // Loaded late: it needs Hardhat, which a local deployment does without.
    const { publishSource } = await import('./publish-source');
    const verified = await publishSource(session, record, rpcUrl, explorer);
    session.print(`Source: ${verified.url}`);
    const published = { ...record, verified };
    await writeDeploymentRecord(file, published);
    return published;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    session.print(
      `Source: not published. The deployment stands; run this again to try once more. ${reason}`,
    );
    return record;
  }
}
