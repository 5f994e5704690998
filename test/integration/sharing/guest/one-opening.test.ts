import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { env } from '@/platform/env';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { openDocument } from '@/vault/open-document';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import { confirm } from '../../../support/chain/patient-on-chain';
import { END_REASON } from '../../../support/reports/report-factories';
import {
  changeViewers,
  guestActions,
  openSessionFor,
  shareReport,
  type SharedReport,
} from '../../../support/reports/shared-report';
import { chain } from '../../../support/chain/test-chain';

vi.mock('@/vault/open-document', { spy: true });

const rpc = await behindProxy('CHAIN_RPC_URL');
const store = await behindProxy('S3_ENDPOINT');

let shared: SharedReport;
let session: string;

beforeAll(async () => {
  shared = await shareReport();
  session = await openSessionFor(shared);
});

afterEach(async () => {
  await rpc.mend().catch(() => undefined);
});

/** What one opening asked of the node and the object store, and how often a PDF was decrypted. */
async function countDuring(work: () => Promise<unknown>) {
  rpc.heard();
  store.heard();
  vi.mocked(openDocument).mockClear();
  await work();
  const asked = rpc.heard();
  const methods = [...asked.matchAll(/"method":"(\w+)"/g)].map(([, method]) => method);
  return {
    posts: asked.match(/^POST /gm)?.length ?? 0,
    methods: methods.filter((method) => method !== 'eth_chainId').sort(),
    reads: store.heard().match(/^GET /gm)?.length ?? 0,
    decryptions: vi.mocked(openDocument).mock.calls.length,
  };
}

const ONE = { posts: 1, methods: ['eth_call'], reads: 1, decryptions: 1 };

it('costs one question to the chain, one object read and one decryption, PDF included', async () => {
  expect(await countDuring(() => readGuestReport(session))).toEqual(ONE);
  expect((await guestActions(shared)).filter((action) => action === 'guest.opened')).toHaveLength(
    1,
  );
});

it('reads nothing of the store when the chain refuses or is away', async () => {
  const refused = async () => {
    await expect(readGuestReport(session)).rejects.toMatchObject({ code: 'chain-unavailable' });
  };
  await whileCut(rpc, async () => {
    expect(await countDuring(refused)).toMatchObject({ reads: 0, decryptions: 0 });
  });
  expect(await countDuring(() => readGuestReport(session))).toEqual(ONE);
});

it('asks a second time only while a change of the viewers is not confirmed', async () => {
  const viewers = [shared.email, 'second@clinic.example'];
  await changeViewers(
    shared,
    viewers.map((email) => ({ email, expiresAt: null })),
    { unconfirmed: true },
  );
  const { methods, reads } = await countDuring(() => readGuestReport(session));
  expect(methods).toEqual(expect.arrayContaining(['eth_call', 'eth_getLogs']));
  expect(reads).toBe(1);
  await confirm();
  expect(await countDuring(() => readGuestReport(session))).toEqual(ONE);
});

// Before the report ends, and after every test that counts: this process then treats the registry as an old one.
it('works with a registry that was deployed before it had the view, in one batch', async () => {
  const registry = env().REGISTRY_ADDRESS;
  const code = await chain().getCode(registry);
  const old = readFileSync('test/fixtures/registry-without-view/code.hex', 'utf8').trim();
  await chain().send('anvil_setCode', [registry, old]);
  try {
    // The first opening detects it; later ones use the result.
    await readGuestReport(session);
    const methods = ['eth_call', 'eth_call'];
    expect(await countDuring(() => readGuestReport(session))).toEqual({ ...ONE, methods });
  } finally {
    await chain().send('anvil_setCode', [registry, code]);
  }
});

it('gives nothing to a viewer who was removed, nor of a report that was retracted', async () => {
  const refusedAs = (code: string) => async () => {
    await expect(readGuestReport(session)).rejects.toMatchObject({ code });
  };
  const NOTHING = { reads: 0, decryptions: 0 };
  await changeViewers(shared, [], { unconfirmed: true });
  expect(await countDuring(refusedAs('grant-removed'))).toMatchObject(NOTHING);
  const end = { ...END_REASON, replacementId: null };
  await requestRetraction(shared.doctor.actor, shared.reportId, end);
  expect(await countDuring(refusedAs('report-invalid'))).toMatchObject(NOTHING);
});
