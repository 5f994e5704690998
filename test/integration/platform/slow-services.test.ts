import { beforeAll, describe, it } from 'vitest';
import { askChain } from '@/platform/chain-rpc';
import { openReportDocument } from '@/reports/content/open-report-document';
import { newDataKey } from '@/vault/data-key';
import { sealDocument } from '@/vault/seal-document';
import { behindProxy } from '../../support/services/behind-proxy';
import { createDoctor, createPatient, type Person } from '../../support/people/factories';
import { createForwardedReport } from '../../support/reports/report-factories';

// Both services are reached through proxies that can hang.
const store = await behindProxy('S3_ENDPOINT');
const node = await behindProxy('CHAIN_RPC_URL');

/** Well below what a person waited before: 20 s for the store, 10 s for each question to the chain. */
const SOON = 12_000;

let opened: { patient: Person; reportId: string };

// Not within the seconds that are counted: a busy machine takes several for a report.
beforeAll(async () => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  opened = { patient, reportId: await createForwardedReport({ doctor, patient }) };
});

const readHead = () => askChain((rpc) => rpc.getBlockNumber());

// Tests that run concurrently are distinguished only by their own `expect`.
describe.concurrent('an object store that hangs', () => {
  it(
    'is given up after a few seconds by who reads and by who writes',
    async ({ expect }) => {
      const { patient, reportId } = opened;
      store.stall();
      const hash = new Uint8Array(32).fill(1);
      const calls = await Promise.allSettled([
        openReportDocument(patient.actor, reportId),
        sealDocument(newDataKey(), hash, hash),
      ]);
      const unavailable = { status: 'rejected', reason: { code: 'store-unavailable' } };
      expect(calls).toMatchObject([unavailable, unavailable]);
      store.resume();
      await expect(openReportDocument(patient.actor, reportId)).resolves.toBeDefined();
    },
    SOON,
  );
});

describe.concurrent('a node that hangs', () => {
  it(
    'is waited for once by a page that asks it four things',
    async ({ expect }) => {
      await readHead();
      node.stall();
      for (let question = 0; question < 4; question += 1) {
        await expect(readHead()).rejects.toMatchObject({ code: 'chain-unavailable' });
      }
      node.resume();
      const answer = () => readHead().then(() => 'answers', String);
      await expect.poll(answer, { timeout: 5_000 }).toBe('answers');
    },
    SOON,
  );
});
