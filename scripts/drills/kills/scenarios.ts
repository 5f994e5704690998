import { requestErasure } from '@/accounts/erasure/request-erasure';
import { eraseDue } from '@/interop/erasure/erase-due';
import { receiptSchema } from '@/interop/erasure/erasure-receipt';
import { verifyErasure } from '@/interop/erasure/verify-erasure';
import { requestExport } from '@/interop/exports/request-export';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { openReportDocument } from '@/reports/content/open-report-document';
import { openKit } from '@/reports/recover-page/open-kit';
import { getObject, listNames } from '@/vault/object-store';
import { keyFileName } from '@/vault/recovery-kit/kit-files';
import { openWithKit } from '@/vault/recovery-kit/open-with-kit';
import { jobHandlers } from '../../../src/worker/job-handlers';
import { collect } from '../../../test/support/collect';
import { exportOf, filesOf, makeDueExports, RUNNING } from '../../../test/support/interop/exports';
import { createDoctor, createPatient, type Person } from '../../../test/support/people/factories';
import { givePaperKey, publicSources } from '../../../test/support/recovery-kit/kits';
import { createForwardedReport } from '../../../test/support/reports/report-factories';

/** Work that was begun and whose worker may have been killed. */
export interface BegunWork {
  /** What is wrong while nobody works on it: something half done that a person can see, or something lost. */
  findWrong: () => Promise<string[]>;
  /** As if the leases of the killed worker, and pauses after a failure, were over. */
  letBeDue: () => Promise<unknown>;
  /** Then another one does the rest. */
  finish: () => Promise<void>;
  /** What is wrong now that it is done. */
  findWrongInTheEnd: () => Promise<string[]>;
}

/** Makes a patient for whom something is due. */
export type Scenario = () => Promise<BegunWork>;

const past = () => new Date(Date.now() - MINUTE_MS);

const letJobsBeDue = () =>
  database().outboxJob.updateMany({
    where: { doneAt: null },
    data: { claimedUntil: null, runAfter: past() },
  });

async function doJobs(): Promise<void> {
  await letJobsBeDue();
  while ((await runDueJobs(jobHandlers)) > 0);
}

async function patientWithReports(): Promise<{ patient: Person; reportIds: string[] }> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportIds = [
    await createForwardedReport({ doctor, patient }),
    await createForwardedReport({ doctor, patient }),
  ];
  return { patient, reportIds };
}

/** Problems that a check names, without those that it does not have. */
function those(checks: Record<string, boolean>): string[] {
  return Object.keys(checks).filter((name) => checks[name] === true);
}

/** A sheet of paper is replaced: every data key is wrapped anew. */
const rewrapping: Scenario = async () => {
  const { patient, reportIds } = await patientWithReports();
  const before = await givePaperKey(patient, 1);
  await doJobs();
  const present = await givePaperKey(patient, 2);
  const opens = async (identity: string, address: string) => {
    const file = await getObject(keyFileName(address));
    if (file === null) return false;
    return (await openWithKit(identity, Uint8Array.from(file))).outcome === 'opened';
  };
  return {
    findWrong: async () => {
      const rows = await database().report.findMany({ where: { id: { in: reportIds } } });
      const wrong: string[] = [];
      for (const { id, objectAddress } of rows) {
        const address = objectAddress ?? '';
        const byEither = (await opens(before, address)) || (await opens(present, address));
        if (!byEither) wrong.push(`report ${id} opens with neither sheet`);
      }
      return wrong;
    },
    letBeDue: letJobsBeDue,
    finish: doJobs,
    findWrongInTheEnd: async () => {
      const kit = await openKit(present, publicSources());
      const former = await openKit(before, publicSources());
      return those({
        'the new sheet does not open both reports': kit?.reports.length !== 2,
        'a key file is damaged': kit?.unopened.length !== 0,
        'the former sheet still opens something': former !== null,
      });
    },
  };
};

