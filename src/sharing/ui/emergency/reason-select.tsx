'use client';

import { useTranslations } from 'next-intl';
import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { EMERGENCY_REASONS } from '@/sharing/emergency/emergency-schema';

/** Why the patient cannot be asked. Nothing is chosen at first: the reason is kept, and must be meant. */
export function ReasonSelect(props: Omit<NativeSelectProps, 'label' | 'data'>) {
  const t = useTranslations();
  return (
    <NativeSelect
      label={t('sharing.openingForm.reason')}
      required
      data={[
        { value: '', label: t('sharing.openingForm.chooseReason') },
        ...EMERGENCY_REASONS.map((value) => ({
          value,
          label: t(`sharing.emergencyReasons.${value}`),
        })),
      ]}
      {...props}
    />
  );
}
