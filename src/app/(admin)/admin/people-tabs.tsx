import { useTranslations } from 'next-intl';
import { PageTabs } from '@/components/frame/page-tabs';

/** What administrators decide about people's accounts. */
export function PeopleTabs({ here }: { here: '/admin/people' | '/admin/factor-resets' }) {
  const t = useTranslations();
  return (
    <PageTabs
      label={t('app.adminPeople.title')}
      pages={[
        { href: '/admin/people', label: t('app.adminPeople.corrections') },
        { href: '/admin/factor-resets', label: t('app.adminFactorResets.title') },
      ]}
      here={here}
    />
  );
}
