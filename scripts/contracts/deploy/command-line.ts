import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { computeAddress, getAddress } from 'ethers';
import { deployEnv } from '@/platform/env';
import { unsetEmptyVariables } from '../../provision/child-environment';
import type { DeployOptions } from './deploy-contracts';
import type { Explorer } from './publish-source';
import { LOCAL_CHAIN_IDS } from './session';

const SEPOLIA_CHAIN_ID = 11155111;

const USAGE = `Usage: npm run contracts:deploy -- --network local|sepolia [options]

  --rpc-url URL  the node; by default CHAIN_RPC_URL, else Alchemy (sepolia) or this machine (local)
  --out FILE     the record; by default contracts/deployments/<chain id>.json
  --verify       publish the source on Sourcify when there is no ETHERSCAN_API_KEY, and fail if the
                 explorer does
  --yes          do not ask before spending

Environment: DEPLOYER_PRIVATE_KEY; ISSUER_ADDRESS or ISSUER_PRIVATE_KEY; RECOVERER_ADDRESS, the
account that may propose the recovery of a lost wallet; TRAIL_OPERATOR_ADDRESS or
TRAIL_ANCHOR_PRIVATE_KEY, to anchor the audit trail; ALCHEMY_API_KEY or CHAIN_RPC_URL;
ETHERSCAN_API_KEY, to publish the source. For sepolia, what is not set of DEPLOYER_PRIVATE_KEY,
ALCHEMY_API_KEY and ETHERSCAN_API_KEY is looked up in Hardhat's keystore
(npx hardhat keystore set NAME).`;

/** What the command line and the environment ask for. */
export interface Request {
  options: DeployOptions;
  /** Whether it is a failure when the source is not published. */
  mustPublish: boolean;
}

/**
 * Reads the command line, the environment and, as far as these leave something open, the keystore.
 * @throws Error with the usage
 */
export async function readCommandLine(argv: readonly string[]): Promise<Request> {
  const { network, 'rpc-url': rpcUrl, out, verify, yes } = parse(argv);
  if (network !== 'local' && network !== 'sepolia') throw new Error(USAGE);
  const isLocal = network === 'local';
  const givenUrl = rpcUrl ?? deployEnv().CHAIN_RPC_URL;
  const env = isLocal
    ? deployEnv()
    : await withKeystore(
        givenUrl === undefined
          ? ['DEPLOYER_PRIVATE_KEY', 'ALCHEMY_API_KEY']
          : ['DEPLOYER_PRIVATE_KEY'],
      );
  const { DEPLOYER_PRIVATE_KEY: deployerKey, RECOVERER_ADDRESS: recoverer } = env;
  if (deployerKey === undefined) {
    const elsewhere = isLocal ? '' : ', or `npx hardhat keystore set DEPLOYER_PRIVATE_KEY`';
    throw new Error(`Set DEPLOYER_PRIVATE_KEY in the environment${elsewhere}`);
  }
  const trailOperator = accountOf(env, 'TRAIL_OPERATOR_ADDRESS', 'TRAIL_ANCHOR_PRIVATE_KEY');
  const options = {
    rpcUrl: givenUrl ?? (isLocal ? 'http://127.0.0.1:8545' : alchemyUrl(env.ALCHEMY_API_KEY)),
    chainIds: isLocal ? LOCAL_CHAIN_IDS : [SEPOLIA_CHAIN_ID],
    deployerKey,
    issuer: issuerAddress(env),
    ...(recoverer !== undefined && { recoverer }),
    ...(trailOperator !== undefined && { trailOperator }),
    ...(out !== undefined && { recordFile: out }),
    onProgress: (line: string) => process.stdout.write(`${line}\n`),
    ...(!isLocal && !yes && { confirm: askPerson }),
    ...(!isLocal && { explorer: () => findExplorer(verify) }),
  };
  return { options, mustPublish: verify && !isLocal };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        network: { type: 'string' },
        'rpc-url': { type: 'string' },
        out: { type: 'string' },
        verify: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Error(USAGE, { cause: error });
  }
}

/** The environment, completed from the keystore: Hardhat is loaded only when something is missing. */
async function withKeystore(
  names: readonly (keyof ReturnType<typeof deployEnv>)[],
): Promise<ReturnType<typeof deployEnv>> {
  const env = deployEnv();
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length === 0) return env;
  unsetEmptyVariables(missing);
  const { readKeystore } = await import('./read-keystore');
  return deployEnv(await readKeystore(missing));
}

function alchemyUrl(key: string | undefined): string {
  if (key === undefined) {
    throw new Error(
      `Set ALCHEMY_API_KEY in the environment or the keystore, or name the node.\n\n${USAGE}`,
    );
  }
  return `https://eth-sepolia.g.alchemy.com/v2/${key}`;
}

function issuerAddress(env: ReturnType<typeof deployEnv>): string {
  const address = accountOf(env, 'ISSUER_ADDRESS', 'ISSUER_PRIVATE_KEY');
  if (address === undefined) throw new Error('Set ISSUER_ADDRESS or ISSUER_PRIVATE_KEY');
  return address;
}

/** An account that is given by its address, its key, or both. */
function accountOf(
  env: ReturnType<typeof deployEnv>,
  addressName: 'ISSUER_ADDRESS' | 'TRAIL_OPERATOR_ADDRESS',
  keyName: 'ISSUER_PRIVATE_KEY' | 'TRAIL_ANCHOR_PRIVATE_KEY',
): string | undefined {
  const { [addressName]: given, [keyName]: key } = env;
  const derived = key === undefined ? undefined : computeAddress(key);
  const address = given === undefined ? derived : getAddress(given);
  if (derived !== undefined && derived !== address) {
    throw new Error(`${addressName} is not the address of ${keyName}`);
  }
  return address;
}

async function findExplorer(evenWithoutKey: boolean): Promise<Explorer | undefined> {
  const { ETHERSCAN_API_KEY: apiKey, ETHERSCAN_API_URL: apiUrl } = await withKeystore([
    'ETHERSCAN_API_KEY',
  ]);
  if (apiKey !== undefined) {
    return { name: 'etherscan', apiKey, ...(apiUrl !== undefined && { apiUrl }) };
  }
  return evenWithoutKey ? { name: 'sourcify' } : undefined;
}

async function askPerson(cost: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('There is no terminal to confirm the cost: add --yes');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await prompt.question(`Spend up to ${cost} ETH? [y/N] `)).trim().toLowerCase() === 'y';
  } finally {
    prompt.close();
  }
}
