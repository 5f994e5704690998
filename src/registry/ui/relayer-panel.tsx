import { useTranslations } from 'next-intl';
import {
  Alert,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Text } from '@/components/plain/text';
import { Section } from '@/components/section';
import { ethText } from '@/registry/fees/fee-text';
import type { RelayerDay, RelayerStatus } from '@/registry/relayer/read-relayer-status';

/** Whether the clinic pays for its patients, from which account, and what it spent. */
export function RelayerPanel({ status }: { status: RelayerStatus }) {
  const t = useTranslations();
  if (status.state === 'off') {
    return (
      <Section title={t('registry.relayerPanel.title')}>
        <Text>{t('registry.relayerPanel.off')}</Text>
      </Section>
    );
  }
  const { purseEth, maxFeeEth, dailyBudgetEth, waiting, days } = status;
  const isEmpty = purseEth !== null && Number(purseEth) < Number(maxFeeEth);
  return (
    <Section title={t('registry.relayerPanel.title')}>
      {status.state === 'old-contract' && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('registry.relayerPanel.oldContract')}
        </Alert>
      )}
      {isEmpty && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('registry.relayerPanel.empty')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <FigureCard
          label={t('registry.relayerPanel.purse')}
          value={purseEth === null ? t('registry.relayerPanel.unknown') : ethText(purseEth, t)}
          hint={<Copyable text={status.address} name={t('registry.relayerPanel.account')} />}
        />
        <FigureCard
          label={t('registry.relayerPanel.limits')}
          value={ethText(maxFeeEth, t)}
          hint={t('registry.relayerPanel.limitsHint', { budget: ethText(dailyBudgetEth, t) })}
        />
        <FigureCard
          label={t('registry.relayerPanel.waiting')}
          value={waiting}
          hint={t('registry.relayerPanel.waitingHint')}
        />
      </SimpleGrid>
      {days.length === 0 ? (
        <Text>{t('registry.relayerPanel.nothingSpent')}</Text>
      ) : (
        <Days days={days} />
      )}
    </Section>
  );
}

function Days({ days }: { days: readonly RelayerDay[] }) {
  const t = useTranslations();
  return (
    <TableScrollContainer minWidth={320}>
      <Table>
        <TableThead>
          <TableTr>
            <TableTh>{t('registry.relayerPanel.day')}</TableTh>
            <TableTh>{t('registry.relayerPanel.patients')}</TableTh>
            <TableTh>{t('registry.relayerPanel.calls')}</TableTh>
            <TableTh>{t('registry.relayerPanel.spent')}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {days.map(({ day, patients, calls, spentEth }) => (
            <TableTr key={day}>
              <TableTd>{day}</TableTd>
              <TableTd>{patients}</TableTd>
              <TableTd>{calls}</TableTd>
              <TableTd>{ethText(spentEth, t)}</TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
