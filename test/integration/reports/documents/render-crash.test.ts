import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { database } from '@/platform/database/database';
import { problemResponse } from '@/platform/http/problem';
import { forwardReport } from '@/reports/drafts/forward-report';
import { MAX_TRIES, renderInThread } from '@/reports/documents/render-in-thread';
import { renderPool, startRenderPool, type RenderPool } from '@/reports/documents/render-pool';
import { createDoctor, createPatient } from '../../../support/people/factories';
import { CRASH } from '../../../support/reports/crashing-render-thread';
import { covid19Document } from '../../../support/reports/report-documents';
import { createFilledDraft, TIME_ZONE } from '../../../support/reports/report-factories';

const CRASHING_ENTRY = path.resolve('test/support/reports/crashing-render-thread.ts');

afterEach(() => {
  vi.restoreAllMocks();
});

/** Ends every thread of the pool right after a document was given to one, this many times. */
function terminateAfterEachStart(pool: RenderPool, times: number) {
  const run = pool.run.bind(pool);
  const spy = vi.spyOn(pool, 'run').mockImplementation((document, options) => {
    const answer = run(document, options);
    if (spy.mock.calls.length <= times) {
      for (const thread of pool.threads) void thread.terminate();
    }
    return answer;
  });
  return spy;
}

describe('a thread that is terminated while it renders', () => {
  it('does not keep a report from being sent', async () => {
    const [doctor, patient] = [await createDoctor(), await createPatient()];
    const { reportId, updatedAt } = await createFilledDraft({ doctor, patient });
    await renderInThread(covid19Document());
    const before = renderPool().threads.map(({ threadId }) => threadId);
    const runs = terminateAfterEachStart(renderPool(), 1);
    await forwardReport(doctor.actor, reportId, { updatedAt, timeZone: TIME_ZONE });
    expect(runs).toHaveBeenCalledTimes(2);
    for (const { threadId } of renderPool().threads) expect(before).not.toContain(threadId);
    expect(await stateOf(reportId)).toBe('FORWARDED');
    const dedupeKey = `mail-report-forwarded:${reportId}`;
    expect(await database().outboxJob.count({ where: { dedupeKey } })).toBe(1);
  });

  it('leaves the report a draft when each thread dies, and the next try sends it', async () => {
    const [doctor, patient] = [await createDoctor(), await createPatient()];
    const { reportId, updatedAt } = await createFilledDraft({ doctor, patient });
    const input = { updatedAt, timeZone: TIME_ZONE };
    const runs = terminateAfterEachStart(renderPool(), MAX_TRIES);
    const refusal = forwardReport(doctor.actor, reportId, input);
    await expect(refusal).rejects.toMatchObject({ code: 'pdf-unavailable' });
    expect(runs).toHaveBeenCalledTimes(MAX_TRIES);
    expect(await stateOf(reportId)).toBe('DRAFT');
    await forwardReport(doctor.actor, reportId, input);
    expect(await stateOf(reportId)).toBe('FORWARDED');
  });
});

it('a form that crashes every thread is refused with a time, and others are rendered', async () => {
  const pool = startRenderPool(CRASHING_ENTRY);
  const runs = vi.spyOn(pool, 'run');
  const [crashing, ...others] = await Promise.allSettled([
    renderInThread(covid19Document({ remarks: CRASH }), pool),
    renderInThread(covid19Document({ remarks: 'one' }), pool),
    renderInThread(covid19Document({ remarks: 'two' }), pool),
  ]);
  expect(crashing).toMatchObject({ status: 'rejected', reason: { code: 'pdf-unavailable' } });
  const answer = problemResponse('reason' in crashing ? crashing.reason : null, DEFAULT_LOCALE);
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(runs).toHaveBeenCalledTimes(MAX_TRIES + others.length);
  await expect(renderInThread(covid19Document({ remarks: 'later' }), pool)).resolves.toBeInstanceOf(
    Uint8Array,
  );
  await pool.destroy();
});

async function stateOf(reportId: string): Promise<string> {
  return (await database().report.findUniqueOrThrow({ where: { id: reportId } })).state;
}
