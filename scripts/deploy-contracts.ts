import { join } from 'node:path';
import { Contract, getAddress, id, JsonRpcProvider } from 'ethers';
import { localPriceFeedAbi, localPriceFeedBytecode } from '@/generated/local-price-feed';
import {
  reportRegistryAbi,
  reportRegistryBytecode,
  reportRegistryCompiler,
} from '@/generated/report-registry';
import { announceCost } from './deployment/announce-cost';
import { readCommandLine } from './deployment/command-line';
import { currentCommit } from './deployment/current-commit';
import {
  type DeploymentRecord,
  readDeploymentRecord,
  writeDeploymentRecord,
} from './deployment/record';
import { create, creation, openSession, send, type Session } from './deployment/session';

/** Two days for the admin, or whoever watches, to notice and cancel a takeover of the admin role. */
const ADMIN_DELAY_SECONDS = 172_800;

/** A local feed's first answer: USD 2,500 with Chainlink's 8 decimals. */
const LOCAL_ETHER_PRICE = 250_000_000_000n;

const ISSUER_ROLE = id('ISSUER_ROLE');
const RECOVERY_ROLE = id('RECOVERY_ROLE');
const DEPLOYMENTS_FOLDER = join(import.meta.dirname, '../contracts/deployments');

/** What a deployment needs. */
export interface DeployOptions {
  rpcUrl: string;
  /** Private key of the account that pays and becomes the registry's admin. */
  deployerKey: string;
  /** The account that will attest reports. */
  issuer: string;
  /** The account that may propose the recovery of a lost wallet; nobody when it is not given. */
  recoverer?: string;
  /** Where the record is; by default `contracts/deployments/<chain id>.json`. */
  recordFile?: string;
  /** Refuses every chain that is not among these. */
  chainIds?: readonly number[];
  /** Hears what happens, a line at a time. */
  onProgress?: (line: string) => void;
  /** Asked with the cost in ether before anything is sent; false stops. */
  confirm?: (cost: string) => Promise<boolean>;
}

/**
 * Deploys ReportRegistry, grants the issuer its role and, on a local chain, deploys LocalPriceFeed.
 * Run again with the same record, it does only what is still missing; each step is recorded once
 * confirmed, so that a crash repeats none.
 * @returns the record that it found or wrote
 * @throws Error when the chain is not the expected one, the deployer cannot pay, the confirmation is
 *   denied, or the record of a public chain names an address without code
 */
export async function deployContracts(options: DeployOptions): Promise<DeploymentRecord> {
  const provider = new JsonRpcProvider(options.rpcUrl, undefined, {
    staticNetwork: true,
    // A nonce remembered from before the last transaction is a wrong one.
    cacheTimeout: -1,
  });
  try {
    const say = options.onProgress ?? (() => undefined);
    const session = await openSession(provider, options.deployerKey, say);
    if (options.chainIds?.includes(session.chainId) === false) {
      throw new Error(`The node is on chain ${session.chainId}, which was not asked for`);
    }
    return await completeDeployment(session, options);
  } finally {
    provider.destroy();
  }
}

async function completeDeployment(
  session: Session,
  options: DeployOptions,
): Promise<DeploymentRecord> {
  const file = options.recordFile ?? join(DEPLOYMENTS_FOLDER, `${session.chainId}.json`);
  const issuer = getAddress(options.issuer);

  let record = await findDeployed(session, file);
  if (record === undefined) {
    record = await deployRegistry(session, options.confirm ?? (() => Promise.resolve(true)));
    await writeDeploymentRecord(file, record);
  }
  session.say(`ReportRegistry: ${record.registry}, since block ${record.block}`);

  if (record.issuer !== issuer) {
    await grantRole(session, record.registry, ISSUER_ROLE, issuer);
    record = { ...record, issuer };
    await writeDeploymentRecord(file, record);
  }
  session.say(`Issuer: ${issuer}`);

  if (options.recoverer !== undefined) {
    const recoverer = getAddress(options.recoverer);
    await grantRole(session, record.registry, RECOVERY_ROLE, recoverer);
    session.say(`Recoverer: ${recoverer}`);
  }

  if (session.isLocal && record.priceFeed === undefined) {
    record = { ...record, priceFeed: await deployPriceFeed(session) };
    await writeDeploymentRecord(file, record);
  }
  return record;
}

/** The recorded deployment, if it is still there: a local chain may have begun anew. */
async function findDeployed(
  { provider, chainId, isLocal, wallet }: Session,
  file: string,
): Promise<DeploymentRecord | undefined> {
  const record = await readDeploymentRecord(file);
  if (record === undefined) return undefined;
  if (record.chainId !== chainId) {
    throw new Error(`${file} tells of chain ${record.chainId}, the node is on ${chainId}`);
  }
  // Who deployed an earlier demonstration is not its administrator any more.
  if (isLocal && record.deployer !== wallet.address) return undefined;
  if ((await provider.getCode(record.registry)) !== '0x') return record;
  if (isLocal) return undefined;
  throw new Error(`${file} names an address without code. Remove the file to deploy again.`);
}

async function deployRegistry(
  session: Session,
  confirm: (cost: string) => Promise<boolean>,
): Promise<DeploymentRecord> {
  const admin = session.wallet.address;
  const args = [ADMIN_DELAY_SECONDS, admin];
  const deployment = await creation(reportRegistryAbi, reportRegistryBytecode, args);
  await announceCost(session, deployment, confirm);
  const { address, receipt } = await create(session, deployment);
  return {
    chainId: session.chainId,
    registry: address,
    block: receipt.blockNumber,
    transaction: receipt.hash,
    deployer: admin,
    constructorArguments: { adminDelaySeconds: ADMIN_DELAY_SECONDS, admin },
    commit: await currentCommit(),
    compiler: reportRegistryCompiler,
  };
}

async function grantRole(
  session: Session,
  registry: string,
  role: string,
  account: string,
): Promise<void> {
  const contract = new Contract(registry, reportRegistryAbi, session.wallet);
  if ((await contract.getFunction('hasRole')(role, account)) === true) return;
  const grant = contract.getFunction('grantRole');
  await send(session, await grant.populateTransaction(role, account));
}

async function deployPriceFeed(session: Session): Promise<string> {
  const args = [session.wallet.address, LOCAL_ETHER_PRICE];
  const deployment = await creation(localPriceFeedAbi, localPriceFeedBytecode, args);
  const { address } = await create(session, deployment);
  session.say(`LocalPriceFeed: ${address}`);
  return address;
}

/** The long message of an ethers error holds the node's address, and with it an API key. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'shortMessage' in error ? String(error.shortMessage) : error.message;
}

if (import.meta.main) {
  try {
    await deployContracts(readCommandLine(process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
