import { IconActivity, IconStethoscope } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Portal } from '../portal';

const NAV = [
  { href: '/admin', label: 'Overview', icon: <IconActivity size={18} aria-hidden="true" /> },
  {
    href: '/admin/doctors',
    label: 'Doctors',
    icon: <IconStethoscope size={18} aria-hidden="true" />,
  },
];

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <Portal role="ADMIN" nav={NAV}>
      {children}
    </Portal>
  );
}
