import { IconActivity, IconKey, IconSignature, IconStethoscope } from '@tabler/icons-react';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { DemoWalletMount } from '@/registry/demo-wallet/demo-wallet-mount';
import { readChainProfile, readDemoRpcUrl } from '@/registry/contract/read-chain-profile';
import { Portal } from '../portal';

const NAV = [
  { href: '/admin', label: 'Overview', icon: <IconActivity size={18} aria-hidden="true" /> },
  {
    href: '/admin/doctors',
    label: 'Doctors',
    icon: <IconStethoscope size={18} aria-hidden="true" />,
  },
  {
    href: '/admin/recoveries',
    label: 'Lost wallets',
    icon: <IconKey size={18} aria-hidden="true" />,
  },
  {
    href: '/admin/issuers',
    label: 'Issuers',
    icon: <IconSignature size={18} aria-hidden="true" />,
  },
];

export default async function AdminLayout({ children }: { children: ReactNode }) {
  // A layout is built without an environment; only a request has one.
  await connection();
  const rpcUrl = readDemoRpcUrl();
  return (
    <Portal role="ADMIN" nav={NAV}>
      {children}
      {rpcUrl !== null && <DemoWalletMount chain={readChainProfile()} rpcUrl={rpcUrl} />}
    </Portal>
  );
}
