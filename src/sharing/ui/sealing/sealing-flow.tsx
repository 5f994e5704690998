'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { ReportTransaction } from '../report-transaction';
import type { Viewer } from '@/sharing/grants/viewers';
import { LastFailure, type FailedReport } from './last-failure';
import { SealingSteps } from './sealing-steps';
import { StepFrame } from './step-frame';

export interface SealingFlowProps {
  /** One report, or several that go into one transaction. */
  reports: readonly { id: string; code: string; title: string }[];
  /** The account's wallet, EIP-55. */
  account: string;
  chain: ChainProfile;
  /** The prepared or sent transaction of these reports. */
  openTransactionId: string | null;
  /** Those of the reports whose last attempt failed. */
  failed: readonly FailedReport[];
  /** The viewers of the last attempt, with which the list begins. */
  viewers: readonly Viewer[];
  /** When to pay, below the price. */
  forecast: ReactNode;
  /** The page to go to when it is done. */
  after: string;
}

/** Seals one report or several: three steps, then the progress of the transaction. */
export function SealingFlow(props: SealingFlowProps) {
  const t = useTranslations();
  const { openTransactionId, failed, viewers, after, ...form } = props;
  const router = useRouter();
  const [begun, setBegun] = useState<string | null>(null);
  // Kept in this page: the props contain them only after the next load.
  const [chosen, setChosen] = useState<readonly Viewer[] | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const underWay = begun ?? (openTransactionId === closed ? null : openTransactionId);
  const count = form.reports.length;
  return (
    <>
      {underWay === null ? (
        <>
          <LastFailure failed={failed} />
          <SealingSteps
            {...form}
            viewers={chosen ?? viewers}
            onChosen={setChosen}
            onSent={setBegun}
          />
        </>
      ) : (
        <StepFrame
          step={4}
          subject={t('sharing.sealing.subject', { count })}
          title={t('sharing.sealing.beingSealed')}
          takesFocus={begun !== null}
        >
          <ReportTransaction
            transactionId={underWay}
            isNew={begun !== null}
            chain={form.chain}
            done={t('sharing.sealing.done', { count })}
            onConfirmed={() => router.push(after)}
            onClose={() => {
              setClosed(underWay);
              setBegun(null);
            }}
          />
        </StepFrame>
      )}
    </>
  );
}
