import { setTimeout } from 'node:timers/promises';
import { checkTrail } from '@/audit/check/check-trail';
import { readTrailCheck } from '@/audit/check/read-trail-check';
import { requestTrailCheck } from '@/audit/check/request-trail-check';
import type { TrailCheckState } from '@/audit/check/trail-check-schema';
import { database } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { SECOND_MS } from '@/platform/time/durations';
import { WITH_KEYS, type KeyedReport } from '@/reports/sealed/keyed-report';
import { openSeal } from '@/reports/sealed/sealed-report';
import { objectSize } from '@/vault/object-store';
import { openDocument } from '@/vault/open-document';

/** Reports whose documents are opened at the same time. */
const AT_ONCE = 16;

/** Whether every sealed report can be opened. Reports by their code, as it is printed on the PDF. */
export interface DocumentFindings {
  opened: number;
  /** The store has no object. */
  missing: string[];
  /** The object is not the one that was sealed. */
  altered: string[];
  /** KEYRING lacks the key, or the wrapped key was altered. */
  locked: string[];
}

/** Recomputes the whole audit trail; workers may do so at the same time. */
export async function checkWholeTrail(
  onProgress: (checked: number, total: number) => void,
): Promise<TrailCheckState> {
  await requestTrailCheck();
  for (;;) {
    const hasMore = await checkTrail();
    const state = await readTrailCheck();
    onProgress(state.checked, state.total);
    if (state.outcome === 'intact' || state.outcome === 'broken') return state;
    // The chain cannot be asked: the days are not compared with it.
    const isRead = state.outcome === 'checking' && state.checked === state.total;
    if (!hasMore && isRead) return state;
    // A worker has the turn.
    if (!hasMore) await setTimeout(SECOND_MS);
  }
}

/**
 * Opens the document of every report that has one: fetches it, decrypts it, and compares its hash.
 * @throws AppError store-unavailable
 */
export async function checkDocuments(
  onProgress: (opened: number) => void,
): Promise<DocumentFindings> {
  const findings: DocumentFindings = { opened: 0, missing: [], altered: [], locked: [] };
  let after = '';
  for (;;) {
    const reports = await database().report.findMany({
      where: { id: { gt: after }, objectAddress: { not: null } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      include: WITH_KEYS,
    });
    const last = reports.at(-1);
    if (last === undefined) return findings;
    await Promise.all(reports.map((report) => check(report, findings)));
    onProgress(findings.opened);
    after = last.id;
  }
}

async function check(report: KeyedReport, findings: DocumentFindings): Promise<void> {
  const { code } = report;
  const seal = openOrNull(report);
  if (seal === null) {
    findings.locked.push(code);
    return;
  }
  try {
    await openDocument(seal);
    findings.opened += 1;
  } catch (error) {
    if (isAppError(error, 'store-unavailable')) throw error;
    if ((await objectSize(seal.objectAddress)) === null) findings.missing.push(code);
    else if (isAppError(error, 'object-altered')) findings.altered.push(code);
    else findings.locked.push(code);
  }
}

/** A key that is no longer there, or that the keyring does not open, is a finding, not the end of the check. */
function openOrNull(report: KeyedReport) {
  try {
    return openSeal(report);
  } catch {
    return null;
  }
}
