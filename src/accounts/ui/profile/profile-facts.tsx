import { useTranslations } from 'next-intl';
import { PROFILE_FIELDS, type ProfileFields } from '@/accounts/profile/profile-fields';
import { Fact, FactList } from '@/components/fact-list';
import { formatPartialDate } from '@/platform/time/partial-date';

interface ProfileFactsProps {
  fields: ProfileFields;
  /** With the fields that differ from these alone. */
  against?: ProfileFields;
}

/** Who a person is; what was not stated is left out. */
export function ProfileFacts({ fields, against }: ProfileFactsProps) {
  const t = useTranslations();
  const shown = PROFILE_FIELDS.filter((field) =>
    against === undefined ? fields[field] !== null : fields[field] !== against[field],
  );
  return (
    <FactList>
      {shown.map((field) => (
        <Fact key={field} name={t(`accounts.profile.fields.${field}`)}>
          <bdi>
            {field === 'birthDate' && fields.birthDate !== null
              ? formatPartialDate(fields.birthDate, t)
              : (fields[field] ?? t('accounts.profile.none'))}
          </bdi>
        </Fact>
      ))}
    </FactList>
  );
}
