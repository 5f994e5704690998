import type { ReactNode } from 'react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { orNotFound } from '@/app/or-not-found';
import { requireReadableReport } from '@/reports/access/require-readable-report';

interface ReportLayoutProps {
  children: ReactNode;
  params: Promise<{ reportId: string }>;
}

/** Looks before the waiting page is sent: once it is, a missing report could not be answered with 404. */
export default async function ReportLayout({ children, params }: ReportLayoutProps) {
  const actor = await requirePageActor('PATIENT');
  const { reportId } = await params;
  await orNotFound(requireReadableReport(actor, reportId));
  return children;
}
