import { getLocale, getTranslations } from 'next-intl/server';
import { IconFiles, IconFileUpload, IconUserQuestion, IconWallet } from '@tabler/icons-react';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { PageSentences } from '@/generated/browser-messages/patient';
import { DemoWalletMount } from '@/registry/demo-wallet/demo-wallet-mount';
import { readChainProfile, readDemoRpcUrl } from '@/registry/contract/read-chain-profile';
import { listOwnRecoveries } from '@/registry/recovery/list-own-recoveries';
import { VetoBanner } from '@/registry/ui/recovery/veto-banner';
import { Portal } from '../portal';

export default async function PatientLayout({ children }: { children: ReactNode }) {
  // A layout is built without an environment; only a request has one.
  await connection();
  const t = await getTranslations();
  const nav = [
    {
      href: '/patient',
      label: t('common.myReports'),
      icon: <IconFiles size={18} aria-hidden="true" />,
    },
    {
      href: '/patient/uploads',
      label: t('app.uploads.title'),
      icon: <IconFileUpload size={18} aria-hidden="true" />,
    },
    {
      href: '/patient/requests',
      label: t('app.patientRequests.title'),
      icon: <IconUserQuestion size={18} aria-hidden="true" />,
    },
    {
      href: '/patient/wallet',
      label: t('common.wallet'),
      icon: <IconWallet size={18} aria-hidden="true" />,
    },
  ];
  const rpcUrl = readDemoRpcUrl();
  return (
    <PageSentences locale={await getLocale()}>
      <Portal role="PATIENT" nav={nav}>
        <VetoBanner recoveries={await listOwnRecoveries(await requirePageActor('PATIENT'))} />
        {children}
        {rpcUrl !== null && <DemoWalletMount chain={readChainProfile()} rpcUrl={rpcUrl} />}
      </Portal>
    </PageSentences>
  );
}
