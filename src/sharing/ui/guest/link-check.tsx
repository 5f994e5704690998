import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/plain/skeleton';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';

/** What a guest reads before the page's scripts have come and have asked the server about the link. */
export function LinkCheck() {
  const t = useTranslations();
  return (
    <Stack gap="lg" py="md" maw={480} style={{ marginInline: 'auto' }} aria-busy="true">
      <Stack gap="xs">
        <Title order={1}>{t('sharing.linkCheck.title')}</Title>
        <Text c="dimmed" role="status">
          {t('sharing.linkCheck.checking')}
        </Text>
      </Stack>
      <Skeleton height={170} />
    </Stack>
  );
}
