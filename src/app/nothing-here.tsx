import { useTranslations } from 'next-intl';
import { IconCompass } from '@tabler/icons-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { LinkButton } from '@/components/link-button';

/** Shown where there is no page, or none for this person. */
export function NothingHere() {
  const t = useTranslations();
  return (
    <EmptyState
      icon={<IconCompass size={26} />}
      title={t('app.nothingHere.title')}
      order={1}
      action={<LinkButton href="/">{t('app.nothingHere.toTheFirstPage')}</LinkButton>}
    >
      {t('app.nothingHere.hint')}
    </EmptyState>
  );
}
