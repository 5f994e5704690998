import { useTranslations } from 'next-intl';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import { PageTabs } from '@/components/frame/page-tabs';
import type { Role } from '@/generated/prisma/enums';

const PLACES = ['profile', 'security'] as const;

interface AccountPlacesProps {
  role: Role;
  here: (typeof PLACES)[number];
}

/** The pages of a person's own account. */
export function AccountPlaces({ role, here }: AccountPlacesProps) {
  const t = useTranslations();
  const addressOf = (place: (typeof PLACES)[number]) => `${PORTAL_OF[role]}/${place}`;
  return (
    <PageTabs
      label={t('accounts.accountPlaces.label')}
      pages={PLACES.map((place) => ({ href: addressOf(place), label: t(`app.${place}.title`) }))}
      here={addressOf(here)}
    />
  );
}