/** A copy of the patient's records is made. */
const exporting: Scenario = async () => {
  const { patient } = await patientWithReports();
  await doJobs();
  await requestExport(patient.actor);
  const { accountId } = patient.actor;
  const letBeDue = () =>
    database().recordsExport.updateMany({
      where: { accountId, state: 'REQUESTED' },
      data: { claimedUntil: null, runAfter: past() },
    });
  const findWrong = async () => {
    const { id, state, parts } = await exportOf(patient);
    if (state === 'REQUESTED') return [];
    const files = Object.keys(await filesOf(patient, id));
    const stored = await collect(listNames(`exports/${id}/`));
    return those({
      'it is neither waiting nor ready': state !== 'READY',
      'a report is missing': files.filter((path) => path.endsWith('.pdf')).length !== 2,
      'it has no first page': !files.includes('index.html'),
      'the store has other parts': stored.length !== parts,
    });
  };
  return {
    findWrong,
    letBeDue,
    finish: async () => {
      await letBeDue();
      await makeDueExports();
      await doJobs();
    },
    findWrongInTheEnd: async () => {
      const { state } = await exportOf(patient);
      const told = { accountId, kind: 'export-ready' };
      const made = { subjectId: accountId, action: 'export.made' };
      return [
        ...those({
          'it was not made': state !== 'READY',
          'the patient was not told once':
            (await database().notification.count({ where: told })) !== 1,
          'the trail does not have it once':
            (await database().auditEvent.count({ where: made })) !== 1,
        }),
        ...(await findWrong()),
      ];
    },
  };
};

/** A patient is erased. */
const erasing: Scenario = async () => {
  const { patient, reportIds } = await patientWithReports();
  await givePaperKey(patient);
  await doJobs();
  await requestErasure(patient.actor, patient.actor.email);
  // What is mailed before it begins.
  await doJobs();
  const { accountId } = patient.actor;
  const letBeDue = () =>
    database().erasure.updateMany({
      where: { accountId, state: { not: 'DONE' } },
      data: { dueAt: past(), runAfter: past(), claimedUntil: null },
    });
  await letBeDue();
  return {
    findWrong: async () => {
      const erasure = await database().erasure.findFirstOrThrow({ where: { accountId } });
      const account = await database().account.findUniqueOrThrow({ where: { id: accountId } });
      const sessions = await database().session.count({ where: { accountId } });
      if (erasure.state !== 'WAITING') {
        return those({
          'the account is still open': account.status !== 'ERASED',
          'a session is still open': sessions > 0,
        });
      }
      const opened = await Promise.all(
        reportIds.map((id) => openReportDocument(patient.actor, id).catch(() => null)),
      );
      return those({
        'it has not begun, but a report does not open': opened.includes(null),
        'it has not begun, but the account is closed': account.status !== 'ACTIVE',
      });
    },
    letBeDue,
    finish: async () => {
      await letBeDue();
      while (await eraseDue(RUNNING));
      await doJobs();
    },
    findWrongInTheEnd: async () => {
      const done = await database().erasure.findFirstOrThrow({ where: { accountId } });
      if (done.receipt === null) return ['it has no receipt'];
      const found = await verifyErasure(receiptSchema.parse(JSON.parse(done.receipt)));
      const event = { subjectId: accountId, action: 'erasure.destroyed' };
      const mail = { dedupeKey: `mail-erasure-receipt:${done.id}` };
      return [
        ...found.left,
        ...those({
          'the receipt is not signed': !found.signatureRight,
          'the trail does not have what the receipt names': !found.recorded,
          'the receipt does not list both reports': found.reports !== 2,
          'it was recorded more than once':
            (await database().auditEvent.count({ where: event })) !== 1,
          'the receipt was not mailed once':
            (await database().outboxJob.count({ where: mail })) !== 1,
        }),
      ];
    },
  };
};

/** What workers are killed in. */
export const SCENARIOS: Record<'re-wrapping' | 'export' | 'erasure', Scenario> = {
  're-wrapping': rewrapping,
  export: exporting,
  erasure: erasing,
};
