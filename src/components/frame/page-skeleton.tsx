import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/plain/skeleton';
import { Stack } from '@/components/plain/stack';
import { VisuallyHidden } from '@/components/plain/visually-hidden';

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
