import type { Actor } from '@/accounts/sessions/actor';
import type { ReportState } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { requirePatient } from '@/reports/access/lock-received-report';
import { UNSENT_STATES } from '@/reports/sealed/unsent-states';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { requireTemplate } from '@/reports/sealed/report-template';
import type { Translate } from '@/messages/translator';
import { templateTitle } from '@/reports/templates/templates';

/** A report that a patient chose to add to the blockchain together with others. */
export interface ChosenReport {
  id: string;
  code: string;
  title: string;
  state: ReportState;
}

/** Those of some reports that were forwarded to this patient, oldest first; others are left out. */
export async function readChosenReports(
  actor: Actor,
  reportIds: readonly string[],
  t: Translate,
): Promise<ChosenReport[]> {
  requirePatient(actor);
  const reports = await database().report.findMany({
    where: {
      id: { in: [...reportIds] },
      patientId: actor.accountId,
      state: { notIn: UNSENT_STATES },
    },
    include: WITH_KEYS,
    orderBy: { forwardedAt: 'asc' },
  });
  return reports.map((report) => {
    const { id, code, state } = report;
    return { id, code, state, title: templateTitle(requireTemplate(report), t) };
  });
}
