import { useTranslations } from 'next-intl';
import { Group } from '@/components/plain/group';
import { Text } from '@/components/plain/text';

/** The name beside its mark: a sheet of paper held by an anchor. */
export function Brand() {
  const t = useTranslations();
  return (
    <Group component="span" gap={10} wrap="nowrap">
      <BrandMark size={30} />
      <Text component="span" fw={680} fz="lg" lts="-0.01em">
        {t('components.brand.medAnchor')}
      </Text>
    </Group>
  );
}

/** The mark alone, as decoration. `size` in pixels. */
export function BrandMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-harbour-7)" />
      <g fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="16" cy="8.6" r="2.6" />
        <path d="M16 11.2V25M11.5 15.2h9" />
        <path d="M6.8 18.2c.5 4.4 4.2 6.8 9.2 6.8s8.7-2.4 9.2-6.8" />
      </g>
    </svg>
  );
}
