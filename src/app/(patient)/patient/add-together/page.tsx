import { IconStack2, IconWallet } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/require-page-actor';
import { currentWallet } from '@/accounts/wallet/current-wallet';
import { BackLink } from '@/components/back-link';
import { EmptyState } from '@/components/empty-state';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/page-header';
import { readChainProfile } from '@/registry/read-chain-profile';
import { readChosenReports } from '@/reports/read-chosen-reports';
import { findOpenTransaction } from '@/sharing/find-open-transaction';
import { MAX_TOGETHER } from '@/sharing/prepared-transaction';
import { BatchPanel } from '@/sharing/ui/batch-panel';
import { AnchoringForecast } from '../anchoring-forecast';

export const metadata: Metadata = { title: 'Add several reports' };

const querySchema = z.object({
  report: z
    .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(MAX_TOGETHER)])
    .catch([]),
});

export default async function AddTogetherPage(props: { searchParams: Promise<unknown> }) {
  const actor = await requirePageActor('PATIENT');
  const { report: reportIds } = querySchema.parse(await props.searchParams);
  const [reports, account] = await Promise.all([
    readChosenReports(actor, reportIds),
    currentWallet(actor.accountId),
  ]);
  const [first] = reports.every(({ state }) => state === 'ANCHORING') ? reports : [];
  const open = first === undefined ? null : await findOpenTransaction(actor, first.id);
  const ready = reports.length >= 2 && reports.every(({ state }) => state === 'APPROVED');
  return (
    <>
      <BackLink href="/patient">My reports</BackLink>
      <PageHeader
        title="Add several reports"
        lead="By one transaction, which is cheaper than one for each report."
      />
      <div style={{ maxWidth: 720 }}>
        {account === null ? (
          <EmptyState
            icon={<IconWallet size={26} />}
            title="Bind a wallet first"
            action={<LinkButton href="/patient/wallet">Bind my wallet</LinkButton>}
          >
            To add reports to the blockchain you need a wallet.
          </EmptyState>
        ) : ready || open !== null ? (
          <BatchPanel
            reports={reports.map(({ id, code, title }) => ({ id, code, title }))}
            account={account}
            openTransactionId={open?.transactionId ?? null}
            chain={readChainProfile()}
            forecast={<AnchoringForecast actor={actor} />}
          />
        ) : (
          <EmptyState
            icon={<IconStack2 size={26} />}
            title="Choose the reports again"
            action={<LinkButton href="/patient">My reports</LinkButton>}
          >
            At least two reports that you have approved, and that are not being added already, can
            be added together. What you chose has moved on meanwhile.
          </EmptyState>
        )}
      </div>
    </>
  );
}
