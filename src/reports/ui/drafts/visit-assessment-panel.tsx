'use client';

import { useTranslations } from 'next-intl';
import { Alert, Group, List, ListItem, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { assessVisit, type VisitAssessment } from '@/reports/templates/assess-visit';
import { completeReadings } from '@/reports/templates/blood-pressure';

/** The mean and the categories of what is typed so far, by the rules that the PDF prints. */
export function VisitAssessmentPanel({ measurements }: { measurements: unknown }) {
  const t = useTranslations();
  const readings = completeReadings({ measurements });
  return (
    <Paper p="md" role="status" aria-label={t('reports.visitAssessmentPanel.meanAndCategories')}>
      {readings === null ? (
        <Text size="sm" c="dimmed">
          {t('reports.visitAssessmentPanel.theMeanAndTheESHAnd')}
        </Text>
      ) : (
        <Assessment assessment={assessVisit(readings)} />
      )}
    </Paper>
  );
}

function Assessment({ assessment }: { assessment: VisitAssessment }) {
  const t = useTranslations();
  const { mean, rule, esh, accAha, actAtOnce, notes } = assessment;
  return (
    <Stack gap="sm">
      <Group gap="md" align="flex-start">
        <Value name="Mean">
          {t('reports.visitAssessmentPanel.systolicDiastolicMmHg', {
            systolic: mean.systolic,
            diastolic: mean.diastolic,
          })}
        </Value>
        <Value name={t('reports.visitAssessmentPanel.eSH2023')}>{esh.label}</Value>
        <Value name={t('reports.visitAssessmentPanel.aCCAHA2017')}>{accAha.label}</Value>
      </Group>
      <Text size="sm" c="dimmed">
        {t('reports.visitAssessmentPanel.ruleRule', { rule })}
      </Text>
      {actAtOnce ? (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('reports.visitAssessmentPanel.actAtOnce')}
        >
          <Notes notes={notes} />
        </Alert>
      ) : (
        <Notes notes={notes} />
      )}
    </Stack>
  );
}

function Value({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fw={650}>{children}</Text>
    </div>
  );
}

function Notes({ notes }: { notes: string[] }) {
  return (
    <List size="sm">
      {notes.map((note) => (
        <ListItem key={note}>{note}</ListItem>
      ))}
    </List>
  );
}
