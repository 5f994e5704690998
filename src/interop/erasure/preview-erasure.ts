import type { Actor } from '@/accounts/sessions/actor';
import { requirePatient } from '@/reports/access/lock-received-report';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { templateOf } from '@/reports/sealed/report-template';
import { keptUntil, readRetentionRules } from '../retention/retention-rules';

/** Reports of one kind that the law requires the clinic to keep. */
interface KeptKind {
  kind: ReportTemplate;
  reports: number;
  /** When the last of them is destroyed, ISO 8601. */
  until: string;
  basis: string;
}

/** What would go and what would stay if a patient were erased now. */
export interface ErasurePreview {
  /** Reports that are destroyed. */
  reports: number;
  kept: KeptKind[];
  /** Reports whose fingerprint stays on the blockchain. */
  sealed: number;
  /** Files that the person has added. */
  files: number;
  /** People who can see a report now. */
  viewers: number;
}

const AT_ONCE = 200;

/** @throws AppError not-found for all but patients */
export async function previewErasure(actor: Actor): Promise<ErasurePreview> {
  requirePatient(actor);
  const patientId = actor.accountId;
  const rules = await readRetentionRules();
  const [now, sent, sealed, viewers, files] = await Promise.all([
    databaseNow(),
    database().report.count({ where: { patientId, contentHash: { not: null } } }),
    database().report.count({ where: { patientId, anchoredAt: { not: null } } }),
    database().grant.count({ where: { state: 'ACTIVE', report: { patientId } } }),
    database().upload.count({ where: { accountId: patientId } }),
  ]);
  const kept = new Map<ReportTemplate, KeptKind>();
  let [after, count] = ['', 0];
  // Without a rule no report need be opened.
  while (rules.size > 0) {
    const rows = await database().report.findMany({
      where: { patientId, contentHash: { not: null }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      include: WITH_KEYS,
    });
    for (const row of rows) {
      const kind = templateOf(row);
      const term = kind === null ? undefined : rules.get(kind);
      if (kind === null || term === undefined) continue;
      const until = keptUntil(row.forwardedAt ?? row.createdAt, term);
      if (until <= now) continue;
      const known = kept.get(kind);
      const last = known === undefined || known.until < until.toISOString();
      kept.set(kind, {
        ...{ kind, basis: term.basis, reports: (known?.reports ?? 0) + 1 },
        until: last ? until.toISOString() : known.until,
      });
      count += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  return { reports: sent - count, kept: [...kept.values()], sealed, viewers, files };
}
