import { createHash } from 'node:crypto';
import type { Bundle } from '@medplum/fhirtypes';
import { keccak256, verifyTypedData } from 'ethers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { GET as getFile } from '@/app/api/exports/[exportId]/file/route';
import { endExport } from '@/interop/exports/end-export';
import { makeExports } from '@/interop/exports/make-exports';
import { beginDownload, openExport } from '@/interop/exports/open-export';
import { readOwnExport } from '@/interop/exports/read-own-export';
import { requestExport } from '@/interop/exports/request-export';
import { sweepExports, sweepLostParts } from '@/interop/exports/sweep-exports';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { listNames, putObject } from '@/vault/object-store';
import { collect } from '../../../support/collect';
import { callRoute } from '../../../support/app/browser';
import { exportOf, filesOf, readyExport } from '../../../support/interop/exports';
import { t } from '../../../support/messages/english';
import { createDoctor, createPatient } from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';
import { createForwardedReport, reportRow } from '../../../support/reports/report-factories';
import { shareReport, type SharedReport } from '../../../support/reports/shared-report';

vi.mock('next/headers', () => import('../../../support/app/request-headers'));

const NOT_FOUND = { code: 'not-found' };

function storedFor(exportId: string): Promise<string[]> {
  return collect(listNames(`exports/${exportId}/`));
}

const proofSchema = z.object({
  contentHash: z.string(),
  anchored: z.object({ owner: z.string(), issuer: z.string(), transaction: z.string() }),
  attestation: z.object({
    sealedMetadata: z.string(),
    deadline: z.string(),
    r: z.string(),
    vs: z.string(),
  }),
});

describe('a patient takes their records away', () => {
  let shared: SharedReport;
  let exportId: string;
  let files: Record<string, Buffer>;
  let folders: { sealed: string; waiting: string };

  beforeAll(async () => {
    shared = await shareReport();
    const { patient } = shared;
    const doctor = await createDoctor({ name: 'Dr <b>Bold</b> & Sons' });
    const waiting = await createForwardedReport({ doctor, patient, template: 'COVID_19' });
    exportId = await readyExport(patient);
    files = await filesOf(patient, exportId);
    const folderOf = async (id: string) => {
      const { code } = await reportRow(id);
      return Object.keys(files)
        .find((path) => path.endsWith(`-${code}/index.html`))
        ?.replace('index.html', '');
    };
    folders = {
      sealed: (await folderOf(shared.reportId)) ?? '',
      waiting: (await folderOf(waiting)) ?? '',
    };
  });

  it('as one zip of PDFs that are, bit for bit, the sealed ones', async () => {
    expect(Object.keys(files).sort()).toEqual(
      [
        'account-log.jsonl',
        'bundle.fhir.json',
        'index.html',
        'profile.json',
        ...['access-log.json', 'index.html', 'report.pdf', 'viewers.json'].flatMap((file) => [
          `${folders.sealed}${file}`,
          `${folders.waiting}${file}`,
        ]),
        `${folders.sealed}proof.json`,
      ].sort(),
    );
    const { contentHash } = await reportRow(shared.reportId);
    const pdf = files[`${folders.sealed}report.pdf`] ?? '';
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(
      Buffer.from(contentHash ?? []).toString('hex'),
    );
  });

  // That Medplum takes it is tested in test/reports/fhir.
  it('with one FHIR Bundle of both reports', () => {
    const bundle = JSON.parse(String(files['bundle.fhir.json'])) as Bundle;
    const types = (bundle.entry ?? []).map(({ resource }) => resource?.resourceType);
    expect(types.filter((type) => type === 'Composition')).toHaveLength(2);
    expect(types).toContain('Observation');
  });

  it('with a proof whose attestation is the issuer’s, for this content and this wallet', () => {
    const proof = proofSchema.parse(JSON.parse(String(files[`${folders.sealed}proof.json`])));
    const { attestation, anchored, contentHash } = proof;
    const { CHAIN_ID: chainId, REGISTRY_ADDRESS: verifyingContract } = env();
    const signer = verifyTypedData(
      { name: 'MedAnchor ReportRegistry', version: '1', chainId, verifyingContract },
      {
        Report: [
          { name: 'contentHash', type: 'bytes32' },
          { name: 'metadataHash', type: 'bytes32' },
          { name: 'owner', type: 'address' },
          { name: 'deadline', type: 'uint40' },
        ],
      },
      {
        contentHash,
        metadataHash: keccak256(attestation.sealedMetadata),
        owner: shared.wallet.address,
        deadline: attestation.deadline,
      },
      { r: attestation.r, yParityAndS: attestation.vs },
    );
    expect(anchored).toMatchObject({ owner: shared.wallet.address, issuer: signer });
  });

  it('with who may see it, who did what, and what is kept about the person', () => {
    expect(JSON.parse(String(files[`${folders.sealed}viewers.json`]))).toEqual([
      expect.objectContaining({ email: shared.email, state: 'active' }),
    ]);
    const actions = z
      .array(z.object({ action: z.string() }))
      .parse(JSON.parse(String(files[`${folders.sealed}access-log.json`])))
      .map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['report.forwarded', 'guest.link-mailed']));
    const { displayName, email } = shared.patient.actor;
    expect(JSON.parse(String(files['profile.json']))).toMatchObject({
      person: { name: displayName, email },
      wallets: [{ address: shared.wallet.address }],
    });
    expect(String(files['account-log.jsonl'])).toContain('export.requested');
    // No secret of the account, nor what is derived of one.
    expect(String(files['profile.json'])).not.toMatch(/argon2|passwordHash|nameKey/);
  });

  it('with pages that need no script, and in which a name is no markup', () => {
    const pages = Object.entries(files).filter(([path]) => path.endsWith('.html'));
    for (const [path, page] of pages) {
      expect(String(page), path).not.toMatch(/<script|<img|<link|src=|javascript:/i);
      expect(String(page), path).toContain("default-src 'none'");
    }
    const index = String(files['index.html']);
    expect(index).toContain(`href="${folders.waiting}index.html"`);
    expect(index).toContain('Dr &lt;b&gt;Bold&lt;/b&gt; &amp; Sons');
    expect(index).not.toContain('<b>');
    expect(String(files[`${folders.sealed}index.html`])).toContain(shared.email);
  });

  it('is mailed when it is ready, and every step leaves a trace', async () => {
    const { patient } = shared;
    const mails = await deliverMailsTo(patient.actor.email);
    const ready = mails.find(({ subject }) => subject === t('interop.exportReady.subject'));
    expect(ready?.text).toContain(`${env().APP_URL}/patient/data`);
    await beginDownload(patient.actor, exportId);
    const actions = await actionsAbout(patient.actor.accountId);
    expect(actions.filter((action) => action.startsWith('export.'))).toEqual([
      'export.requested',
      'export.made',
      'export.downloaded',
    ]);
    expect(actions.filter((action) => action === 'report.own-copy-taken')).toHaveLength(2);
  });

  it('is sealed in the store: no name and no word of a report is in its parts', async () => {
    const parts = await storedFor(exportId);
    expect(parts).toHaveLength((await exportOf(shared.patient)).parts ?? 0);
    expect(parts).not.toEqual([]);
  });
});

