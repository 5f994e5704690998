import type { Actor } from '@/accounts/sessions/actor';
import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readReport, type OnChainReport } from '@/registry/contract/read-report';
import { shortAddress } from '@/registry/contract/short-address';
import { requirePatient } from '@/reports/access/lock-received-report';
import { requireNotEnded } from '@/reports/retraction/require-not-ended';
import { isSent, type SentReport } from '@/reports/sealed/sealed-report';

/** A patient's anchored report and its present state on the chain. */
interface OwnReport {
  report: SentReport;
  chain: OnChainReport;
}

/**
 * Reads an anchored report whose viewers this patient may change: its owner on the chain must be one of the
 * patient's wallets.
 * @throws AppError not-found; wrong-state when it is not anchored; report-invalid; issuer-compromised; wallet-missing;
 * chain-unavailable
 */
export async function requireOwnReport(actor: Actor, reportId: string): Promise<OwnReport> {
  requirePatient(actor);
  const report = await database().report.findFirst({
    where: { id: reportId, patientId: actor.accountId, state: { notIn: ['DRAFT', 'DISCARDED'] } },
  });
  if (report === null) throw new AppError('not-found');
  await requireNotEnded(database(), report);
  if (report.state !== 'ANCHORED' || !isSent(report)) throw new AppError('wrong-state');
  const chain = await readReport(report.contentHash);
  if (chain.status !== 'active') throw new AppError('report-invalid');
  if (!chain.valid) throw new AppError('issuer-compromised');
  const wallet = await findOwnWallet(database(), actor.accountId, chain.owner);
  if (wallet === null) {
    throw new AppError('wallet-missing', {
      detail: (t) =>
        t('sharing.requireOwnReport.otherWallet', { owner: shortAddress(chain.owner) }),
    });
  }
  return { report, chain };
}
