'use client';

import { useTranslations } from 'next-intl';
import { Radio, Stack } from '@mantine/core';

/** Who pays the network's fee. */
export type Payer = 'clinic' | 'own';

interface PayerChoiceProps {
  payer: Payer;
  onChange: (payer: Payer) => void;
}

/** Whether the clinic pays, after a signature, or the patient's own wallet. */
export function PayerChoice({ payer, onChange }: PayerChoiceProps) {
  const t = useTranslations();
  return (
    <Radio.Group
      label={t('sharing.payerChoice.label')}
      value={payer}
      onChange={(value) => onChange(value === 'own' ? 'own' : 'clinic')}
    >
      <Stack gap="xs" mt="xs">
        <Radio
          value="clinic"
          label={t('sharing.payerChoice.clinic')}
          description={t('sharing.payerChoice.clinicHint')}
        />
        <Radio
          value="own"
          label={t('sharing.payerChoice.own')}
          description={t('sharing.payerChoice.ownHint')}
        />
      </Stack>
    </Radio.Group>
  );
}
