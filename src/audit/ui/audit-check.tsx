'use client';

import { useTranslations } from 'next-intl';
import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { trailCheckSchema, type TrailCheckState } from '@/audit/check/trail-check-schema';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Section } from '@/components/section';
import { ZonedTime } from '@/components/zoned-time';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { ReceiptForm } from './receipt-form';

const PATH = '/api/admin/audit-check';
const POLL_MS = 2_000;

/** The last result of the check of the trail, its progress, and the wish for a new one. */
export function AuditCheck({ initial }: { initial: TrailCheckState }) {
  const t = useTranslations();
  const [check, setCheck] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isUnderWay = check.outcome === 'waiting' || check.outcome === 'checking';

  useEffect(() => {
    if (!isUnderWay) return undefined;
    const look = () => callApi('GET', PATH, trailCheckSchema).then(setCheck, () => undefined);
    const timer = setInterval(() => void look(), POLL_MS);
    return () => clearInterval(timer);
  }, [isUnderWay]);

  async function restart() {
    setBusy(true);
    setFailure(null);
    try {
      setCheck(await callApi('POST', PATH, trailCheckSchema));
    } catch (error) {
      setFailure(problemMessage(error, t));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section title={t('audit.auditCheck.title')}>
      <Stack gap="md" align="flex-start">
        <Text>{t('audit.auditCheck.explanation')}</Text>
        <Outcome check={check} />
        <Button
          variant="default"
          loading={busy}
          disabled={isUnderWay}
          onClick={() => void restart()}
        >
          {t('audit.auditCheck.checkAll', { total: check.total })}
        </Button>
        {check.anchoredUntil !== null && <ReceiptForm />}
        {failure !== null && (
          <ErrorNotice title={t('audit.auditCheck.notStarted')}>{failure}</ErrorNotice>
        )}
      </Stack>
    </Section>
  );
}

function Outcome({ check }: { check: TrailCheckState }) {
  const t = useTranslations();
  const { outcome, checked, total, finishedAt, brokenAt, brokenDate, comparedUntil } = check;
  if (outcome === 'waiting' || outcome === 'checking') {
    const label = t('audit.auditCheck.progress', { checked, total });
    return (
      <Stack gap="xs" w="100%" maw="30rem" role="status">
        <Text>{label}</Text>
        <Progress value={total === 0 ? 0 : (100 * checked) / total} aria-label={label} />
        {checked === total && total > 0 && <Text>{t('audit.auditCheck.notCompared')}</Text>}
      </Stack>
    );
  }
  if (outcome === 'broken') {
    return (
      <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
        {brokenAt !== null && t('audit.auditCheck.broken', brokenAt)}
        {brokenDate !== null && (
          <Text>
            {brokenAt === null
              ? t('audit.auditCheck.brokenDay', { date: brokenDate })
              : t('audit.auditCheck.onDay', { date: brokenDate })}
          </Text>
        )}
      </Alert>
    );
  }
  return (
    <Alert role="status" color="green" icon={<IconShieldCheck aria-hidden="true" />}>
      {t('audit.auditCheck.intact', { total })}
      {comparedUntil !== null && (
        <Text size="sm">{t('audit.auditCheck.compared', { date: comparedUntil })}</Text>
      )}
      {finishedAt !== null && (
        <Text size="sm">
          {t('audit.auditCheck.checkedAt')} <ZonedTime at={finishedAt} />
        </Text>
      )}
    </Alert>
  );
}
