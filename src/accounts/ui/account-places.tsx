import { useTranslations } from 'next-intl';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import { PageTabs } from '@/components/frame/page-tabs';
import type { Role } from '@/generated/prisma/enums';

type Place = 'profile' | 'emergency' | 'security' | 'data' | 'recovery-kit';

/** What becomes of a patient’s data is the patient’s to decide. */
const PLACES: Record<Role, readonly Place[]> = {
  PATIENT: ['profile', 'emergency', 'security', 'data', 'recovery-kit'],
  DOCTOR: ['profile', 'security'],
  ADMIN: ['profile', 'security'],
};

interface AccountPlacesProps {
  role: Role;
  here: Place;
}

/** The pages of a person's own account. */
export function AccountPlaces({ role, here }: AccountPlacesProps) {
  const t = useTranslations();
  const addressOf = (place: Place) => `${PORTAL_OF[role]}/${place}`;
  return (
    <PageTabs
      label={t('accounts.accountPlaces.label')}
      pages={PLACES[role].map((place) => ({
        href: addressOf(place),
        label: t(`app.${place}.title`),
      }))}
      here={addressOf(here)}
    />
  );
}
