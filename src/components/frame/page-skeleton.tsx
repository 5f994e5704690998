import { useTranslations } from 'next-intl';
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** What a page shows while its data is on the way. */
export function PageSkeleton() {
  const t = useTranslations();
  return (
    <Stack gap="lg" aria-busy="true">
      <VisuallyHidden role="status">{t('components.pageSkeleton.loading')}</VisuallyHidden>
      <Skeleton height={34} width={260} />
      <Skeleton height={96} />
      <Skeleton height={96} />
      <Skeleton height={96} />
    </Stack>
  );
}
