'use client';

import { useTranslations } from 'next-intl';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import { WalletLock } from '@/registry/ui/wallet/wallet-lock';
import { useWalletBusy } from '@/registry/wallet/use-wallet-task';
import { focusInvalidField } from '@/components/inputs/focus-invalid-field';
import { PaidStep } from '../paid-step';
import { useViewerList } from '@/sharing/ui/viewers/use-viewer-list';
import type { Viewer } from '@/sharing/grants/viewers';
import { ViewersEditor } from '@/sharing/ui/viewers/viewers-editor';
import { OnChainData } from '../on-chain-data';
import { ChosenReports } from './chosen-reports';
import { StepActions, StepFrame } from './step-frame';
import { useSteps } from './use-steps';

interface SealingStepsProps {
  reports: readonly { id: string; code: string; title: string }[];
  account: string;
  chain: ChainProfile;
  forecast: ReactNode;
  /** The viewers in the list at the beginning. */
  viewers: readonly Viewer[];
  /** Called with the list for which the transaction is requested. */
  onChosen: (viewers: readonly Viewer[]) => void;
  onSent: (transactionId: string) => void;
}

/** Who may see it, what stays forever, what it costs: one question at a time. */
export function SealingSteps(props: SealingStepsProps) {
  const t = useTranslations();
  const { reports, account, chain, forecast, viewers, onChosen, onSent } = props;
  const list = useViewerList(viewers);
  const { step, go: goTo } = useSteps();
  const busy = useWalletBusy();
  const [first] = reports;
  const count = reports.length;
  const several = count > 1;
  const subject = t('sharing.sealing.subject', { count });
  const which = several ? { reportIds: reports.map(({ id }) => id) } : {};
  const [moved, setMoved] = useState(false);

  function go(next: number) {
    setMoved(true);
    goTo(next);
  }

  function collect(): Viewer[] | null {
    const all = list.collect();
    if (all !== null) onChosen(all);
    return all;
  }

  function chooseViewers() {
    if (list.collect() === null) focusInvalidField();
    else go(2);
  }

  // While the wallet's window is open, the browser's "back" must not hide what the wallet asks about.
  if (busy || step >= 3) {
    return (
      <StepFrame step={3} subject={subject} title={t('sharing.sealingSteps.costTitle')} takesFocus>
        <PaidStep
          path={several ? '/api/anchoring-batches' : `/api/reports/${first?.id ?? ''}/anchoring`}
          question={{ ...which, viewerCount: list.count }}
          account={account}
          chain={chain}
          verb={t('sharing.sealingSteps.sealNow', { count })}
          laterVerb={t('sharing.sealingSteps.sealLater', { count })}
          forecast={forecast}
          collect={() => {
            const collected = collect();
            return collected && { ...which, viewers: collected };
          }}
          onFieldErrors={(errors) => {
            list.setErrors(errors);
            go(1);
          }}
          onSent={onSent}
        />
        <WalletLock>
          <Button variant="subtle" size="md" fullWidth onClick={() => go(2)}>
            {t('sharing.sealingSteps.back')}
          </Button>
        </WalletLock>
      </StepFrame>
    );
  }
  if (step === 2) {
    return (
      <StepFrame
        step={2}
        subject={subject}
        title={t('sharing.sealingSteps.onChainTitle')}
        takesFocus
      >
        <OnChainData reportCount={count} />
        <StepActions>
          <Button variant="subtle" size="md" onClick={() => go(1)}>
            {t('sharing.sealingSteps.back')}
          </Button>
          <Button size="md" onClick={() => go(3)}>
            {t('sharing.sealingSteps.understood')}
          </Button>
        </StepActions>
      </StepFrame>
    );
  }
  return (
    <StepFrame
      step={1}
      subject={subject}
      title={t('sharing.sealingSteps.viewersTitle', { count })}
      takesFocus={moved}
    >
      {several && <ChosenReports reports={reports} />}
      <Text>{t('sharing.sealingSteps.viewersIntro', { count })}</Text>
      <ViewersEditor {...list.editor} />
      <StepActions>
        <Button size="md" onClick={chooseViewers}>
          {list.count === 0
            ? t('sharing.sealingSteps.nextWithoutViewers')
            : t('sharing.sealingSteps.next')}
        </Button>
      </StepActions>
    </StepFrame>
  );
}
