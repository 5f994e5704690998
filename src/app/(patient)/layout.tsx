import { IconFiles, IconWallet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Portal } from '../portal';

const NAV = [
  { href: '/patient', label: 'My reports', icon: <IconFiles size={18} aria-hidden="true" /> },
  { href: '/patient/wallet', label: 'Wallet', icon: <IconWallet size={18} aria-hidden="true" /> },
];

export default function PatientLayout({ children }: { children: ReactNode }) {
  return (
    <Portal role="PATIENT" nav={NAV}>
      {children}
    </Portal>
  );
}
