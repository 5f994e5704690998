'use client';

import { useTranslations } from 'next-intl';
import { Group } from '@mantine/core';
import { IconPigMoney } from '@tabler/icons-react';
import { Text } from '@/components/plain/text';
import { ZonedTime } from '@/components/zoned-time';
import type { SealingSaving } from '@/sharing/anchoring/read-saving';
import { costText } from './waiting-plan';

/** What it came to that the clinic waited for a low price. */
export function SealingSavingLine({ saving }: { saving: SealingSaving }) {
  const t = useTranslations();
  const { sentAt, reports, paid, before, difference, saved } = saving;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" role="note">
      <IconPigMoney size={20} aria-hidden="true" style={{ flexShrink: 0 }} />
      <Text>
        {t.rich(saved ? 'sharing.sealingSaving.saved' : 'sharing.sealingSaving.notSaved', {
          count: reports,
          paid: costText(paid, t),
          before: costText(before, t),
          difference: costText(difference, t),
          time: () => <ZonedTime at={sentAt} />,
        })}
      </Text>
    </Group>
  );
}
