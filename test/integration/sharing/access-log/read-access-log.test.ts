import { expect, it } from 'vitest';
import { MINUTE_MS } from '@/platform/time/durations';
import { showReport } from '@/reports/content/show-report';
import { openReportDocument } from '@/reports/content/open-report-document';
import { listViewers } from '@/sharing/viewers/list-viewers';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { createPatient } from '../../../support/people/factories';
import { openSessionFor, shareReport } from '../../../support/reports/shared-report';

it('lists for the patient who did what, their own looking included', async () => {
  const shared = await shareReport();
  const { patient, doctor, reportId, email } = shared;
  await openReportDocument(doctor.actor, reportId);
  await openReportDocument(patient.actor, reportId);
  await showReport(doctor.actor, reportId);
  await readGuestReport(await openSessionFor(shared));

  await readAccessLog(patient.actor, reportId, null);
  const { entries, newer, older } = await readAccessLog(patient.actor, reportId, null);
  expect({ newer, older }).toEqual({ newer: null, older: null });
  const listed = entries.map(({ who, name, action, viewer }) => [who, name, action, viewer]);
  expect(listed.slice(0, 2)).toEqual([
    ['you', null, 'report.access-log-read', null],
    ['guest', email, 'guest.opened', null],
  ]);
  expect(listed).toContainEqual(['doctor', doctor.actor.displayName, 'pdf-opened', null]);
  expect(listed).toContainEqual(['doctor', doctor.actor.displayName, 'report.opened', null]);
  expect(listed).toContainEqual(['you', null, 'pdf-opened', null]);
  expect(listed).toContainEqual(['system', null, 'guest.link-mailed', email]);
  expect(listed).toContainEqual(['guest', email, 'guest.session-opened', null]);

  const [viewer] = await listViewers(patient.actor, reportId);
  expect(Date.parse(viewer?.lastOpenedAt ?? '')).toBeGreaterThan(Date.now() - MINUTE_MS);
});

it('is for the patient only', async () => {
  const { doctor, reportId } = await shareReport();
  const stranger = await createPatient();
  for (const { actor } of [doctor, stranger]) {
    await expect(readAccessLog(actor, reportId, null)).rejects.toMatchObject({ code: 'not-found' });
  }
});

it('comes in pages', async () => {
  const { patient, reportId } = await shareReport();
  for (let look = 0; look < 60; look += 1) await readAccessLog(patient.actor, reportId, null);
  const first = await readAccessLog(patient.actor, reportId, null);
  expect(first.entries).toHaveLength(50);
  expect(first.newer).toBeNull();
  const second = await readAccessLog(patient.actor, reportId, first.older);
  expect(second.entries.at(-1)?.action).toBe('report.forwarded');
  expect(second.older).toBeNull();
  const ids = [...first.entries, ...second.entries].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const last = await readAccessLog(patient.actor, reportId, 'oldest');
  expect(last.entries.at(-1)).toEqual(second.entries.at(-1));
  expect(last.entries).toHaveLength(50);
});
