import { getTranslations } from 'next-intl/server';
import type { Actor } from '@/accounts/sessions/actor';
import { Stack } from '@/components/plain/stack';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { listWallets } from '@/accounts/wallets/list-wallets';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import type { PatientReport } from '@/reports/lists/read-patient-report';
import { reportTitle } from '@/reports/ui/report-title';
import { findLastAttempts } from '@/sharing/anchoring/find-last-attempts';
import { findOpenTransaction } from '@/sharing/anchoring/find-open-transaction';
import { readSaving } from '@/sharing/anchoring/read-saving';
import { listViewers } from '@/sharing/viewers/list-viewers';
import { SealingSavingLine } from '@/sharing/ui/paying/sealing-saving';
import { OpenSealing } from '@/sharing/ui/sealing/open-sealing';
import { SealCard } from '@/sharing/ui/sealing/seal-card';
import { ViewersPanel } from '@/sharing/ui/viewers/viewers-panel';

/** What the patient can do with a report on the blockchain: seal it, or change who may see it. */
export async function ChainSection({ actor, report }: { actor: Actor; report: PatientReport }) {
  const chain = readChainProfile();
  const open = await findOpenTransaction(actor, report.id);
  const openTransactionId = open?.transactionId ?? null;
  if (report.proof !== null) {
    const saving = await readSaving(actor, report.id);
    return (
      <Stack gap="lg">
        {saving !== null && <SealingSavingLine saving={saving} />}
        <ViewersPanel
          reportId={report.id}
          viewers={await listViewers(actor, report.id)}
          account={report.proof.owner}
          readOnly={await whyReadOnly(actor, report, report.proof.owner)}
          open={open}
          chain={chain}
        />
      </Stack>
    );
  }
  if (openTransactionId !== null) {
    return <OpenSealing transactionId={openTransactionId} chain={chain} />;
  }
  if (report.state !== 'APPROVED' || report.end !== null) return null;
  const { code } = report;
  const title = reportTitle(report, await getTranslations());
  const attempts = await findLastAttempts(actor, [report.id]);
  return (
    <SealCard
      reportId={report.id}
      hasWallet={(await currentWallet(actor.accountId)) !== null}
      failed={attempts.flatMap(({ failure }) =>
        failure === null ? [] : [{ code, title, failure }],
      )}
    />
  );
}

/** The chain decides who may change it: a report can be handed to another wallet. */
async function whyReadOnly(
  actor: Actor,
  { state, validity }: PatientReport,
  owner: string,
): Promise<'invalid' | 'transferred' | null> {
  if (state !== 'ANCHORED' || validity?.outcome === 'invalid') return 'invalid';
  const wallets = await listWallets(actor);
  return wallets.some(({ address }) => address === owner) ? null : 'transferred';
}
