import { useTranslations } from 'next-intl';
import { PageTabs } from '@/components/frame/page-tabs';

interface PeopleTabsProps {
  here:
    | '/admin/people'
    | '/admin/emergencies'
    | '/admin/factor-resets'
    | '/admin/retention'
    | '/admin/uploads';
}

/** What administrators decide about people's accounts. */
export function PeopleTabs({ here }: PeopleTabsProps) {
  const t = useTranslations();
  return (
    <PageTabs
      label={t('app.adminPeople.title')}
      pages={[
        { href: '/admin/people', label: t('app.adminPeople.corrections') },
        { href: '/admin/emergencies', label: t('app.adminEmergencies.title') },
        { href: '/admin/factor-resets', label: t('app.adminFactorResets.title') },
        { href: '/admin/uploads', label: t('app.adminUploads.title') },
        { href: '/admin/retention', label: t('app.adminRetention.title') },
      ]}
      here={here}
    />
  );
}
