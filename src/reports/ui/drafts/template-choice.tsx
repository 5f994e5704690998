'use client';

import {
  Card,
  Group,
  Loader,
  SimpleGrid,
  Stack,
  Text,
  ThemeIcon,
  UnstyledButton,
} from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { ReportTemplate } from '@/generated/prisma/enums';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { MINUTE_MS } from '@/platform/time/durations';
import { TEMPLATE_EDITORS } from '@/reports/templates/template-editors';
import classes from './template-choice.module.css';

const CHOICES = Object.values(ReportTemplate).toSorted();

/** Opens a draft of the chosen kind and goes there. */
export function TemplateChoice() {
  const t = useTranslations();
  const router = useRouter();
  const [chosen, setChosen] = useState<ReportTemplate | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function open(template: ReportTemplate) {
    setChosen(template);
    setFailure(null);
    try {
      const { reportId } = await callApi('POST', '/api/reports', loadNewReport, {
        template,
        today: today(),
      });
      router.push(`/doctor/reports/${reportId}`);
    } catch (error) {
      setFailure(problemMessage(error, t));
      setChosen(null);
    }
  }

  return (
    <Stack gap="lg">
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {CHOICES.map((template) => (
          <UnstyledButton
            key={template}
            className={classes['choice']}
            disabled={chosen !== null}
            onClick={() => void open(template)}
          >
            <Card h="100%">
              <Group wrap="nowrap" align="flex-start" gap="md">
                <ThemeIcon variant="light" size={48} aria-hidden="true">
                  {chosen === template ? (
                    <Loader size="xs" />
                  ) : (
                    <TemplateIcon template={template} />
                  )}
                </ThemeIcon>
                <Stack gap={4}>
                  <Text fw={600}>{t(TEMPLATE_EDITORS[template].title)}</Text>
                  <Text size="sm" c="dimmed">
                    {t(TEMPLATE_EDITORS[template].summary)}
                  </Text>
                </Stack>
              </Group>
            </Card>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function TemplateIcon({ template }: { template: ReportTemplate }) {
  const { icon: Icon } = TEMPLATE_EDITORS[template];
  return <Icon size={26} />;
}

/** The calendar day in the doctor's own zone, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 10);
}

async function loadNewReport() {
  return (await import('@/reports/drafts/new-report')).newReport;
}