describe('a copy of records', () => {
  it('is for its patient alone, with a fresh proof', async () => {
    const patient = await createPatient();
    const exportId = await readyExport(patient);
    const other = await createPatient();
    const doctor = await createDoctor();
    await expect(openExport(other.actor, exportId)).rejects.toMatchObject(NOT_FOUND);
    await expect(beginDownload(other.actor, exportId)).rejects.toMatchObject(NOT_FOUND);
    await expect(endExport(other.actor, exportId)).rejects.toMatchObject(NOT_FOUND);
    await expect(openExport(doctor.actor, exportId)).rejects.toMatchObject(NOT_FOUND);
    await expect(requestExport(doctor.actor)).rejects.toMatchObject(NOT_FOUND);
    expect(await readOwnExport(other.actor)).toBeNull();
    const call = {
      method: 'GET',
      path: `/api/exports/${exportId}/file`,
      params: { exportId },
    };
    expect((await callRoute(getFile, call, null)).status).toBe(401);
    await letProofGrowOld(patient);
    expect((await callRoute(getFile, call, patient.actor.sessionId)).status).toBe(403);
    expect(await readOwnExport(patient.actor)).toMatchObject({ state: 'READY' });
  });

  it('is answered as a file of the promised length', async () => {
    const patient = await createPatient();
    const exportId = await readyExport(patient);
    const path = `/api/exports/${exportId}/file`;
    const call = { method: 'GET', path, params: { exportId } };
    const answer = await callRoute(getFile, call, patient.actor.sessionId);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const bytes = Number(answer.headers.get('content-length'));
    expect((await answer.arrayBuffer()).byteLength).toBe(bytes);
  });

  it('is made one at a time', async () => {
    const { actor } = await createPatient();
    const tries = await Promise.allSettled([requestExport(actor), requestExport(actor)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(requestExport(actor)).rejects.toMatchObject({ code: 'conflict' });
    expect(await database().recordsExport.count({ where: { accountId: actor.accountId } })).toBe(1);
  });

  it('is gone after a day, with its parts', async () => {
    const patient = await createPatient();
    const exportId = await readyExport(patient);
    const expired = { expiresAt: new Date(Date.now() - MINUTE_MS) };
    await database().recordsExport.update({ where: { id: exportId }, data: expired });
    await expect(openExport(patient.actor, exportId)).rejects.toMatchObject(NOT_FOUND);
    expect(await readOwnExport(patient.actor)).toBeNull();
    await sweepExports();
    expect(await storedFor(exportId)).toEqual([]);
    expect(await database().recordsExport.count({ where: { id: exportId } })).toBe(0);
    await requestExport(patient.actor);
  });

  it('is deleted when its person wants, also while it is made', async () => {
    const patient = await createPatient();
    const exportId = await readyExport(patient);
    await endExport(patient.actor, exportId);
    expect(await storedFor(exportId)).toEqual([]);
    expect(await readOwnExport(patient.actor)).toBeNull();
    await expect(endExport(patient.actor, exportId)).rejects.toMatchObject(NOT_FOUND);
  });

  it('fails after a day of tries, which its person learns', async () => {
    const patient = await createPatient();
    await requestExport(patient.actor);
    const { id } = await exportOf(patient);
    const requestedAt = new Date(Date.now() - DAY_MS - MINUTE_MS);
    await database().recordsExport.update({ where: { id }, data: { requestedAt } });
    const stopped = AbortSignal.abort();
    await createForwardedReport({ doctor: await createDoctor(), patient });
    expect(await makeExports(stopped)).toBe(true);
    expect(await readOwnExport(patient.actor)).toMatchObject({ state: 'FAILED' });
    const bell = { accountId: patient.actor.accountId, kind: 'export-failed' };
    expect(await database().notification.count({ where: bell })).toBe(1);
    await requestExport(patient.actor);
  });
});

it('leaves nothing of an export in the store that has no row', async () => {
  const lost = 'exports/0198c0de-0000-7000-8000-000000000000/1/1';
  await putObject(lost, new Uint8Array(3));
  const patient = await createPatient();
  const exportId = await readyExport(patient);
  await sweepLostParts();
  expect(await storedFor('0198c0de-0000-7000-8000-000000000000')).toEqual([]);
  expect(await storedFor(exportId)).not.toEqual([]);
});
