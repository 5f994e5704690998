import { IconFilePlus, IconFiles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Portal } from '../portal';

const NAV = [
  { href: '/doctor', label: 'Reports', icon: <IconFiles size={18} aria-hidden="true" /> },
  {
    href: '/doctor/reports/new',
    label: 'New report',
    icon: <IconFilePlus size={18} aria-hidden="true" />,
  },
];

export default function DoctorLayout({ children }: { children: ReactNode }) {
  return (
    <Portal role="DOCTOR" nav={NAV}>
      {children}
    </Portal>
  );
}
