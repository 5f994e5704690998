import { describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { problemResponse } from '@/platform/http/problem';
import { forwardReport } from '@/reports/drafts/forward-report';
import { MAX_WAITING, renderInThread } from '@/reports/documents/render-in-thread';
import { renderPdf } from '@/reports/documents/render-pdf';
import { createDoctor, createPatient } from '../../../support/people/factories';
import { bloodPressureDocument, covid19Document } from '../../../support/reports/report-documents';
import { createFilledDraft, TIME_ZONE } from '../../../support/reports/report-factories';
import { sentenceOf } from '../../../support/messages/sentence-of';

const FORWARDS = 16;

/** What came of calls made at once: how many succeeded, and how the others were refused. */
function outcomes(settled: readonly PromiseSettledResult<unknown>[]) {
  const refused = settled.flatMap((one): unknown[] =>
    one.status === 'rejected' ? [one.reason] : [],
  );
  return { done: settled.length - refused.length, refused };
}

describe('a PDF rendered in a thread', () => {
  it('is byte for byte the one rendered here', async () => {
    for (const document of [covid19Document(), bloodPressureDocument()]) {
      const [there, here] = [await renderInThread(document), await renderPdf(document)];
      expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
    }
  });

  it('leaves this thread free to answer others meanwhile', async () => {
    let turns = 0;
    let waiting = true;
    const turn = () => {
      turns += 1;
      if (waiting) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all(Array.from({ length: 4 }, () => renderInThread(covid19Document())));
    waiting = false;
    // Rendered here, the event loop turns only a few times for each document.
    expect(turns).toBeGreaterThan(1_000);
  });

  it('names the field whose character it cannot draw', async () => {
    const refusal: unknown = await renderInThread(covid19Document({ remarks: 'mask 😷' })).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      code: 'undrawable-character',
      fields: {
        remarks: sentenceOf((t) =>
          t('reports.requireDrawable.undrawable', { character: '“😷” (U+1F637)' }),
        ),
      },
    });
  });
});

describe('many PDFs at once', () => {
  it('are refused with a time to come back when the queue is full', async () => {
    const calls = Array.from({ length: 2 * MAX_WAITING }, () => renderInThread(covid19Document()));
    const { done, refused } = outcomes(await Promise.allSettled(calls));
    expect(done).toBeGreaterThanOrEqual(MAX_WAITING);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((error) => isAppError(error, 'server-busy'))).toBe(true);
    const answer = problemResponse(refused[0], DEFAULT_LOCALE);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    // Afterwards there is room again.
    await expect(renderInThread(covid19Document())).resolves.toBeInstanceOf(Uint8Array);
  });

  it('sixteen doctors forward at once, and every report is forwarded', async () => {
    const patient = await createPatient();
    const drafts = await Promise.all(
      Array.from({ length: FORWARDS }, async () => {
        const doctor = await createDoctor();
        return { doctor, ...(await createFilledDraft({ doctor, patient })) };
      }),
    );
    const forwards = drafts.map(({ doctor, reportId, updatedAt }) =>
      forwardReport(doctor.actor, reportId, { updatedAt, timeZone: TIME_ZONE }),
    );
    const { done, refused } = outcomes(await Promise.allSettled(forwards));
    expect({ done, refused }).toEqual({ done: FORWARDS, refused: [] });
    const forwarded = { state: 'FORWARDED', patientId: patient.actor.accountId } as const;
    expect(await database().report.count({ where: forwarded })).toBe(FORWARDS);
  });
});
