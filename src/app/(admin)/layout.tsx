import { getLocale, getTranslations } from 'next-intl/server';
import {
  IconActivity,
  IconKey,
  IconSignature,
  IconStethoscope,
  IconUserEdit,
} from '@tabler/icons-react';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { PageSentences } from '@/generated/browser-messages/admin';
import { DemoWalletMount } from '@/registry/demo-wallet/demo-wallet-mount';
import { readChainProfile, readDemoRpcUrl } from '@/registry/contract/read-chain-profile';
import { Portal } from '../portal';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  // A layout is built without an environment; only a request has one.
  await connection();
  const t = await getTranslations();
  const nav = [
    {
      href: '/admin',
      also: ['/admin/violations'],
      label: t('app.admin.title'),
      icon: <IconActivity size={18} aria-hidden="true" />,
    },
    {
      href: '/admin/doctors',
      label: t('app.adminDoctors.title'),
      icon: <IconStethoscope size={18} aria-hidden="true" />,
    },
    {
      href: '/admin/people',
      also: ['/admin/emergencies', '/admin/factor-resets', '/admin/retention', '/admin/uploads'],
      label: t('app.adminPeople.title'),
      icon: <IconUserEdit size={18} aria-hidden="true" />,
    },
    {
      href: '/admin/recoveries',
      label: t('app.adminRecoveries.title'),
      icon: <IconKey size={18} aria-hidden="true" />,
    },
    {
      href: '/admin/issuers',
      label: t('app.adminIssuers.title'),
      icon: <IconSignature size={18} aria-hidden="true" />,
    },
  ];
  const rpcUrl = readDemoRpcUrl();
  return (
    <PageSentences locale={await getLocale()}>
      <Portal role="ADMIN" nav={nav}>
        {children}
        {rpcUrl !== null && <DemoWalletMount chain={readChainProfile()} rpcUrl={rpcUrl} />}
      </Portal>
    </PageSentences>
  );
}
