import { useLocale, useTranslations } from 'next-intl';
import { IconFilePlus, IconFiles, IconUrgent, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageSentences } from '@/generated/browser-messages/doctor';
import { Portal } from '../portal';

export default function DoctorLayout({ children }: { children: ReactNode }) {
  const t = useTranslations();
  const nav = [
    {
      href: '/doctor',
      label: t('app.doctor.title'),
      icon: <IconFiles size={18} aria-hidden="true" />,
    },
    {
      href: '/doctor/reports/new',
      label: t('app.newReport.title'),
      icon: <IconFilePlus size={18} aria-hidden="true" />,
    },
    {
      href: '/doctor/requests',
      label: t('app.doctorRequests.title'),
      icon: <IconUserQuestion size={18} aria-hidden="true" />,
    },
    {
      href: '/doctor/emergency',
      label: t('app.doctorEmergency.title'),
      icon: <IconUrgent size={18} aria-hidden="true" />,
    },
  ];
  return (
    <PageSentences locale={useLocale()}>
      <Portal role="DOCTOR" nav={nav}>
        {children}
      </Portal>
    </PageSentences>
  );
}
