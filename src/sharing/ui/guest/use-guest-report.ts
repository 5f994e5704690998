'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { guestReportSchema, type GuestReport } from '@/sharing/guest/guest-report-schema';
import { guestRefusalOf, type GuestEnd } from './guest-end';

/** A report as the page shows it, with its PDF as a file. */
export interface OpenedReport {
  report: GuestReport;
  pdf: Blob;
}

/** What a guest's session opens, or why that failed; both null while it is on the way. */
export function useGuestReport(
  sessionId: string,
  attempt: number,
  onEnd: (end: GuestEnd) => void,
): { opened: OpenedReport | null; failure: string | null } {
  const t = useTranslations();
  const key = `${sessionId} ${attempt}`;
  const [known, setKnown] = useState<{ key: string; opened?: OpenedReport; failure?: string }>();
  const fail = useEffectEvent((error: unknown) => {
    const end = guestRefusalOf(error);
    if (end === null) setKnown({ key, failure: problemMessage(error, t) });
    else onEnd(end);
  });
  useEffect(() => {
    let wanted = true;
    callApi('GET', `/api/guest/report?session=${sessionId}`, guestReportSchema).then(
      (report) => {
        if (wanted) setKnown({ key, opened: { report, pdf: pdfOf(report) } });
      },
      (error: unknown) => {
        if (wanted) fail(error);
      },
    );
    return () => {
      wanted = false;
    };
  }, [sessionId, key]);
  const current = known?.key === key ? known : undefined;
  return { opened: current?.opened ?? null, failure: current?.failure ?? null };
}

/** The PDF of an opened report as a file. */
export function pdfOf(report: Pick<GuestReport, 'pdf'>): Blob {
  const bytes = Uint8Array.from(atob(report.pdf), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'application/pdf' });
}
