import { useTranslations } from 'next-intl';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { FactorResetRow } from '@/accounts/factor-resets/list-factor-resets';
import { Badge } from '@/components/plain/badge';
import { ZonedTime } from '@/components/zoned-time';
import { ResetDecisionButtons } from './reset-decision-buttons';

/** A request to reset second factors, with what an administrator can decide about it. */
export function ResetRequestCard({ reset }: { reset: FactorResetRow }) {
  const t = useTranslations();
  const { person, state, requestedAt, device, confirmedBy, effectiveAt, endedAt } = reset;
  return (
    <Paper component="li" p="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} miw={0}>
          <Group gap="sm">
            <Title order={2} size="h3">
              {person.name}
            </Title>
            <Badge color={state === 'REQUESTED' ? 'yellow' : 'gray'}>
              {t(`accounts.resetRequestCard.states.${state}`)}
            </Badge>
          </Group>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t(`app.roles.${person.role}`)} · {person.email}
          </Text>
          <Text size="sm" c="dimmed">
            {t.rich('accounts.resetRequestCard.asked', {
              at: () => <ZonedTime at={requestedAt} />,
              device: device ?? t('accounts.securityNotice.unknownDevice'),
            })}
          </Text>
          <Text size="sm">
            {t('accounts.resetRequestCard.confirmedBy', {
              count: confirmedBy.length,
              names: confirmedBy.join(', '),
            })}
          </Text>
          {state === 'CONFIRMED' && effectiveAt !== null && (
            <Text size="sm" fw={600}>
              {t.rich('accounts.resetRequestCard.effective', {
                at: () => <ZonedTime at={effectiveAt} />,
              })}
            </Text>
          )}
          {endedAt !== null && (
            <Text size="sm" c="dimmed">
              {t.rich('accounts.resetRequestCard.ended', { at: () => <ZonedTime at={endedAt} /> })}
            </Text>
          )}
        </Stack>
        <ResetDecisionButtons reset={reset} />
      </Group>
    </Paper>
  );
}
