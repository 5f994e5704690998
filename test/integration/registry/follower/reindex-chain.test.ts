import { chainHandlers } from '../../../../src/worker/chain-handlers';
import { expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { openMetadata } from '@/registry/metadata/seal-metadata';
import { readAnchoredMetadata } from '@/registry/metadata/read-anchored-metadata';
import { reindexChain, type ReindexProgress } from '@/registry/follower/reindex-chain';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { requireSeal } from '@/reports/sealed/sealed-report';
import { confirm, indexOf, patientOnChain } from '../../../support/chain/patient-on-chain';
import { mine, sendFrom } from '../../../support/chain/test-chain';

const rows = () =>
  database().chainReport.findMany({
    orderBy: { contentHash: 'asc' },
    omit: { isFinal: true, checkedAt: true },
  });

it('rebuilds the same index from the chain alone', async () => {
  const { anchor, patient, wallet } = await patientOnChain();
  const { reportId } = await anchor(['one@example.org']);
  await anchor();
  await mine(100);
  const viewers = [{ email: 'two@example.org', expiresAt: null }];
  const change = await preparePermissionChange(patient.actor, reportId, viewers);
  await sendFrom(wallet, change.request);
  await confirm();
  const before = await rows();
  expect(before).toHaveLength(2);

  await database().chainReport.deleteMany({ where: { permissions: { equals: [] } } });
  await database().chainRoleHolder.deleteMany({ where: { role: 'ISSUER' } });
  await database().chainReport.updateMany({ data: { permissions: ['0x00'], status: 3 } });
  const progress: ReindexProgress[] = [];
  // Three of the reports, and three roles that the deployment granted.
  expect(await reindexChain(chainHandlers, (step) => progress.push(step))).toBe(6);
  expect(await rows()).toEqual(before);
  expect(await database().chainRoleHolder.count()).toBe(3);
  expect(progress.at(-1)).toMatchObject({ block: progress.at(-1)?.of, events: 6 });
});

it('opens the metadata of a page of reports, and leaves out what it cannot open', async () => {
  const { anchor, patient, doctor } = await patientOnChain();
  const anchored = await anchor();
  const report = await database().report.findUniqueOrThrow({
    where: { id: anchored.reportId },
    include: WITH_KEYS,
  });
  const { objectAddress, dataKey } = requireSeal(report);
  const { contentHash } = anchored;
  const unknown = crypto.getRandomValues(new Uint8Array(32));

  const found = await readAnchoredMetadata([
    { contentHash, dataKey },
    { contentHash: unknown, dataKey },
  ]);
  const hash = `0x${Buffer.from(contentHash).toString('hex')}`;
  expect([...found.keys()]).toEqual([hash]);
  expect(found.get(hash)).toMatchObject({
    objectAddress,
    ownerName: patient.actor.displayName,
    ownerEmail: patient.actor.email,
    doctorEmail: doctor.actor.email,
  });

  const index = await indexOf(anchored);
  const sealed = index?.sealedMetadata ?? new Uint8Array();
  expect(openMetadata(dataKey, contentHash, sealed)).toEqual(found.get(hash));
});
