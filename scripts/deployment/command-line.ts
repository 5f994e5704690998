import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { computeAddress, getAddress } from 'ethers';
import { deployEnv } from '@/platform/env';
import type { DeployOptions } from '../deploy-contracts';
import { LOCAL_CHAIN_IDS } from './session';

const SEPOLIA_CHAIN_ID = 11155111;

const USAGE = `Usage: npm run contracts:deploy -- --network local|sepolia [options]

  --rpc-url URL  the node; by default CHAIN_RPC_URL, else Alchemy (sepolia) or this machine (local)
  --out FILE     the record; by default contracts/deployments/<chain id>.json
  --yes          do not ask before spending

Environment: DEPLOYER_PRIVATE_KEY; ISSUER_ADDRESS or ISSUER_PRIVATE_KEY; RECOVERER_ADDRESS, the
account that may propose the recovery of a lost wallet; ALCHEMY_API_KEY or CHAIN_RPC_URL.`;

/**
 * What the command line and the environment ask for.
 * @throws Error that tells how to call it
 */
export function readCommandLine(argv: readonly string[]): DeployOptions {
  const { network, 'rpc-url': rpcUrl, out, yes } = parse(argv);
  if (network !== 'local' && network !== 'sepolia') throw new Error(USAGE);
  const env = deployEnv();
  const isLocal = network === 'local';
  const givenUrl = rpcUrl ?? env.CHAIN_RPC_URL;
  return {
    rpcUrl: givenUrl ?? (isLocal ? 'http://127.0.0.1:8545' : alchemyUrl(env.ALCHEMY_API_KEY)),
    chainIds: isLocal ? LOCAL_CHAIN_IDS : [SEPOLIA_CHAIN_ID],
    deployerKey: env.DEPLOYER_PRIVATE_KEY,
    issuer: issuerAddress(env),
    ...(env.RECOVERER_ADDRESS !== undefined && { recoverer: env.RECOVERER_ADDRESS }),
    ...(out !== undefined && { recordFile: out }),
    onProgress: (line) => process.stdout.write(`${line}\n`),
    ...(!isLocal && !yes && { confirm: askPerson }),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        network: { type: 'string' },
        'rpc-url': { type: 'string' },
        out: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Error(USAGE, { cause: error });
  }
}

function alchemyUrl(key: string | undefined): string {
  if (key === undefined) throw new Error(`Set ALCHEMY_API_KEY, or tell the node.\n\n${USAGE}`);
  return `https://eth-sepolia.g.alchemy.com/v2/${key}`;
}

function issuerAddress(env: ReturnType<typeof deployEnv>): string {
  const { ISSUER_ADDRESS, ISSUER_PRIVATE_KEY } = env;
  const derived = ISSUER_PRIVATE_KEY === undefined ? undefined : computeAddress(ISSUER_PRIVATE_KEY);
  const address = ISSUER_ADDRESS === undefined ? derived : getAddress(ISSUER_ADDRESS);
  if (address === undefined) throw new Error('Set ISSUER_ADDRESS or ISSUER_PRIVATE_KEY');
  if (derived !== undefined && derived !== address) {
    throw new Error('ISSUER_ADDRESS is not the address of ISSUER_PRIVATE_KEY');
  }
  return address;
}

async function askPerson(cost: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('Nobody is there to confirm the cost: add --yes');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await prompt.question(`Spend up to ${cost} ETH? [y/N] `)).trim().toLowerCase() === 'y';
  } finally {
    prompt.close();
  }
}
