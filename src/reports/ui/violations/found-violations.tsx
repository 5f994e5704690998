import { useTranslations } from 'next-intl';
import { Group, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageSteps } from '@/components/frame/page-steps';
import { LinkButton } from '@/components/link-button';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { ZonedTime } from '@/components/zoned-time';
import type { ListPage } from '@/platform/database/keyset';
import type { ViolationLine } from '@/reports/violations/list-violations';
import classes from './found-violations.module.css';

/** Who broke which rule of access and when, newest first, for administrators. */
export function FoundViolations({ list }: { list: ListPage<ViolationLine> }) {
  const t = useTranslations();
  if (list.rows.length === 0) {
    return (
      <EmptyState icon={<IconShieldCheck size={26} />} title={t('reports.violations.none')}>
        {t('reports.violations.noneHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <ol className={classes['list']}>
        {list.rows.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      <PageSteps newer={list.newer} older={list.older} />
    </>
  );
}

function Line({ line }: { line: ViolationLine }) {
  const t = useTranslations();
  const { kind, actor, actorKind, at, onChain, transaction } = line;
  const who =
    actor === null
      ? t(`reports.violations.unnamed.${actorKind}`)
      : t('reports.violations.who', {
          name: actor.name,
          role: t(`reports.violations.role.${actor.role}`),
        });
  return (
    <li className={classes['line']}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ThemeIcon variant="light" color="red" radius="xl" aria-hidden="true">
          <IconAlertTriangle size={16} />
        </ThemeIcon>
        <Stack gap={0}>
          <Text fw={600}>{t(`reports.violations.kind.${kind}`)}</Text>
          <Text style={{ overflowWrap: 'anywhere' }}>{who}</Text>
          <Text size="sm" c="dimmed">
            <ZonedTime at={at} /> · {t(`reports.violations.onChain.${onChain}`)}
          </Text>
          {transaction !== null && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('reports.violations.transaction', { transaction })}
            </Text>
          )}
        </Stack>
      </Group>
      {actor !== null && (
        <LinkButton variant="default" href={`/admin/people/${actor.accountId}`}>
          {t('reports.violations.person', { name: actor.name })}
        </LinkButton>
      )}
    </li>
  );
}
