import { useTranslations } from 'next-intl';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import { LinkButton } from '@/components/link-button';
import { Group } from '@/components/plain/group';
import type { Role } from '@/generated/prisma/enums';

const PLACES = ['profile', 'security'] as const;

interface AccountPlacesProps {
  role: Role;
  here: (typeof PLACES)[number];
}

/** The pages of a person's own account. */
export function AccountPlaces({ role, here }: AccountPlacesProps) {
  const t = useTranslations();
  return (
    <nav aria-label={t('accounts.accountPlaces.label')}>
      <Group gap="xs" mb="lg">
        {PLACES.map((place) => (
          <LinkButton
            key={place}
            href={`${PORTAL_OF[role]}/${place}`}
            variant={place === here ? 'light' : 'default'}
            {...(place === here && { 'aria-current': 'page' as const })}
          >
            {t(`app.${place}.title`)}
          </LinkButton>
        ))}
      </Group>
    </nav>
  );
}
