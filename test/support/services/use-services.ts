import { randomBytes } from 'node:crypto';
import { inject, vi } from 'vitest';
import { feeHistorySchema } from '../../../src/registry/fees/fee-history';
import { callRpc } from '../../../scripts/provision/services/call-rpc';
import { freshDatabase } from './worker-database';

/**
 * Runs before each test file loads its modules: a fresh database, an empty bucket and the chain as
 * it was right after the deployment, all named in the environment that the file then sees.
 */
const worker = process.env['VITEST_POOL_ID'] ?? '1';
const environment = inject('workerEnvironments')[worker];
if (environment === undefined) throw new Error(`No services were started for worker ${worker}`);
Object.assign(process.env, environment);

async function freshBucket(endpoint: string): Promise<string> {
  const name = `medanchor-${worker}-${randomBytes(4).toString('hex')}`;
  const { ok } = await fetch(`${endpoint}/${name}`, { method: 'PUT' });
  if (!ok) throw new Error(`The object store made no bucket ${name}`);
  return name;
}

/** Anvil keeps the fees of the newest blocks only: of none, after thousands of mined blocks were undone. */
async function freshFeeHistory(url: string): Promise<void> {
  await callRpc(url, 'evm_mine');
  await vi.waitUntil(
    async () => {
      const history = await callRpc(url, 'eth_feeHistory', '0x1', 'latest', []);
      return feeHistorySchema.safeParse(history).success;
    },
    { timeout: 10_000 },
  );
}

/** The chain keeps one snapshot from before the worker's first file; going back to one uses it up. */
async function freshChain(url: string): Promise<void> {
  const metadata = await callRpc(url, 'anvil_metadata');
  const snapshots =
    metadata instanceof Object && 'snapshots' in metadata && metadata.snapshots instanceof Object
      ? Object.keys(metadata.snapshots)
      : [];
  const [first] = snapshots.sort((one, other) => Number(one) - Number(other));
  if (first !== undefined) {
    await callRpc(url, 'evm_revert', first);
    // Going back turned the chain's clock back as well.
    await callRpc(url, 'evm_setTime', Math.floor(Date.now() / 1_000));
    await freshFeeHistory(url);
  }
  await callRpc(url, 'evm_snapshot');
}

process.env['DATABASE_URL'] = await freshDatabase(
  environment['DATABASE_URL'] ?? '',
  `medanchor_${worker}`,
  inject('schema'),
);
process.env['S3_BUCKET'] = await freshBucket(environment['S3_ENDPOINT'] ?? '');
await freshChain(environment['CHAIN_RPC_URL'] ?? '');
