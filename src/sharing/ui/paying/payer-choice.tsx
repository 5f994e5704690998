'use client';

import { useTranslations } from 'next-intl';
import { Radio, Stack } from '@mantine/core';
import type { ClinicOffer } from '@/registry/relayer/clinic-offer';

/** Who pays the network's fee: the clinic now, the clinic when the price is low, or the own wallet. */
export type Payer = 'clinic' | 'clinic-later' | 'own';

interface PayerChoiceProps {
  payer: Payer;
  payers: readonly Payer[];
  onChange: (payer: Payer) => void;
}

/** Whether the clinic pays, after a signature, or the patient's own wallet. */
export function PayerChoice({ payer, payers, onChange }: PayerChoiceProps) {
  const t = useTranslations();
  return (
    <Radio.Group
      label={t('sharing.payerChoice.label')}
      value={payer}
      onChange={(value) => onChange(payers.find((one) => one === value) ?? payer)}
    >
      <Stack gap="xs" mt="xs">
        {payers.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`sharing.payerChoice.${one}.label`)}
            description={t(`sharing.payerChoice.${one}.hint`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Who can pay a step now. What is too expensive for the clinic now may wait for a lower price. */
export function payersOf(clinic: ClinicOffer | null): Payer[] {
  if (clinic === null) return ['own'];
  const { hindrance, waits } = clinic;
  const later: Payer[] = waits.length === 0 ? [] : ['clinic-later'];
  if (hindrance === null) return ['clinic', ...later, 'own'];
  return hindrance === 'price' ? [...later, 'own'] : ['own'];
}
