/** The measuring program of `bench:guest`; runs on the services that bench-guest.ts started. */
import { hexlify } from 'ethers';
import { chainRpc } from '@/platform/chain-rpc';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { waitAsCommand } from '@/platform/time/patience';
import { MINUTE_MS } from '@/platform/time/durations';
import { readReportContent } from '@/reports/content/read-report-content';
import { requireTemplate } from '@/reports/sealed/report-template';
import { requireSeal } from '@/reports/sealed/sealed-report';
import { withReport } from '@/sharing/guest/guest-grant';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { guestSessionMac } from '@/sharing/guest/guest-session-mac';
import { newSecretToken } from '@/sharing/guest/secret-token';
import { openDocument } from '@/vault/open-document';
import { anchorReport } from '../../../test/support/chain/anchor-report';
import { createDoctor, createPatient } from '../../../test/support/people/factories';
import { createApprovedReport } from '../../../test/support/reports/report-factories';
import { bindWallet } from '../../../test/support/chain/test-chain';
import { countRequests } from '../count-requests';
import { summarise } from '../percentile';
import { countDecryptions } from './count-decryptions';
import { BLOCKS_OF_A_QUESTION, scanForPermission } from './scan-for-permission';

/** Blocks since the contract was deployed. */
const SIZES = [1_000, 10_000, 50_000];
const OPENINGS = 30;
/** A viewer that scans a long chain takes seconds: then it opens less often. */
const BUDGET_MS = 20_000;
/** Free plans answer `eth_getLogs` for so many blocks at once. */
const BLOCKS_OF_A_FREE_PLAN = 10;

// A scan of the whole chain takes longer than a page waits.
waitAsCommand();
const rpcUrl = env().CHAIN_RPC_URL ?? '';
const storeUrl = env().S3_ENDPOINT ?? '';
const requests = countRequests();
const decryptions = countDecryptions();
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
  const { token, tokenHash } = await newSecretToken(database());
  const expiresAt = new Date(Date.now() + 60 * MINUTE_MS);
  const mac = await guestSessionMac(database(), { tokenHash, expiresAt, grant });
  await database().guestSession.create({
    data: { grantId: grant.id, tokenHash, expiresAt, mac },
  });
  return { grant, token };
}

/** What a viewer without an index does: finds the list in the logs, then opens the same object. */
async function openByScanning({ grant }: Shared, blocks: number): Promise<void> {
  const report = requireSeal(grant.report);
  if (!(await scanForPermission(hexlify(report.contentHash), grant.tag, blocks)))
    throw new Error('denied');
  await readReportContent(
    { id: report.id, template: requireTemplate(grant.report) },
    await openDocument(report),
  );
}

/** What an opening costs, by the mean of as many as the budget allows. */
async function measure(open: () => Promise<unknown>) {
  await open();
  requests.reset();
  decryptions.reset();
  methods = [];
  const [trail, until] = [await countEvents(), performance.now() + BUDGET_MS];
  const samples: number[] = [];
  while (samples.length < OPENINGS && (samples.length === 0 || performance.now() < until)) {
    const start = performance.now();
    await open();
    samples.push(performance.now() - start);
  }
  const each = (count: number) => count / samples.length;
  const countOf = (method: string) => each(methods.filter((one) => one === method).length);
  return {
    openings: samples.length,
    ...summarise(samples),
    rpcPosts: each(requests.of('POST', rpcUrl)),
    ethCalls: countOf('eth_call'),
    getLogs: countOf('eth_getLogs'),
    objectReads: each(requests.of('GET', storeUrl)),
    pdfDecryptions: each(decryptions.documents()),
    keyAndMetadataDecryptions: each(decryptions.others()),
    auditWrites: each((await countEvents()) - trail),
  };
}

const countEvents = () => database().auditEvent.count();

type Shared = Awaited<ReturnType<typeof shareOneReport>>;
type Measured = Awaited<ReturnType<typeof measure>>;

const shared = await shareOneReport();
const product: Record<number, Measured> = {};
const scan: Record<number, Measured & { postsOnAFreePlan: number }> = {};
for (const size of SIZES) {
  product[size] = await measure(() => readGuestReport(shared.token));
  scan[size] = {
    ...(await measure(() => openByScanning(shared, size))),
    postsOnAFreePlan: Math.ceil(size / BLOCKS_OF_A_FREE_PLAN),
  };
  console.log(`${size} blocks: ${product[size].p50} ms, by scanning ${scan[size].p50} ms`);
}
console.table({ product: product[SIZES.at(-1) ?? 0], scan: scan[SIZES.at(-1) ?? 0] });
console.log(
  JSON.stringify({ sizes: SIZES, blocksOfAQuestion: BLOCKS_OF_A_QUESTION, product, scan }),
);
process.exit(0);
