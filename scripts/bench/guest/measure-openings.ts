/** The measuring program of `bench:guest`; runs on the services that bench-guest.ts started. */
import { hexlify } from 'ethers';
import { chainRpc } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { waitAsCommand } from '@/platform/time/patience';
import { MINUTE_MS } from '@/platform/time/durations';
import { readReportContent } from '@/reports/content/read-report-content';
import { requireSealed } from '@/reports/sealed/sealed-report';
import { withReport } from '@/sharing/guest/guest-grant';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { newSecretToken } from '@/sharing/guest/secret-token';
import { openDocument } from '@/vault/open-document';
import { anchorReport } from '../../../test/support/chain/anchor-report';
import { createDoctor, createPatient } from '../../../test/support/people/factories';
import { createApprovedReport } from '../../../test/support/reports/report-factories';
import { bindWallet, chain, mine } from '../../../test/support/chain/test-chain';
import { countRequests } from '../count-requests';
import { summarise } from '../percentile';
import { scanForPermission } from './scan-for-permission';

const SIZES = [1_000, 10_000, 50_000];
const OPENINGS = 30;
/** Free plans answer `eth_getLogs` for so many blocks at once. */
const BLOCKS_OF_A_FREE_PLAN = 10;

// A scan of the whole chain takes longer than a page waits.
waitAsCommand();
const rpcUrl = env().CHAIN_RPC_URL ?? '';
const storeUrl = env().S3_ENDPOINT ?? '';
const requests = countRequests();
/** JSON-RPC methods, in batches and alone. */
let methods: string[] = [];
void chainRpc().on('debug', (event: { action: string; payload?: unknown }) => {
  if (event.action !== 'sendRpcPayload') return;
  methods.push(
    ...[event.payload]
      .flat()
      .map((call) => (call instanceof Object && 'method' in call ? String(call.method) : '')),
  );
});

async function shareOneReport() {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const wallet = await bindWallet(patient);
  const reportId = await createApprovedReport({ doctor, patient });
  await anchorReport(patient, wallet, reportId, [{ email: 'g@clinic.example', expiresAt: null }]);
  const grant = await database().grant.findFirstOrThrow({
    where: { reportId },
    include: withReport,
  });
  const { token, tokenHash } = newSecretToken();
  const expiresAt = new Date(Date.now() + 60 * MINUTE_MS);
  await database().guestSession.create({ data: { grantId: grant.id, tokenHash, expiresAt } });
  return { grant, token };
}

/** What a viewer without an index does: finds the list in the logs, then opens the same object. */
async function openByScanning({ grant }: Shared): Promise<void> {
  const report = requireSealed(grant.report);
  if (!(await scanForPermission(hexlify(report.contentHash), grant.tag))) throw new Error('denied');
  await readReportContent(report, await openDocument(report));
}

async function measure(open: () => Promise<unknown>) {
  await open();
  requests.reset();
  methods = [];
  const samples: number[] = [];
  for (let index = 0; index < OPENINGS; index += 1) {
    const start = performance.now();
    await open();
    samples.push(performance.now() - start);
  }
  const countOf = (method: string) => methods.filter((one) => one === method).length / OPENINGS;
  return {
    ...summarise(samples),
    rpcPosts: requests.of('POST', rpcUrl) / OPENINGS,
    ethCalls: countOf('eth_call'),
    getLogs: countOf('eth_getLogs'),
    objectReads: requests.of('GET', storeUrl) / OPENINGS,
  };
}

type Shared = Awaited<ReturnType<typeof shareOneReport>>;
type Measured = Awaited<ReturnType<typeof measure>>;

const shared = await shareOneReport();
const product: Record<number, Measured> = {};
const scan: Record<number, Measured & { postsOnAFreePlan: number }> = {};
for (const size of SIZES) {
  await mine(size - (await chain().getBlockNumber()));
  product[size] = await measure(() => readGuestReport(shared.token));
  scan[size] = {
    ...(await measure(() => openByScanning(shared))),
    postsOnAFreePlan: Math.ceil(size / BLOCKS_OF_A_FREE_PLAN),
  };
  console.log(`${size} blocks: ${product[size].p50} ms, by scanning ${scan[size].p50} ms`);
}
console.log(JSON.stringify({ openings: OPENINGS, sizes: SIZES, product, scan }));
process.exit(0);
